//! The sentence that sums up the view. It is the heading of the page, is read out after each change, and replaces the
//! charts for those who cannot see them.

use super::filter_clauses::filter_clauses;
use super::{Block, ViewContext};
use crate::locale::{Sentence, SentencePiece};
use crate::query::{Facet, FacetValue, Qualifier};

/// The headline and the sentences after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The sentence in pieces; the pieces for `people` and `activities` are the numbers that change with the selection.
    pub sentence: Vec<SentencePiece>,
    /// Sentences about how certain the numbers are.
    pub detail: String,
    /// No activity matches: the screen offers to clear the filters.
    pub empty: bool,
}

impl Headline {
    /// The pieces of the sentence as one text.
    pub fn text(&self) -> String {
        self.sentence.iter().map(|part| part.text.as_str()).collect()
    }
}

/// The headline of a view.
pub fn headline(context: &ViewContext) -> Headline {
    let mut sentence = sentence(context);
    if let Some(first) = sentence.first_mut() {
        first.text = context.locale.capitalised(&first.text);
    }
    Headline { sentence, detail: detail(context), empty: context.totals.activities == 0 }
}

fn sentence(context: &ViewContext) -> Vec<SentencePiece> {
    let ViewContext { totals, locale, .. } = context;
    let filters: String = filter_clauses(context).into_iter().map(|clause| clause.words).collect();
    // The time in which a filtered view happens to lie would read as a filter. Only the whole data set has a time.
    let filters = if filters.is_empty() { time_span(context) } else { filters };
    let filters = ("filters", &*filters);
    if totals.activities == 0 {
        let is_whole = filters.1.is_empty();
        let sentence = if is_whole { Sentence::HeadlineEmptyData } else { Sentence::HeadlineEmptySelection };
        return locale.pieces(sentence, &[filters]);
    }
    let activities = locale.count(Sentence::Activities, totals.activities as u64, &[]);
    let tally = &totals.reached;
    let number = locale.tally(tally);
    let people = locale.count(Sentence::People, tally.high.unwrap_or(tally.low), &[("number", &number)]);
    let gaps = [("people", &*people), ("activities", &*activities), filters];
    match tally.qualifier {
        Qualifier::None => locale.pieces(Sentence::HeadlineNoNumber, &gaps),
        Qualifier::AtLeast if tally.counted == 0 => locale.pieces(Sentence::HeadlineMagnitudeOnly, &gaps),
        _ => locale.count_pieces(Sentence::HeadlineReached, tally.high.unwrap_or(tally.low), &gaps),
    }
}

/// The first and the last year of the activities, as part of the headline.
fn time_span(context: &ViewContext) -> String {
    let ViewContext { totals, locale, .. } = context;
    let mut years = totals.present(Facet::Year).iter().filter_map(FacetValue::number);
    match years.next().map(|first_year| (first_year, years.next_back())) {
        Some((year, None)) => locale.fill(Sentence::WhenOne, &[("year", &year.to_string())]),
        Some((first_year, Some(last_year))) => {
            locale.fill(Sentence::WhenMany, &[("years", &locale.years(first_year, last_year))])
        }
        None => String::new(),
    }
}

fn detail(context: &ViewContext) -> String {
    let ViewContext { totals, locale, selection, options, .. } = context;
    let tally = &totals.reached;
    let mut sentences = Vec::new();
    if totals.activities > 0 {
        let sentence = match (tally.counted, tally.uncounted) {
            // The headline itself says it.
            (0, _) => None,
            (_, 0) => Some(Sentence::CoverageAll),
            _ => Some(Sentence::CoverageSome),
        };
        sentences.extend(sentence.map(|sentence| locale.count(sentence, tally.counted as u64, &[])));
        match tally.qualifier {
            Qualifier::AtLeast if tally.counted > 0 => sentences.push(locale.say(Sentence::TrueFigureHigher)),
            // A range can also come from an upper bound, without any overlap.
            Qualifier::Range if totals.overlapped_people > 0 => {
                sentences.push(locale.say(Sentence::TrueFigureBetween));
            }
            _ => {}
        }
        if options.blocks.contains(&Block::Tiles) {
            // A tile says how many are planned.
        } else if totals.planned.qualifier == Qualifier::AtLeast && totals.planned.counted == 0 {
            sentences.push(locale.say(Sentence::MorePlannedMagnitudeOnly));
        } else if totals.planned.qualifier != Qualifier::None {
            let number = locale.tally(&totals.planned);
            let n = totals.planned.high.unwrap_or(totals.planned.low);
            sentences.push(locale.count(Sentence::MorePlanned, n, &[("number", &number)]));
        }
    } else {
        let advice = if selection.is_narrowed() { Sentence::EmptyAdvice } else { Sentence::EmptyDataAdvice };
        sentences.push(locale.say(advice));
    }
    let project_totals = totals.project_totals as u64;
    if project_totals > 0 && (totals.activities == 0 || selection.is_narrowed()) {
        sentences.push(locale.count(Sentence::ProjectTotalsListed, project_totals, &[]));
    }
    sentences.join(" ")
}
