//! What is wrong with a document, as data. The sentence for a person is made by `locale`.

use std::fmt;

/// Something in a document that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The record: its id where it has one, else its place in the document, such as `activities[3]`.
    pub record: String,
    /// The field, such as `date` or `reach[0].count`; empty where the record as a whole is meant.
    pub field: String,
    /// What is wrong.
    pub kind: IssueKind,
}

/// What can be wrong, and what was found there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueKind {
    /// The record is no JSON object: dropped.
    NotAnObject,
    /// The record has no id: dropped.
    NoId,
    /// The record has no title: dropped.
    NoTitle,
    /// The id was seen before; the first record stays: dropped.
    DuplicateId,
    /// No EDTF: the date is cleared.
    BadDate(String),
    /// EDTF, but no year can be told from it: kept, and counted as undated.
    NoYear(String),
    /// No goal from 1 to 17: cleared.
    BadGoal(String),
    /// No code of ISO 3166-1 alpha-2: cleared.
    UnknownCountry(String),
    /// No project of the data set: cleared.
    DanglingProject(String),
    /// No whole number from 0 to 2^53: cleared, as if null.
    BadCount(String),
    /// A code that stands twice in a list: taken once.
    Repeated(String),
    /// Women and men together are more than the count: kept.
    WomenAndMenAboveCount {
        /// How many women and men the entry names.
        parts: u64,
        /// How many people it counts.
        count: u64,
    },
    /// A code that no table of the data set, or no list of the format, defines: kept.
    UnknownCode(String),
    /// A field that the format does not have: ignored.
    UnknownField,
    /// Another type of JSON value than the format asks for: cleared.
    WrongType(String),
    /// The word `unknown`, or nothing at all, where a code is asked for: cleared.
    NoCode,
}

impl IssueKind {
    /// A short stable word for the fault, for programs.
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
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}: {}", self.record, self.field, self.kind.code())
    }
}
