//! What is wrong with a document, as data. `view::notices` turns it into a sentence for people.

use std::fmt;

/// Something in a document that is not as the format asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The id of the record; if it has none, its position in the document, such as `activities[3]`.
    pub record: String,
    /// The field, such as `date` or `reach[0].count`; empty if the issue is about the whole record.
    pub field: String,
    /// What is wrong.
    pub kind: IssueKind,
}

/// What can be wrong, and the offending value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueKind {
    /// The record is not a JSON object: dropped.
    NotAnObject,
    /// The record has no id: dropped.
    NoId,
    /// The record has no title: dropped.
    NoTitle,
    /// An earlier record has the same id: the later one is dropped.
    DuplicateId,
    /// Not EDTF: the date is cleared.
    BadDate(String),
    /// EDTF without a known year: kept, and counted as undated.
    NoYear(String),
    /// Not a goal from 1 to 17: cleared.
    BadGoal(String),
    /// Not a code of ISO 3166-1 alpha-2: cleared.
    UnknownCountry(String),
    /// Not the id of a project of the data set: cleared.
    DanglingProject(String),
    /// Not a whole number from 0 to 2^53: cleared, as if null.
    BadCount(String),
    /// An item that is repeated in a list: kept once.
    Repeated(String),
    /// Women and men together are more than the count: kept.
    WomenAndMenAboveCount {
        /// The sum of women and men in the entry.
        parts: u64,
        /// The count of the entry.
        count: u64,
    },
    /// A code that is not defined by its table in the data set, or by its list in the format: kept.
    UnknownCode(String),
    /// A field that the format does not have: ignored.
    UnknownField,
    /// A JSON value of another type than the format asks for: cleared.
    WrongType(String),
    /// The word `unknown`, or a blank text, in a field for codes: cleared.
    NoCode,
    /// A text with characters that were lost when the file was saved or decoded: kept.
    LostCharacters(String),
}

impl IssueKind {
    /// A short, stable code for the issue, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            IssueKind::NotAnObject => "not-an-object",
            IssueKind::NoId => "no-id",
            IssueKind::NoTitle => "no-title",
            IssueKind::DuplicateId => "duplicate-id",
            IssueKind::BadDate(_) => "bad-date",
            IssueKind::NoYear(_) => "no-year",
            IssueKind::BadGoal(_) => "bad-goal",
            IssueKind::UnknownCountry(_) => "unknown-country",
            IssueKind::DanglingProject(_) => "dangling-project",
            IssueKind::BadCount(_) => "bad-count",
            IssueKind::Repeated(_) => "repeated",
            IssueKind::WomenAndMenAboveCount { .. } => "parts-above-count",
            IssueKind::UnknownCode(_) => "unknown-code",
            IssueKind::UnknownField => "unknown-field",
            IssueKind::WrongType(_) => "wrong-type",
            IssueKind::NoCode => "no-code",
            IssueKind::LostCharacters(_) => "lost-characters",
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}: {}", self.record, self.field, self.kind.code())
    }
}
