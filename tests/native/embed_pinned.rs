//! Pinned embed code: the report of a pinned version, with its hashes, and the data of a day.

use outreach_report::export::{EmbedCode, HostedReport, PinnedVersion, embed_code};
use serde_json::Value;

use crate::support::pasted_code::{
    BASE_ADDRESS, Tag, code_for, default_choices, find_tag, hosted_report, split_address, version_json,
};

/// The script and the data, each newest or pinned: the address and the hash of the script, and the address of the data.
#[test]
fn script_and_data_can_be_pinned() {
    let pinned_parts = |script: bool, data: bool| {
        let mut embed = default_choices();
        (embed.pinned_script, embed.pinned_data) = (script, data);
        let code = code_for(&embed);
        let (script, element) = (find_tag(&code.element, "script"), find_tag(&code.element, "outreach-report"));
        let attribute = |tag: &Tag, name: &str| tag.get(name).map(|text| text.replace(BASE_ADDRESS, ""));
        (attribute(&script, "src").unwrap(), attribute(&script, "integrity"), attribute(&element, "src"))
    };
    let text = |text: &str| text.to_owned();
    let pinned = text("v/0.1.0-1a2b3c4d/outreach-report.js");
    let hash = Some(text("sha384-script"));
    assert_eq!(pinned_parts(false, false), (text("outreach-report.js"), None, None));
    let day = Some(text("data/2026-11-22/activities.json"));
    assert_eq!(pinned_parts(false, true), (text("outreach-report.js"), None, day));
    assert_eq!(pinned_parts(true, false), (pinned.clone(), hash.clone(), Some(text("data/activities.json"))));
    assert_eq!(pinned_parts(true, true), (pinned, hash, None), "the version contains the data of that day");
    let script = find_tag(&code_for(&default_choices()).element, "script");
    assert_eq!(script.get("crossorigin"), None);
}

/// A frame is pinned if the version has one. If it has none, only the data are pinned, and `pins_frame` is false.
#[test]
fn a_frame_is_pinned_if_the_version_has_one() {
    let mut embed = default_choices();
    (embed.pinned_script, embed.pinned_data) = (true, true);
    let EmbedCode { frame, pins_frame, .. } = code_for(&embed);
    let (path, query, _) = split_address(find_tag(&frame, "iframe").get_or_empty("src"));
    assert_eq!((path, pins_frame), (format!("{BASE_ADDRESS}embed.html"), false));
    assert_eq!(query, [("src".to_owned(), format!("{BASE_ADDRESS}data/2026-11-22/activities.json"))]);

    let mut version = version_json();
    version["integrity"]["embed.html"] = "sha384-frame".into();
    version["integrity"]["embed.js"] = "sha384-helper".into();
    let hosted = HostedReport { pinned_version: PinnedVersion::read(&version.to_string()), ..hosted_report() };
    let EmbedCode { frame, pins_frame, .. } = embed_code(&embed, &hosted);
    assert_eq!(find_tag(&frame, "iframe").get_or_empty("src"), format!("{BASE_ADDRESS}v/0.1.0-1a2b3c4d/embed.html"));
    let helper = find_tag(&frame, "script");
    assert_eq!(helper.get_or_empty("src"), format!("{BASE_ADDRESS}v/0.1.0-1a2b3c4d/embed.js"));
    assert_eq!((helper.get("integrity"), helper.get("crossorigin")), (Some("sha384-helper"), Some("anonymous")));
    assert!(pins_frame);
}

/// Without a pinned version, and for data of another publisher, nothing is pinned, whatever was chosen.
#[test]
fn what_cannot_be_pinned_is_not_pinned() {
    let mut embed = default_choices();
    (embed.pinned_script, embed.pinned_data) = (true, true);
    let without_version = HostedReport { pinned_version: None, ..hosted_report() };
    assert_eq!(embed_code(&embed, &without_version).element, code_for(&default_choices()).element);
    let other_source = "https://ministry.example/ü data.json?a=1&b=\"2\"#x";
    embed.data_address = Some(other_source.into());
    assert_eq!(find_tag(&code_for(&embed).element, "outreach-report").get("src"), Some(other_source));
    let (_, query, _) = split_address(find_tag(&code_for(&embed).frame, "iframe").get_or_empty("src"));
    assert_eq!(query, [("src".to_owned(), other_source.to_owned())]);
}

#[test]
fn a_pinned_version_is_read_or_refused() {
    let with = |field: &str, value: Value| {
        let mut version = version_json();
        version[field] = value;
        PinnedVersion::read(&version.to_string())
    };
    assert_eq!(
        PinnedVersion::read(&version_json().to_string()).unwrap().hash("outreach-report_bg.wasm"),
        Some("sha384-wasm")
    );
    assert_eq!(PinnedVersion::read(&version_json().to_string()).unwrap().hash("other.js"), None);
    for text in ["", "<!doctype html>", "[]", "null", "{}"] {
        assert_eq!(PinnedVersion::read(text), None, "{text}");
    }
    for folder in ["", "/", "../x", "v/../..", "https://evil.example", "v/a b", "v//x", "v/\"><script>"] {
        assert_eq!(with("folder", folder.into()), None, "{folder}");
        assert_eq!(with("updated", folder.into()), None, "{folder}");
    }
    assert_eq!(with("folder", Value::Null), None);
    assert_eq!(with("integrity", Value::Null), None);
    assert!(with("folder", "v/1.0.0-beta.1+5-1a2b".into()).is_some());
}

/// The title inside the element is a link only if a page of the host shows the same data.
#[test]
fn the_title_leads_to_the_same_data_or_nowhere() {
    let mut version = version_json();
    version["integrity"]["embed.html"] = "sha384-frame".into();
    let hosted = HostedReport { pinned_version: PinnedVersion::read(&version.to_string()), ..hosted_report() };
    let link = |data: Option<&str>, (script, data_of_today): (bool, bool), missing: &[&'static str]| {
        let mut embed = default_choices();
        embed.data_address = data.map(str::to_owned);
        (embed.pinned_script, embed.pinned_data) = (script, data_of_today);
        embed.view = "country=BT".into();
        let code = embed_code(&embed, &HostedReport { missing: missing.to_vec(), ..hosted.clone() }).element;
        assert!(code.contains("Counter-trafficking"), "{code}");
        let anchor = code.contains("<a ").then(|| find_tag(&code, "a").get_or_empty("href").to_owned());
        anchor.map(|address| address.replace(BASE_ADDRESS, ""))
    };
    let text = |text: &str| Some(text.to_owned());
    let own = format!("{BASE_ADDRESS}set/own data.json");
    let query = own.replace(':', "%3A").replace('/', "%2F").replace(' ', "%20");
    let live = (false, false);
    assert_eq!(link(None, live, &[]), text("index.html#country=BT"));
    assert_eq!(link(None, live, &["embed.html"]), text("index.html#country=BT"));
    assert_eq!(link(None, live, &["index.html"]), None);
    assert_eq!(link(Some(&own), live, &[]), Some(format!("embed.html?src={query}#country=BT")));
    assert_eq!(link(Some(&own), live, &["embed.html"]), None);
    assert_eq!(link(Some("https://ministry.example/data.json"), live, &[]), None, "its host may not allow it");
    assert_eq!(
        link(None, (true, true), &[]),
        text("v/0.1.0-1a2b3c4d/embed.html#country=BT"),
        "the numbers of that day"
    );
    let day = link(None, (false, true), &[]).unwrap();
    assert!(day.starts_with("embed.html?src=https%3A%2F%2F") && day.contains("2026-11-22"), "{day}");
}
