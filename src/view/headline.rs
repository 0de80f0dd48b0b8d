//! The sentence that says the whole view: it heads the page, is read out after each change, and stands for the
//! charts where they cannot be seen.

use super::Scene;
use super::chips::chosen_years;
use crate::locale::{Key, Part};
use crate::query::{CountingSummary, Facet, FacetValue, Qualifier};

/// The headline and what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The sentence; the parts `people` and `activities` are its live numbers.
    pub sentence: Vec<Part>,
    /// Sentences about how sure the numbers are.
    pub detail: String,
    /// Nothing matches: the way back is to be offered.
    pub empty: bool,
}

impl Headline {
    /// The sentence as one text.
    pub fn text(&self) -> String {
        self.sentence.iter().map(|part| part.text.as_str()).collect()
    }
}

/// The headline of a view.
pub fn headline(scene: &Scene) -> Headline {
    let Scene { totals, locale, selection, .. } = scene;
    let empty = totals.activities == 0;
    let mut sentence = if !empty {
        sentence(scene)
    } else if selection.is_narrowed() {
        locale.parts(Key::HeadlineEmptySelection, &[])
    } else {
        locale.parts(Key::HeadlineEmptyData, &[])
    };
    if let Some(first) = sentence.first_mut() {
        first.text = locale.capitalised(&first.text);
    }
    Headline { sentence, detail: detail(scene), empty }
}

fn sentence(scene: &Scene) -> Vec<Part> {
    let Scene { totals, locale, .. } = scene;
    let activities = locale.count(Key::Activities, totals.activities as u64, &[]);
    let (place, time) = (place(scene), time(scene));
    let tally = &totals.people;
    let number = locale.tally(tally);
    let people = locale.count(Key::People, tally.high.unwrap_or(tally.low), &[("number", &number)]);
    let gaps = [("people", &*people), ("activities", &*activities), ("where", &*place), ("when", &*time)];
    match tally.qualifier {
        Qualifier::None => locale.parts(Key::HeadlineNoNumber, &gaps),
        Qualifier::AtLeast if tally.counted == 0 => locale.parts(Key::HeadlineInWords, &gaps),
        _ => locale.count_parts(Key::HeadlineReached, tally.high.unwrap_or(tally.low), &gaps),
    }
}

fn place(scene: &Scene) -> String {
    let Scene { data, totals, locale, selection, .. } = scene;
    // Activities in a chosen country may be in others too; the sentence is about the choice, as far as something
    // was done there.
    let present = totals.present(Facet::Country);
    let chosen: Vec<FacetValue> =
        present.iter().filter(|value| selection.contains(Facet::Country, value)).cloned().collect();
    let named = selection.is_filtered(Facet::Country) && !selection.contains(Facet::Country, &FacetValue::Unknown);
    let countries = if named { &chosen } else { present };
    match countries.len() {
        0 => String::new(),
        1..=3 => {
            let names = countries.iter().map(|value| locale.value(data, Facet::Country, value));
            locale.fill(Key::WhereNamed, &[("names", &locale.list(&names.collect::<Vec<_>>()))])
        }
        many => locale.count(Key::WhereCounted, many as u64, &[]),
    }
}

fn time(scene: &Scene) -> String {
    let chosen = scene.selection.years();
    if !chosen.is_empty() && !chosen.undated {
        let years = chosen_years(scene);
        return match chosen.ranges() {
            [(first, last)] if first == last => scene.locale.fill(Key::WhenOne, &[("year", &years)]),
            _ => scene.locale.fill(Key::WhenMany, &[("years", &years)]),
        };
    }
    let years = scene.totals.present(Facet::Year);
    let first = years.first().and_then(|value| value.number());
    let last = years.last().and_then(|value| value.number());
    match (first, last) {
        (Some(first), Some(last)) if first == last => scene.locale.fill(Key::WhenOne, &[("year", &first.to_string())]),
        (Some(first), Some(last)) => scene.locale.fill(Key::WhenMany, &[("years", &scene.locale.years(first, last))]),
        _ => String::new(),
    }
}

fn detail(scene: &Scene) -> String {
    let Scene { totals, locale, selection, data, .. } = scene;
    let tally = &totals.people;
    let mut sentences = Vec::new();
    if totals.activities > 0 {
        let all = totals.activities as u64;
        let (counted, uncounted) = (locale.number(tally.counted as u64), locale.number(tally.uncounted as u64));
        let key = match (tally.counted, tally.uncounted) {
            (0, _) => Key::CoverageNone,
            (_, 0) => Key::CoverageAll,
            _ => Key::CoverageSome,
        };
        sentences.push(locale.count(key, all, &[("counted", &counted), ("uncounted", &uncounted)]));
        match tally.qualifier {
            Qualifier::AtLeast if tally.counted > 0 => sentences.push(locale.say(Key::TrueFigureHigher)),
            // An upper bound opens a range too, without any overlap.
            Qualifier::Range if CountingSummary::of(data, selection, totals).overlap > 0 => {
                sentences.push(locale.say(Key::TrueFigureBetween));
            }
            _ => {}
        }
        if totals.planned.qualifier == Qualifier::AtLeast && totals.planned.counted == 0 {
            sentences.push(locale.say(Key::MorePlannedInWords));
        } else if totals.planned.qualifier != Qualifier::None {
            let number = locale.tally(&totals.planned);
            let n = totals.planned.high.unwrap_or(totals.planned.low);
            sentences.push(locale.count(Key::MorePlanned, n, &[("number", &number)]));
        }
    } else {
        let advice = if selection.is_narrowed() { Key::EmptyAdvice } else { Key::EmptyDataAdvice };
        sentences.push(locale.say(advice));
    }
    let records = totals.records.iter().filter_map(|row| data.activities.get(*row));
    let project_totals = records.filter(|record| record.is_project_total()).count() as u64;
    if project_totals > 0 && (totals.activities == 0 || selection.is_narrowed()) {
        sentences.push(locale.count(Key::ProjectTotalsListed, project_totals, &[]));
    }
    sentences.join(" ")
}
