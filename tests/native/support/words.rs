//! Every text that the blocks of a view say.

use outreach_report::view::{self, Block, Fact, Marks, Note, Scene};

/// Every text that is made for a view, of all blocks and all records.
pub(crate) fn all(scene: &Scene) -> Vec<String> {
    let mut texts = Vec::new();
    let headline = view::headline(scene);
    texts.extend([headline.text(), headline.detail]);
    for chip in view::chips(scene) {
        texts.extend([chip.label, chip.remove_label]);
    }
    for tile in view::tiles(scene) {
        texts.extend([tile.before, tile.number, tile.after, tile.label]);
    }
    for picker in view::pickers(scene) {
        texts.extend([picker.label, picker.spoken]);
        texts.extend(picker.choices.into_iter().flat_map(|choice| [choice.label, choice.number, choice.spoken]));
    }
    let years = view::years(scene);
    texts.extend(years.ticks);
    marks(&mut texts, years.marks);
    for block in Block::ALL {
        view::bars(scene, block).into_iter().for_each(|bars| marks(&mut texts, bars));
    }
    let matrix = view::matrix(scene);
    texts.extend([vec![matrix.title, matrix.subtitle], matrix.years].concat());
    texts.extend(matrix.note);
    texts.extend(matrix.shades.into_iter().map(|(_, range)| range));
    texts.extend(matrix.legend.into_iter().map(|(_, meaning)| meaning));
    for row in matrix.rows {
        texts.push(row.label);
        texts.extend(row.cells.into_iter().flatten().flat_map(|cell| [cell.number, cell.spoken]));
    }
    let goals = view::goals(scene);
    texts.push(goals.basis);
    texts.extend(goals.unseen.into_iter().map(|(_, label)| label));
    texts.extend(goals.other_bases.into_iter().map(|(label, _)| label));
    marks(&mut texts, goals.marks);
    for row in view::rows(scene, &view::records(scene)) {
        texts.extend([row.date, row.countries]);
        texts.extend(row.people.into_iter().map(|line| line.text));
        texts.extend(row.goals.into_iter().map(|goal| goal.name));
        texts.extend(row.source.into_iter().map(|(name, _)| name));
        texts.extend(row.tag);
    }
    for activity in &scene.data.activities {
        let details = view::details(scene, activity);
        texts.push(details.source_label);
        texts.extend(details.facts.into_iter().flat_map(|Fact { label, lines }| [vec![label], lines].concat()));
        texts.extend(details.source.into_iter().map(|(name, _)| name));
        texts.extend(details.report);
    }
    texts.extend([view::on_paper(scene, None), view::on_paper(scene, Some("https://example.org/"))]);
    let Note { intro, total, counted, left_out, rules } = view::note(scene);
    texts.extend([vec![intro, total], counted, left_out, rules].concat());
    let foot = view::foot(scene);
    texts.extend(foot.data);
    texts.extend(foot.license.into_iter().map(|(name, _)| name));
    texts
}

fn marks(texts: &mut Vec<String>, marks: Marks) {
    texts.extend([marks.title, marks.subtitle]);
    texts.extend(marks.note);
    texts.extend(marks.legend.into_iter().map(|(_, meaning)| meaning));
    let words = |row: view::MarkRow| [row.label, row.number, row.short, row.activities, row.beside, row.spoken];
    texts.extend(marks.rows.into_iter().flat_map(words));
}
