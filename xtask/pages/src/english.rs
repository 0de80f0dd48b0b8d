//! English numbers, dates and names as browsers write them for `en-GB`, for pages that are written at build time.
//!
//! Invariant: the texts equal those of `static/loader/formats.js`; `tests/browser/text.test.mjs` compares them.

use std::cmp::Ordering;

use outreach_report::locale::Formats;
use outreach_report::model::PartialDate;
use outreach_report::query::CaseFold;

/// The country names of the Unicode Common Locale Data Repository, a code and a name on each line. The language file
/// overrides those for which the United Nations use another name.
const COUNTRIES: &str = include_str!("countries.txt");

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

/// The formats of `en-GB`.
pub(crate) struct English;

impl CaseFold for English {
    /// Lower case is enough for views without a search; pages show no others.
    fn fold(&self, text: &str) -> String {
        text.to_lowercase()
    }
}

impl Formats for English {
    fn number(&self, n: u64) -> String {
        match n {
            0..1000 => n.to_string(),
            _ => format!("{},{:03}", self.number(n / 1000), n % 1000),
        }
    }

    fn plural(&self, n: u64) -> String {
        if n == 1 { "one".into() } else { "other".into() }
    }

    fn date(&self, first: PartialDate, last: PartialDate) -> String {
        if first == last {
            return date_parts(last).join(" ");
        }
        // The parts that both dates share at their end appear once: 3 – 5 September 2006.
        let (from, to) = (date_parts(first), date_parts(last));
        let shared = from.iter().rev().zip(to.iter().rev()).take_while(|(a, b)| a == b).count();
        let from: Vec<String> = from.into_iter().rev().skip(shared).rev().collect();
        format!("{} – {}", from.join(" "), to.join(" "))
    }

    fn country(&self, code: &str) -> Option<String> {
        let mut lines = COUNTRIES.lines().filter_map(|line| line.split_once(' '));
        lines.find(|(line_code, _)| *line_code == code).map(|(_, name)| name.to_owned())
    }

    fn upper(&self, text: &str) -> String {
        text.to_uppercase()
    }

    fn lower(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn ranks(&self, texts: &[String]) -> Vec<u32> {
        let less = |a: &str, b: &str| a.to_lowercase().cmp(&b.to_lowercase()) == Ordering::Less;
        texts.iter().map(|text| texts.iter().filter(|other| less(other, text)).count() as u32).collect()
    }
}

/// Day, month and year, as far as they are known.
fn date_parts(date: PartialDate) -> Vec<String> {
    let month = date.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let parts =
        [date.day.map(|day| day.to_string()), month.map(|name| (*name).to_owned()), Some(date.year.to_string())];
    parts.into_iter().flatten().collect()
}
