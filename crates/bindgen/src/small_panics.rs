//! Panics that take less of the WebAssembly. A piece of a text that begins or ends inside a character then reports its
//! position alone, as every other bad index does. The standard library also writes the text, for which it needs 3 KB of
//! code and of tables of Unicode.
//!
//! Invariants: only what a panic says changes; a function that is not as expected stays as it is.

use anyhow::Result;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalId, Module, ValType};

/// Gives functions of the standard library shorter bodies. They are found by the ends of their names, which rustc keeps
/// in the module. Returns how many were found.
pub(crate) fn make_panics_small(module: &mut Module) -> Result<usize> {
    let mut found = 0;
    for (replaced, called, arguments) in [
        // (text, its length, begin, end, where) calls (index, length, where).
        ("4core3str19slice_error_fail_rt", "4core9panicking18panic_bounds_check", &[2, 1, 4][..]),
        // Only that panic writes characters with escapes, but the table of functions names the writer as well.
        ("4core3fmtcNtB5_5Debug3fmt", "4core3fmtcNtB5_7Display3fmt", &[0, 1]),
    ] {
        if let (Some(replaced), Some(called)) = (find(module, replaced), find(module, called)) {
            found += usize::from(call_instead(module, replaced, called, arguments)?);
        }
    }
    Ok(found)
}

/// The one function whose name ends so.
fn find(module: &Module, end: &str) -> Option<FunctionId> {
    let mut named =
        module.funcs.iter().filter(|function| function.name.as_ref().is_some_and(|name| name.ends_with(end)));
    let first = named.next()?;
    named.next().is_none().then(|| first.id())
}

/// Replaces the body of a function by a call of another with some of its own arguments. Returns whether the two have the
/// types for that.
fn call_instead(module: &mut Module, replaced: FunctionId, called: FunctionId, arguments: &[usize]) -> Result<bool> {
    let (parameters, results) = module.types.params_results(module.funcs.get(replaced).ty());
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let called_type = module.types.get(module.funcs.get(called).ty());
    let passed: Option<Vec<ValType>> = arguments.iter().map(|position| parameters.get(*position).copied()).collect();
    if passed.as_deref() != Some(called_type.params()) || results != called_type.results() {
        return Ok(false);
    }
    let locals: Vec<LocalId> = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = builder.func_body();
    for local in arguments.iter().filter_map(|position| locals.get(*position)) {
        body.local_get(*local);
    }
    body.call(called);
    if results.is_empty() {
        // What was called has panicked.
        body.unreachable();
    }
    let function = builder.local_func(locals);
    module.funcs.get_mut(replaced).kind = FunctionKind::Local(function);
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::make_panics_small;
    use anyhow::Result;
    use walrus::ir::Instr;
    use walrus::{FunctionBuilder, FunctionId, Module, ValType};

    const TEXT_PANIC: &str = "_RNvNtCsgXGp5Oqx2Ny_4core3str19slice_error_fail_rt";
    const BOUNDS_PANIC: &str = "_RNvNtCsgXGp5Oqx2Ny_4core9panicking18panic_bounds_check";

    /// Adds a function of `count` numbers without results, whose body is a trap.
    fn add_function(module: &mut Module, name: &str, count: usize) -> FunctionId {
        let parameters = vec![ValType::I32; count];
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &[]);
        builder.name(name.to_owned()).func_body().unreachable();
        let locals = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
        builder.finish(locals, &mut module.funcs)
    }

    fn calls(module: &Module, function: FunctionId) -> Vec<FunctionId> {
        let local = module.funcs.get(function).kind.unwrap_local();
        let body = local.block(local.entry_block()).instrs.iter();
        body.filter_map(|(instruction, _)| if let Instr::Call(call) = instruction { Some(call.func) } else { None })
            .collect()
    }

    #[test]
    fn a_bad_piece_of_a_text_is_a_bad_index() -> Result<()> {
        let mut module = Module::default();
        let text_panic = add_function(&mut module, TEXT_PANIC, 5);
        let bounds_panic = add_function(&mut module, BOUNDS_PANIC, 3);
        assert_eq!(make_panics_small(&mut module)?, 1);
        assert_eq!(calls(&module, text_panic), [bounds_panic]);
        assert_eq!(calls(&module, bounds_panic), []);
        Ok(())
    }

    #[test]
    fn functions_that_are_not_as_expected_stay() -> Result<()> {
        let mut other_types = Module::default();
        let text_panic = add_function(&mut other_types, TEXT_PANIC, 4);
        add_function(&mut other_types, BOUNDS_PANIC, 3);
        assert_eq!(make_panics_small(&mut other_types)?, 0);
        assert_eq!(calls(&other_types, text_panic), []);

        let mut twice = Module::default();
        let text_panic = add_function(&mut twice, TEXT_PANIC, 5);
        add_function(&mut twice, BOUNDS_PANIC, 3);
        add_function(&mut twice, BOUNDS_PANIC, 3);
        assert_eq!(make_panics_small(&mut twice)?, 0);
        assert_eq!(calls(&twice, text_panic), []);
        Ok(())
    }
}
