//! Sentences, numbers, dates and names in words. The language file has every sentence that the house asks for and
//! no other, and every gap of a sentence is filled wherever it is used.

use outreach_report::locale::{Sentence, SentencePiece};
use outreach_report::query::Facet;
use serde_json::{Value as Json, json};

use crate::support::english::locale;
use crate::support::shown::Shown;
use crate::support::words;

const ENGLISH: &str = include_str!("../../src/locale/en.json");

fn file() -> Json {
    serde_json::from_str(ENGLISH).unwrap()
}

/// Views that between them say everything: the embedded data set, and a document with what it lacks.
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

/// What the embedded data set has nothing of: numbers of one, upper bounds, entries without a status, several years
/// and countries and goals at once, every kind of date, no country, no name.
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
    for at in 0..2 {
        document["activities"][at]["countries"] = json!(["BD", "MM", "FR"]);
        document["activities"][at]["sdgs"] = json!([5, 16]);
        document["activities"][at]["overlap"] = json!("slug");
        document["activities"][at]["source"] = json!({});
    }
    document["activities"][5]["scope"] = json!("project-total");
    document
}

/// Every text of many views.
fn produced() -> Vec<String> {
    let embedded = crate::support::embedded();
    let mut texts: Vec<String> =
        LINKS.iter().flat_map(|link| words::all(&Shown::link(&embedded, link).view_context())).collect();
    let rare =
        ["", "year=2018", "year=2019", "country=BD", "year=2020&basis=theme", "q=three", "q=four", "q=five", "q=six"];
    texts.extend(rare.iter().flat_map(|link| words::all(&Shown::link(&rarities(), link).view_context())));
    let empty = json!({ "format": "outreach-report/1", "updated": "2026", "activities": [] });
    texts.extend(words::all(&Shown::link(&empty, "").view_context()));
    texts
}

#[test]
fn the_language_file_has_every_sentence_and_no_other() {
    let locale = locale();
    assert_eq!(locale.language(), "en");
    // Each key leads to its own sentence, in the first view, in the annex and on pages.
    let (first, rest) = Sentence::ALL.split_at(Sentence::REPORT);
    let (annex, pages) = rest.split_at(Sentence::DIALOGS);
    for (section, keys) in [("sentences", first), ("dialogs", annex), ("pages", pages)] {
        let sentences = &file()[section];
        assert_eq!(sentences.as_object().unwrap().len(), keys.len());
        for key in keys {
            let sentence = &sentences[key.name()];
            let form = sentence.get("other").unwrap_or(sentence).as_str().unwrap();
            assert_eq!(locale.say(*key), form, "{}", key.name());
        }
    }
    // Read as a whole, the file has the sections that names are looked up in.
    let file = file();
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

/// Every form of every sentence: those with plural forms have the two of English, with the same gaps but for `{n}`,
/// and no sentence is empty or has a brace of its own.
#[test]
fn every_sentence_is_whole() {
    let file = file();
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
            let outside = gaps(form).iter().fold(form.to_owned(), |rest, gap| rest.replace(&format!("{{{gap}}}"), ""));
            assert!(!outside.contains(['{', '}']), "{name} has a brace that belongs to no gap");
        }
    }
}

/// The names of a sentence's gaps.
fn gaps(form: &str) -> Vec<&str> {
    form.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
}

#[test]
fn every_gap_is_filled() {
    for text in produced() {
        // A search may contain a brace; it is quoted.
        let left = text.replace("“police {”", "");
        assert!(!left.contains(['{', '}']), "{text}");
    }
    // A gap that is forgotten keeps its name, so that the line above can see it.
    assert_eq!(locale().fill(Sentence::AtLeast, &[]), "at least {n}");
    // What fills a gap is not looked into.
    assert_eq!(locale().fill(Sentence::AtLeast, &[("n", "{n}")]), "at least {n}");
}

/// The texts that are looked through for unfilled gaps have every sentence with gaps in them; those that only
/// components use are seen in `screen.rs` and in browsers, notices in `notices.rs`.
#[test]
fn every_sentence_with_gaps_is_seen() {
    let components =
        ["PickerSearch", "SortBy", "SourceOpens", "ShowAll", "ShowPages", "PageOf", "ChartFile", "ReportSubject"];
    let notices = ["Link", "Issue", "Fault", "Fail", "Attribute"];
    let texts = produced();
    let mut unseen = Vec::new();
    let file = file();
    for (name, sentence) in file["sentences"].as_object().unwrap() {
        let forms: Vec<&str> = match sentence {
            Json::Object(forms) => forms.values().filter_map(Json::as_str).collect(),
            sentence => vec![sentence.as_str().unwrap()],
        };
        let elsewhere = components.contains(&name.as_str()) || notices.iter().any(|start| name.starts_with(start));
        let seen = |form: &&str| texts.iter().any(|text| is_of(text, form));
        if !elsewhere && forms.iter().any(|form| !gaps(form).is_empty()) && !forms.iter().any(seen) {
            unseen.push(name.as_str());
        }
    }
    assert_eq!(unseen, Vec::<&str>::new(), "no view says these");
}

/// Whether a text has the words of a sentence in their order.
fn is_of(text: &str, form: &str) -> bool {
    let words = form.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, words)| words));
    let mut rest = text;
    words.filter(|words| !words.is_empty()).all(|words| match rest.to_lowercase().find(&words.to_lowercase()) {
        Some(at) => {
            rest = rest.get(at + words.len()..).unwrap_or_default();
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
    // Parts say which gap they fill, and empty fillings leave none.
    let gaps = [("people", "1 person"), ("activities", "1 activity"), ("where", ""), ("when", "")];
    let part = |gap: Option<&str>, text: &str| SentencePiece { gap: gap.map(str::to_owned), text: text.to_owned() };
    let wanted =
        [part(Some("people"), "1 person"), part(None, " was reached in "), part(Some("activities"), "1 activity")];
    assert_eq!(locale.count_pieces(Sentence::HeadlineReached, 1, &gaps), wanted);
}
