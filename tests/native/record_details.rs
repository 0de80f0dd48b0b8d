//! The details of a record besides its facts: doubts, dates that are only those of the page, and the address for
//! reporting a mistake.

use outreach_report::view::{self, RecordDetails};
use serde_json::{Value, json};

use crate::support::view_fixture::{ViewFixture, report};

/// The details of the first record of a document.
fn details(document: &Value) -> RecordDetails {
    let shown = ViewFixture::from_link(document, "");
    view::record_details(&shown.view_context(), &shown.data.activities[0])
}

/// The lines of the fact with this label.
fn fact(details: &RecordDetails, label: &str) -> Vec<String> {
    details.facts.iter().filter(|fact| fact.label == label).flat_map(|fact| fact.lines.clone()).collect()
}

const PAGE_DATE: &str = "The page does not say when it took place; this is the date of the page.";

/// Each doubt is shown unchanged on its own line. A record without doubts has no such fact.
#[test]
fn doubts_are_shown() {
    let doubt_lines = |doubts: Value, date: Value| {
        fact(&details(&report(json!([{ "id": "a", "title": "A", "doubts": doubts, "date": date }]))), "Doubts")
    };
    assert_eq!(
        doubt_lines(json!(["The page is cut.", "Two numbers."]), json!("2022")),
        ["The page is cut.", "Two numbers."]
    );
    assert_eq!(doubt_lines(json!([]), json!("2022-05-01")), [""; 0]);
    assert_eq!(doubt_lines(json!(null), json!(null)), [""; 0]);
    // An approximate date is the date of the page; the line about it comes after the written doubts.
    for date in ["2023-10-19~", "2023~", "2021-04~/2021-05~"] {
        assert_eq!(doubt_lines(json!([]), json!(date)), [PAGE_DATE], "{date}");
    }
    assert_eq!(doubt_lines(json!(["Written."]), json!("2023-10-19~")), ["Written.", PAGE_DATE]);
    // A value that is not a text is not shown and is an issue.
    let shown = ViewFixture::from_link(&report(json!([{ "id": "a", "title": "A", "doubts": ["Said.", 5] }])), "");
    assert_eq!(fact(&view::record_details(&shown.view_context(), &shown.data.activities[0]), "Doubts"), ["Said."]);
    assert_eq!(shown.issues.len(), 1);
    assert_eq!(shown.issues[0].field, "doubts[1]");
}

/// The doubts of the built-in data set about its sources.
#[test]
fn doubts_of_the_built_in_data_set() {
    let shown = ViewFixture::from_link(&crate::support::built_in(), "");
    let doubts = |id_prefix: &str| -> Vec<&str> {
        let records = shown.data.activities.iter().filter(|record| record.id.starts_with(id_prefix));
        records.flat_map(|record| &record.doubts).map(|doubt| &**doubt).collect()
    };
    let cut = "The page breaks off after “SDG 5 and SDG”: a second goal is missing.";
    assert_eq!(doubts("bt-2022-07-"), [cut, cut]);
    for (id_prefix, words) in [
        ("bd-2023-12-", "“SDG 23”"),
        ("bt-2021-03-", "another page 24"),
        ("lk-2020-01-", "5-day"),
        ("np-2017-policy-", "28 and 29 July"),
        ("bt-2023-02-untoc-accession", "cannot be added"),
    ] {
        let doubts = doubts(id_prefix);
        assert!(doubts.len() == 1 && doubts[0].contains(words), "{id_prefix}: {doubts:?}");
    }
    // A record has this doubt if and only if the title of its source is marked as taken from the address.
    let headline = "The page’s headline could not be read. It is taken from the page’s address.";
    let mut marked = 0;
    for record in &shown.data.activities {
        let title = record.source.as_ref().and_then(|source| source.title.as_deref()).unwrap_or_default();
        let is_marked = title.contains("[headline taken from the page address");
        assert_eq!(record.doubts.iter().any(|doubt| &**doubt == headline), is_marked, "{}", record.id);
        marked += usize::from(is_marked);
    }
    assert_eq!((marked, shown.data.activities.iter().filter(|record| !record.doubts.is_empty()).count()), (9, 16));
}

/// The address for reporting a mistake in the record with this id, if the data set has this contact.
fn report_address(contact: &str, id: &str) -> Option<String> {
    let mut document = report(json!([{ "id": id, "title": "A" }]));
    document["contact"] = contact.into();
    details(&document).report_address
}

/// For a mail contact the address is a mail with the record in its subject. For a page the record replaces `{id}`, or
/// is added to the query.
#[test]
fn a_mistake_is_reported_to_the_contact() {
    let mail = "mailto:data@example.org?subject=Mistake%20in%20record%20bt-1";
    for (contact, expected) in [
        ("data@example.org", mail),
        ("mailto:data@example.org", mail),
        ("https://example.org/report", "https://example.org/report?record=bt-1"),
        ("https://example.org/report?set=7", "https://example.org/report?set=7&record=bt-1"),
        ("https://example.org/issues/new?title={id}", "https://example.org/issues/new?title=bt-1"),
        ("https://example.org/{id}/report?id={id}", "https://example.org/bt-1/report?id=bt-1"),
        ("http://example.org", "http://example.org?record=bt-1"),
        ("https://example.org/report#form", "https://example.org/report?record=bt-1#form"),
    ] {
        assert_eq!(report_address(contact, "bt-1").as_deref(), Some(expected), "{contact}");
    }
    let document = report(json!([{ "id": "a", "title": "A" }]));
    assert_eq!(details(&document).report_address, None, "no contact, no address");
}

/// An id is encoded as one value: it cannot add anything else to the address.
#[test]
fn an_id_is_encoded_as_one_value() {
    let odd_id = "a&b=c#d?e/f \"<'>%é";
    let encoded = "a%26b%3Dc%23d%3Fe%2Ff%20%22%3C'%3E%25%C3%A9";
    assert_eq!(report_address("https://example.org/{id}", odd_id), Some(format!("https://example.org/{encoded}")));
    assert_eq!(report_address("https://example.org/", odd_id), Some(format!("https://example.org/?record={encoded}")));
    let mail = report_address("data@example.org", odd_id).unwrap();
    assert_eq!(mail, format!("mailto:data@example.org?subject=Mistake%20in%20record%20{encoded}"));
    let newline = report_address("data@example.org", "a\r\nBcc: x@example.org").unwrap();
    assert!(!newline.contains(['\r', '\n', ' ']) && newline.ends_with("a%0D%0ABcc%3A%20x%40example.org"), "{newline}");
}

/// A contact that is neither a plain mail address nor a web page gives no address.
#[test]
fn hostile_contacts_give_no_address() {
    for contact in [
        "javascript:alert(1)",
        "JavaScript:alert(1)//@example.org",
        "javascript:alert(1)@example.org",
        "data:text/html,x@example.org",
        "mailto:javascript:alert(1)",
        "a b@example.org",
        "a@example.org b",
        "a@example.org\nBcc: b@example.org",
        "\"a\"@example.org",
        "a@\"example.org\"",
        "a'b@example.org",
        "a@example.org?bcc=b@example.org",
        "a@example.org&bcc=b",
        "a@example.org,b@example.org",
        "a@b@example.org",
        "<a@example.org>",
        "a%0Ab@example.org",
        "@example.org",
        "a@",
        "@",
        "mailto:",
        "https://example.org/a b",
        "https://example.org/\"onclick=\"alert(1)",
        "https://example.org/'",
        "https://example.org/<script>",
        "https://example.org/\nHost: b",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "Ministry of Home Affairs",
        " ",
    ] {
        assert_eq!(report_address(contact, "bt-1"), None, "{contact:?}");
    }
}
