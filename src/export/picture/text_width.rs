//! The width of text in a picture. Without a browser text cannot be measured, so widths are estimated, a little too
//! wide.

/// The estimated width of a text, in pixels.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    let widths = text.chars().map(|character| match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | 't' | 'f' | 'r' => 0.34,
        'm' | 'w' | 'M' | 'W' | '≥' | '≤' | '~' => 0.84,
        // Scripts whose characters are as wide as high.
        '\u{2e80}'..='\u{ffef}' => 1.0,
        // Latin, Greek and Cyrillic. The standard library knows all scripts, by tables of 1 KB.
        'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я' => 0.68,
        _ => 0.57,
    });
    widths.sum::<f64>() * size
}

/// A text in lines of at most this width, broken between words, within a word where it has to be.
pub(in crate::export) fn wrap(text: &str, size: f64, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&joined, size) <= max_width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if text_width(&line, size) > max_width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}
