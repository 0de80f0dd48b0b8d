//! English formats in place of the `Intl` of a browser: enough for the built-in data set, and the same on every
//! machine.

use std::rc::Rc;

use outreach_report::locale::{Formats, Locale};
use outreach_report::model::PartialDate;
use outreach_report::query::CaseFold;

use super::unicode_fold::UnicodeFold;

/// English numbers, dates and names; texts are sorted by their bytes.
pub(crate) struct English;

/// Country names as browsers give them. Three differ from the names that the United Nations use.
const COUNTRIES: &[(&str, &str)] = &[
    ("AF", "Afghanistan"),
    ("BD", "Bangladesh"),
    ("BT", "Bhutan"),
    ("ID", "Indonesia"),
    ("IN", "India"),
    ("IR", "Iran"),
    ("LK", "Sri Lanka"),
    ("LY", "Libya"),
    ("MM", "Myanmar (Burma)"),
    ("MV", "Maldives"),
    ("MY", "Malaysia"),
    ("NP", "Nepal"),
    ("PK", "Pakistan"),
    ("TR", "Turkey"),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English locale with these formats, with the sentences of the dialogs and of the text pages.
pub(crate) fn locale() -> Locale {
    Locale::english(Rc::new(English)).with_dialogs().with_pages()
}

/// A whole number with commas: `13,351`.
pub(crate) fn number(n: u64) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap()).collect();
    groups.join(",")
}

/// The number at the beginning of a text; commas are ignored.
pub(crate) fn leading_number(text: &str) -> Option<u64> {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    digits.parse().ok()
}

fn date(date: PartialDate) -> String {
    let month = date.month.map(|month| MONTHS[usize::from(month) - 1]);
    let parts = [date.day.map(|day| day.to_string()), month.map(str::to_owned), Some(date.year.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

impl CaseFold for English {
    fn fold(&self, text: &str) -> String {
        UnicodeFold.fold(text)
    }
}

impl Formats for English {
    fn number(&self, n: u64) -> String {
        number(n)
    }

    fn plural(&self, n: u64) -> String {
        if n == 1 { "one".into() } else { "other".into() }
    }

    fn date(&self, first: PartialDate, last: PartialDate) -> String {
        if first == last {
            return date(last);
        }
        // Words that both ends share at the end are written once: 3 – 5 September 2006.
        let (first, last) = (date(first), date(last));
        let (first_words, last_words): (Vec<&str>, Vec<&str>) = (first.split(' ').collect(), last.split(' ').collect());
        let shared = first_words.iter().rev().zip(last_words.iter().rev()).take_while(|(a, b)| a == b).count();
        format!("{} – {last}", first_words[..first_words.len() - shared].join(" "))
    }

    fn country(&self, code: &str) -> Option<String> {
        COUNTRIES.iter().find(|(known, _)| *known == code).map(|(_, name)| (*name).to_owned())
    }

    fn upper(&self, text: &str) -> String {
        text.to_uppercase()
    }

    fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn ranks(&self, texts: &[String]) -> Vec<u32> {
        texts.iter().map(|text| texts.iter().filter(|other| *other < text).count() as u32).collect()
    }
}
