//! The steps from the records of a view to the activities whose people reached are added up.
//!
//! Invariant: the number of a step, without what it leaves out, is the number of the next step.

use super::ViewContext;
use crate::locale::Sentence;
use crate::model::Activity;
use crate::query::{EntryOutcome, Side, overlapped};

/// A number of records, and what is left out on the way to the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BridgeStep {
    /// How many records.
    pub number: usize,
    /// The number and what it counts, in words.
    pub text: String,
    /// How many of them are left out, for each reason, and the same in words; only reasons that apply.
    pub left_out: Vec<(usize, String)>,
}

/// The steps for people reached. A step that would repeat the number before it is left out, unless it says something
/// else: a view without project totals begins with its activities, and one without overlaps ends with the activities
/// that give a number. Without any record there are no steps.
pub fn number_bridge(context: &ViewContext) -> Vec<BridgeStep> {
    let ViewContext { data, selection, totals, locale, .. } = context;
    let overlapped = overlapped(data, selection, totals, Side::Reached);
    let records = totals.rows.iter().filter_map(|row| Some((row, data.activities.get(row)?)));
    let outcomes = records.map(|(row, record)| (record, RecordOutcome::of(context, record, overlapped.contains(&row))));
    let outcomes: Vec<(&Activity, RecordOutcome)> = outcomes.collect();

    let among = |kinds: &[RecordOutcome]| outcomes.iter().filter(|(_, outcome)| kinds.contains(outcome)).count();
    let left_out = |reasons: &[(RecordOutcome, Sentence)]| -> Vec<(usize, String)> {
        let numbers = reasons.iter().map(|(outcome, sentence)| (among(&[*outcome]), *sentence));
        numbers.filter(|(n, _)| *n > 0).map(|(n, sentence)| (n, locale.count(sentence, n as u64, &[]))).collect()
    };
    let with_groups = |sentence: Sentence, kinds: &[RecordOutcome]| {
        let records = outcomes.iter().filter(|(_, outcome)| kinds.contains(outcome));
        let entries = records.flat_map(|(record, _)| &record.reach).filter(|entry| selection.includes(entry));
        let counts = entries.filter(|entry| EntryOutcome::of(entry) == EntryOutcome::Counted(Side::Reached));
        let groups = locale.count(Sentence::BridgeGroups, counts.count() as u64, &[]);
        locale.count(sentence, among(kinds) as u64, &[("groups", &groups)])
    };

    let number = among(&[RecordOutcome::Counted, RecordOutcome::Overlap]);
    let mut steps = vec![
        BridgeStep {
            number: outcomes.len(),
            text: locale.count(Sentence::BridgeRecords, outcomes.len() as u64, &[]),
            left_out: left_out(&[(RecordOutcome::ProjectTotal, Sentence::BridgeProjectTotals)]),
        },
        BridgeStep {
            number: totals.activities,
            text: locale.count(Sentence::Activities, totals.activities as u64, &[]),
            left_out: left_out(&[
                (RecordOutcome::NoNumber, Sentence::BridgeNoNumber),
                (RecordOutcome::MagnitudeOnly, Sentence::BridgeMagnitudeOnly),
                (RecordOutcome::Planned, Sentence::BridgePlanned),
                (RecordOutcome::Online, Sentence::BridgeOnline),
                (RecordOutcome::NoStatus, Sentence::BridgeNoStatus),
            ]),
        },
        BridgeStep {
            number,
            text: match number {
                0 => locale.say(Sentence::BridgeNone),
                _ => with_groups(Sentence::BridgeNumber, &[RecordOutcome::Counted, RecordOutcome::Overlap]),
            },
            left_out: left_out(&[(RecordOutcome::Overlap, Sentence::BridgeOverlap)]),
        },
        BridgeStep {
            number: among(&[RecordOutcome::Counted]),
            text: with_groups(Sentence::BridgeCounted, &[RecordOutcome::Counted]),
            left_out: Vec::new(),
        },
    ];
    let has_project_totals = outcomes.len() > totals.activities;
    let has_overlaps = steps.get(2).is_some_and(|step| !step.left_out.is_empty());
    if !has_overlaps {
        steps.truncate(3);
    }
    if totals.activities == 0 {
        steps.truncate(if has_project_totals { 2 } else { 0 });
    } else if !has_project_totals {
        steps.remove(0);
    }
    steps
}

/// What becomes of a record in people reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RecordOutcome {
    /// Its numbers are added up.
    Counted,
    /// A larger record probably counts the same people.
    Overlap,
    /// It adds up a whole project.
    ProjectTotal,
    /// None of its entries gives a number, and some give words.
    MagnitudeOnly,
    /// Nothing is said of how many people took part.
    NoNumber,
    /// It has only people who are still to take part.
    Planned,
    /// It has online audiences.
    Online,
    /// It is not stated whether people took part.
    NoStatus,
}

impl RecordOutcome {
    /// The first of these that is true of a record: each has one outcome, however many entries it has.
    fn of(context: &ViewContext, record: &Activity, is_overlapped: bool) -> Self {
        if record.is_project_total() {
            return Self::ProjectTotal;
        }
        let entries = record.reach.iter().filter(|entry| context.selection.includes(entry));
        let outcomes: Vec<EntryOutcome> = entries.map(EntryOutcome::of).collect();
        let order = [
            (EntryOutcome::Counted(Side::Reached), if is_overlapped { Self::Overlap } else { Self::Counted }),
            (EntryOutcome::MagnitudeOnly(Side::Reached), Self::MagnitudeOnly),
            (EntryOutcome::NoNumber(Side::Reached), Self::NoNumber),
            (EntryOutcome::Counted(Side::Planned), Self::Planned),
            (EntryOutcome::MagnitudeOnly(Side::Planned), Self::Planned),
            (EntryOutcome::NoNumber(Side::Planned), Self::Planned),
            (EntryOutcome::OnlineMedia, Self::Online),
            (EntryOutcome::NoStatus, Self::NoStatus),
        ];
        order.iter().find(|(entry, _)| outcomes.contains(entry)).map_or(Self::NoNumber, |(_, record)| *record)
    }
}
