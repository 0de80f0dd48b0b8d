//! The records behind a total, in groups: counted, and left out under each reason.

use crate::locale::Sentence;
use crate::model::Activity;
use crate::query::{EntryOutcome, Side, activity_amount, overlapped};
use crate::sort::sorted;
use crate::view::{TotalKind, ViewContext};

/// Why records stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// They are what the total adds up.
    Counted(Side),
    /// They give only words.
    InWords(Side),
    /// Others that are larger probably count the same people.
    Overlap(Side),
    /// They give no number.
    NoNumber(Side),
    /// Entries about people who are still to take part.
    Planned,
    /// Entries about online audiences.
    Online,
    /// Entries of which it is not stated whether people took part.
    NoStatus,
    /// Records that add up a whole project.
    ProjectTotal,
    /// Every activity of the view.
    All,
}

/// Records that stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordGroup {
    /// Why.
    pub kind: GroupKind,
    /// The same in words, with how many there are.
    pub title: String,
    /// The records by their place in the data set.
    pub records: Vec<usize>,
}

/// The groups of a total; those without a record are left out.
pub fn groups(context: &ViewContext, total: TotalKind) -> Vec<RecordGroup> {
    let side = match total {
        TotalKind::People => Side::Reached,
        TotalKind::Planned => Side::Planned,
        _ => {
            return listed(context, &[GroupKind::All, GroupKind::ProjectTotal], &|kind, activity, _| match kind {
                GroupKind::ProjectTotal => activity.is_project_total(),
                _ => !activity.is_project_total(),
            });
        }
    };
    let overlapped = overlapped(context.data, context.selection, context.totals, side);
    let belongs = |kind: GroupKind, activity: &Activity, row: usize| {
        let has = |standing| taken(context, activity).any(|entry| EntryOutcome::of(entry) == standing);
        if activity.is_project_total() {
            // A figure of plans is no plan of people reached, and the other way round.
            return kind == GroupKind::ProjectTotal
                && (side == Side::Reached || activity_amount(activity, context.selection, side).counted);
        }
        let counted = has(EntryOutcome::Counted(side));
        match kind {
            GroupKind::Counted(_) => counted && !overlapped.contains(&row),
            GroupKind::Overlap(_) => counted && overlapped.contains(&row),
            GroupKind::InWords(_) => !counted && has(EntryOutcome::InWords(side)),
            GroupKind::NoNumber(_) => {
                has(EntryOutcome::NoNumber(side)) || side == Side::Reached && taken(context, activity).next().is_none()
            }
            // What is left out of the plans is what was reached, and that has a total of its own.
            _ if side == Side::Planned => false,
            GroupKind::Planned => [EntryOutcome::Counted, EntryOutcome::InWords, EntryOutcome::NoNumber]
                .map(|of| of(Side::Planned))
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
    let mut groups = listed(context, &kinds, &belongs);
    for group in groups.iter_mut().filter(|group| matches!(group.kind, GroupKind::Counted(_))) {
        let low = |row: &usize| {
            context.data.activities.get(*row).map(|one| activity_amount(one, context.selection, side).low)
        };
        group.records = sorted(&group.records, &mut |a, b| low(b).cmp(&low(a)));
    }
    groups
}

/// The entries of an activity that the view looks at.
pub(super) fn taken<'a>(
    context: &'a ViewContext,
    activity: &'a Activity,
) -> impl Iterator<Item = &'a crate::model::Reach> {
    activity.reach.iter().filter(|entry| context.selection.takes(entry))
}

fn listed(
    context: &ViewContext,
    kinds: &[GroupKind],
    belongs: &dyn Fn(GroupKind, &Activity, usize) -> bool,
) -> Vec<RecordGroup> {
    let ViewContext { data, totals, locale, .. } = context;
    let group = |kind: &GroupKind| {
        let here = |row: &usize| data.activities.get(*row).is_some_and(|activity| belongs(*kind, activity, *row));
        let records: Vec<usize> = totals.records.iter().copied().filter(here).collect();
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
