//! The short lists of words that reach entries and activities use. A word that is not on its list is kept as
//! `Other`, so that an export gives back what came in; the parser reports it.

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

/// Words that pages use where they give no number.
pub const MAGNITUDES: [&str; 4] = ["tens", "hundreds", "thousands", "tens-of-thousands"];

macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$word_about:meta])* $word:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$word_about])* $word,)+
            /// A word that is not on the list, kept as it was found.
            Other(Text),
        }

        impl $name {
            /// The words of the list as they are written in a data set.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The value that this word stands for.
            pub fn from_code(code: &str) -> Self {
                match code {
                    $($code => Self::$word,)+
                    other => Self::Other(other.into()),
                }
            }

            /// The word as it is written in a data set.
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
    /// What a count says about the true number. A word that is not on the list counts like no bound given.
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
    /// Whether people took part or are still to. A word that is not on the list is neither.
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
        /// In one room.
        InPerson = "in-person",
        /// Over the network.
        Online = "online",
        /// Some in the room and some over the network.
        Hybrid = "hybrid",
        /// An audience of broadcasts or social media: views, not participants. Left out of every count.
        OnlineMedia = "online-media",
    }
}

vocabulary! {
    /// What a record is. A word that is not on the list is taken for an activity.
    Scope {
        /// One activity.
        Activity = "activity",
        /// A figure that adds up a whole project: listed, never summed.
        ProjectTotal = "project-total",
    }
}
