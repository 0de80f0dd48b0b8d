//! Text search: every word must occur somewhere in what an activity says.

use crate::model::{Activity, DataSet};

/// Makes texts comparable: case folded, NFKD, without combining marks. A trait, because the tables for it are
/// large and every browser brings its own; native tests bring theirs.
pub trait CaseFold {
    /// The folded text.
    fn fold(&self, text: &str) -> String;
}

/// All that the search looks through for one activity: title, summary, places, the activity's own partners, its
/// project's name and acronym, and the source's title. A line feed keeps words from running over from one to the
/// next.
pub(super) fn searchable(activity: &Activity, data: &DataSet) -> String {
    let project = activity.project.as_ref().and_then(|id| data.project(id));
    let texts = [Some(&activity.title), activity.summary.as_ref()]
        .into_iter()
        .chain(activity.places.iter().map(Some))
        .chain(activity.partners.iter().map(Some))
        .chain(project.into_iter().flat_map(|project| [project.name.as_ref(), project.acronym.as_ref()]))
        .chain([activity.source.as_ref().and_then(|source| source.title.as_ref())]);
    let mut all = String::new();
    for text in texts.flatten() {
        all.push_str(text);
        all.push('\n');
    }
    all
}
