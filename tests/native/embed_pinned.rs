//! Code that is pinned: the report of a version, with its hashes, and the data of a day.

use outreach_report::export::{EmbedCode, HostedReport, Release, embed_code};
use serde_json::Value;

use crate::support::pasted::{HOME, Tag, address, code, place, plain, tag, version};

/// Newest and pinned, script and data: which script with which hash, and where the data come from.
#[test]
fn script_and_data_can_be_pinned() {
    let say = |script: bool, data: bool| {
        let mut embed = plain();
        (embed.pinned_script, embed.pinned_data) = (script, data);
        let code = code(&embed);
        let (script, element) = (tag(&code.element, "script"), tag(&code.element, "outreach-report"));
        let part = |tag: &Tag, name: &str| tag.get(name).map(|text| text.replace(HOME, ""));
        (part(&script, "src").unwrap(), part(&script, "integrity"), part(&element, "src"))
    };
    let text = |text: &str| text.to_owned();
    let pinned = text("v/0.1.0-1a2b3c4d/outreach-report.js");
    let hash = Some(text("sha384-script"));
    assert_eq!(say(false, false), (text("outreach-report.js"), None, None));
    let day = Some(text("data/2026-11-22/activities.json"));
    assert_eq!(say(false, true), (text("outreach-report.js"), None, day));
    assert_eq!(say(true, false), (pinned.clone(), hash.clone(), Some(text("data/activities.json"))));
    assert_eq!(say(true, true), (pinned, hash, None), "the data of that day are inside");
    let script = tag(&code(&plain()).element, "script");
    assert_eq!(script.get("crossorigin"), None);
}

/// A frame is pinned where the version has one. Where it has none, the data can be pinned all the same, and it is said.
#[test]
fn a_frame_is_pinned_where_the_version_has_one() {
    let mut embed = plain();
    (embed.pinned_script, embed.pinned_data) = (true, true);
    let EmbedCode { frame, pins_frame, .. } = code(&embed);
    let (path, asked, _) = address(tag(&frame, "iframe").said("src"));
    assert_eq!((path, pins_frame), (format!("{HOME}embed.html"), false));
    assert_eq!(asked, [("src".to_owned(), format!("{HOME}data/2026-11-22/activities.json"))]);

    let mut version = version();
    version["integrity"]["embed.html"] = "sha384-frame".into();
    version["integrity"]["embed.js"] = "sha384-helper".into();
    let place = HostedReport { release: Release::read(&version.to_string()), ..place() };
    let EmbedCode { frame, pins_frame, .. } = embed_code(&embed, &place);
    assert_eq!(tag(&frame, "iframe").said("src"), format!("{HOME}v/0.1.0-1a2b3c4d/embed.html"));
    let helper = tag(&frame, "script");
    assert_eq!(helper.said("src"), format!("{HOME}v/0.1.0-1a2b3c4d/embed.js"));
    assert_eq!((helper.get("integrity"), helper.get("crossorigin")), (Some("sha384-helper"), Some("anonymous")));
    assert!(pins_frame);
}

/// Without a version to pin, or with data of somebody else, the newest of both is written, whatever was chosen.
#[test]
fn what_cannot_be_pinned_is_not() {
    let mut embed = plain();
    (embed.pinned_script, embed.pinned_data) = (true, true);
    let nothing = HostedReport { release: None, ..place() };
    assert_eq!(embed_code(&embed, &nothing).element, code(&plain()).element);
    let own = "https://ministry.example/ü data.json?a=1&b=\"2\"#x";
    embed.source = Some(own.into());
    assert_eq!(tag(&code(&embed).element, "outreach-report").get("src"), Some(own));
    let (_, asked, _) = address(tag(&code(&embed).frame, "iframe").said("src"));
    assert_eq!(asked, [("src".to_owned(), own.to_owned())]);
}

#[test]
fn a_version_is_read_or_refused() {
    let with = |field: &str, value: Value| {
        let mut version = version();
        version[field] = value;
        Release::read(&version.to_string())
    };
    assert_eq!(Release::read(&version().to_string()).unwrap().hash("outreach-report_bg.wasm"), Some("sha384-wasm"));
    assert_eq!(Release::read(&version().to_string()).unwrap().hash("other.js"), None);
    for text in ["", "<!doctype html>", "[]", "null", "{}"] {
        assert_eq!(Release::read(text), None, "{text}");
    }
    for folder in ["", "/", "../x", "v/../..", "https://evil.example", "v/a b", "v//x", "v/\"><script>"] {
        assert_eq!(with("folder", folder.into()), None, "{folder}");
        assert_eq!(with("updated", folder.into()), None, "{folder}");
    }
    assert_eq!(with("folder", Value::Null), None);
    assert_eq!(with("integrity", Value::Null), None);
    assert!(with("folder", "v/1.0.0-beta.1+5-1a2b".into()).is_some());
}
