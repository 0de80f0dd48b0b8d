//! The sort order of the table in links: the code of a column, after `-` if descending. Invariant: [`sort_from_code`]
//! reads back every code of [`sort_code`].

use crate::query::{Sort, SortColumn};

pub(super) fn sort_code(column: SortColumn) -> &'static str {
    match column {
        SortColumn::Date => "date",
        SortColumn::Country => "country",
        SortColumn::Title => "title",
        SortColumn::People => "people",
        SortColumn::Goal => "sdg",
        SortColumn::Source => "source",
    }
}

pub(super) fn sort_from_code(code: &str) -> Option<Sort> {
    let (code, descending) = code.strip_prefix('-').map_or((code, false), |rest| (rest, true));
    let columns = [
        SortColumn::Date,
        SortColumn::Country,
        SortColumn::Title,
        SortColumn::People,
        SortColumn::Goal,
        SortColumn::Source,
    ];
    let column = columns.into_iter().find(|column| sort_code(*column) == code)?;
    Some(Sort { key: column, descending })
}
