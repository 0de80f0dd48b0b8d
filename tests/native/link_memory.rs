//! Link memory: the notation of the key `was`, written and read back, and texts that are not in this notation.

use outreach_report::link::{
    LinkMemory, RememberedNumber, RememberedNumbers, decode, encode, encode_to_share, encode_with_language, memory_text,
};
use outreach_report::model::EdtfDate;
use outreach_report::query::Tally;
use proptest::prelude::*;
use serde_json::json;

use crate::support::generate;
use crate::support::view_fixture::{ViewFixture, report};

fn memory(version: &str, people: RememberedNumber, activities: u64) -> LinkMemory {
    LinkMemory {
        data_date: EdtfDate::parse(version).unwrap(),
        shown: RememberedNumbers { reached: people, activities },
    }
}

#[test]
fn each_kind_of_number_has_its_notation() {
    for (people, text) in [
        (RememberedNumber::Exact(0), "0"),
        (RememberedNumber::Exact(13_351), "13351"),
        (RememberedNumber::AtLeast(13_351), "13351.."),
        (RememberedNumber::AtLeast(0), "0.."),
        (RememberedNumber::Range(5_164, 5_210), "5164..5210"),
        (RememberedNumber::Range(0, 40), "0..40"),
        (RememberedNumber::About(300), "c300"),
        (RememberedNumber::MagnitudeOnly, "words"),
        (RememberedNumber::None, "none"),
        (RememberedNumber::Exact(u64::MAX), "18446744073709551615"),
    ] {
        let memory = memory("2026-11-22", people, 150);
        let written = format!("2026-11-22~{text}~150");
        assert_eq!(memory.write(), written);
        assert_eq!(LinkMemory::read(&written), Some(memory));
    }
}

#[test]
fn other_notations_are_not_read() {
    for text in [
        "",
        "~",
        "~~",
        "2026-11-22",
        "2026-11-22~13351",
        "2026-11-22~13351~",
        "2026-11-22~~150",
        "~13351~150",
        "2026-11-22~13351~150~1",
        "yesterday~13351~150",
        "2026-13-45~13351~150",
        "2026-11-22~-1~150",
        "2026-11-22~+1~150",
        "2026-11-22~013~150",
        "2026-11-22~13,351~150",
        "2026-11-22~..~150",
        "2026-11-22~..5~150",
        "2026-11-22~5..5~150",
        "2026-11-22~6..5~150",
        "2026-11-22~1..2..3~150",
        "2026-11-22~c~150",
        "2026-11-22~cc1~150",
        "2026-11-22~c1..2~150",
        "2026-11-22~many~150",
        "2026-11-22~NONE~150",
        "2026-11-22~1~many",
        "2026-11-22~1~1.5",
        "2026-11-22~1~1..",
        "2026-11-22~99999999999999999999~150",
        "%FF~1~1",
        "2026-11-22~%31~1",
        "2026-11-22~1 ~1",
    ] {
        assert_eq!(LinkMemory::read(text), None, "{text}");
    }
}

/// The folder becomes part of an address that is fetched, and a link may come from anybody: only plain dates are
/// allowed.
#[test]
fn only_days_months_and_years_are_folders() {
    for version in ["2026-11-22", "2026-11", "2026"] {
        assert_eq!(memory(version, RememberedNumber::None, 0).folder(), Some(version));
    }
    for version in
        ["2026-11-22~", "2026/2027", "../2026", "2026-11-22T10:00:00Z", "202X", "-2026", "Y20260", "2026-11-22?"]
    {
        if let Some(version) = EdtfDate::parse(version) {
            let memory = LinkMemory {
                data_date: version,
                shown: RememberedNumbers { reached: RememberedNumber::None, activities: 0 },
            };
            assert_eq!(memory.folder(), None);
            assert_eq!(LinkMemory::read(&memory.write()), Some(memory));
        }
    }
}

#[test]
fn the_last_memory_of_a_link_counts() {
    assert_eq!(memory_text("#country=BT&lang=en&was=2026~1~1"), Some("2026~1~1"));
    assert_eq!(memory_text("was=a&year=2022&was=b"), Some("b"));
    assert_eq!(memory_text("?was="), Some(""));
    for link in ["", "country=BT", "q=was%3D1", "wasp=1", "was", "q=it was=1"] {
        assert_eq!(memory_text(link), None, "{link}");
    }
}

#[test]
fn a_link_to_share_remembers_what_its_view_shows() {
    let shown = ViewFixture::from_link(&crate::support::built_in(), "country=BT&year=2022");
    let memory = LinkMemory::of(shown.data.updated.as_ref(), &shown.totals);
    let link = encode_to_share(&shown.selection, "en", memory.as_ref());
    assert_eq!(link, "country=BT&year=2022&lang=en&was=2026-11-22~8834..~11");
    assert_eq!(memory_text(&link).and_then(LinkMemory::read), memory);
    // The links of a data set without a date of update remember nothing.
    let undated = ViewFixture::from_link(&report(json!([{ "id": "a", "title": "A" }])), "");
    assert_eq!(LinkMemory::of(undated.data.updated.as_ref(), &undated.totals), None);
    assert_eq!(encode_to_share(&undated.selection, "en", None), encode_with_language(&undated.selection, "en"));
}

fn remembered_number() -> impl Strategy<Value = RememberedNumber> {
    prop_oneof![
        Just(RememberedNumber::None),
        Just(RememberedNumber::MagnitudeOnly),
        any::<u64>().prop_map(RememberedNumber::Exact),
        any::<u64>().prop_map(RememberedNumber::About),
        any::<u64>().prop_map(RememberedNumber::AtLeast),
        (any::<u32>(), 1..u64::from(u32::MAX))
            .prop_map(|(low, more)| RememberedNumber::Range(low.into(), u64::from(low) + more)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(
        year in 0..=9999_u16, month in 1..=12_u8, people in remembered_number(), activities: u64,
    ) {
        let memory = memory(&format!("{year:04}-{month:02}"), people, activities);
        let text = memory.write();
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.~%".contains(&byte)), "{}", text);
        prop_assert_eq!(LinkMemory::read(&text), Some(memory));
        prop_assert_eq!(RememberedNumber::of(&people.tally()), people);
    }

    #[test]
    fn only_what_is_written_is_read(text in "[0-9c.~%wn-]{0,24}") {
        if let Some(memory) = LinkMemory::read(&text) {
            prop_assert_eq!(memory.write(), text);
        }
    }

    /// A link gives the same selection with and without its memory, and the remembered numbers have the same texts as
    /// the totals.
    #[test]
    fn a_memory_changes_no_selection_and_keeps_the_texts(
        document in generate::document(), plain in generate::plain_selection(),
    ) {
        let mut document = document;
        document["updated"] = json!("2025-03-01");
        let shown = ViewFixture::new(&document, generate::selection(&plain));
        let memory = LinkMemory::of(shown.data.updated.as_ref(), &shown.totals).unwrap();
        let link = encode_to_share(&shown.selection, "en", Some(&memory));
        let selection_of = |link: &str| decode(link, &shown.data, &shown.index).selection;
        prop_assert_eq!(encode(&selection_of(&link)), encode(&selection_of(&encode(&shown.selection))));
        let text = |tally: &Tally| shown.locale.tally(tally);
        prop_assert_eq!(text(&memory.shown.reached.tally()), text(&shown.totals.reached));
        prop_assert_eq!(memory_text(&link).and_then(LinkMemory::read), Some(memory));
    }
}
