//! Citations: their texts; no text of the data ends a field or becomes a LaTeX command.

use outreach_report::export::{self, CitationContext};
use serde_json::json;

use crate::support::built_in;
use crate::support::view_fixture::{ViewFixture, report};

fn cited() -> CitationContext {
    CitationContext {
        address: "https://example.org/#country=BT&q=a%20b".into(),
        accessed: "2026-11-25".into(),
        ..CitationContext::default()
    }
}

#[test]
fn the_built_in_data() {
    let shown = ViewFixture::from_link(&built_in(), "country=BT&year=2022");
    let citation = export::citation(&shown.view_context(), &cited());
    insta::assert_snapshot!(format!(
        "{}\n\n{}\n{}",
        citation.text,
        citation.bibtex,
        citation.ris.replace("\r\n", "\n")
    ));
}

/// What the data do not state is left out, without an empty field.
#[test]
fn a_bare_data_set() {
    let shown = ViewFixture::from_link(&report(json!([{ "id": "a", "title": "A" }])), "");
    let citation = export::citation(&shown.view_context(), &cited());
    insta::assert_snapshot!(format!(
        "{}\n\n{}\n{}",
        citation.text,
        citation.bibtex,
        citation.ris.replace("\r\n", "\n")
    ));
}

#[test]
fn no_text_ends_a_field() {
    let mut document = report(json!([{ "id": "a", "title": "A" }]));
    document["publisher"] = "A & B}\nER  - \n\\input{x} 100 %_#$~^".into();
    let shown = ViewFixture::from_link(&document, "");
    let citation = export::citation(
        &shown.view_context(),
        &CitationContext { address: "https://example.org/}{\\".into(), ..cited() },
    );
    assert!(
        citation.bibtex.contains("author = {{A \\& B\\} ER - \\textbackslash{}input\\{x\\} 100 \\%\\_\\#\\$"),
        "{}",
        citation.bibtex
    );
    assert!(citation.bibtex.contains("url = {https://example.org/%7D%7B%5C}"));
    assert_eq!(citation.ris.lines().filter(|line| line.starts_with("ER")).count(), 1);
    assert!(citation.ris.lines().all(|line| line.get(2..6) == Some("  - ")), "{}", citation.ris);
}
