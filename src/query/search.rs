//! Text search. Invariant: an activity matches if its text contains every word searched for, in any order.

use crate::model::{Activity, DataSet};

/// Makes texts comparable: case folded, NFKD, without combining marks. A trait, because the Unicode tables for it are
/// large and every browser has them; native tests use their own implementation.
pub trait CaseFold {
    /// The folded text.
    fn fold(&self, text: &str) -> String;
}

/// The text of an activity that the search looks at: title, summary, places, the activity's own partners, the name and
/// acronym of its project, and the title of its source. Line feeds between them keep a word from matching across two.
pub(super) fn searchable_text(activity: &Activity, data: &DataSet) -> String {
    let project = activity.project.as_ref().and_then(|id| data.project(id));
    let texts = [Some(&activity.title), activity.summary.as_ref()]
        .into_iter()
        .chain(activity.places.iter().map(Some))
        .chain(activity.partners.iter().map(Some))
        .chain(project.into_iter().flat_map(|project| [project.name.as_ref(), project.acronym.as_ref()]))
        .chain([activity.source.as_ref().and_then(|source| source.title.as_ref())]);
    let mut combined = String::new();
    for text in texts.flatten() {
        combined.push_str(text);
        combined.push('\n');
    }
    combined
}
