//! All facts of one record, which a row of the table opens to.

use super::ViewContext;
use crate::link::encode_code;
use crate::locale::Sentence;
use crate::model::{Activity, Basis, Mode, Reach, Status, Text, is_web_address};
use crate::query::{Facet, FacetValue, WomenAndMen};
use crate::sort::sorted;

/// All facts of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordDetails {
    /// A sentence or two about what was done.
    pub summary: Option<Text>,
    /// The facts, each with its label.
    pub facts: Vec<Fact>,
    /// The title and publisher of the page, and the page's address if it may be a link.
    pub source: Option<(String, Option<Text>)>,
    /// The heading of the source.
    pub source_label: String,
    /// The address for reporting a mistake in the record, if the data set names a contact.
    pub report_address: Option<String>,
}

/// The placeholder for a record's id in the address of a single record.
pub const RECORD_ID_PLACEHOLDER: &str = "RECORD-ID";

/// The id of a record, encoded for links.
pub fn record_link_code(activity: &Activity) -> String {
    encode_code(&activity.id)
}

/// A fact in one or several lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub label: String,
    /// Its lines of text.
    pub lines: Vec<String>,
}

/// A goal of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalTag {
    /// Its number.
    pub number: u8,
    /// Its number and short title.
    pub name: String,
    /// The strongest basis for it.
    pub basis: Basis,
}

/// The facts of a record. A fact that the data do not state is left out, because not stated is not the same as none.
pub fn record_details(context: &ViewContext, activity: &Activity) -> RecordDetails {
    let ViewContext { data, locale, .. } = context;
    let mut facts = Vec::new();
    let mut add = |sentence, lines: Vec<String>| {
        if !lines.is_empty() {
            facts.push(Fact { label: locale.say(sentence), lines });
        }
    };
    let has_status = |status: Status| move |entry: &&Reach| entry.status == Some(status.clone());
    let line = |entry: &Reach| entry_line(context, activity, entry);
    let counted = |entry: &&Reach| entry.mode != Some(Mode::OnlineMedia);
    let entries = || activity.reach.iter();
    add(Sentence::FactReached, entries().filter(has_status(Status::Reached)).filter(counted).map(line).collect());
    add(Sentence::FactPlanned, entries().filter(has_status(Status::Planned)).filter(counted).map(line).collect());
    let has_known_status = |entry: &&Reach| matches!(entry.status, Some(Status::Reached | Status::Planned));
    let left_out = entries().filter(|entry| !counted(entry) || !has_known_status(entry));
    let line_with_reason = |entry: &Reach| {
        let sentence =
            if entry.mode == Some(Mode::OnlineMedia) { Sentence::EntryOnline } else { Sentence::EntryNoStatus };
        locale.fill(sentence, &[("entry", &line(entry))])
    };
    add(Sentence::FactNotCounted, left_out.map(line_with_reason).collect());

    let countries = activity.countries.iter().map(|country| locale.country(country.code()));
    let locations: Vec<String> = countries.chain(activity.places.iter().map(Text::to_string)).collect();
    add(Sentence::FactWhere, if locations.is_empty() { locations } else { vec![locations.join(" · ")] });
    add(Sentence::FactWhen, date_lines(context, activity));
    add(Sentence::FactKind, value_names(context, Facet::Kind, activity.kind.iter()));
    add(Sentence::FactSessions, activity.sessions.iter().map(|sessions| locale.number(sessions.get())).collect());
    add(Sentence::FactOrganisation, value_names(context, Facet::Organisation, activity.organisation.iter()));
    add(Sentence::FactPartners, activity.partners.iter().map(Text::to_string).collect());
    add(Sentence::FactDonors, donor_lines(context, activity));
    let project = activity.project.as_ref().and_then(|id| data.project(id));
    let full_name =
        |name: &Option<Text>, short: &Text| name.as_ref().map_or_else(|| short.to_string(), Text::to_string);
    add(Sentence::FactProject, project.map(|project| full_name(&project.name, &project.id)).into_iter().collect());
    add(Sentence::FactThemes, value_names(context, Facet::Theme, activity.themes.iter()));
    let goals = goals_with_basis(context, activity).into_iter().map(|(number, basis)| {
        let basis_text = match basis {
            Basis::Stated => Sentence::GoalBasisOfStated,
            Basis::Declared => Sentence::GoalBasisOfDeclared,
            Basis::Inferred => Sentence::GoalBasisOfInferred,
        };
        let (n, title) = (number.to_string(), locale.goal(number.into()));
        locale.fill(Sentence::GoalWithBasis, &[("n", &n), ("title", &title), ("basis", &locale.say(basis_text))])
    });
    add(Sentence::FactGoals, goals.collect());
    let overlap_note = overlap_note(context, activity);
    let project_total_note = activity.is_project_total().then(|| locale.say(Sentence::ProjectTotalNote));
    add(Sentence::FactNote, overlap_note.into_iter().chain(project_total_note).collect());
    let is_approximate = activity.date.as_ref().is_some_and(|date| date.is_approximate());
    let date_doubt = is_approximate.then(|| locale.say(Sentence::DoubtDate));
    add(Sentence::FactDoubts, activity.doubts.iter().map(Text::to_string).chain(date_doubt).collect());
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
        report_address: report_address(context, activity),
    }
}

/// The address for reporting a mistake in a record: a mail to the data set's contact, or the contact's page with the
/// record's id. `None` if the data set has no contact, or it is neither a web address nor a mail address.
fn report_address(context: &ViewContext, activity: &Activity) -> Option<String> {
    let contact = context.data.contact.as_deref()?;
    let id = encode_code(&activity.id);
    if is_web_address(contact) {
        // No valid web address has these characters unescaped.
        if contact.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>`\\".contains(c)) {
            return None;
        }
        // The id replaces `{id}` in the address; without `{id}` it is added to the query, which ends before the
        // fragment.
        if contact.contains("{id}") {
            return Some(contact.replace("{id}", &id));
        }
        let (page, fragment) = contact.split_at(contact.find('#').unwrap_or(contact.len()));
        let separator = if page.contains('?') { '&' } else { '?' };
        return Some(format!("{page}{separator}record={id}{fragment}"));
    }
    let address = contact.strip_prefix("mailto:").unwrap_or(contact);
    // The letters of all scripts, which these two ranges are good enough for: the standard library's tables take 2 KB.
    let is_letter = |c| matches!(c, '\u{c0}'..='\u{1fff}' | '\u{2c00}'..) && !c.is_whitespace();
    let is_plain = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c) || is_letter(c))
    };
    let (name, host) = address.split_once('@')?;
    let subject = context.locale.fill(Sentence::ReportSubject, &[("record", &activity.id)]);
    (is_plain(name) && is_plain(host)).then(|| format!("mailto:{address}?subject={}", encode_code(&subject)))
}

/// The goals of a record by the bases that the reader chose.
pub(super) fn goal_tags(context: &ViewContext, activity: &Activity) -> Vec<GoalTag> {
    let goals = goals_with_basis(context, activity).into_iter().filter(|(_, basis)| *basis <= context.selection.basis);
    let tags = goals.map(|(number, basis)| {
        let (n, title) = (number.to_string(), context.locale.goal(number.into()));
        GoalTag { number, name: context.locale.fill(Sentence::GoalTile, &[("n", &n), ("title", &title)]), basis }
    });
    tags.collect()
}

/// Every goal of a record by any basis, each once with its strongest basis.
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

/// The number and audience of an entry, with the numbers of women and men unless those are withheld.
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
    let sentence = match (women, men) {
        (Some(_), Some(_)) => Sentence::EntryWomenAndMen,
        (Some(_), None) => Sentence::EntryWomen,
        (None, _) => Sentence::EntryMen,
    };
    locale.fill(sentence, &[("entry", &line), ("women", &number(women)), ("men", &number(men))])
}

/// A line about an entry, with the note that the record has on it.
pub(super) fn with_note(context: &ViewContext, entry: &Reach, line: String) -> String {
    match &entry.note {
        Some(note) => context.locale.fill(Sentence::EntryNote, &[("entry", &line), ("note", note)]),
        None => line,
    }
}

fn date_lines(context: &ViewContext, activity: &Activity) -> Vec<String> {
    let locale = context.locale;
    let date = activity.date.as_ref().map_or_else(|| locale.say(Sentence::Undated), |date| locale.date(date));
    match &activity.published {
        Some(published) => {
            vec![locale.fill(Sentence::PublishedOn, &[("date", &date), ("published", &locale.date(published))])]
        }
        None => vec![date],
    }
}

fn donor_lines(context: &ViewContext, activity: &Activity) -> Vec<String> {
    let inherited = activity.all_donors(context.data).filter(|donor| !activity.donors.contains(donor));
    let own = value_names(context, Facet::Donor, activity.donors.iter());
    let inherited = value_names(context, Facet::Donor, inherited);
    let inherited = inherited.iter().map(|donor| context.locale.fill(Sentence::DonorByProject, &[("donor", donor)]));
    own.into_iter().chain(inherited).collect()
}

fn value_names<'a>(context: &ViewContext, facet: Facet, codes: impl Iterator<Item = &'a Text>) -> Vec<String> {
    codes.map(|code| context.locale.value(context.data, facet, &FacetValue::from(code))).collect()
}

fn overlap_note(context: &ViewContext, activity: &Activity) -> Option<String> {
    let overlap_id = activity.overlap.as_ref()?;
    let others = context
        .data
        .activities
        .iter()
        .filter(|other| other.id != activity.id && other.overlap.as_ref() == Some(overlap_id));
    let titles: Vec<String> =
        others.map(|other| context.locale.fill(Sentence::OverlapQuote, &[("title", &other.title)])).collect();
    (!titles.is_empty())
        .then(|| context.locale.fill(Sentence::OverlapNote, &[("titles", &context.locale.list(&titles))]))
}
