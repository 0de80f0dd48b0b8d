//! The records of a view as rows of a table: activities, and figures that add up a whole project.

use super::ViewContext;
use super::record_details::{GoalTag, goal_tags};
use crate::locale::Sentence;
use crate::model::{Activity, Mode, Status, Text};
use crate::query::{Amount, Selection, Side, Tally};

/// One record.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Its row in the data set.
    pub row: usize,
    /// Its id.
    pub id: Text,
    /// Its date, in words.
    pub date: String,
    /// Its countries, in words.
    pub countries: String,
    /// Its title.
    pub title: Text,
    /// Its numbers of people, one line per kind of number; a line that says so if there is none.
    pub people: Vec<PeopleLine>,
    /// Its goals.
    pub goals: Vec<GoalTag>,
    /// The publisher of the page, and the page's address if it may be a link.
    pub source: Option<(String, Option<Text>)>,
    /// A label, if the record is a figure that adds up a whole project.
    pub tag: Option<String>,
}

/// A number of people in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleLine {
    /// The number in symbols, or the page's word for it.
    pub text: String,
    /// The same in words, for screen readers.
    pub spoken: String,
    /// It is not part of the total of people reached: planned, an online audience, a whole project, no number.
    pub outside_total: bool,
}

/// The table rows of the records at these rows of the data set.
pub fn table_rows(context: &ViewContext, rows: &[usize]) -> Vec<TableRow> {
    let table_row_of = |row: &usize| Some(table_row(context, *row, context.data.activities.get(*row)?));
    rows.iter().filter_map(table_row_of).collect()
}

fn table_row(context: &ViewContext, row: usize, activity: &Activity) -> TableRow {
    let ViewContext { locale, .. } = context;
    let countries: Vec<String> = activity.countries.iter().map(|country| locale.country(country.code())).collect();
    let link = activity.source.as_ref().and_then(|source| source.link().cloned());
    let source = publisher(context, activity).map(|name| (name, link));
    TableRow {
        row,
        id: activity.id.clone(),
        date: activity.date.as_ref().map_or_else(|| locale.say(Sentence::Undated), |date| locale.date(date)),
        countries: locale.list(&countries),
        title: activity.title.clone(),
        people: people(context, activity),
        goals: goal_tags(context, activity),
        source,
        tag: activity.is_project_total().then(|| locale.say(Sentence::ProjectTotalTag)),
    }
}

/// The publisher of a record's page, else its title or address, else a text that it is missing; `None` without a
/// source.
pub(super) fn publisher(context: &ViewContext, activity: &Activity) -> Option<String> {
    let source = activity.source.as_ref()?;
    let name = source.publisher.as_ref().or(source.title.as_ref()).or(source.url.as_ref());
    Some(name.map_or_else(|| context.locale.say(Sentence::SourceMissing), Text::to_string))
}

/// The numbers of people of an activity: the total of those reached, words without a number, and those outside the
/// total: online audiences and people planned.
fn people(context: &ViewContext, activity: &Activity) -> Vec<PeopleLine> {
    let ViewContext { locale, selection, .. } = context;
    let outside_total = activity.is_project_total();
    let mut lines: Vec<PeopleLine> = Vec::new();
    let line = |text: String, outside_total| PeopleLine { spoken: text.clone(), text, outside_total };
    let reached = amount(activity, selection, Side::Reached);
    if reached.counted {
        let reached = Tally::of_activity(&reached);
        lines.push(PeopleLine { spoken: locale.tally(&reached), ..line(locale.tally_short(&reached), outside_total) });
    }
    for entry in activity.reach.iter().filter(|entry| selection.includes(entry)) {
        let online = entry.mode == Some(Mode::OnlineMedia);
        let word = entry.magnitude.as_ref().filter(|_| entry.count.is_none() && !online);
        if let Some(word) = word.filter(|_| entry.status == Some(Status::Reached)) {
            let text = locale.name_of("magnitudes", word);
            if !lines.iter().any(|line: &PeopleLine| line.text == text) {
                lines.push(line(text, outside_total));
            }
        }
        if online && (entry.count.is_some() || entry.magnitude.is_some()) {
            lines.push(line(locale.fill(Sentence::OnlineLine, &[("number", &locale.reach(entry))]), true));
        }
    }
    let planned = amount(activity, selection, Side::Planned);
    if planned.counted || planned.open {
        let planned = Tally::of_activity(&planned);
        let with_word = |number: &str| locale.fill(Sentence::PlannedLine, &[("number", number)]);
        let spoken = with_word(&locale.tally(&planned));
        lines.push(PeopleLine { spoken, ..line(with_word(&locale.tally_short(&planned)), true) });
    }
    if lines.is_empty() {
        lines.push(line(locale.say(Sentence::NoNumber), true));
    }
    lines
}

/// What the entries of one activity add up to on one side, under the audience filter.
pub(super) fn amount(activity: &Activity, selection: &Selection, side: Side) -> Amount {
    let mut sum = Amount::default();
    for entry in activity.reach.iter().filter(|entry| selection.includes(entry)) {
        if let Some((_, amount)) = Amount::of(entry).filter(|(entry_side, _)| *entry_side == side) {
            sum.add(&amount);
        }
    }
    sum
}
