//! The records of a total in sections: those that are counted, and those left out, by reason.

use crate::locale::Sentence;
use crate::model::Activity;
use crate::query::{EntryOutcome, Side, activity_amount, overlapped};
use crate::sort::sorted;
use crate::view::{TotalKind, ViewContext};

/// Why records are in one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// The total adds up their numbers.
    Counted(Side),
    /// They give only words.
    MagnitudeOnly(Side),
    /// Larger records probably count the same people.
    Overlap(Side),
    /// They give no number.
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
    /// The reason in words, with the number of records.
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
            SectionKind::MagnitudeOnly(_) => !counted && has(EntryOutcome::MagnitudeOnly(side)),
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
) -> impl Iterator<Item = &'a crate::model::Reach> {
    activity.reach.iter().filter(|entry| context.selection.includes(entry))
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
        let rows: Vec<usize> = totals.rows.iter().copied().filter(in_section).collect();
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
        let n = locale.number(rows.len() as u64);
        RecordSection {
            kind: *kind,
            title: locale.fill(Sentence::SectionHeading, &[("title", &title), ("n", &n)]),
            rows,
        }
    };
    kinds.iter().map(section).filter(|section| !section.rows.is_empty()).collect()
}
