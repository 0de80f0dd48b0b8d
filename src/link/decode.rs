//! Reads links. Invariant: every link can be read; each part that is not understood becomes a [`LinkProblem`].

use percent_encoding::percent_decode_str;

use super::sort::sort_from_code;
use super::trailing_signs::is_sign;
use super::{LANGUAGES, years};
use crate::model::{AUDIENCES, Basis, Country, DataSet, Goal, KINDS, UNKNOWN};
use crate::query::{Facet, FacetValue, Index, Measure, Selection};

/// The content of a link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecodedLink {
    /// The selection.
    pub selection: Selection,
    /// The language in which the sender read the report, one of [`LANGUAGES`].
    pub language: Option<&'static str>,
    /// The row of the record to show opened.
    pub opened_row: Option<usize>,
    /// What was not understood, in the order of the link.
    pub problems: Vec<LinkProblem>,
}

/// A part of a link that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkProblem {
    /// The key, as in the link.
    pub key: String,
    /// The value, percent-decoded as far as possible.
    pub value: String,
    /// Why it was dropped.
    pub kind: LinkProblemKind,
}

/// Why a part of a link was dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblemKind {
    /// The key does not exist.
    UnknownKey,
    /// The key does not allow this value.
    Malformed,
    /// Neither the data set nor the format defines this code.
    UnknownCode,
    /// The facet is read-only: the page around the element has locked it. Hidden facets are not named.
    ReadOnly,
    /// The record is not in the selection.
    Filtered,
    /// Nothing was dropped, but the full stop behind a year may be what a program has left of a range.
    PerhapsCut,
}

/// Reads a link, with or without `#` or `?` at its start. Codes are looked up in the data set and its index. A valid
/// country, year or goal that does not occur in the data is kept: the view is then empty and offers to remove the
/// filter.
pub fn decode(link: &str, data: &DataSet, index: &Index) -> DecodedLink {
    let mut decoded = DecodedLink::default();
    decoded.read_parts(link.strip_prefix(['#', '?']).unwrap_or(link), 3, data, index);
    decoded
}

impl DecodedLink {
    fn report(&mut self, key: &str, value: &str, kind: LinkProblemKind) {
        let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
        self.problems.push(LinkProblem { key: key.to_owned(), value, kind });
    }

    /// Reads the parts of a link. `rounds`: how often what is encoded may be encoded again.
    fn read_parts(&mut self, link: &str, rounds: u8, data: &DataSet, index: &Index) {
        for part in link.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            self.read_part(key, value, rounds, data, index);
        }
    }

    /// Reads the values of a key. A value that cannot be read as it is, is read without the signs at its end.
    fn read_part(&mut self, key: &str, values: &str, rounds: u8, data: &DataSet, index: &Index) {
        let facet = Facet::from_key(key);
        // No value contains `&`.
        for value in values.split(if facet.is_some() { '~' } else { '&' }) {
            let text = percent_decoded(value);
            let mut code = text.as_deref().unwrap_or_default();
            let mut problem = text.is_none().then_some(LinkProblemKind::Malformed);
            while text.is_some() {
                let read = match facet {
                    Some(facet) => add_value(&mut self.selection, facet, code, data, index),
                    None => self.read_key(key, code, data),
                };
                let Err(kind) = read else {
                    problem = None;
                    break;
                };
                problem.get_or_insert(kind);
                match code.strip_suffix(is_sign) {
                    Some(rest) if !rest.is_empty() => code = rest,
                    _ => break,
                }
            }
            let signs = text.as_deref().and_then(|text| text.strip_prefix(code)).unwrap_or_default();
            match (problem, &text) {
                (None, _) if facet == Some(Facet::Year) && code.len() == 4 && signs.starts_with(['.', '…']) => {
                    self.report(key, value, LinkProblemKind::PerhapsCut);
                }
                (None, _) => {}
                // What separates values and parts may be encoded too.
                (_, Some(text)) if facet.is_some() && rounds > 0 && text != value => {
                    self.read_parts(&format!("{key}={text}"), rounds - 1, data, index);
                }
                (Some(kind), _) => self.report(key, value, kind),
            }
        }
    }

    /// Reads a key that is not a facet, and its decoded value.
    fn read_key(&mut self, key: &str, value: &str, data: &DataSet) -> Result<(), LinkProblemKind> {
        let accepted = match key {
            "q" => {
                self.selection.set_search(value);
                Some(())
            }
            "basis" => {
                Basis::ALL.into_iter().find(|basis| basis.code() == value).map(|basis| self.selection.basis = basis)
            }
            "measure" => match value {
                "people" => Some(Measure::People),
                "activities" => Some(Measure::Activities),
                _ => None,
            }
            .map(|measure| self.selection.measure = measure),
            "sort" => sort_from_code(value).map(|sort| self.selection.sort = sort),
            "lang" => {
                LANGUAGES.into_iter().find(|language| *language == value).map(|language| self.language = Some(language))
            }
            "record" => {
                let row = data.activities.iter().position(|activity| *activity.id == *value);
                self.opened_row = Some(row.ok_or(LinkProblemKind::UnknownCode)?);
                Some(())
            }
            _ => return Err(LinkProblemKind::UnknownKey),
        };
        accepted.ok_or(LinkProblemKind::Malformed)
    }
}

/// Adds one value of a facet to the selection, by its decoded code.
fn add_value(
    selection: &mut Selection,
    facet: Facet,
    code: &str,
    data: &DataSet,
    index: &Index,
) -> Result<(), LinkProblemKind> {
    if code == UNKNOWN {
        selection.insert(facet, FacetValue::Unknown);
        return Ok(());
    }
    let value = match facet {
        Facet::Year => {
            let (from, to) = years::read(code).ok_or(LinkProblemKind::Malformed)?;
            selection.add_years(from, to);
            return Ok(());
        }
        Facet::Country => {
            if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                return Err(LinkProblemKind::Malformed);
            }
            Country::new(&code.to_ascii_uppercase()).ok_or(LinkProblemKind::UnknownCode)?.into()
        }
        Facet::Goal => {
            let number = code.parse().ok().and_then(Goal::new);
            number.ok_or(LinkProblemKind::Malformed)?.into()
        }
        _ => {
            let value = FacetValue::Code(code.into());
            if !is_defined(data, facet, code) && !index.has(facet, &value) {
                return Err(if code.is_empty() { LinkProblemKind::Malformed } else { LinkProblemKind::UnknownCode });
            }
            value
        }
    };
    selection.insert(facet, value);
    Ok(())
}

/// Whether a table of the data set or a list of the format defines the code.
fn is_defined(data: &DataSet, facet: Facet, code: &str) -> bool {
    match facet {
        Facet::Kind => KINDS.contains(&code),
        Facet::Audience => AUDIENCES.contains(&code),
        Facet::Theme => data.theme(code).is_some(),
        Facet::Organisation => data.organisation(code).is_some(),
        Facet::Donor => data.donor(code).is_some(),
        Facet::Project => data.project(code).is_some(),
        Facet::Country | Facet::Year | Facet::Goal => false,
    }
}

/// The text without percent-encoding; `None` if it is not UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned())
}
