//! Numbers with their qualifiers: "at least 5,210", "5,164 to 5,210", "about 300". Invariant: a total is never shown
//! without its qualifier.

use super::{Locale, Sentence};
use crate::model::Reach;
use crate::query::{Qualifier, Tally};

impl Locale {
    /// A whole number.
    pub fn number(&self, n: u64) -> String {
        self.formats.number(n)
    }

    /// A total in words: "at least 5,210". A total that is open and counts no number comes from pages that give only
    /// words; it is shown as such, because a zero would be false.
    pub fn tally(&self, tally: &Tally) -> String {
        let low = self.number(tally.low);
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => self.say(Sentence::NoNumber),
            (Qualifier::AtLeast, _) if tally.counted == 0 => self.say(Sentence::MagnitudeOnly),
            (Qualifier::AtLeast, _) => self.fill(Sentence::AtLeast, &[("n", &low)]),
            (Qualifier::Range, Some(high)) if tally.low == 0 => {
                self.fill(Sentence::AtMost, &[("n", &self.number(high))])
            }
            (Qualifier::Range, Some(high)) => {
                self.fill(Sentence::Range, &[("low", &low), ("high", &self.number(high))])
            }
            (Qualifier::About, _) => self.fill(Sentence::About, &[("n", &low)]),
            _ => low,
        }
    }

    /// The same with symbols instead of words, for the label of a bar: "≥ 5,210".
    pub fn tally_short(&self, tally: &Tally) -> String {
        let low = self.number(tally.low);
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => self.say(Sentence::NoNumberShort),
            (Qualifier::AtLeast, _) if tally.counted == 0 => self.say(Sentence::MagnitudeOnlyShort),
            (Qualifier::AtLeast, _) => self.fill(Sentence::AtLeastShort, &[("n", &low)]),
            (Qualifier::Range, Some(high)) if tally.low == 0 => {
                self.fill(Sentence::AtMostShort, &[("n", &self.number(high))])
            }
            (Qualifier::Range, Some(high)) => {
                self.fill(Sentence::RangeShort, &[("low", &low), ("high", &self.number(high))])
            }
            (Qualifier::About, _) => self.fill(Sentence::AboutShort, &[("n", &low)]),
            _ => low,
        }
    }

    /// The word before the number and the number, separately, for a tile: ("at least", "13,351").
    pub fn tally_with_qualifier(&self, tally: &Tally) -> (String, String) {
        let low = self.number(tally.low);
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => (String::new(), self.say(Sentence::NoNumberShort)),
            (Qualifier::AtLeast, _) if tally.counted == 0 => (String::new(), self.say(Sentence::MagnitudeOnly)),
            (Qualifier::AtLeast, _) => (self.say(Sentence::WordAtLeast), low),
            (Qualifier::Range, Some(high)) if tally.low == 0 => (self.say(Sentence::WordAtMost), self.number(high)),
            (Qualifier::Range, Some(high)) => {
                (String::new(), self.fill(Sentence::RangeShort, &[("low", &low), ("high", &self.number(high))]))
            }
            (Qualifier::About, _) => (self.say(Sentence::WordAbout), low),
            _ => (String::new(), low),
        }
    }

    /// The number of a reach entry with its bound, or its magnitude, whatever its outcome in a total.
    pub fn reach(&self, entry: &Reach) -> String {
        let Some(count) = entry.count else {
            let magnitude = entry.magnitude.as_deref();
            return magnitude.map_or_else(|| self.say(Sentence::NoNumber), |word| self.name_of("magnitudes", word));
        };
        // Only the bound decides how the number is shown; status and mode only decide whether and where it is counted.
        let number = self.number(count.get());
        let sentence = match &entry.bound {
            Some(crate::model::Bound::AtLeast) => Sentence::AtLeast,
            Some(crate::model::Bound::About) => Sentence::About,
            Some(crate::model::Bound::AtMost) => Sentence::AtMost,
            _ => return number,
        };
        self.fill(sentence, &[("n", &number)])
    }
}
