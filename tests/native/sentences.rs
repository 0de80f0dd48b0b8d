//! The sentences of the language file: it has every sentence that the code uses and no other, and every gap of a
//! sentence is filled wherever it is used.

use outreach_report::locale::{Sentence, SentencePiece};
use outreach_report::query::Facet;
use outreach_report::view::EmbedOptions;
use serde_json::{Value as Json, json};

use crate::support::english::locale;
use crate::support::view_fixture::ViewFixture;
use crate::support::view_texts;

const ENGLISH: &str = include_str!("../../src/locale/en.json");

fn language_file() -> Json {
    serde_json::from_str(ENGLISH).unwrap()
}

/// Views of the built-in data set that together show nearly every sentence. `rarities` has what they lack.
const LINKS: [&str; 14] = [
    "",
    "basis=theme",
    "basis=stated&measure=activities",
    "country=BT&year=2022",
    "country=FR",
    "country=LY",
    "country=MV~unknown&year=2010..2012~2015~2020..",
    "year=..2012~unknown",
    "kind=treaty-action",
    "kind=treaty-action&year=2023&measure=activities",
    "audience=students~media&sdg=5~unknown",
    "audience=general-public",
    "q=police%20%7B",
    "year=2017&country=NP&kind=training",
];

/// A document with what the built-in data set lacks: numbers of one, upper bounds, entries without a status, several
/// years, countries and goals at once, every kind of date, no country, no name.
fn rarities() -> Json {
    let entry = |count: Json, bound: &str, status: &str| json!({ "count": count, "bound": bound, "status": status });
    let record = |id: &str, date: &str, reach: Json| json!({ "id": id, "title": id, "date": date, "reach": reach });
    let mut document = json!({
        "format": "outreach-report/1", "publisher": "Us", "license": { "url": "https://example.org/" },
        "activities": [
            record("one", "2019/2021", json!([entry(json!(1), "exact", "reached"), entry(json!(1), "exact", "planned")])),
            record("two", "2019-11/..", json!([entry(json!(9), "at-most", "reached"), entry(json!(2), "about", "planned")])),
            record("three", "../2018-05", json!([entry(json!(7), "exact", ""), entry(json!(null), "", "reached")])),
            record("four", "2020-21", json!([{ "count": 5, "status": "reached", "women": 2 }])),
            record("five", "2019", json!([{ "count": 5, "status": "reached", "men": 2 }])),
            record("six", "2018-12-31/2019", json!([entry(json!(3), "at-least", "reached")])),
        ],
    });
    for index in 0..2 {
        document["activities"][index]["countries"] = json!(["BD", "MM", "FR"]);
        document["activities"][index]["sdgs"] = json!([5, 16]);
        document["activities"][index]["overlap"] = json!("slug");
        document["activities"][index]["source"] = json!({});
    }
    document["activities"][5]["scope"] = json!("project-total");
    document
}

/// All texts of many views.
fn produced() -> Vec<String> {
    let built_in = crate::support::built_in();
    let mut texts: Vec<String> = LINKS
        .iter()
        .flat_map(|link| view_texts::all(&ViewFixture::from_link(&built_in, link).view_context()))
        .collect();
    let rare_links =
        ["", "year=2018", "year=2019", "country=BD", "year=2020&basis=theme", "q=three", "q=four", "q=five", "q=six"];
    texts.extend(
        rare_links.iter().flat_map(|link| view_texts::all(&ViewFixture::from_link(&rarities(), link).view_context())),
    );
    let mut alone = ViewFixture::from_link(&built_in, "donor=eu&project=glo-act&theme=TIP&org=IOM");
    texts.extend(view_texts::all(&alone.view_context()));
    // Without tiles, the headline says what is planned.
    alone = ViewFixture::from_link(&built_in, "");
    alone.options = EmbedOptions::parse("headline", "", "");
    texts.extend(view_texts::all(&alone.view_context()));
    let empty = json!({ "format": "outreach-report/1", "updated": "2026", "activities": [] });
    texts.extend(view_texts::all(&ViewFixture::from_link(&empty, "").view_context()));
    texts
}

#[test]
fn the_language_file_has_every_sentence_and_no_other() {
    let locale = locale();
    assert_eq!(locale.language(), "en");
    // Each key has its own sentence: in the report, in the dialogs and on text pages.
    let (report, rest) = Sentence::ALL.split_at(Sentence::REPORT);
    let (dialogs, pages) = rest.split_at(Sentence::DIALOGS);
    for (section, keys) in [("sentences", report), ("dialogs", dialogs), ("pages", pages)] {
        let sentences = &language_file()[section];
        assert_eq!(sentences.as_object().unwrap().len(), keys.len());
        for key in keys {
            let sentence = &sentences[key.name()];
            let form = sentence.get("other").unwrap_or(sentence).as_str().unwrap();
            assert_eq!(locale.say(*key), form, "{}", key.name());
        }
    }
    // The file also has the sections in which names are looked up.
    let file = language_file();
    for facet in Facet::ALL {
        assert!(file["facets"][facet.key()].is_string(), "{facet:?}");
    }
    for code in outreach_report::model::KINDS {
        assert!(file["kinds"][code].is_string(), "{code}");
    }
    for code in outreach_report::model::AUDIENCES {
        assert!(file["audiences"][code].is_string(), "{code}");
    }
    for code in outreach_report::model::MAGNITUDES {
        assert!(file["magnitudes"][code].is_string(), "{code}");
    }
    assert_eq!(file["goals"].as_object().unwrap().len(), 17);
}

/// A sentence with plural forms has the two of English. No form is empty or has a brace that belongs to no gap.
#[test]
fn every_sentence_is_complete() {
    let file = language_file();
    let sections = ["sentences", "dialogs", "pages"].map(|section| file[section].as_object().unwrap());
    for (name, sentence) in sections.into_iter().flatten() {
        let forms: Vec<&str> = match sentence {
            Json::Object(forms) => {
                assert_eq!(forms.keys().collect::<Vec<_>>(), ["one", "other"], "{name}");
                forms.values().map(|form| form.as_str().unwrap()).collect()
            }
            sentence => vec![sentence.as_str().unwrap()],
        };
        for form in forms {
            assert!(!form.trim().is_empty(), "{name} is empty");
            let without_gaps =
                gaps(form).iter().fold(form.to_owned(), |text, gap| text.replace(&format!("{{{gap}}}"), ""));
            assert!(!without_gaps.contains(['{', '}']), "{name} has a brace that belongs to no gap");
        }
    }
}

/// The names of the gaps of a sentence.
fn gaps(form: &str) -> Vec<&str> {
    form.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
}

#[test]
fn every_gap_is_filled() {
    for text in produced() {
        // A search may contain a brace; it is shown in quotes.
        let without_search = text.replace("“police {”", "");
        assert!(!without_search.contains(['{', '}']), "{text}");
    }
    // A gap that is not filled keeps its name and braces: that is how the loop above finds it.
    assert_eq!(locale().fill(Sentence::AtLeast, &[]), "at least {n}");
    // A brace in the text that fills a gap is not a gap.
    assert_eq!(locale().fill(Sentence::AtLeast, &[("n", "{n}")]), "at least {n}");
}

/// The texts of `produced`, which are searched for unfilled gaps, have every sentence with gaps. Sentences that only
/// components use are tested in `screen.rs` and in browsers, notices in `notices.rs`.
#[test]
fn every_sentence_with_gaps_is_produced() {
    let components =
        ["FacetMenuSearch", "SortBy", "SourceOpens", "ShowAll", "ShowPages", "PageOf", "ChartFile", "ReportSubject"];
    let notices = ["Link", "Issue", "Fault", "Fail", "Attribute"];
    let texts = produced();
    let mut missing = Vec::new();
    let file = language_file();
    for (name, sentence) in file["sentences"].as_object().unwrap() {
        let forms: Vec<&str> = match sentence {
            Json::Object(forms) => forms.values().filter_map(Json::as_str).collect(),
            sentence => vec![sentence.as_str().unwrap()],
        };
        let is_tested_elsewhere =
            components.contains(&name.as_str()) || notices.iter().any(|prefix| name.starts_with(prefix));
        let is_produced = |form: &&str| texts.iter().any(|text| has_words_of(text, form));
        let has_gaps = forms.iter().any(|form| !gaps(form).is_empty());
        if !is_tested_elsewhere && has_gaps && !forms.iter().any(is_produced) {
            missing.push(name.as_str());
        }
    }
    assert_eq!(missing, Vec::<&str>::new(), "no view shows these");
}

/// Whether a text has the words between the gaps of a sentence in their order.
fn has_words_of(text: &str, form: &str) -> bool {
    let words = form.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, words)| words));
    let mut rest = text;
    words.filter(|words| !words.is_empty()).all(|words| match rest.to_lowercase().find(&words.to_lowercase()) {
        Some(index) => {
            rest = rest.get(index + words.len()..).unwrap_or_default();
            true
        }
        None => false,
    })
}

#[test]
fn plural_forms_follow_the_number() {
    let locale = locale();
    assert_eq!(locale.count(Sentence::Activities, 0, &[]), "0 activities");
    assert_eq!(locale.count(Sentence::Activities, 1, &[]), "1 activity");
    assert_eq!(locale.count(Sentence::Activities, 1234, &[]), "1,234 activities");
    assert_eq!(locale.count(Sentence::People, 1, &[("number", "at least 1")]), "at least 1 person");
    // A piece knows which gap it fills; an empty text for a gap gives no piece.
    let gaps = [("people", "1 person"), ("activities", "1 activity"), ("filters", "")];
    let piece = |gap: Option<&str>, text: &str| SentencePiece { gap: gap.map(str::to_owned), text: text.to_owned() };
    let expected =
        [piece(Some("people"), "1 person"), piece(None, " was reached in "), piece(Some("activities"), "1 activity")];
    assert_eq!(locale.count_pieces(Sentence::HeadlineReached, 1, &gaps), expected);
}
