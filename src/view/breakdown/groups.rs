//! The records of a total in groups: those that are counted, and those left out, by reason.

use crate::locale::Sentence;
use crate::model::Activity;
use crate::query::{EntryOutcome, Side, activity_amount, overlapped};
use crate::sort::sorted;
use crate::view::{TotalKind, ViewContext};

/// Why records are in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// The total adds up their numbers.
    Counted(Side),
    /// They give only words.
    InWords(Side),
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
pub struct RecordGroup {
    /// The reason.
    pub kind: GroupKind,
    /// The reason in words, with the number of records.
    pub title: String,
    /// The rows of the records.
    pub records: Vec<usize>,
}

/// The groups of a total, without those that have no record.
pub fn groups(context: &ViewContext, total: TotalKind) -> Vec<RecordGroup> {
    let side = match total {
        TotalKind::People => Side::Reached,
        TotalKind::Planned => Side::Planned,
        _ => {
            return build_groups(
                context,
                &[GroupKind::All, GroupKind::ProjectTotal],
                &|kind, activity, _| match kind {
                    GroupKind::ProjectTotal => activity.is_project_total(),
                    _ => !activity.is_project_total(),
                },
            );
        }
    };
    let overlapped = overlapped(context.data, context.selection, context.totals, side);
    let is_member = |kind: GroupKind, activity: &Activity, row: usize| {
        let has = |outcome| selected_entries(context, activity).any(|entry| EntryOutcome::of(entry) == outcome);
        if activity.is_project_total() {
            // People reached list every project total; plans list only those that give a planned number.
            return kind == GroupKind::ProjectTotal
                && (side == Side::Reached || activity_amount(activity, context.selection, side).counted);
        }
        let counted = has(EntryOutcome::Counted(side));
        match kind {
            GroupKind::Counted(_) => counted && !overlapped.contains(&row),
            GroupKind::Overlap(_) => counted && overlapped.contains(&row),
            GroupKind::InWords(_) => !counted && has(EntryOutcome::InWords(side)),
            GroupKind::NoNumber(_) => {
                has(EntryOutcome::NoNumber(side))
                    || side == Side::Reached && selected_entries(context, activity).next().is_none()
            }
            // The other groups are left out of plans because they are of people reached, who have a total of their own.
            _ if side == Side::Planned => false,
            GroupKind::Planned => [EntryOutcome::Counted, EntryOutcome::InWords, EntryOutcome::NoNumber]
                .map(|outcome| outcome(Side::Planned))
                .into_iter()
                .any(has),
            GroupKind::Online => has(EntryOutcome::OnlineMedia),
            GroupKind::NoStatus => has(EntryOutcome::NoStatus),
            GroupKind::ProjectTotal | GroupKind::All => false,
        }
    };
    let kinds = [
        GroupKind::Counted(side),
        GroupKind::InWords(side),
        GroupKind::Overlap(side),
        GroupKind::NoNumber(side),
        GroupKind::Planned,
        GroupKind::Online,
        GroupKind::NoStatus,
        GroupKind::ProjectTotal,
    ];
    let mut groups = build_groups(context, &kinds, &is_member);
    for group in groups.iter_mut().filter(|group| matches!(group.kind, GroupKind::Counted(_))) {
        let low = |row: &usize| {
            context.data.activities.get(*row).map(|activity| activity_amount(activity, context.selection, side).low)
        };
        group.records = sorted(&group.records, &mut |a, b| low(b).cmp(&low(a)));
    }
    groups
}

/// The entries of an activity that pass the audience filter.
pub(super) fn selected_entries<'a>(
    context: &'a ViewContext,
    activity: &'a Activity,
) -> impl Iterator<Item = &'a crate::model::Reach> {
    activity.reach.iter().filter(|entry| context.selection.includes(entry))
}

fn build_groups(
    context: &ViewContext,
    kinds: &[GroupKind],
    is_member: &dyn Fn(GroupKind, &Activity, usize) -> bool,
) -> Vec<RecordGroup> {
    let ViewContext { data, totals, locale, .. } = context;
    let group = |kind: &GroupKind| {
        let in_group = |row: &usize| data.activities.get(*row).is_some_and(|activity| is_member(*kind, activity, *row));
        let records: Vec<usize> = totals.records.iter().copied().filter(in_group).collect();
        let title = locale.say(match kind {
            GroupKind::Counted(_) => Sentence::GroupCounted,
            GroupKind::InWords(_) => Sentence::GroupInWords,
            GroupKind::Overlap(_) => Sentence::GroupOverlap,
            GroupKind::NoNumber(_) => Sentence::GroupNoNumber,
            GroupKind::Planned => Sentence::GroupPlanned,
            GroupKind::Online => Sentence::GroupOnline,
            GroupKind::NoStatus => Sentence::GroupNoStatus,
            GroupKind::ProjectTotal => Sentence::GroupProjectTotal,
            GroupKind::All => Sentence::GroupAll,
        });
        let n = locale.number(records.len() as u64);
        RecordGroup {
            kind: *kind,
            title: locale.fill(Sentence::GroupHeading, &[("title", &title), ("n", &n)]),
            records,
        }
    };
    kinds.iter().map(group).filter(|group| !group.records.is_empty()).collect()
}
