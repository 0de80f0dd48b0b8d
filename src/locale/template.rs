//! Sentences with gaps: `{people} were reached`. A sentence may have a form for each plural category of its
//! language.

use std::collections::BTreeMap;

use serde_json::Value;

/// A sentence, or its plural forms.
pub(super) struct Template {
    forms: BTreeMap<String, String>,
}

/// A piece of a filled sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The gap that it fills; `None` for the words between.
    pub gap: Option<String>,
    /// The text.
    pub text: String,
}

impl Template {
    /// Reads a text, or an object of plural categories such as `one` and `other`.
    pub(super) fn read(value: &Value) -> Self {
        let forms = match value {
            Value::Object(forms) => {
                let forms = forms.iter().filter_map(|(name, form)| Some((name.clone(), form.as_str()?.to_owned())));
                forms.collect()
            }
            other => BTreeMap::from([("other".to_owned(), other.as_str().unwrap_or_default().to_owned())]),
        };
        Self { forms }
    }

    /// The form of this plural category, else the one for all others.
    pub(super) fn form(&self, category: &str) -> &str {
        self.forms.get(category).or_else(|| self.forms.get("other")).map_or("", String::as_str)
    }
}

/// The sentence with its gaps filled. A gap for which there is no text keeps its name in braces, so that it is
/// seen and mended.
pub(super) fn parts(form: &str, gaps: &[(&str, &str)]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((gap, tail)) = after.split_once('}') else { break };
        if !before.is_empty() {
            parts.push(Part { gap: None, text: before.to_owned() });
        }
        let filling = gaps.iter().find(|(name, _)| *name == gap);
        let text = filling.map_or_else(|| format!("{{{gap}}}"), |(_, text)| (*text).to_owned());
        if !text.is_empty() {
            parts.push(Part { gap: Some(gap.to_owned()), text });
        }
        rest = tail;
    }
    if !rest.is_empty() {
        parts.push(Part { gap: None, text: rest.to_owned() });
    }
    parts
}
