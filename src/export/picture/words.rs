//! Text in a picture. Nothing can be measured without a browser, so widths are estimated, a little too wide.

use std::fmt::Write;

/// How a line of text looks.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: &'static str,
}

/// On which side of its point a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

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
pub(super) fn wrap(text: &str, size: f64, most: f64) -> Vec<String> {
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

/// Writes a line of text. `turn` is an angle about its point.
pub(super) fn write(svg: &mut String, text: &str, at: (f64, f64), look: Type, anchor: Anchor, turn: Option<i32>) {
    let (x, y) = at;
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if look.bold { " font-weight=\"700\"" } else { "" };
    let turn = turn.map(|degrees| format!(" transform=\"rotate({degrees} {x:.1} {y:.1})\"")).unwrap_or_default();
    let (size, colour) = (look.size, look.colour);
    // Writing into a text never fails.
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\"{weight}{anchor}{turn}>{}</text>",
        escape(text)
    );
}

/// A text that no reader of XML takes for markup. Control characters, which XML does not allow, are left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}
