//! Reads links. Invariant: every link can be read; each part that is not understood becomes a [`LinkProblem`].

use percent_encoding::percent_decode_str;

use super::sort::sort_from_code;
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
}

/// Reads a link, with or without `#` or `?` at its start. Codes are looked up in the data set and its index. A valid
/// country, year or goal that does not occur in the data is kept: the view is then empty and offers to remove the
/// filter.
pub fn decode(link: &str, data: &DataSet, index: &Index) -> DecodedLink {
    let mut decoded = DecodedLink::default();
    let link = link.strip_prefix(['#', '?']).unwrap_or(link);
    for part in link.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match Facet::from_key(key) {
            Some(facet) => {
                for code in value.split('~') {
                    if let Err(kind) = add_value(&mut decoded.selection, facet, code, data, index) {
                        decoded.report(key, code, kind);
                    }
                }
            }
            None => {
                if let Err(kind) = decoded.read_key(key, value, data) {
                    decoded.report(key, value, kind);
                }
            }
        }
    }
    decoded
}

impl DecodedLink {
    fn report(&mut self, key: &str, value: &str, kind: LinkProblemKind) {
        let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
        self.problems.push(LinkProblem { key: key.to_owned(), value, kind });
    }

    /// Reads a key that is not a facet.
    fn read_key(&mut self, key: &str, value: &str, data: &DataSet) -> Result<(), LinkProblemKind> {
        let accepted = match key {
            "q" => percent_decoded(value).map(|words| self.selection.set_search(&words)),
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
                let id = percent_decoded(value).ok_or(LinkProblemKind::Malformed)?;
                let row = data.activities.iter().position(|activity| *activity.id == *id);
                self.opened_row = Some(row.ok_or(LinkProblemKind::UnknownCode)?);
                Some(())
            }
            _ => return Err(LinkProblemKind::UnknownKey),
        };
        accepted.ok_or(LinkProblemKind::Malformed)
    }
}

/// Adds one value of a facet to the selection.
fn add_value(
    selection: &mut Selection,
    facet: Facet,
    code: &str,
    data: &DataSet,
    index: &Index,
) -> Result<(), LinkProblemKind> {
    let code = percent_decoded(code).ok_or(LinkProblemKind::Malformed)?;
    if code == UNKNOWN {
        selection.insert(facet, FacetValue::Unknown);
        return Ok(());
    }
    let value = match facet {
        Facet::Year => {
            let (from, to) = years::read(&code).ok_or(LinkProblemKind::Malformed)?;
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
            let value = FacetValue::Code(code.as_str().into());
            if !is_defined(data, facet, &code) && !index.has(facet, &value) {
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
