//! What a link remembers: the version of the data set that it was made of, and the number that its view showed then.
//!
//! In a link it is the key `was`, which stands last and is no part of the selection: `was=VERSION~PEOPLE~ACTIVITIES`.
//!
//! - VERSION is the data set's `updated`, with percent signs where an address needs them: `2026-11-22`.
//! - PEOPLE is the total of people reached: `13351` exact, `13351..` at least, `5164..5210` a range, `c300` about
//!   (circa), `words` where pages give only words, `none` where nothing is counted.
//! - ACTIVITIES is how many activities.
//!
//! Invariants: what [`LinkMemory::write`] writes [`LinkMemory::read`] reads back, and nothing else than what it writes is read.

use percent_encoding::percent_decode_str;

use super::code::encode_code;
use crate::model::EdtfDate;
use crate::query::{Qualifier, Tally, Totals};

/// The key in links.
pub const MEMORY_KEY: &str = "was";

/// What a link remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkMemory {
    /// The data set's `updated`.
    pub version: EdtfDate,
    /// What the view showed.
    pub shown: RememberedNumbers,
}

/// The two numbers of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RememberedNumbers {
    /// People reached.
    pub people: RememberedNumber,
    /// How many activities.
    pub activities: u64,
}

/// A number of people with what it says about the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RememberedNumber {
    /// Nothing is counted.
    None,
    /// Pages give only words.
    Words,
    /// The number itself.
    Exact(u64),
    /// About so many.
    About(u64),
    /// At least so many.
    AtLeast(u64),
    /// From so many to so many.
    Range(u64, u64),
}

impl LinkMemory {
    /// What a link of this view is to remember; nothing where the data set does not say of when it is.
    pub fn of(updated: Option<&EdtfDate>, totals: &Totals) -> Option<Self> {
        Some(Self { version: updated?.clone(), shown: RememberedNumbers::of(totals) })
    }

    /// The text of the key's value.
    pub fn write(&self) -> String {
        let RememberedNumbers { people, activities } = self.shown;
        format!("{}~{}~{activities}", encode_code(self.version.text()), people.write())
    }

    /// Reads the key's value; nothing where it is none that [`LinkMemory::write`] writes.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('~');
        let (Some(version), Some(people), Some(activities), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let version = EdtfDate::parse(&percent_decode_str(version).decode_utf8().ok()?)?;
        let shown = RememberedNumbers { people: RememberedNumber::read(people)?, activities: activities.parse().ok()? };
        // A number has one way to be written: without signs, and without a zero before it.
        Some(Self { version, shown }).filter(|memory| memory.write() == text)
    }

    /// The folder in which the data of this version are kept, where they can be: named by a day, a month or a year.
    /// Anything else is asked for nowhere, because the link is a stranger's and the folder becomes part of an address.
    pub fn folder(&self) -> Option<&str> {
        let text: &str = self.version.text();
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let long = |(at, part): (usize, &str)| digits(part) && part.len() == if at == 0 { 4 } else { 2 };
        (text.len() <= "2026-11-22".len() && text.split('-').enumerate().all(long)).then_some(text)
    }
}

/// The value of the key `was` in a link, as it stands there; of several, the last.
pub fn memory_text(link: &str) -> Option<&str> {
    let link = link.strip_prefix(['#', '?']).unwrap_or(link);
    link.split('&').filter_map(|part| part.strip_prefix(MEMORY_KEY)?.strip_prefix('=')).next_back()
}

/// A link that also remembers, where there is something to remember.
pub(super) fn append(link: String, memory: Option<&LinkMemory>) -> String {
    match memory {
        Some(memory) => format!("{link}&{MEMORY_KEY}={}", memory.write()),
        None => link,
    }
}

impl RememberedNumbers {
    /// The numbers of these totals.
    pub fn of(totals: &Totals) -> Self {
        Self { people: RememberedNumber::of(&totals.people), activities: totals.activities as u64 }
    }
}

impl RememberedNumber {
    /// What a tally says.
    pub fn of(tally: &Tally) -> Self {
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => Self::None,
            (Qualifier::AtLeast, _) if tally.counted == 0 => Self::Words,
            (Qualifier::AtLeast, _) | (Qualifier::Range, None) => Self::AtLeast(tally.low),
            (Qualifier::Range, Some(high)) => Self::Range(tally.low, high),
            (Qualifier::About, _) => Self::About(tally.low),
            (Qualifier::Exact, _) => Self::Exact(tally.low),
        }
    }

    /// A tally that says the same, so that both read alike.
    pub fn tally(self) -> Tally {
        let (low, high, qualifier) = match self {
            Self::None => (0, Some(0), Qualifier::None),
            Self::Words => (0, None, Qualifier::AtLeast),
            Self::Exact(n) => (n, Some(n), Qualifier::Exact),
            Self::About(n) => (n, Some(n), Qualifier::About),
            Self::AtLeast(n) => (n, None, Qualifier::AtLeast),
            Self::Range(low, high) => (low, Some(high), Qualifier::Range),
        };
        let counted = usize::from(!matches!(self, Self::None | Self::Words));
        Tally { low, high, qualifier, counted, uncounted: 0 }
    }

    fn write(self) -> String {
        match self {
            Self::None => "none".to_owned(),
            Self::Words => "words".to_owned(),
            Self::Exact(n) => n.to_string(),
            Self::About(n) => format!("c{n}"),
            Self::AtLeast(n) => format!("{n}.."),
            Self::Range(low, high) => format!("{low}..{high}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        match (text, text.split_once("..")) {
            ("none", _) => Some(Self::None),
            ("words", _) => Some(Self::Words),
            (_, Some((low, ""))) => low.parse().ok().map(Self::AtLeast),
            (_, Some((low, high))) => {
                let (low, high) = (low.parse().ok()?, high.parse().ok()?);
                (low < high).then_some(Self::Range(low, high))
            }
            (_, None) => match text.strip_prefix('c') {
                Some(about) => about.parse().ok().map(Self::About),
                None => text.parse().ok().map(Self::Exact),
            },
        }
    }
}
