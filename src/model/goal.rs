//! The Sustainable Development Goals, and how we know that an activity serves one.

use crate::json::Json;

use super::Count;

/// One of the 17 Sustainable Development Goals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Goal(u8);

impl Goal {
    /// How many goals there are.
    pub const COUNT: u8 = 17;

    /// All goals in their order.
    pub fn all() -> impl Iterator<Item = Goal> {
        (1..=Self::COUNT).map(Goal)
    }

    /// The goal of this number, 1 to 17.
    pub fn new(number: u64) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=Self::COUNT).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 17.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The goal that a target belongs to: `5.2` gives 5, `3.d` gives 3.
    pub fn from_target(target: &str) -> Option<Self> {
        let (goal, _) = target.split_once('.')?;
        goal.parse().ok().and_then(Self::new)
    }

    pub(super) fn read(value: &Json) -> Option<Self> {
        Count::read(value).and_then(|n| Self::new(n.get()))
    }
}

/// How we know a goal, from the strongest to the weakest. As a choice of the reader: which ones to take together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Basis {
    /// The page that reports the activity names the goal.
    Stated,
    /// The activity's project declares it. As a choice: stated and project together, the default.
    #[default]
    Project,
    /// The text of a target names one of the activity's themes. As a choice: all three.
    Theme,
}

impl Basis {
    /// All bases, the strongest first.
    pub const ALL: [Basis; 3] = [Basis::Stated, Basis::Project, Basis::Theme];

    /// The word for it in links.
    pub fn code(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Project => "project",
            Basis::Theme => "theme",
        }
    }
}
