//! Fills the gaps of sentences such as `{people} were reached`. Invariant: no part of a sentence is lost; an unfilled
//! gap remains visible.

/// A piece of a filled sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentencePiece {
    /// The name of the gap that it fills; `None` for text of the sentence itself.
    pub gap: Option<String>,
    /// The text.
    pub text: String,
}

/// The sentence with its gaps filled. A gap without a text keeps its name in braces, because the error should be
/// visible.
pub(super) fn pieces(sentence: &str, gaps: &[(&str, &str)]) -> Vec<SentencePiece> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((gap, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(SentencePiece { gap: None, text: before.to_owned() });
        }
        let filling = gaps.iter().find(|(name, _)| *name == gap);
        let text = filling.map_or_else(|| format!("{{{gap}}}"), |(_, text)| (*text).to_owned());
        if !text.is_empty() {
            pieces.push(SentencePiece { gap: Some(gap.to_owned()), text });
        }
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(SentencePiece { gap: None, text: rest.to_owned() });
    }
    pieces
}
