//! The Sustainable Development Goals, and how we know that an activity serves one. Invariant: a [`Goal`] is 1 to 17.

use crate::json::Json;

use super::Count;

/// One of the 17 Sustainable Development Goals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Goal(u8);

impl Goal {
    /// How many goals there are.
    pub const COUNT: u8 = 17;

    /// All goals, in order.
    pub fn all() -> impl Iterator<Item = Goal> {
        (1..=Self::COUNT).map(Goal)
    }

    /// The goal with this number; `None` if it is not 1 to 17.
    pub fn new(number: u64) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=Self::COUNT).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 17.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The goal of a target: 5 for `5.2`, 3 for `3.d`.
    pub fn from_target(target: &str) -> Option<Self> {
        let (goal, _) = target.split_once('.')?;
        goal.parse().ok().and_then(Self::new)
    }

    pub(super) fn read(value: &Json) -> Option<Self> {
        Count::read(value).and_then(|n| Self::new(n.get()))
    }
}

/// How we know a goal, from the strongest basis to the weakest. As the reader's choice it means: this basis and all
/// stronger ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Basis {
    /// The page that reports the activity names the goal.
    Stated,
    /// The activity's project declares the goal. As a choice: stated and declared together, the default.
    #[default]
    Declared,
    /// The text of one of the goal's targets names a theme of the activity. As a choice: all three.
    Inferred,
}

impl Basis {
    /// All bases, strongest first.
    pub const ALL: [Basis; 3] = [Basis::Stated, Basis::Declared, Basis::Inferred];

    /// The word for the basis in links.
    pub fn code(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Declared => "project",
            Basis::Inferred => "theme",
        }
    }
}
