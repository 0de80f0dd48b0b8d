//! How the numbers of the whole data set are counted, in words. The test counts them in the document itself.

use std::collections::BTreeMap;

use outreach_report::view::{self, CountingNote};
use serde_json::{Value, json};

use crate::support::english::number;
use crate::support::view_fixture::{ViewFixture, report};

/// The steps of the bridge in words, what they leave out after a minus sign.
fn steps(note: &CountingNote) -> Vec<String> {
    let step = |step: &view::BridgeStep| {
        let left_out = step.left_out.iter().map(|(_, what)| format!("- {what}"));
        [step.text.clone()].into_iter().chain(left_out).collect::<Vec<_>>()
    };
    note.bridge.iter().flat_map(step).collect()
}

fn note(document: &Value, link: &str) -> CountingNote {
    view::counting_note(&ViewFixture::from_link(document, link).view_context())
}

/// The lines account for every entry of the whole data set, each in one line.
#[test]
fn the_counting_note_accounts_for_every_entry() {
    let document = crate::support::built_in();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut overlaps: BTreeMap<&str, Vec<(u64, u64)>> = BTreeMap::new();
    for record in document["activities"].as_array().unwrap() {
        if record["scope"] == "project-total" {
            continue;
        }
        let mut counted = Vec::new();
        for entry in record["reach"].as_array().unwrap() {
            let n = entry["count"].as_u64();
            let line = match (entry["status"].as_str(), entry["mode"].as_str(), entry["bound"].as_str()) {
                (_, Some("online-media"), _) => "online audience: views are no participants",
                (Some("planned"), ..) => "groups of people who are planned, not reached",
                _ if n.is_none() => "groups with only a word, such as “hundreds”: add 0, and leave the total open",
                (.., Some("at-least")) => "groups with a lower bound (“over 100”): the total is at least so many",
                (.., Some("about")) => "groups with a number given as about",
                (.., bound) => {
                    assert_eq!(bound, Some("exact"));
                    "groups with an exact number"
                }
            };
            *counts.entry(line).or_default() += 1;
            let is_reached = entry["status"] == "reached" && entry["mode"] != "online-media";
            counted.extend(n.filter(|_| is_reached));
        }
        let low: u64 = counted.iter().sum();
        if let Some(slug) = record["overlap"].as_str().filter(|_| low > 0) {
            overlaps.entry(slug).or_default().push((low, counted.len() as u64));
        }
    }
    // All that are left out of an overlap in this data set give one number each, and none of them is an about.
    let (mut people, mut activities) = (0, 0);
    for mut sizes in overlaps.into_values() {
        sizes.sort();
        sizes.pop();
        assert!(sizes.iter().all(|(_, entries)| *entries == 1));
        people += sizes.iter().map(|(low, _)| low).sum::<u64>();
        activities += sizes.len() as u64;
    }
    let note = note(&document, "");
    let [counted, left_out] = &note.lists[..] else { panic!("{:?}", note.lists) };
    let all_counted: u64 = ["exact number", "lower bound", "given as about"]
        .iter()
        .flat_map(|words| counts.iter().filter(move |(line, _)| line.contains(words)))
        .map(|(_, n)| n)
        .sum();
    assert_eq!(counted.title, format!("Counted: {} groups of people", all_counted - activities));
    let overlap = format!(
        "{activities} groups in {activities} activities, {} people in all: probably counted in a larger activity",
        number(people)
    );
    assert_eq!(left_out.lines[0], overlap);
    for line in &left_out.lines[1..] {
        let (n, words) = line.split_once(' ').unwrap();
        assert_eq!(counts.get(words).map(|n| number(*n)).as_deref(), Some(n), "{line}");
    }
    assert_eq!(note.rules.len(), 3);
}

/// The numbers of the whole data set and of one view, as they belong together.
#[test]
fn the_bridge_leads_from_the_records_to_what_is_counted() {
    let document = crate::support::built_in();
    let whole = note(&document, "");
    assert_eq!(
        steps(&whole),
        [
            "162 records",
            "- 5 figures that add up whole projects: listed, never summed",
            "157 activities",
            "- 66 that give no number of people",
            "- 1 that gives only a word, such as “hundreds”",
            "- 3 whose people are planned, not reached",
            "- 1 with an online audience: views are no participants",
            "86 that give a number of people reached, for 99 groups of people",
            "- 10 whose people are probably counted in a larger one",
            "76 counted, with 89 groups of people",
        ]
    );
    assert_eq!(whole.total, "At least 13,351 people reached, as reported.");
    let view = note(&document, "country=BT&year=2022");
    assert_eq!(
        steps(&view),
        [
            "11 activities",
            "- 1 that gives no number of people",
            "10 that give a number of people reached, for 10 groups of people",
            "- 2 whose people are probably counted in a larger one",
            "8 counted, with 8 groups of people",
        ]
    );
    assert_eq!(view.lists[0].title, "Counted: 8 groups of people");
    assert_eq!(
        view.lists[1].lines[0],
        "2 groups in 2 activities, 936 people in all: probably counted in a larger activity"
    );
    // Nothing is counted where there are only words or no number.
    let treaty = note(&document, "kind=treaty-action");
    assert!(!treaty.total.contains("given in words reached"), "{}", treaty.total);
    assert_eq!(steps(&treaty).last().unwrap(), "none that gives a number of people reached");
    assert_eq!(steps(&note(&document, "country=FR")), Vec::<String>::new());
}

/// Of equal records of an overlap the first is counted; one whose number is only an upper bound is left out of nothing.
/// The upper figure has them all.
#[test]
fn of_equal_overlapping_records_the_first_is_counted() {
    let record = |id: &str, bound: &str| json!({ "id": id, "title": id, "overlap": "same", "reach": [{ "status": "reached", "count": 40, "bound": bound }] });
    let document = report(json!([record("a", "exact"), record("b", "exact"), record("c", "at-most")]));
    let note = note(&document, "");
    assert_eq!(
        steps(&note)[1..],
        [
            "3 that give a number of people reached, for 3 groups of people",
            "- 1 whose people are probably counted in a larger one",
            "2 counted, with 2 groups of people",
        ]
    );
    assert_eq!(
        note.lists[0].lines,
        ["1 group with an exact number", "1 group with an upper bound: adds nothing to the lower figure"]
    );
    assert_eq!(
        note.total,
        "40 to 120 people reached, as reported. The upper figure also has those that are probably the same people."
    );
}
