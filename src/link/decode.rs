//! Reading links.

use percent_encoding::percent_decode_str;

use super::sort::sort_of;
use super::{LANGUAGES, years};
use crate::model::{AUDIENCES, Basis, Country, DataSet, Goal, KINDS, UNKNOWN};
use crate::query::{Facet, FacetValue, Index, Measure, Selection};

/// What a link says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecodedLink {
    /// The selection.
    pub selection: Selection,
    /// The language that the sharer read in, one of [`LANGUAGES`].
    pub language: Option<&'static str>,
    /// The record that is to be open, by its place in the data set.
    pub record: Option<usize>,
    /// What was not understood, in the order of the link.
    pub problems: Vec<LinkProblem>,
}

/// A part of a link that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkProblem {
    /// The key as it stands in the link.
    pub key: String,
    /// The value as it stands in the link, decoded where it can be.
    pub value: String,
    /// Why it was dropped.
    pub why: LinkProblemKind,
}

/// Why a part of a link was dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblemKind {
    /// No such key.
    UnknownKey,
    /// A value that the key does not take.
    Malformed,
    /// A code that neither the data nor the format defines.
    UnknownCode,
    /// The page fixes this facet.
    Fixed,
    /// The record is not one of the selection.
    Filtered,
}

/// Reads a link, with or without the `#` or `?` before it. Codes are looked up in the data set and its index. A
/// well-formed country, year or goal that the data do not have is kept: it gives an empty view, with the way back.
pub fn decode(link: &str, data: &DataSet, index: &Index) -> DecodedLink {
    let mut decoded = DecodedLink::default();
    let link = link.strip_prefix(['#', '?']).unwrap_or(link);
    for part in link.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match Facet::from_key(key) {
            Some(facet) => {
                for code in value.split('~') {
                    if let Err(why) = add_value(&mut decoded.selection, facet, code, data, index) {
                        decoded.drop(key, code, why);
                    }
                }
            }
            None => {
                if let Err(why) = decoded.set(key, value, data) {
                    decoded.drop(key, value, why);
                }
            }
        }
    }
    decoded
}

impl DecodedLink {
    fn drop(&mut self, key: &str, value: &str, why: LinkProblemKind) {
        let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
        self.problems.push(LinkProblem { key: key.to_owned(), value, why });
    }

    fn set(&mut self, key: &str, value: &str, data: &DataSet) -> Result<(), LinkProblemKind> {
        let understood = match key {
            "q" => plain(value).map(|words| self.selection.set_search(&words)),
            "basis" => {
                Basis::ALL.into_iter().find(|basis| basis.code() == value).map(|basis| self.selection.basis = basis)
            }
            "measure" => match value {
                "people" => Some(Measure::People),
                "activities" => Some(Measure::Activities),
                _ => None,
            }
            .map(|measure| self.selection.measure = measure),
            "sort" => sort_of(value).map(|sort| self.selection.sort = sort),
            "lang" => {
                LANGUAGES.into_iter().find(|language| *language == value).map(|language| self.language = Some(language))
            }
            "record" => {
                let id = plain(value).ok_or(LinkProblemKind::Malformed)?;
                let place = data.activities.iter().position(|activity| *activity.id == *id);
                self.record = Some(place.ok_or(LinkProblemKind::UnknownCode)?);
                Some(())
            }
            _ => return Err(LinkProblemKind::UnknownKey),
        };
        understood.ok_or(LinkProblemKind::Malformed)
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
    let code = plain(code).ok_or(LinkProblemKind::Malformed)?;
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
            if !defines(data, facet, &code) && !index.has(facet, &value) {
                return Err(if code.is_empty() { LinkProblemKind::Malformed } else { LinkProblemKind::UnknownCode });
            }
            value
        }
    };
    selection.insert(facet, value);
    Ok(())
}

/// Whether a table of the data set, or a list of the format, defines the code.
fn defines(data: &DataSet, facet: Facet, code: &str) -> bool {
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

/// The text without percent-encoding; `None` if it does not decode to a text.
fn plain(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned())
}
