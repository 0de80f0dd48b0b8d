//! The commands of `cargo xtask help`.

/// The commands in the help of xtask, as the words that may follow `cargo xtask`; words in capitals stand for any word.
pub(super) fn help_patterns(program: &str) -> Vec<Vec<String>> {
    let (_, help) = program.split_once("const HELP: &str = \"\\\n").unwrap();
    let help = help.split('"').next().unwrap();
    let lines = help.lines().filter_map(|line| line.strip_prefix("cargo xtask "));
    lines.flat_map(|line| expand(line.split("  ").next().unwrap())).collect()
}

/// A pattern with and without each of its parts in brackets.
fn expand(pattern: &str) -> Vec<Vec<String>> {
    match pattern.split_once('[').and_then(|(start, rest)| Some((start, rest.split_once(']')?))) {
        Some((start, (inner, end))) => {
            [expand(&format!("{start}{end}")), expand(&format!("{start}{inner}{end}"))].concat()
        }
        None => vec![pattern.split_whitespace().map(str::to_owned).collect()],
    }
}

/// Whether words are one of the commands. A document may also write the pattern itself, with its brackets.
pub(super) fn is_command(command: &str, patterns: &[Vec<String>]) -> bool {
    let words: Vec<&str> = command.split_whitespace().map(|word| word.trim_matches(['[', ']'])).collect();
    let is_placeholder = |word: &str| word.chars().all(|character| character.is_ascii_uppercase());
    let fits = |word: &str, expected: &str| word == expected || is_placeholder(expected) && !word.starts_with('-');
    patterns.iter().any(|pattern| {
        pattern.len() == words.len() && words.iter().zip(pattern).all(|(word, expected)| fits(word, expected))
    })
}
