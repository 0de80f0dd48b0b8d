//! The title of a chart, and the line under it. The line says only what differs from the other charts.

use super::{Block, ChartBlock, ViewContext};
use crate::locale::Sentence;
use crate::query::{Facet, Measure};

/// What a chart shows, with its measure.
pub(super) fn title(context: &ViewContext, block: ChartBlock) -> String {
    let locale = context.locale;
    let measure = match context.selection.measure {
        Measure::People => Sentence::TitlePeople,
        Measure::Activities => Sentence::TitleActivities,
    };
    let by = locale.uncapitalised(&locale.say(by(block)));
    locale.fill(Sentence::BlockTitle, &[("measure", &locale.say(measure)), ("by", &by)])
}

/// The heading of a chart on the screen. The measure is said once, by its switch, if the page shows the switch.
pub(super) fn heading(context: &ViewContext, block: ChartBlock) -> String {
    if context.options.blocks.contains(&Block::Filters) { context.locale.say(by(block)) } else { title(context, block) }
}

/// That a chart looks past its own filter, and what it rests on then; or what a chart without a headline rests on.
pub(super) fn subtitle(context: &ViewContext, block: ChartBlock) -> String {
    let ViewContext { locale, selection, options, .. } = context;
    let facets: &[Facet] = match &block.facet() {
        Some(facet) => &[*facet],
        None => &[Facet::Country, Facet::Year],
    };
    let past = facets.iter().filter(|facet| selection.is_filtered(**facet));
    let past: Vec<String> = past.map(|facet| locale.uncapitalised(&locale.facet(*facet))).collect();
    if past.is_empty() && options.blocks.contains(&Block::Headline) {
        return String::new();
    }
    if past.is_empty() {
        return rests_on(context, block);
    }
    let gaps = [("facets", &*locale.list(&past)), ("rests_on", &*rests_on(context, block))];
    locale.fill(Sentence::PastFilter, &gaps)
}

/// How many activities a chart counts, and how many of them give a number.
pub fn rests_on(context: &ViewContext, block: ChartBlock) -> String {
    let ViewContext { locale, selection, totals, .. } = context;
    let counts = block.facet().and_then(|facet| totals.facet_total(facet)).unwrap_or(&totals.matrix_total);
    let sentence = match selection.measure {
        Measure::People => Sentence::RestsOnCounts,
        Measure::Activities => Sentence::RestsOn,
    };
    let counted = locale.number(counts.reached.counted as u64);
    locale.count(sentence, counts.activities as u64, &[("counted", &counted)])
}

fn by(block: ChartBlock) -> Sentence {
    match block {
        ChartBlock::Year => Sentence::ByYear,
        ChartBlock::Country => Sentence::ByCountry,
        ChartBlock::Goal => Sentence::ByGoal,
        ChartBlock::Matrix => Sentence::ByCountryAndYear,
        ChartBlock::Kind => Sentence::ByKind,
        ChartBlock::Audience => Sentence::ByAudience,
        ChartBlock::Donor => Sentence::ByDonor,
    }
}
