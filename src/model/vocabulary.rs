//! The lists of words that reach entries and activities use. Invariant: an unlisted word is kept as `Other`, because
//! an export must return what the data set contains; the parser reports it.

use super::Text;

/// Kinds of activity that this version knows by name.
pub const KINDS: [&str; 13] = [
    "awareness",
    "conference",
    "consultation",
    "equipment",
    "launch",
    "meeting",
    "study",
    "summer-school",
    "technical-assistance",
    "training",
    "training-of-trainers",
    "treaty-action",
    "workshop",
];

/// Audiences that this version knows by name.
pub const AUDIENCES: [&str; 16] = [
    "border-guards",
    "civil-society",
    "community",
    "educators",
    "general-public",
    "health-workers",
    "judiciary",
    "law-enforcement",
    "media",
    "mixed",
    "officials",
    "prosecutors",
    "students",
    "survivors",
    "trainers",
    "youth",
];

/// Words that pages use instead of a number.
pub const MAGNITUDES: [&str; 4] = ["tens", "hundreds", "thousands", "tens-of-thousands"];

macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$word_about:meta])* $word:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$word_about])* $word,)+
            /// A word that is not on the list, as the data set gives it.
            Other(Text),
        }

        impl $name {
            /// The words of the list, as data sets spell them.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The value for a word of a data set.
            pub fn from_code(code: &str) -> Self {
                match code {
                    $($code => Self::$word,)+
                    other => Self::Other(other.into()),
                }
            }

            /// The word, as data sets spell it.
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$word => $code,)+
                    Self::Other(code) => code,
                }
            }
        }
    };
}

vocabulary! {
    /// What a count says about the true number. An unlisted word counts like an absent bound.
    Bound {
        /// The number itself.
        Exact = "exact",
        /// The number or more: "over 100".
        AtLeast = "at-least",
        /// Near the number: "some 300".
        About = "about",
        /// The number or fewer.
        AtMost = "at-most",
    }
}

vocabulary! {
    /// Whether people took part or are still to. An unlisted word is neither.
    Status {
        /// They took part.
        Reached = "reached",
        /// They are to take part; never added to those reached.
        Planned = "planned",
    }
}

vocabulary! {
    /// How people took part.
    Mode {
        /// All in the same location.
        InPerson = "in-person",
        /// All over the network.
        Online = "online",
        /// Some in the same location and some over the network.
        Hybrid = "hybrid",
        /// An audience of broadcasts or social media: views, not participants. Left out of every count.
        OnlineMedia = "online-media",
    }
}

vocabulary! {
    /// What a record is. An unlisted word is treated as an activity.
    Scope {
        /// One activity.
        Activity = "activity",
        /// A figure that adds up a whole project: listed, never summed.
        ProjectTotal = "project-total",
    }
}
