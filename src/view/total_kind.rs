//! The totals that have a breakdown.

/// A total that has a breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalKind {
    /// People reached.
    People,
    /// Activities.
    Activities,
    /// People planned.
    Planned,
    /// Countries in which something was done.
    Countries,
    /// Goals seen.
    Goals,
}

impl TotalKind {
    /// Its word in requests.
    pub(super) fn code(self) -> &'static str {
        match self {
            TotalKind::People => "people",
            TotalKind::Activities => "activities",
            TotalKind::Planned => "planned",
            TotalKind::Countries => "countries",
            TotalKind::Goals => "goals",
        }
    }
}
