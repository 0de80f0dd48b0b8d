//! Sorting by comparison, compiled once. The standard library's sort is compiled again for every element type, 5 KB of
//! WebAssembly each. Sorting indices instead needs a single copy. Invariant: the sort is stable.

use std::cmp::Ordering;

/// The indices from 0 up to, but not including, `len`, sorted by `compare`. Equal ones keep their order.
pub(crate) fn sorted_indices(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..len).collect();
    indices.sort_by(|a, b| compare(*a, *b));
    indices
}

/// The items of a list, sorted by `compare`. Equal ones keep their order.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: &mut dyn FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let indices = sorted_indices(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    indices.into_iter().filter_map(|index| items.get(index)).cloned().collect()
}
