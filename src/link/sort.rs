//! The order of the table in links: a column's code, with `-` before it for descending.

use crate::query::{Sort, SortColumn};

pub(super) fn sort_code(key: SortColumn) -> &'static str {
    match key {
        SortColumn::Date => "date",
        SortColumn::Country => "country",
        SortColumn::Title => "title",
        SortColumn::People => "people",
        SortColumn::Goal => "sdg",
        SortColumn::Source => "source",
    }
}

pub(super) fn sort_of(code: &str) -> Option<Sort> {
    let (code, descending) = code.strip_prefix('-').map_or((code, false), |rest| (rest, true));
    let keys = [
        SortColumn::Date,
        SortColumn::Country,
        SortColumn::Title,
        SortColumn::People,
        SortColumn::Goal,
        SortColumn::Source,
    ];
    let key = keys.into_iter().find(|key| sort_code(*key) == code)?;
    Some(Sort { key, descending })
}
