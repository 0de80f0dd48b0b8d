//! Sentences with gaps: `{people} were reached`. A sentence may have a form for each plural category of its
//! language.

/// A piece of a filled sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentencePiece {
    /// The gap that it fills; `None` for the words between.
    pub gap: Option<String>,
    /// The text.
    pub text: String,
}

/// The sentence with its gaps filled. A gap for which there is no text keeps its name in braces, so that it is
/// seen and mended.
pub(super) fn pieces(form: &str, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
    let mut pieces = Vec::new();
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((gap, tail)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(SentencePiece { gap: None, text: before.to_owned() });
        }
        let filling = gaps.iter().find(|(name, _)| *name == gap);
        let text = filling.map_or_else(|| format!("{{{gap}}}"), |(_, text)| (*text).to_owned());
        if !text.is_empty() {
            pieces.push(SentencePiece { gap: Some(gap.to_owned()), text });
        }
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(SentencePiece { gap: None, text: rest.to_owned() });
    }
    pieces
}
