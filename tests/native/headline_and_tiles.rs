//! The texts of headline, tiles and chips in known views: of the built-in data set, and of small documents with what it
//! lacks.

use outreach_report::link::encode;
use outreach_report::view::{self, EmbedOptions};
use serde_json::{Value, json};

use crate::support::view_fixture::{ViewFixture, report};

/// The built-in data set under a link without problems.
fn built_in(link: &str) -> ViewFixture {
    let shown = ViewFixture::from_link(&crate::support::built_in(), link);
    assert_eq!(shown.problems, [], "{link}");
    shown
}

/// The text of the headline, and its detail.
fn headline_texts(shown: &ViewFixture) -> (String, String) {
    let headline = view::headline(&shown.view_context());
    (headline.text(), headline.detail)
}

#[test]
fn the_headline_of_the_built_in_data_set() {
    let headline = |link: &str| headline_texts(&built_in(link)).0;
    let whole = "At least 13,351 people were reached in 157 activities, 2006 to 2025";
    assert_eq!(headline(""), whole);
    assert_eq!(headline("measure=activities&sort=title"), whole, "how it is shown changes no number");
    let bhutan = "At least 8,834 people were reached in 11 activities in Bhutan in 2022";
    assert_eq!(headline("country=BT&year=2022"), bhutan);
    // No time is named that nobody asked for: these activities are of 2010 to 2025.
    assert_eq!(headline("country=MV"), "65 people were reached in 8 activities in Maldives");
    // A range has no word before it.
    assert_eq!(headline("country=LY"), "20 to 36 people were reached in 2 activities in Libya");
    assert_eq!(headline("year=2014"), "About 439 people were reached in 2 activities in 2014");
    assert_eq!(headline("year=unknown"), "50 people were reached in 2 activities, undated");
    let campaign = "1 activity with the audience General public, without a number of people reached";
    assert_eq!(headline("audience=general-public"), campaign);
    let treaty = "1 activity of the kind Treaty action, with people reached given only in words";
    assert_eq!(headline("kind=treaty-action"), treaty);
    // A chosen country without activities is named too, because the reader asked for it.
    let with_france = headline("country=BT~LK&year=2022");
    assert!(with_france.ends_with(" in Bhutan or Sri Lanka in 2022"), "{with_france}");
    let goal = "At least 7,099 people were reached in 8 activities for goal 5 Gender equality";
    assert_eq!(headline("sdg=5"), goal);
    assert_eq!(
        headline("country=BT&year=2019..2023&sdg=5~unknown&kind=training&audience=officials&q=law&basis=theme"),
        "At least 280 people were reached in 3 activities of the kind Training for goal 5 Gender equality or no goal seen with the audience \
         Officials matching “law” in Bhutan, 2019 to 2023, with goals inferred from the theme"
    );
    assert!(headline("country=unknown").starts_with("No activity was found, no country stated"));
}

#[test]
fn the_detail_says_how_certain_the_number_is() {
    let detail = |link: &str| headline_texts(&built_in(link)).1;
    assert_eq!(detail(""), "86 of them give a number. Some numbers are lower bounds, so the true figure is higher.");
    assert_eq!(
        detail("country=LY"),
        "All of them give a number. The lower figure counts groups that probably overlap only once."
    );
    assert_eq!(detail("year=unknown"), "1 of them gives a number.");
    assert_eq!(detail("country=MV"), "2 of them give a number.");
    // Without tiles the detail says what is planned.
    let mut alone = built_in("year=unknown");
    alone.options = EmbedOptions::parse("headline", "", "");
    let planned = "1 of them gives a number. Plans for 1,250 more people are not part of this number.";
    assert_eq!(headline_texts(&alone).1, planned);
    // Project totals are mentioned if the selection is filtered and still lists them.
    assert!(
        detail("country=NP&year=2017")
            .ends_with("1 figure that adds up a whole project is listed below; it is not an activity.")
    );
    assert!(!detail("").contains("whole project"), "for the whole data set only the counting note mentions them");
}

/// An empty view says why it is empty and what to do.
#[test]
fn empty_views_explain_themselves() {
    let shown = built_in("country=FR");
    let headline = view::headline(&shown.view_context());
    assert_eq!(headline.text(), "No activity was found in FR");
    assert_eq!(headline.detail, "Take a filter back, or clear them all to see the whole report.");
    assert!(headline.empty);
    let no_records = ViewFixture::from_link(&report(json!([])), "");
    let headline = view::headline(&no_records.view_context());
    assert_eq!(headline.text(), "This data set holds no activities");
    assert_eq!(headline.detail, "There is nothing to show yet. The file itself was read without a fault.");
    assert!(headline.empty && !view::headline(&built_in("").view_context()).empty);
    // A project total is not an activity, but it is listed.
    let project_total =
        ViewFixture::from_link(&report(json!([{ "id": "a", "title": "A", "scope": "project-total" }])), "");
    let headline = view::headline(&project_total.view_context());
    assert_eq!(headline.text(), "This data set holds no activities");
    assert!(headline.detail.ends_with("1 figure that adds up a whole project is listed below; it is not an activity."));
    // Other blocks of an empty view are empty too.
    let years = view::year_chart(&shown.view_context());
    assert!(
        years.facet_chart.empty && years.facet_chart.note.as_deref() == Some("No activity under the other filters."),
        "{:?}",
        years.facet_chart.note
    );
    assert_eq!(view::sorted_rows(&shown.view_context()), Vec::<usize>::new());
    let note = view::counting_note(&shown.view_context());
    assert_eq!((note.bridge, note.lists), (vec![], vec![]));
}

/// Documents of one record with only plans, only words, or one bound.
#[test]
fn one_record_of_each_kind() {
    let texts_of = |reach: Value| {
        let record = json!({ "id": "a", "title": "A", "countries": ["NP"], "date": "2021-05", "reach": reach });
        let mut shown = ViewFixture::from_link(&report(json!([record])), "");
        shown.options = EmbedOptions::parse("headline", "", "");
        headline_texts(&shown)
    };
    let entry = |count: u64, bound: &str, status: &str| json!([{ "count": count, "bound": bound, "status": status }]);
    let (text, detail) = texts_of(entry(1250, "exact", "planned"));
    assert_eq!(text, "1 activity in 2021, without a number of people reached");
    assert_eq!(detail, "Plans for 1,250 more people are not part of this number.");
    assert_eq!(texts_of(entry(1, "exact", "planned")).1, "Plans for 1 more person are not part of this number.");
    let (text, detail) = texts_of(entry(1, "exact", "reached"));
    assert_eq!(text, "1 person was reached in 1 activity in 2021");
    assert_eq!(detail, "It gives a number.");
    assert_eq!(texts_of(entry(0, "exact", "reached")).0, "0 people were reached in 1 activity in 2021");
    assert_eq!(texts_of(entry(1, "at-least", "reached")).0, "At least 1 person was reached in 1 activity in 2021");
    assert_eq!(texts_of(entry(300, "about", "reached")).0, "About 300 people were reached in 1 activity in 2021");
    let (text, detail) = texts_of(entry(9, "at-most", "reached"));
    assert_eq!(text, "At most 9 people were reached in 1 activity in 2021");
    assert!(!detail.contains("overlap"), "no records overlap here: {detail}");
    let (text, detail) = texts_of(json!([{ "magnitude": "hundreds", "status": "reached" }]));
    assert_eq!(text, "1 activity in 2021, with people reached given only in words");
    assert!(!detail.contains("lower bound"), "no number is given, so none is a lower bound: {detail}");
    let (_, detail) = texts_of(json!([{ "magnitude": "hundreds", "status": "planned" }]));
    assert!(!detail.contains("given in words more people"), "{detail}");
}

/// Each filter has a chip, which removes this filter and no other.
#[test]
fn a_chip_removes_its_filter() {
    let link = "country=BD~BT&year=..2010~2015~2019..2023~unknown&sdg=5~unknown&kind=training&theme=TIP&audience=youth\
                &org=IOM&donor=eu&project=glo-act&q=police%20law&basis=theme&measure=activities&sort=title";
    let shown = built_in(link);
    let other_settings = "basis=theme&measure=activities&sort=title";
    let parts = link.strip_suffix(&format!("&{other_settings}")).unwrap();
    let without = |part: &str| {
        let rest = parts.split('&').filter(|other| *other != part).collect::<Vec<_>>().join("&");
        format!("{rest}&{other_settings}")
    };
    let expected = [
        ("Country: Bangladesh", link.replace("BD~BT", "BT")),
        ("Country: Bhutan", link.replace("BD~BT", "BD")),
        ("Year: until 2010, 2015, 2019 to 2023 and undated", without("year=..2010~2015~2019..2023~unknown")),
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
    let actual: Vec<(&str, String)> = chips
        .iter()
        .map(|chip| (&*chip.label, encode(&chip.remove.as_ref().unwrap().apply(&shown.selection))))
        .collect();
    assert_eq!(actual, expected);
    assert!(chips.iter().all(|chip| chip.remove_label == format!("Remove filter {}", chip.label)));
    assert_eq!(view::chips(&built_in(other_settings).view_context()), [], "how it is shown is no filter");
    let years = |link: &str| view::chips(&built_in(link).view_context())[0].label.clone();
    assert_eq!(years("year=2019.."), "Year: from 2019");
    assert_eq!(years("year=2019~2020"), "Year: 2019 to 2020");
    assert_eq!(years("country=FR"), "Country: FR", "a country without activities keeps its chip");
}
