//! The sentence that sums up the view. It is the heading of the page, is read out after each change, and replaces the
//! charts for those who cannot see them.

use super::ViewContext;
use super::chips::chosen_years;
use crate::locale::{Sentence, SentencePiece};
use crate::query::{CountingSummary, Facet, FacetValue, Qualifier};

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
    let ViewContext { totals, locale, selection, .. } = context;
    let empty = totals.activities == 0;
    let mut sentence = if !empty {
        sentence(context)
    } else if selection.is_narrowed() {
        locale.pieces(Sentence::HeadlineEmptySelection, &[])
    } else {
        locale.pieces(Sentence::HeadlineEmptyData, &[])
    };
    if let Some(first) = sentence.first_mut() {
        first.text = locale.capitalised(&first.text);
    }
    Headline { sentence, detail: detail(context), empty }
}

fn sentence(context: &ViewContext) -> Vec<SentencePiece> {
    let ViewContext { totals, locale, .. } = context;
    let activities = locale.count(Sentence::Activities, totals.activities as u64, &[]);
    let (where_text, when_text) = (where_text(context), when_text(context));
    let tally = &totals.reached;
    let number = locale.tally(tally);
    let people = locale.count(Sentence::People, tally.high.unwrap_or(tally.low), &[("number", &number)]);
    let gaps = [("people", &*people), ("activities", &*activities), ("where", &*where_text), ("when", &*when_text)];
    match tally.qualifier {
        Qualifier::None => locale.pieces(Sentence::HeadlineNoNumber, &gaps),
        Qualifier::AtLeast if tally.counted == 0 => locale.pieces(Sentence::HeadlineMagnitudeOnly, &gaps),
        _ => locale.count_pieces(Sentence::HeadlineReached, tally.high.unwrap_or(tally.low), &gaps),
    }
}

fn where_text(context: &ViewContext) -> String {
    let ViewContext { data, totals, locale, selection, .. } = context;
    // Activities in a chosen country may be in other countries too. The sentence names only those chosen countries in
    // which something was done.
    let present = totals.present(Facet::Country);
    let chosen: Vec<FacetValue> =
        present.iter().filter(|value| selection.contains(Facet::Country, value)).cloned().collect();
    let by_choice = selection.is_filtered(Facet::Country) && !selection.contains(Facet::Country, &FacetValue::Unknown);
    let countries = if by_choice { &chosen } else { present };
    match countries.len() {
        0 => String::new(),
        1..=3 => {
            let names = countries.iter().map(|value| locale.value(data, Facet::Country, value));
            locale.fill(Sentence::WhereNamed, &[("names", &locale.list(&names.collect::<Vec<_>>()))])
        }
        many => locale.count(Sentence::WhereCounted, many as u64, &[]),
    }
}

fn when_text(context: &ViewContext) -> String {
    let chosen = context.selection.years();
    if !chosen.is_empty() && !chosen.undated {
        let years = chosen_years(context);
        return match chosen.ranges() {
            [(first_year, last_year)] if first_year == last_year => {
                context.locale.fill(Sentence::WhenOne, &[("year", &years)])
            }
            _ => context.locale.fill(Sentence::WhenMany, &[("years", &years)]),
        };
    }
    let years = context.totals.present(Facet::Year);
    let first_year = years.first().and_then(|value| value.number());
    let last_year = years.last().and_then(|value| value.number());
    match (first_year, last_year) {
        (Some(first_year), Some(last_year)) if first_year == last_year => {
            context.locale.fill(Sentence::WhenOne, &[("year", &first_year.to_string())])
        }
        (Some(first_year), Some(last_year)) => {
            context.locale.fill(Sentence::WhenMany, &[("years", &context.locale.years(first_year, last_year))])
        }
        _ => String::new(),
    }
}

fn detail(context: &ViewContext) -> String {
    let ViewContext { totals, locale, selection, data, .. } = context;
    let tally = &totals.reached;
    let mut sentences = Vec::new();
    if totals.activities > 0 {
        let activities = totals.activities as u64;
        let (counted, uncounted) = (locale.number(tally.counted as u64), locale.number(tally.uncounted as u64));
        let sentence = match (tally.counted, tally.uncounted) {
            (0, _) => Sentence::CoverageNone,
            (_, 0) => Sentence::CoverageAll,
            _ => Sentence::CoverageSome,
        };
        sentences.push(locale.count(sentence, activities, &[("counted", &counted), ("uncounted", &uncounted)]));
        match tally.qualifier {
            Qualifier::AtLeast if tally.counted > 0 => sentences.push(locale.say(Sentence::TrueFigureHigher)),
            // A range can also come from an upper bound, without any overlap.
            Qualifier::Range if CountingSummary::of(data, selection, totals).overlap > 0 => {
                sentences.push(locale.say(Sentence::TrueFigureBetween));
            }
            _ => {}
        }
        if totals.planned.qualifier == Qualifier::AtLeast && totals.planned.counted == 0 {
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
    let records = totals.rows.iter().filter_map(|row| data.activities.get(*row));
    let project_totals = records.filter(|record| record.is_project_total()).count() as u64;
    if project_totals > 0 && (totals.activities == 0 || selection.is_narrowed()) {
        sentences.push(locale.count(Sentence::ProjectTotalsListed, project_totals, &[]));
    }
    sentences.join(" ")
}
