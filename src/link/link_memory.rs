//! What a link remembers: the version of the data set with which it was made, and the numbers that its sender saw.
//!
//! In a link it is the last key, `was`, which is not part of the selection: `was=VERSION~PEOPLE~ACTIVITIES`.
//!
//! - VERSION is the field `updated` of the data set, percent-encoded: `2026-11-22`.
//! - PEOPLE is the total of people reached: `13351` exact, `13351..` at least, `5164..5210` a range, `c300` about
//!   (circa), `words` if pages give only words, `none` if nothing is counted.
//! - ACTIVITIES is the number of activities.
//!
//! Invariant: [`LinkMemory::read`] reads back everything that [`LinkMemory::write`] writes, and reads nothing else.

use percent_encoding::percent_decode_str;

use super::code::encode_code;
use crate::model::EdtfDate;
use crate::query::{Qualifier, Tally, Totals};

/// The key of the link memory in links.
pub const MEMORY_KEY: &str = "was";

/// What a link remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkMemory {
    /// The field `updated` of the data set.
    pub data_date: EdtfDate,
    /// The numbers that the sender saw.
    pub shown: RememberedNumbers,
}

/// The two numbers of a selection that a link remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RememberedNumbers {
    /// People reached.
    pub reached: RememberedNumber,
    /// The number of activities.
    pub activities: u64,
}

/// A number of people, and what it says about the true number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RememberedNumber {
    /// Nothing is counted.
    None,
    /// Pages give only words.
    MagnitudeOnly,
    /// The number itself.
    Exact(u64),
    /// About this number.
    About(u64),
    /// At least this number.
    AtLeast(u64),
    /// From the first to the second number.
    Range(u64, u64),
}

impl LinkMemory {
    /// The link memory for these totals; `None` if the data set has no field `updated`.
    pub fn of(updated: Option<&EdtfDate>, totals: &Totals) -> Option<Self> {
        Some(Self { data_date: updated?.clone(), shown: RememberedNumbers::of(totals) })
    }

    /// The value of the key `was`.
    pub fn write(&self) -> String {
        let RememberedNumbers { reached, activities } = self.shown;
        format!("{}~{}~{activities}", encode_code(self.data_date.text()), reached.write())
    }

    /// Reads the value of the key `was`; `None` if [`LinkMemory::write`] does not write this text.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('~');
        let (Some(data_date), Some(reached), Some(activities), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let data_date = EdtfDate::parse(&percent_decode_str(data_date).decode_utf8().ok()?)?;
        let shown =
            RememberedNumbers { reached: RememberedNumber::read(reached)?, activities: activities.parse().ok()? };
        // Each number has one spelling: without a plus and without leading zeros.
        Some(Self { data_date, shown }).filter(|memory| memory.write() == text)
    }

    /// The same for a text that programs have changed on its way: `~` may be encoded, and signs of a sentence may stand
    /// behind the last number.
    pub fn read_leniently(text: &str) -> Option<Self> {
        let decoded = if text.contains('~') { text.to_owned() } else { text.replace("%7E", "~").replace("%7e", "~") };
        let (rest, activities) = decoded.rsplit_once('~')?;
        let number: String = activities.chars().take_while(char::is_ascii_alphanumeric).collect();
        Self::read(&format!("{rest}~{number}"))
    }

    /// The folder that has the data of this version: its day, month or year. `None` for any other version, because the
    /// folder becomes part of an address and the link may come from anyone.
    pub fn folder(&self) -> Option<&str> {
        let text: &str = self.data_date.text();
        let has_digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_date_part =
            |(index, part): (usize, &str)| has_digits_only(part) && part.len() == if index == 0 { 4 } else { 2 };
        (text.len() <= "2026-11-22".len() && text.split('-').enumerate().all(is_date_part)).then_some(text)
    }
}

/// The value of the key `was` in a link, without decoding; if there are several, the last.
pub fn memory_text(link: &str) -> Option<&str> {
    let link = link.strip_prefix(['#', '?']).unwrap_or(link);
    link.split('&').filter_map(|part| part.strip_prefix(MEMORY_KEY)?.strip_prefix('=')).next_back()
}

/// The link with the link memory, if there is one.
pub(super) fn append_memory(link: String, memory: Option<&LinkMemory>) -> String {
    match memory {
        Some(memory) => format!("{link}&{MEMORY_KEY}={}", memory.write()),
        None => link,
    }
}

impl RememberedNumbers {
    /// The numbers of these totals.
    pub fn of(totals: &Totals) -> Self {
        Self { reached: RememberedNumber::of(&totals.reached), activities: totals.activities as u64 }
    }
}

impl RememberedNumber {
    /// The number of a tally.
    pub fn of(tally: &Tally) -> Self {
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => Self::None,
            (Qualifier::AtLeast, _) if tally.counted == 0 => Self::MagnitudeOnly,
            (Qualifier::AtLeast, _) | (Qualifier::Range, None) => Self::AtLeast(tally.low),
            (Qualifier::Range, Some(high)) => Self::Range(tally.low, high),
            (Qualifier::About, _) => Self::About(tally.low),
            (Qualifier::Exact, _) => Self::Exact(tally.low),
        }
    }

    /// A tally with this number, for showing it like a current one.
    pub fn tally(self) -> Tally {
        let (low, high, qualifier) = match self {
            Self::None => (0, Some(0), Qualifier::None),
            Self::MagnitudeOnly => (0, None, Qualifier::AtLeast),
            Self::Exact(n) => (n, Some(n), Qualifier::Exact),
            Self::About(n) => (n, Some(n), Qualifier::About),
            Self::AtLeast(n) => (n, None, Qualifier::AtLeast),
            Self::Range(low, high) => (low, Some(high), Qualifier::Range),
        };
        let counted = usize::from(!matches!(self, Self::None | Self::MagnitudeOnly));
        Tally { low, high, qualifier, counted, uncounted: 0 }
    }

    fn write(self) -> String {
        match self {
            Self::None => "none".to_owned(),
            Self::MagnitudeOnly => "words".to_owned(),
            Self::Exact(n) => n.to_string(),
            Self::About(n) => format!("c{n}"),
            Self::AtLeast(n) => format!("{n}.."),
            Self::Range(low, high) => format!("{low}..{high}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        match (text, text.split_once("..")) {
            ("none", _) => Some(Self::None),
            ("words", _) => Some(Self::MagnitudeOnly),
            (_, Some((low, ""))) => low.parse().ok().map(Self::AtLeast),
            (_, Some((low, high))) => {
                let (low, high) = (low.parse().ok()?, high.parse().ok()?);
                (low < high).then_some(Self::Range(low, high))
            }
            (_, None) => match text.strip_prefix('c') {
                Some(number) => number.parse().ok().map(Self::About),
                None => text.parse().ok().map(Self::Exact),
            },
        }
    }
}
