//! What a record opens to, beyond its facts: doubts, dates that are only those of the page, and the way to report a
//! mistake.

use outreach_report::view::{self, RecordDetails};
use serde_json::{Value, json};

use crate::support::shown::{Shown, report};

/// What the first record of a document opens to.
fn details(document: &Value) -> RecordDetails {
    let shown = Shown::link(document, "");
    view::record_details(&shown.view_context(), &shown.data.activities[0])
}

/// The lines of one of its facts.
fn fact(details: &RecordDetails, label: &str) -> Vec<String> {
    details.facts.iter().filter(|fact| fact.label == label).flat_map(|fact| fact.lines.clone()).collect()
}

const PAGE_DATE: &str = "The page does not say when it took place; this is the date of the page.";

/// Doubts are shown as they are written, each on a line of its own; a record without any has no such fact.
#[test]
fn doubts_are_shown() {
    let of = |doubts: Value, date: Value| {
        fact(&details(&report(json!([{ "id": "a", "title": "A", "doubts": doubts, "date": date }]))), "Doubts")
    };
    assert_eq!(of(json!(["The page is cut.", "Two numbers."]), json!("2022")), ["The page is cut.", "Two numbers."]);
    assert_eq!(of(json!([]), json!("2022-05-01")), [""; 0]);
    assert_eq!(of(json!(null), json!(null)), [""; 0]);
    // A date that is only about is that of the page; it comes after what was written.
    for about in ["2023-10-19~", "2023~", "2021-04~/2021-05~"] {
        assert_eq!(of(json!([]), json!(about)), [PAGE_DATE], "{about}");
    }
    assert_eq!(of(json!(["Written."]), json!("2023-10-19~")), ["Written.", PAGE_DATE]);
    // What is no text is no doubt, and is reported.
    let shown = Shown::link(&report(json!([{ "id": "a", "title": "A", "doubts": ["Said.", 5] }])), "");
    assert_eq!(fact(&view::record_details(&shown.view_context(), &shown.data.activities[0]), "Doubts"), ["Said."]);
    assert_eq!(shown.issues.len(), 1);
    assert_eq!(shown.issues[0].field, "doubts[1]");
}

/// The embedded data set tells the doubts that its sources leave; none is said of a record that has none.
#[test]
fn doubts_of_the_embedded_data_set() {
    let shown = Shown::link(&crate::support::embedded(), "");
    let doubts = |start: &str| -> Vec<&str> {
        let records = shown.data.activities.iter().filter(|record| record.id.starts_with(start));
        records.flat_map(|record| &record.doubts).map(|doubt| &**doubt).collect()
    };
    let cut = "The page breaks off after “SDG 5 and SDG”: a second goal is missing.";
    assert_eq!(doubts("bt-2022-07-"), [cut, cut]);
    for (start, words) in [
        ("bd-2023-12-", "“SDG 23”"),
        ("bt-2021-03-", "another page 24"),
        ("lk-2020-01-", "5-day"),
        ("np-2017-policy-", "28 and 29 July"),
        ("bt-2023-02-untoc-accession", "cannot be added"),
    ] {
        let found = doubts(start);
        assert!(found.len() == 1 && found[0].contains(words), "{start}: {found:?}");
    }
    // A headline that could not be read is doubtful wherever it is marked, and nowhere else.
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

/// The address for a mistake in a record with this id, under this contact.
fn reported(contact: &str, id: &str) -> Option<String> {
    let mut document = report(json!([{ "id": id, "title": "A" }]));
    document["contact"] = contact.into();
    details(&document).report_address
}

/// A mail to the contact with the record in its subject; a page with the record where the address asks for it, else in
/// its query.
#[test]
fn a_mistake_is_reported_to_the_contact() {
    let mail = "mailto:data@example.org?subject=Mistake%20in%20record%20bt-1";
    for (contact, wanted) in [
        ("data@example.org", mail),
        ("mailto:data@example.org", mail),
        ("https://example.org/report", "https://example.org/report?record=bt-1"),
        ("https://example.org/report?set=7", "https://example.org/report?set=7&record=bt-1"),
        ("https://example.org/issues/new?title={id}", "https://example.org/issues/new?title=bt-1"),
        ("https://example.org/{id}/report?id={id}", "https://example.org/bt-1/report?id=bt-1"),
        ("http://example.org", "http://example.org?record=bt-1"),
        ("https://example.org/report#form", "https://example.org/report?record=bt-1#form"),
    ] {
        assert_eq!(reported(contact, "bt-1").as_deref(), Some(wanted), "{contact}");
    }
    let document = report(json!([{ "id": "a", "title": "A" }]));
    assert_eq!(details(&document).report_address, None, "no contact, no way to report");
}

/// An id cannot add to the address: it stands in it as one value.
#[test]
fn an_id_stays_a_value() {
    let odd = "a&b=c#d?e/f \"<'>%é";
    let written = "a%26b%3Dc%23d%3Fe%2Ff%20%22%3C'%3E%25%C3%A9";
    assert_eq!(reported("https://example.org/{id}", odd), Some(format!("https://example.org/{written}")));
    assert_eq!(reported("https://example.org/", odd), Some(format!("https://example.org/?record={written}")));
    let mail = reported("data@example.org", odd).unwrap();
    assert_eq!(mail, format!("mailto:data@example.org?subject=Mistake%20in%20record%20{written}"));
    let newline = reported("data@example.org", "a\r\nBcc: x@example.org").unwrap();
    assert!(!newline.contains(['\r', '\n', ' ']) && newline.ends_with("a%0D%0ABcc%3A%20x%40example.org"), "{newline}");
}

/// A contact that is neither a plain mail address nor a page of the web leads nowhere.
#[test]
fn hostile_contacts_lead_nowhere() {
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
        assert_eq!(reported(contact, "bt-1"), None, "{contact:?}");
    }
}
