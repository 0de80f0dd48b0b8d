//! Numbers with what we know of them: "at least 5,210", "5,164 to 5,210", "about 300".

use super::{Locale, Sentence};
use crate::model::Reach;
use crate::query::{Amount, Qualifier, Tally};

impl Locale {
    /// A whole number.
    pub fn number(&self, n: u64) -> String {
        self.formats.number(n)
    }

    /// The number of a total in words: "at least 5,210". Where nothing bounds it and nothing is counted, pages
    /// gave words only, and a zero would be a lie.
    pub fn tally(&self, tally: &Tally) -> String {
        let low = self.number(tally.low);
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => self.say(Sentence::NoNumber),
            (Qualifier::AtLeast, _) if tally.counted == 0 => self.say(Sentence::WordsOnly),
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

    /// The same in signs, for beside a bar: "≥ 5,210".
    pub fn tally_short(&self, tally: &Tally) -> String {
        let low = self.number(tally.low);
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => self.say(Sentence::NoNumberShort),
            (Qualifier::AtLeast, _) if tally.counted == 0 => self.say(Sentence::WordsOnlyShort),
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

    /// The number and the word before it apart, for a tile: ("at least", "13,351").
    pub fn tally_with_qualifier(&self, tally: &Tally) -> (String, String) {
        let low = self.number(tally.low);
        match (tally.qualifier, tally.high) {
            (Qualifier::None, _) => (String::new(), self.say(Sentence::NoNumberShort)),
            (Qualifier::AtLeast, _) if tally.counted == 0 => (String::new(), self.say(Sentence::WordsOnly)),
            (Qualifier::AtLeast, _) => (self.say(Sentence::WordAtLeast), low),
            (Qualifier::Range, Some(high)) if tally.low == 0 => (self.say(Sentence::WordAtMost), self.number(high)),
            (Qualifier::Range, Some(high)) => {
                (String::new(), self.fill(Sentence::RangeShort, &[("low", &low), ("high", &self.number(high))]))
            }
            (Qualifier::About, _) => (self.say(Sentence::WordAbout), low),
            _ => (String::new(), low),
        }
    }

    /// What a reach entry says about its number, whatever becomes of it in a total.
    pub fn reach(&self, entry: &Reach) -> String {
        let Some(count) = entry.count else {
            let magnitude = entry.magnitude.as_deref();
            return magnitude.map_or_else(|| self.say(Sentence::NoNumber), |word| self.name_of("magnitudes", word));
        };
        // The bound alone decides how the number reads; status and mode only decide where it counts.
        let number = self.number(count.get());
        let key = match &entry.bound {
            Some(crate::model::Bound::AtLeast) => Sentence::AtLeast,
            Some(crate::model::Bound::About) => Sentence::About,
            Some(crate::model::Bound::AtMost) => Sentence::AtMost,
            _ => return number,
        };
        self.fill(key, &[("n", &number)])
    }

    /// The amount of one activity in signs, for the table.
    pub fn amount_short(&self, amount: &Amount) -> String {
        self.tally_short(&Tally::of_activity(amount))
    }
}
