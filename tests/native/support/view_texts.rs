//! All texts that a view shows.

use outreach_report::view::{self, ChartBlock, CountingNote, FacetChart, Fact, ViewContext};

/// The texts of all blocks and of all records.
pub(crate) fn all(context: &ViewContext) -> Vec<String> {
    let mut texts = Vec::new();
    let headline = view::headline(context);
    texts.extend([headline.text(), headline.detail]);
    for chip in view::chips(context) {
        texts.extend([chip.label, chip.remove_label]);
    }
    for tile in view::tiles(context) {
        texts.extend([tile.before, tile.number, tile.after, tile.label]);
    }
    for menu in view::facet_menus(context) {
        texts.extend([menu.label, menu.spoken]);
        texts.extend(
            view::facet_options(context, menu.facet)
                .into_iter()
                .flat_map(|option| [option.label, option.number, option.spoken]),
        );
    }
    let years = view::year_chart(context);
    texts.extend(years.ticks);
    add_chart(&mut texts, years.facet_chart);
    for block in ChartBlock::ALL {
        if let Some(bars) = view::bar_chart(context, block) {
            texts.extend(
                view::other_rows(context, &bars, 1).into_iter().flat_map(|others| [others.label, others.spoken]),
            );
            add_chart(&mut texts, bars);
        }
    }
    let matrix = view::matrix(context);
    texts.extend([vec![matrix.title, matrix.heading, matrix.subtitle], matrix.years].concat());
    texts.extend(matrix.note);
    texts.extend(matrix.shades.into_iter().map(|(_, range)| range));
    texts.extend(matrix.legend.into_iter().map(|(_, meaning)| meaning));
    for row in matrix.rows {
        texts.push(row.label);
        texts.extend(row.cells.into_iter().flatten().flat_map(|cell| [cell.number, cell.spoken]));
    }
    let goals = view::goal_chart(context);
    texts.push(goals.basis);
    texts.extend(goals.unseen.into_iter().map(|(_, label)| label));
    texts.extend(goals.other_bases.into_iter().map(|(label, _)| label));
    add_chart(&mut texts, goals.facet_chart);
    for row in view::table_rows(context, &view::sorted_rows(context)) {
        texts.extend([row.date, row.countries]);
        texts.extend(row.people.into_iter().map(|line| line.text));
        texts.extend(row.goals.into_iter().map(|goal| goal.name));
        texts.extend(row.source.into_iter().map(|(name, _)| name));
        texts.extend(row.tag);
    }
    for activity in &context.data.activities {
        let details = view::record_details(context, activity);
        texts.push(details.source_label);
        texts.extend(details.facts.into_iter().flat_map(|Fact { label, lines }| [vec![label], lines].concat()));
        texts.extend(details.source.into_iter().map(|(name, _)| name));
        texts.extend(details.report_address);
    }
    texts.extend([view::print_text(context, "https://example.org/")]);
    let CountingNote { intro, bridge, total, lists, rules } = view::counting_note(context);
    texts.extend([vec![intro, total], rules].concat());
    texts.extend(bridge.into_iter().flat_map(|step| {
        let left_out = step.left_out.into_iter().map(|(_, what)| what);
        left_out.chain([step.text]).collect::<Vec<_>>()
    }));
    texts.extend(lists.into_iter().flat_map(|list| [vec![list.title], list.lines].concat()));
    let foot = view::foot(context);
    texts.extend(foot.data);
    texts.extend(foot.license.into_iter().map(|(name, _)| name));
    texts
}

fn add_chart(texts: &mut Vec<String>, chart: FacetChart) {
    texts.extend([chart.title, chart.heading, chart.subtitle]);
    texts.extend(chart.note);
    texts.extend(chart.legend.into_iter().map(|(_, meaning)| meaning));
    let row_texts = |row: view::MarkTexts| {
        [row.label, row.number, row.short_number, row.activities, row.planned, row.inferred, row.spoken]
    };
    texts.extend(chart.mark_texts.into_iter().flat_map(row_texts));
}
