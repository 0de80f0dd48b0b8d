//! What the headline, chips, tiles and the note say of known views: of the embedded data set, and of small ones that
//! have what it lacks.

use std::collections::BTreeMap;

use outreach_report::link::encode;
use outreach_report::view;
use serde_json::{Value, json};

use crate::support::english::number;
use crate::support::shown::{Shown, report};

/// A view of the embedded data set.
fn embedded(link: &str) -> Shown {
    let shown = Shown::link(&crate::support::embedded(), link);
    assert_eq!(shown.problems, [], "{link}");
    shown
}

/// Headline and detail.
fn says(shown: &Shown) -> (String, String) {
    let headline = view::headline(&shown.view_context());
    (headline.text(), headline.detail)
}

#[test]
fn the_headline_of_the_embedded_data_set() {
    let headline = |link: &str| says(&embedded(link)).0;
    let whole = "At least 13,351 people were reached in 157 activities in 11 countries, 2006 to 2025";
    assert_eq!(headline(""), whole);
    assert_eq!(headline("measure=activities&sort=title"), whole, "how it is shown changes no number");
    let bhutan = "At least 8,834 people were reached in 11 activities in Bhutan in 2022";
    assert_eq!(headline("country=BT&year=2022"), bhutan);
    assert_eq!(headline("country=MV"), "65 people were reached in 8 activities in Maldives, 2010 to 2025");
    // A range without a word before it.
    assert_eq!(headline("country=LY"), "20 to 36 people were reached in 2 activities in Libya, 2023 to 2024");
    assert_eq!(headline("year=2014"), "About 439 people were reached in 2 activities in Bangladesh in 2014");
    let undated = "50 people were reached in 2 activities in Bangladesh and Sri Lanka";
    assert_eq!(headline("year=unknown"), undated, "only the undated: no year is named");
    let campaign = "1 activity in Pakistan in 2018, without a number of people reached";
    assert_eq!(headline("audience=general-public"), campaign);
    let treaty = "1 activity in Bhutan in 2023, with people reached given only in words";
    assert_eq!(headline("kind=treaty-action"), treaty);
    // Countries of the choice in which nothing was done are not said to be reached.
    let none_in_france = headline("country=BT~FR&year=2022");
    assert_eq!(none_in_france, bhutan, "nobody was reached in France");
    assert!(headline("country=BT~DE~ES~FR&year=2022").ends_with(" in Bhutan in 2022"));
}

#[test]
fn the_headline_says_how_sure_it_is() {
    let detail = |link: &str| says(&embedded(link)).1;
    assert_eq!(
        detail(""),
        "86 of 157 activities give a number. Some numbers are lower bounds, so the true figure is higher. \
         Plans for at least 1,905 more people are not part of this number."
    );
    assert_eq!(
        detail("country=LY"),
        "All 2 activities give a number. The lower figure counts groups that probably overlap only once."
    );
    assert_eq!(
        detail("year=unknown"),
        "1 of 2 activities give a number. Plans for 1,250 more people are not part of this number."
    );
    assert_eq!(detail("country=MV"), "2 of 8 activities give a number.");
    // Figures that add up a project are named where a filter leaves them in the list.
    assert!(
        detail("country=NP&year=2017")
            .ends_with("1 figure that adds up a whole project is listed below; it is not an activity.")
    );
    assert!(!detail("").contains("whole project"), "of the whole set the note says it");
}

/// An empty view says why it is empty, and what to do.
#[test]
fn empty_views_say_why() {
    let shown = embedded("country=FR");
    let headline = view::headline(&shown.view_context());
    assert_eq!(headline.text(), "No activity matches this choice");
    assert_eq!(headline.detail, "Take a filter back, or clear them all to see the whole report.");
    assert!(headline.empty);
    let nothing = Shown::link(&report(json!([])), "");
    let headline = view::headline(&nothing.view_context());
    assert_eq!(headline.text(), "This data set holds no activities");
    assert_eq!(headline.detail, "There is nothing to show yet. The file itself was read without a fault.");
    assert!(headline.empty && !view::headline(&embedded("").view_context()).empty);
    // A project total alone is no activity, and is not hidden.
    let total = Shown::link(&report(json!([{ "id": "a", "title": "A", "scope": "project-total" }])), "");
    let headline = view::headline(&total.view_context());
    assert_eq!(headline.text(), "This data set holds no activities");
    assert!(headline.detail.ends_with("1 figure that adds up a whole project is listed below; it is not an activity."));
    // Every block of an empty view is empty, and says so.
    let years = view::year_chart(&shown.view_context());
    assert!(
        years.facet_chart.empty && years.facet_chart.note.as_deref() == Some("No activity under the other filters."),
        "{:?}",
        years.facet_chart.note
    );
    assert_eq!(view::sorted_records(&shown.view_context()), Vec::<usize>::new());
    assert_eq!(view::counting_note(&shown.view_context()).counted, Vec::<String>::new());
}

/// Plans, words and bounds alone: small data sets of one record.
#[test]
fn one_record_of_each_kind() {
    let of = |reach: Value| {
        let record = json!({ "id": "a", "title": "A", "countries": ["NP"], "date": "2021-05", "reach": reach });
        says(&Shown::link(&report(json!([record])), ""))
    };
    let entry = |count: u64, bound: &str, status: &str| json!([{ "count": count, "bound": bound, "status": status }]);
    let (text, detail) = of(entry(1250, "exact", "planned"));
    assert_eq!(text, "1 activity in Nepal in 2021, without a number of people reached");
    assert_eq!(detail, "The activity gives no number. Plans for 1,250 more people are not part of this number.");
    assert_eq!(
        of(entry(1, "exact", "planned")).1.split(". ").nth(1),
        Some("Plans for 1 more person are not part of this number.")
    );
    let (text, detail) = of(entry(1, "exact", "reached"));
    assert_eq!(text, "1 person was reached in 1 activity in Nepal in 2021");
    assert_eq!(detail, "The activity gives a number.");
    assert_eq!(of(entry(0, "exact", "reached")).0, "0 people were reached in 1 activity in Nepal in 2021");
    assert_eq!(of(entry(1, "at-least", "reached")).0, "At least 1 person was reached in 1 activity in Nepal in 2021");
    assert_eq!(of(entry(300, "about", "reached")).0, "About 300 people were reached in 1 activity in Nepal in 2021");
    let (text, detail) = of(entry(9, "at-most", "reached"));
    assert_eq!(text, "At most 9 people were reached in 1 activity in Nepal in 2021");
    assert!(!detail.contains("overlap"), "nothing overlaps here: {detail}");
    let (text, detail) = of(json!([{ "magnitude": "hundreds", "status": "reached" }]));
    assert_eq!(text, "1 activity in Nepal in 2021, with people reached given only in words");
    assert!(!detail.contains("lower bound"), "there is no number that could be one: {detail}");
    let (_, detail) = of(json!([{ "magnitude": "hundreds", "status": "planned" }]));
    assert!(!detail.contains("given in words more people"), "{detail}");
}

/// Each filter has a chip, which takes that filter away and no other.
#[test]
fn a_chip_takes_its_filter_away() {
    let link = "country=BD~BT&year=..2010~2015~2019..2023~unknown&sdg=5~unknown&kind=training&theme=TIP&audience=youth\
                &org=IOM&donor=eu&project=glo-act&q=police%20law&basis=theme&measure=activities&sort=title";
    let shown = embedded(link);
    let shown_as = "basis=theme&measure=activities&sort=title";
    let parts = link.strip_suffix(&format!("&{shown_as}")).unwrap();
    let without = |part: &str| {
        let rest = parts.split('&').filter(|other| *other != part).collect::<Vec<_>>().join("&");
        format!("{rest}&{shown_as}")
    };
    let wanted = [
        ("Country: Bangladesh", link.replace("BD~BT", "BT")),
        ("Country: Bhutan", link.replace("BD~BT", "BD")),
        ("Year: until 2010, 2015, 2019 to 2023 and Undated", without("year=..2010~2015~2019..2023~unknown")),
        ("Goal: 5 Gender equality", link.replace("5~unknown", "unknown")),
        ("Goal: No goal seen", link.replace("5~unknown", "5")),
        ("Kind: Training", without("kind=training")),
        ("Theme: Trafficking in persons", without("theme=TIP")),
        ("Audience: Youth", without("audience=youth")),
        ("Organisation: International Organization for Migration", without("org=IOM")),
        ("Donor: European Union", without("donor=eu")),
        ("Project: GLO.ACT", without("project=glo-act")),
        ("“police law”", without("q=police%20law")),
    ];
    let chips = view::chips(&shown.view_context());
    let found: Vec<(&str, String)> = chips
        .iter()
        .map(|chip| (&*chip.label, encode(&chip.remove.as_ref().unwrap().apply(&shown.selection))))
        .collect();
    assert_eq!(found, wanted);
    assert!(chips.iter().all(|chip| chip.remove_label == format!("Remove filter {}", chip.label)));
    assert_eq!(view::chips(&embedded(shown_as).view_context()), [], "how it is shown is no filter");
    let years = |link: &str| view::chips(&embedded(link).view_context())[0].label.clone();
    assert_eq!(years("year=2019.."), "Year: from 2019");
    assert_eq!(years("year=2019~2020"), "Year: 2019 to 2020");
    assert_eq!(years("country=FR"), "Country: FR", "a country without activities keeps its chip");
}

/// The note's account of the whole set, worked out from the document itself.
#[test]
fn the_note_accounts_for_every_entry() {
    let document = crate::support::embedded();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut overlaps: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for record in document["activities"].as_array().unwrap() {
        if record["scope"] == "project-total" {
            *counts.entry("figures that add up whole projects").or_default() += 1;
            continue;
        }
        let mut low = 0;
        let mut without = true;
        for entry in record["reach"].as_array().unwrap() {
            let n = entry["count"].as_u64();
            let words = match (entry["status"].as_str(), entry["mode"].as_str(), entry["bound"].as_str()) {
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
            *counts.entry(words).or_default() += 1;
            let counted = entry["status"] == "reached" && entry["mode"] != "online-media" && n.is_some();
            without &= !counted;
            low += n.filter(|_| counted).unwrap_or_default();
        }
        *counts.entry("activities without any number").or_default() += u64::from(without);
        if let Some(slug) = record["overlap"].as_str().filter(|_| low > 0) {
            overlaps.entry(slug).or_default().push(low);
        }
    }
    overlaps.retain(|_, lows| lows.len() > 1);
    let people: u64 = overlaps.values().map(|lows| lows.iter().sum::<u64>() - lows.iter().max().unwrap()).sum();
    let of: usize = overlaps.values().map(Vec::len).sum();
    let mut wanted: Vec<String> = counts.iter().map(|(words, n)| format!("{} {words}", number(*n))).collect();
    let overlap = format!(
        "{} people of {of} activities that probably overlap: only the largest of each group counts",
        number(people)
    );
    wanted.push(overlap);
    let shown = embedded("");
    let note = view::counting_note(&shown.view_context());
    let mut found = [note.counted.clone(), note.left_out].concat();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted);
    assert_eq!(note.total, "This selection: at least 13,351 reached, from 157 activities.");
    // What is counted comes first in the order of certainty.
    assert!(note.counted[0].starts_with("69 groups with an exact"), "{:?}", note.counted);
    assert_eq!(note.rules.len(), 3);
    // The words of the total are a sentence for words alone, and for nothing, too.
    let total = |link: &str| view::counting_note(&embedded(link).view_context()).total;
    assert!(!total("kind=treaty-action").contains("given in words reached"), "{}", total("kind=treaty-action"));
    assert!(!total("country=FR").contains("no number reached"), "{}", total("country=FR"));
}
