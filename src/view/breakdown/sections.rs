//! The records of a total in sections: those that are counted, and those left out, by reason.
//!
//! Invariant: every reach entry that a total of people is about is in exactly one section. A record with entries of
//! several kinds is in several sections, and each shows only the entries of its kind.

use crate::locale::Sentence;
use crate::model::{Activity, Reach};
use crate::query::{EntryOutcome, Side, activity_amount, overlapped};
use crate::sort::sorted;
use crate::view::{TotalKind, ViewContext};

/// Why records are in one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// The total adds up their numbers.
    Counted(Side),
    /// They have entries that give only words.
    MagnitudeOnly(Side),
    /// A larger record probably counts the same people.
    Overlap(Side),
    /// They have entries without a number, or no entry.
    NoNumber(Side),
    /// They have entries about people who are still to take part.
    Planned,
    /// They have entries about online audiences.
    Online,
    /// They have entries that do not state whether people took part.
    NoStatus,
    /// They add up a whole project.
    ProjectTotal,
    /// They are all activities of the view.
    All,
}

/// Records that are counted in a total, or left out of it, for the same reason.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordSection {
    /// The reason.
    pub kind: SectionKind,
    /// The reason in words, with the number of entries and of records.
    pub title: String,
    /// The rows of the records.
    pub rows: Vec<usize>,
}

/// The sections of a total, without those that have no record.
pub fn sections(context: &ViewContext, total: TotalKind) -> Vec<RecordSection> {
    let side = match total {
        TotalKind::People => Side::Reached,
        TotalKind::Planned => Side::Planned,
        _ => {
            return build_sections(context, &[SectionKind::All, SectionKind::ProjectTotal], &|kind, activity, _| {
                match kind {
                    SectionKind::ProjectTotal => activity.is_project_total(),
                    _ => !activity.is_project_total(),
                }
            });
        }
    };
    let overlapped = overlapped(context.data, context.selection, context.totals, side);
    let is_member = |kind: SectionKind, activity: &Activity, row: usize| {
        let has = |outcome| selected_entries(context, activity).any(|entry| EntryOutcome::of(entry) == outcome);
        if activity.is_project_total() {
            // People reached list every project total; plans list only those that give a planned number.
            return kind == SectionKind::ProjectTotal
                && (side == Side::Reached || activity_amount(activity, context.selection, side).counted);
        }
        let counted = has(EntryOutcome::Counted(side));
        match kind {
            SectionKind::Counted(_) => counted && !overlapped.contains(&row),
            SectionKind::Overlap(_) => counted && overlapped.contains(&row),
            SectionKind::MagnitudeOnly(_) => has(EntryOutcome::MagnitudeOnly(side)),
            SectionKind::NoNumber(_) => {
                has(EntryOutcome::NoNumber(side))
                    || side == Side::Reached && selected_entries(context, activity).next().is_none()
            }
            // The other sections are left out of plans because they are of people reached, who have a total of their
            // own.
            _ if side == Side::Planned => false,
            SectionKind::Planned => [EntryOutcome::Counted, EntryOutcome::MagnitudeOnly, EntryOutcome::NoNumber]
                .map(|outcome| outcome(Side::Planned))
                .into_iter()
                .any(has),
            SectionKind::Online => has(EntryOutcome::OnlineMedia),
            SectionKind::NoStatus => has(EntryOutcome::NoStatus),
            SectionKind::ProjectTotal | SectionKind::All => false,
        }
    };
    let kinds = [
        SectionKind::Counted(side),
        SectionKind::MagnitudeOnly(side),
        SectionKind::Overlap(side),
        SectionKind::NoNumber(side),
        SectionKind::Planned,
        SectionKind::Online,
        SectionKind::NoStatus,
        SectionKind::ProjectTotal,
    ];
    let mut sections = build_sections(context, &kinds, &is_member);
    for section in sections.iter_mut().filter(|section| matches!(section.kind, SectionKind::Counted(_))) {
        let low = |row: &usize| {
            context.data.activities.get(*row).map(|activity| activity_amount(activity, context.selection, side).low)
        };
        section.rows = sorted(&section.rows, &mut |a, b| low(b).cmp(&low(a)));
    }
    sections
}

/// The entries of an activity that pass the audience filter.
pub(super) fn selected_entries<'a>(
    context: &'a ViewContext,
    activity: &'a Activity,
) -> impl Iterator<Item = &'a Reach> {
    activity.reach.iter().filter(|entry| context.selection.includes(entry))
}

/// Whether a section of this kind is about this entry of its records.
pub(super) fn is_about(kind: SectionKind, entry: &Reach) -> bool {
    let outcome = EntryOutcome::of(entry);
    match kind {
        SectionKind::Counted(side) | SectionKind::Overlap(side) => outcome == EntryOutcome::Counted(side),
        SectionKind::MagnitudeOnly(side) => outcome == EntryOutcome::MagnitudeOnly(side),
        SectionKind::NoNumber(side) => outcome == EntryOutcome::NoNumber(side),
        SectionKind::Planned => {
            matches!(
                outcome,
                EntryOutcome::Counted(Side::Planned)
                    | EntryOutcome::MagnitudeOnly(Side::Planned)
                    | EntryOutcome::NoNumber(Side::Planned)
            )
        }
        SectionKind::Online => outcome == EntryOutcome::OnlineMedia,
        SectionKind::NoStatus => outcome == EntryOutcome::NoStatus,
        SectionKind::ProjectTotal | SectionKind::All => true,
    }
}

fn build_sections(
    context: &ViewContext,
    kinds: &[SectionKind],
    is_member: &dyn Fn(SectionKind, &Activity, usize) -> bool,
) -> Vec<RecordSection> {
    let ViewContext { data, totals, locale, .. } = context;
    let section = |kind: &SectionKind| {
        let in_section =
            |row: &usize| data.activities.get(*row).is_some_and(|activity| is_member(*kind, activity, *row));
        let rows: Vec<usize> = totals.rows.iter().filter(in_section).collect();
        let title = locale.say(match kind {
            SectionKind::Counted(_) => Sentence::SectionCounted,
            SectionKind::MagnitudeOnly(_) => Sentence::SectionMagnitudeOnly,
            SectionKind::Overlap(_) => Sentence::SectionOverlap,
            SectionKind::NoNumber(_) => Sentence::SectionNoNumber,
            SectionKind::Planned => Sentence::SectionPlanned,
            SectionKind::Online => Sentence::SectionOnline,
            SectionKind::NoStatus => Sentence::SectionNoStatus,
            SectionKind::ProjectTotal => Sentence::SectionProjectTotal,
            SectionKind::All => Sentence::SectionAll,
        });
        RecordSection { kind: *kind, title: heading(context, *kind, &title, &rows), rows }
    };
    kinds.iter().map(section).filter(|section| !section.rows.is_empty()).collect()
}

/// The heading of a section. Where its records can have several entries that it is about, it says how many of both there
/// are: the numbers of entries are those in [`crate::view::CountingNote`].
fn heading(context: &ViewContext, kind: SectionKind, title: &str, rows: &[usize]) -> String {
    let locale = context.locale;
    if matches!(kind, SectionKind::NoNumber(_) | SectionKind::ProjectTotal | SectionKind::All) {
        let n = locale.number(rows.len() as u64);
        return locale.fill(Sentence::SectionHeading, &[("title", title), ("n", &n)]);
    }
    let records = rows.iter().filter_map(|row| context.data.activities.get(*row));
    let entries = records.flat_map(|record| selected_entries(context, record)).filter(|entry| is_about(kind, entry));
    let activities = locale.count(Sentence::Activities, rows.len() as u64, &[]);
    let gaps = [("title", title), ("activities", &*activities)];
    locale.count(Sentence::SectionGroups, entries.count() as u64, &gaps)
}
