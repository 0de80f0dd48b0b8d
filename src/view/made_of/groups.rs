//! The records behind a total, in groups: counted, and left out under each reason.

use crate::locale::Key;
use crate::model::Activity;
use crate::order::sorted;
use crate::query::{EntryOutcome, Side, activity_amount, overlapped};
use crate::view::{Scene, Total};

/// Why records stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
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
pub struct Group {
    /// Why.
    pub kind: Kind,
    /// The same in words, with how many there are.
    pub title: String,
    /// The records by their place in the data set.
    pub records: Vec<usize>,
}

/// The groups of a total; those without a record are left out.
pub fn groups(scene: &Scene, total: Total) -> Vec<Group> {
    let side = match total {
        Total::People => Side::Reached,
        Total::Planned => Side::Planned,
        _ => {
            return listed(scene, &[Kind::All, Kind::ProjectTotal], &|kind, activity, _| match kind {
                Kind::ProjectTotal => activity.is_project_total(),
                _ => !activity.is_project_total(),
            });
        }
    };
    let overlapped = overlapped(scene.data, scene.selection, scene.totals, side);
    let belongs = |kind: Kind, activity: &Activity, row: usize| {
        let has = |standing| taken(scene, activity).any(|entry| EntryOutcome::of(entry) == standing);
        if activity.is_project_total() {
            // A figure of plans is no plan of people reached, and the other way round.
            return kind == Kind::ProjectTotal
                && (side == Side::Reached || activity_amount(activity, scene.selection, side).counted);
        }
        let counted = has(EntryOutcome::Counted(side));
        match kind {
            Kind::Counted(_) => counted && !overlapped.contains(&row),
            Kind::Overlap(_) => counted && overlapped.contains(&row),
            Kind::InWords(_) => !counted && has(EntryOutcome::InWords(side)),
            Kind::NoNumber(_) => {
                has(EntryOutcome::NoNumber(side)) || side == Side::Reached && taken(scene, activity).next().is_none()
            }
            // What is left out of the plans is what was reached, and that has a total of its own.
            _ if side == Side::Planned => false,
            Kind::Planned => [EntryOutcome::Counted, EntryOutcome::InWords, EntryOutcome::NoNumber]
                .map(|of| of(Side::Planned))
                .into_iter()
                .any(has),
            Kind::Online => has(EntryOutcome::OnlineMedia),
            Kind::NoStatus => has(EntryOutcome::NoStatus),
            Kind::ProjectTotal | Kind::All => false,
        }
    };
    let kinds = [
        Kind::Counted(side),
        Kind::InWords(side),
        Kind::Overlap(side),
        Kind::NoNumber(side),
        Kind::Planned,
        Kind::Online,
        Kind::NoStatus,
        Kind::ProjectTotal,
    ];
    let mut groups = listed(scene, &kinds, &belongs);
    for group in groups.iter_mut().filter(|group| matches!(group.kind, Kind::Counted(_))) {
        let low =
            |row: &usize| scene.data.activities.get(*row).map(|one| activity_amount(one, scene.selection, side).low);
        group.records = sorted(&group.records, &mut |a, b| low(b).cmp(&low(a)));
    }
    groups
}

/// The entries of an activity that the view looks at.
pub(super) fn taken<'a>(scene: &'a Scene, activity: &'a Activity) -> impl Iterator<Item = &'a crate::model::Reach> {
    activity.reach.iter().filter(|entry| scene.selection.takes(entry))
}

fn listed(scene: &Scene, kinds: &[Kind], belongs: &dyn Fn(Kind, &Activity, usize) -> bool) -> Vec<Group> {
    let Scene { data, totals, locale, .. } = scene;
    let group = |kind: &Kind| {
        let here = |row: &usize| data.activities.get(*row).is_some_and(|activity| belongs(*kind, activity, *row));
        let records: Vec<usize> = totals.records.iter().copied().filter(here).collect();
        let title = locale.say(match kind {
            Kind::Counted(_) => Key::GroupCounted,
            Kind::InWords(_) => Key::GroupInWords,
            Kind::Overlap(_) => Key::GroupOverlap,
            Kind::NoNumber(_) => Key::GroupNoNumber,
            Kind::Planned => Key::GroupPlanned,
            Kind::Online => Key::GroupOnline,
            Kind::NoStatus => Key::GroupNoStatus,
            Kind::ProjectTotal => Key::GroupProjectTotal,
            Kind::All => Key::GroupAll,
        });
        let n = locale.number(records.len() as u64);
        Group { kind: *kind, title: locale.fill(Key::GroupHeading, &[("title", &title), ("n", &n)]), records }
    };
    kinds.iter().map(group).filter(|group| !group.records.is_empty()).collect()
}
