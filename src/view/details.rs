//! All facts of one record: what a row of the table opens to.

use super::Scene;
use crate::link::code;
use crate::locale::Key;
use crate::model::{Activity, Basis, Mode, Reach, Status, Text, is_web_address};
use crate::order::sorted;
use crate::query::{Facet, FacetValue, WomenAndMen};

/// All facts of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
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
pub const RECORD_PLACE: &str = "RECORD-ID";

/// The id of a record as it stands in links.
pub fn record_code(activity: &Activity) -> String {
    code(&activity.id)
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
pub fn details(scene: &Scene, activity: &Activity) -> Details {
    let Scene { data, locale, .. } = scene;
    let mut facts = Vec::new();
    let mut add = |key, lines: Vec<String>| {
        if !lines.is_empty() {
            facts.push(Fact { label: locale.say(key), lines });
        }
    };
    let is = |status: Status| move |entry: &&Reach| entry.status == Some(status.clone());
    let shown = |entry: &Reach| entry_line(scene, activity, entry);
    let counted = |entry: &&Reach| entry.mode != Some(Mode::OnlineMedia);
    let reach = || activity.reach.iter();
    add(Key::FactReached, reach().filter(is(Status::Reached)).filter(counted).map(shown).collect());
    add(Key::FactPlanned, reach().filter(is(Status::Planned)).filter(counted).map(shown).collect());
    let known = |entry: &&Reach| matches!(entry.status, Some(Status::Reached | Status::Planned));
    let left_out = reach().filter(|entry| !counted(entry) || !known(entry));
    let reason = |entry: &Reach| {
        let key = if entry.mode == Some(Mode::OnlineMedia) { Key::EntryOnline } else { Key::EntryNoStatus };
        locale.fill(key, &[("entry", &shown(entry))])
    };
    add(Key::FactNotCounted, left_out.map(reason).collect());

    let countries = activity.countries.iter().map(|country| locale.country(country.code()));
    let places: Vec<String> = countries.chain(activity.places.iter().map(Text::to_string)).collect();
    add(Key::FactWhere, if places.is_empty() { places } else { vec![places.join(" · ")] });
    add(Key::FactWhen, when(scene, activity));
    add(Key::FactKind, names(scene, Facet::Kind, activity.kind.iter()));
    add(Key::FactSessions, activity.sessions.iter().map(|sessions| locale.number(sessions.get())).collect());
    add(Key::FactOrganisation, names(scene, Facet::Organisation, activity.organisation.iter()));
    add(Key::FactPartners, activity.partners.iter().map(Text::to_string).collect());
    add(Key::FactDonors, donors(scene, activity));
    let project = activity.project.as_ref().and_then(|id| data.project(id));
    let full = |name: &Option<Text>, short: &Text| name.as_ref().map_or_else(|| short.to_string(), Text::to_string);
    add(Key::FactProject, project.map(|project| full(&project.name, &project.id)).into_iter().collect());
    add(Key::FactThemes, names(scene, Facet::Theme, activity.themes.iter()));
    let goals = goals_with_basis(scene, activity).into_iter().map(|(number, basis)| {
        let how = match basis {
            Basis::Stated => Key::GoalBasisOfStated,
            Basis::Project => Key::GoalBasisOfProject,
            Basis::Theme => Key::GoalBasisOfTheme,
        };
        let (n, title) = (number.to_string(), locale.goal(number.into()));
        locale.fill(Key::GoalWithBasis, &[("n", &n), ("title", &title), ("basis", &locale.say(how))])
    });
    add(Key::FactGoals, goals.collect());
    let overlap = overlap(scene, activity);
    let total = activity.is_project_total().then(|| locale.say(Key::ProjectTotalNote));
    add(Key::FactNote, overlap.into_iter().chain(total).collect());
    let about = activity.date.as_ref().is_some_and(|date| date.is_approximate());
    let dated = about.then(|| locale.say(Key::DoubtDate));
    add(Key::FactDoubts, activity.doubts.iter().map(Text::to_string).chain(dated).collect());
    add(Key::FactRecord, vec![activity.id.to_string()]);

    let source = activity.source.as_ref().and_then(|source| {
        let texts = [source.title.as_ref(), source.publisher.as_ref()];
        let texts: Vec<&str> = texts.into_iter().flatten().map(|text| &**text).collect();
        let text = if texts.is_empty() { source.url.as_deref()?.to_owned() } else { texts.join(" · ") };
        Some((text, source.link().cloned()))
    });
    Details {
        summary: activity.summary.clone(),
        facts,
        source,
        source_label: locale.say(Key::FactSource),
        report: report(scene, activity),
    }
}

/// A message to the data set's contact about a record, or the contact's page with the record's id.
fn report(scene: &Scene, activity: &Activity) -> Option<String> {
    let contact = scene.data.contact.as_deref()?;
    let id = code(&activity.id);
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
    let subject = scene.locale.fill(Key::ReportSubject, &[("record", &activity.id)]);
    (plain(name) && plain(host)).then(|| format!("mailto:{address}?subject={}", code(&subject)))
}

/// The goals of a record by the bases that the reader chose.
pub(super) fn goal_tags(scene: &Scene, activity: &Activity) -> Vec<GoalTag> {
    let taken = goals_with_basis(scene, activity).into_iter().filter(|(_, basis)| *basis <= scene.selection.basis);
    let tags = taken.map(|(number, basis)| {
        let (n, title) = (number.to_string(), scene.locale.goal(number.into()));
        GoalTag { number, name: scene.locale.fill(Key::GoalTile, &[("n", &n), ("title", &title)]), basis }
    });
    tags.collect()
}

/// Every goal of a record by any basis, once, with the strongest.
pub(super) fn goals_with_basis(scene: &Scene, activity: &Activity) -> Vec<(u8, Basis)> {
    let mut goals: Vec<(u8, Basis)> = Vec::new();
    for (goal, basis) in activity.goals(scene.data) {
        match goals.iter_mut().find(|(number, _)| *number == goal.number()) {
            Some((_, strongest)) => *strongest = basis.min(*strongest),
            None => goals.push((goal.number(), basis)),
        }
    }
    sorted(&goals, &mut |a, b| a.cmp(b))
}

/// A reach entry with its note.
fn entry_line(scene: &Scene, activity: &Activity, entry: &Reach) -> String {
    with_note(scene, entry, entry_numbers(scene, activity, entry))
}

/// How many of whom, with the women and men that may be told.
pub(super) fn entry_numbers(scene: &Scene, activity: &Activity, entry: &Reach) -> String {
    let Scene { data, locale, selection, .. } = scene;
    let audience = FacetValue::audience_of(entry);
    let audience = locale.uncapitalised(&locale.value(data, Facet::Audience, &audience));
    let line = locale.fill(Key::EntryLine, &[("number", &locale.reach(entry)), ("audience", &audience)]);
    let WomenAndMen::Given { women, men } = WomenAndMen::of(entry, activity, selection) else {
        let withheld = entry.women.or(entry.men).is_some();
        return if withheld { locale.fill(Key::EntryPartsWithheld, &[("entry", &line)]) } else { line };
    };
    let number = |part: Option<u64>| part.map(|part| locale.number(part)).unwrap_or_default();
    let key = match (women, men) {
        (Some(_), Some(_)) => Key::EntryParts,
        (Some(_), None) => Key::EntryWomen,
        (None, _) => Key::EntryMen,
    };
    locale.fill(key, &[("entry", &line), ("women", &number(women)), ("men", &number(men))])
}

/// A line about an entry, with what the record says of it in its own words.
pub(super) fn with_note(scene: &Scene, entry: &Reach, line: String) -> String {
    match &entry.note {
        Some(note) => scene.locale.fill(Key::EntryNote, &[("entry", &line), ("note", note)]),
        None => line,
    }
}

fn when(scene: &Scene, activity: &Activity) -> Vec<String> {
    let locale = scene.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Key::Undated), |date| locale.when(date));
    match &activity.published {
        Some(published) => {
            vec![locale.fill(Key::PublishedOn, &[("date", &date), ("published", &locale.when(published))])]
        }
        None => vec![date],
    }
}

fn donors(scene: &Scene, activity: &Activity) -> Vec<String> {
    let inherited = activity.all_donors(scene.data).filter(|donor| !activity.donors.contains(donor));
    let own = names(scene, Facet::Donor, activity.donors.iter());
    let inherited = names(scene, Facet::Donor, inherited);
    let inherited = inherited.iter().map(|donor| scene.locale.fill(Key::DonorByProject, &[("donor", donor)]));
    own.into_iter().chain(inherited).collect()
}

fn names<'a>(scene: &Scene, facet: Facet, codes: impl Iterator<Item = &'a Text>) -> Vec<String> {
    codes.map(|code| scene.locale.value(scene.data, facet, &FacetValue::from(code))).collect()
}

fn overlap(scene: &Scene, activity: &Activity) -> Option<String> {
    let slug = activity.overlap.as_ref()?;
    let others =
        scene.data.activities.iter().filter(|other| other.id != activity.id && other.overlap.as_ref() == Some(slug));
    let titles: Vec<String> =
        others.map(|other| scene.locale.fill(Key::OverlapQuote, &[("title", &other.title)])).collect();
    (!titles.is_empty()).then(|| scene.locale.fill(Key::OverlapNote, &[("titles", &scene.locale.list(&titles))]))
}
