//! Text in a picture. Nothing can be measured without a browser, so widths are estimated, a little too wide.

/// About how wide a text is.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | 't' | 'f' | 'r' => 0.34,
        'm' | 'w' | 'M' | 'W' | '≥' | '≤' | '~' => 0.84,
        // Scripts whose letters are as wide as high.
        '\u{2e80}'..='\u{ffef}' => 1.0,
        _ if letter.is_uppercase() => 0.68,
        _ => 0.57,
    });
    letters.sum::<f64>() * size
}

/// A text in lines of at most this width, broken between words, within a word where it has to be.
pub(in crate::export) fn wrap(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined, size) <= most {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width(&line, size) > most && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}
