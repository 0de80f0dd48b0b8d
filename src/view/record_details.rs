//! All facts of one record: what a row of the table opens to.

use super::ViewContext;
use crate::link::encode_code;
use crate::locale::Sentence;
use crate::model::{Activity, Basis, Mode, Reach, Status, Text, is_web_address};
use crate::query::{Facet, FacetValue, WomenAndMen};
use crate::sort::sorted;

/// All facts of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordDetails {
    /// What was done, in a sentence or two.
    pub summary: Option<Text>,
    /// The facts, each under its name.
    pub facts: Vec<Fact>,
    /// The page's headline, who published it, and its address where that may be a link.
    pub source: Option<(String, Option<Text>)>,
    /// The heading of the source.
    pub source_label: String,
    /// Where a mistake in the record is reported, where the data set names a contact.
    pub report: Option<String>,
}

/// Stands for a record's id in the address that leads to one record.
pub const RECORD_ID_PLACEHOLDER: &str = "RECORD-ID";

/// The id of a record as it stands in links.
pub fn record_link_code(activity: &Activity) -> String {
    encode_code(&activity.id)
}

/// A named fact, in one or several lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub label: String,
    /// What is known.
    pub lines: Vec<String>,
}

/// A goal of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalTag {
    /// Its number.
    pub number: u8,
    /// Its number and short title.
    pub name: String,
    /// The strongest way in which we know it.
    pub basis: Basis,
}

/// The facts of a record. A fact that the page does not give is left out: it is not stated, which is not none.
pub fn record_details(context: &ViewContext, activity: &Activity) -> RecordDetails {
    let ViewContext { data, locale, .. } = context;
    let mut facts = Vec::new();
    let mut add = |key, lines: Vec<String>| {
        if !lines.is_empty() {
            facts.push(Fact { label: locale.say(key), lines });
        }
    };
    let is = |status: Status| move |entry: &&Reach| entry.status == Some(status.clone());
    let shown = |entry: &Reach| entry_line(context, activity, entry);
    let counted = |entry: &&Reach| entry.mode != Some(Mode::OnlineMedia);
    let reach = || activity.reach.iter();
    add(Sentence::FactReached, reach().filter(is(Status::Reached)).filter(counted).map(shown).collect());
    add(Sentence::FactPlanned, reach().filter(is(Status::Planned)).filter(counted).map(shown).collect());
    let known = |entry: &&Reach| matches!(entry.status, Some(Status::Reached | Status::Planned));
    let left_out = reach().filter(|entry| !counted(entry) || !known(entry));
    let reason = |entry: &Reach| {
        let key = if entry.mode == Some(Mode::OnlineMedia) { Sentence::EntryOnline } else { Sentence::EntryNoStatus };
        locale.fill(key, &[("entry", &shown(entry))])
    };
    add(Sentence::FactNotCounted, left_out.map(reason).collect());

    let countries = activity.countries.iter().map(|country| locale.country(country.code()));
    let places: Vec<String> = countries.chain(activity.places.iter().map(Text::to_string)).collect();
    add(Sentence::FactWhere, if places.is_empty() { places } else { vec![places.join(" · ")] });
    add(Sentence::FactWhen, when(context, activity));
    add(Sentence::FactKind, names(context, Facet::Kind, activity.kind.iter()));
    add(Sentence::FactSessions, activity.sessions.iter().map(|sessions| locale.number(sessions.get())).collect());
    add(Sentence::FactOrganisation, names(context, Facet::Organisation, activity.organisation.iter()));
    add(Sentence::FactPartners, activity.partners.iter().map(Text::to_string).collect());
    add(Sentence::FactDonors, donors(context, activity));
    let project = activity.project.as_ref().and_then(|id| data.project(id));
    let full = |name: &Option<Text>, short: &Text| name.as_ref().map_or_else(|| short.to_string(), Text::to_string);
    add(Sentence::FactProject, project.map(|project| full(&project.name, &project.id)).into_iter().collect());
    add(Sentence::FactThemes, names(context, Facet::Theme, activity.themes.iter()));
    let goals = goals_with_basis(context, activity).into_iter().map(|(number, basis)| {
        let how = match basis {
            Basis::Stated => Sentence::GoalBasisOfStated,
            Basis::Project => Sentence::GoalBasisOfProject,
            Basis::Theme => Sentence::GoalBasisOfTheme,
        };
        let (n, title) = (number.to_string(), locale.goal(number.into()));
        locale.fill(Sentence::GoalWithBasis, &[("n", &n), ("title", &title), ("basis", &locale.say(how))])
    });
    add(Sentence::FactGoals, goals.collect());
    let overlap = overlap(context, activity);
    let total = activity.is_project_total().then(|| locale.say(Sentence::ProjectTotalNote));
    add(Sentence::FactNote, overlap.into_iter().chain(total).collect());
    let about = activity.date.as_ref().is_some_and(|date| date.is_approximate());
    let dated = about.then(|| locale.say(Sentence::DoubtDate));
    add(Sentence::FactDoubts, activity.doubts.iter().map(Text::to_string).chain(dated).collect());
    add(Sentence::FactRecord, vec![activity.id.to_string()]);

    let source = activity.source.as_ref().and_then(|source| {
        let texts = [source.title.as_ref(), source.publisher.as_ref()];
        let texts: Vec<&str> = texts.into_iter().flatten().map(|text| &**text).collect();
        let text = if texts.is_empty() { source.url.as_deref()?.to_owned() } else { texts.join(" · ") };
        Some((text, source.link().cloned()))
    });
    RecordDetails {
        summary: activity.summary.clone(),
        facts,
        source,
        source_label: locale.say(Sentence::FactSource),
        report: report(context, activity),
    }
}

/// A message to the data set's contact about a record, or the contact's page with the record's id.
fn report(context: &ViewContext, activity: &Activity) -> Option<String> {
    let contact = context.data.contact.as_deref()?;
    let id = encode_code(&activity.id);
    if is_web_address(contact) {
        // No address of the web has these as they are.
        if contact.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>`\\".contains(c)) {
            return None;
        }
        // The id goes where the address asks for it, else into the query, which ends where a fragment begins.
        if contact.contains("{id}") {
            return Some(contact.replace("{id}", &id));
        }
        let (page, fragment) = contact.split_at(contact.find('#').unwrap_or(contact.len()));
        let joint = if page.contains('?') { '&' } else { '?' };
        return Some(format!("{page}{joint}record={id}{fragment}"));
    }
    let address = contact.strip_prefix("mailto:").unwrap_or(contact);
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c));
    let (name, host) = address.split_once('@')?;
    let subject = context.locale.fill(Sentence::ReportSubject, &[("record", &activity.id)]);
    (plain(name) && plain(host)).then(|| format!("mailto:{address}?subject={}", encode_code(&subject)))
}

/// The goals of a record by the bases that the reader chose.
pub(super) fn goal_tags(context: &ViewContext, activity: &Activity) -> Vec<GoalTag> {
    let taken = goals_with_basis(context, activity).into_iter().filter(|(_, basis)| *basis <= context.selection.basis);
    let tags = taken.map(|(number, basis)| {
        let (n, title) = (number.to_string(), context.locale.goal(number.into()));
        GoalTag { number, name: context.locale.fill(Sentence::GoalTile, &[("n", &n), ("title", &title)]), basis }
    });
    tags.collect()
}

/// Every goal of a record by any basis, once, with the strongest.
pub(super) fn goals_with_basis(context: &ViewContext, activity: &Activity) -> Vec<(u8, Basis)> {
    let mut goals: Vec<(u8, Basis)> = Vec::new();
    for (goal, basis) in activity.goals(context.data) {
        match goals.iter_mut().find(|(number, _)| *number == goal.number()) {
            Some((_, strongest)) => *strongest = basis.min(*strongest),
            None => goals.push((goal.number(), basis)),
        }
    }
    sorted(&goals, &mut |a, b| a.cmp(b))
}

/// A reach entry with its note.
fn entry_line(context: &ViewContext, activity: &Activity, entry: &Reach) -> String {
    with_note(context, entry, entry_numbers(context, activity, entry))
}

/// How many of whom, with the women and men that may be told.
pub(super) fn entry_numbers(context: &ViewContext, activity: &Activity, entry: &Reach) -> String {
    let ViewContext { data, locale, selection, .. } = context;
    let audience = FacetValue::audience_of(entry);
    let audience = locale.uncapitalised(&locale.value(data, Facet::Audience, &audience));
    let line = locale.fill(Sentence::EntryLine, &[("number", &locale.reach(entry)), ("audience", &audience)]);
    let WomenAndMen::Given { women, men } = WomenAndMen::of(entry, activity, selection) else {
        let withheld = entry.women.or(entry.men).is_some();
        return if withheld { locale.fill(Sentence::EntryWomenAndMenWithheld, &[("entry", &line)]) } else { line };
    };
    let number = |part: Option<u64>| part.map(|part| locale.number(part)).unwrap_or_default();
    let key = match (women, men) {
        (Some(_), Some(_)) => Sentence::EntryWomenAndMen,
        (Some(_), None) => Sentence::EntryWomen,
        (None, _) => Sentence::EntryMen,
    };
    locale.fill(key, &[("entry", &line), ("women", &number(women)), ("men", &number(men))])
}

/// A line about an entry, with what the record says of it in its own words.
pub(super) fn with_note(context: &ViewContext, entry: &Reach, line: String) -> String {
    match &entry.note {
        Some(note) => context.locale.fill(Sentence::EntryNote, &[("entry", &line), ("note", note)]),
        None => line,
    }
}

fn when(context: &ViewContext, activity: &Activity) -> Vec<String> {
    let locale = context.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Sentence::Undated), |date| locale.date(date));
    match &activity.published {
        Some(published) => {
            vec![locale.fill(Sentence::PublishedOn, &[("date", &date), ("published", &locale.date(published))])]
        }
        None => vec![date],
    }
}

fn donors(context: &ViewContext, activity: &Activity) -> Vec<String> {
    let inherited = activity.all_donors(context.data).filter(|donor| !activity.donors.contains(donor));
    let own = names(context, Facet::Donor, activity.donors.iter());
    let inherited = names(context, Facet::Donor, inherited);
    let inherited = inherited.iter().map(|donor| context.locale.fill(Sentence::DonorByProject, &[("donor", donor)]));
    own.into_iter().chain(inherited).collect()
}

fn names<'a>(context: &ViewContext, facet: Facet, codes: impl Iterator<Item = &'a Text>) -> Vec<String> {
    codes.map(|code| context.locale.value(context.data, facet, &FacetValue::from(code))).collect()
}

fn overlap(context: &ViewContext, activity: &Activity) -> Option<String> {
    let slug = activity.overlap.as_ref()?;
    let others =
        context.data.activities.iter().filter(|other| other.id != activity.id && other.overlap.as_ref() == Some(slug));
    let titles: Vec<String> =
        others.map(|other| context.locale.fill(Sentence::OverlapQuote, &[("title", &other.title)])).collect();
    (!titles.is_empty())
        .then(|| context.locale.fill(Sentence::OverlapNote, &[("titles", &context.locale.list(&titles))]))
}
