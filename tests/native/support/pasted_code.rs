//! The embed code of known choices, and a reader that parses it like a browser that loads the page it is pasted into.
#![allow(clippy::panic, reason = "a test should stop at the first unexpected value")]

use std::cell::RefCell;

use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tokenizer::{CommentToken, TagKind, TagToken};
use outreach_report::export::{EmbedChoices, EmbedCode, HostedReport, PinnedVersion, embed_code};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

/// The folder of the published report.
pub(crate) const BASE_ADDRESS: &str = "https://reports.example.org/south-asia/";

/// A tag with its attributes. The name of an end tag begins with a slash.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of an attribute; empty if the tag has none of this name.
    pub(crate) fn get_or_empty(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }
}

/// What the tokenizer of a browser finds in a piece of HTML.
#[derive(Default)]
pub(crate) struct HtmlTokens {
    pub(crate) tags: RefCell<Vec<Tag>>,
    pub(crate) text: RefCell<String>,
    pub(crate) comments: RefCell<Vec<String>>,
}

impl TokenSink for HtmlTokens {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            TagToken(tag) => {
                let slash = if tag.kind == TagKind::EndTag { "/" } else { "" };
                let attributes = tag.attrs.iter().map(|pair| (pair.name.local.to_string(), pair.value.to_string()));
                let name = format!("{slash}{}", tag.name);
                self.tags.borrow_mut().push(Tag { name, attributes: attributes.collect() });
            }
            CommentToken(text) => self.comments.borrow_mut().push(text.to_string()),
            html5ever::tokenizer::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            html5ever::tokenizer::ParseError(error) => panic!("the code is not valid HTML: {error}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Reads HTML with the tokenizer of a browser.
pub(crate) fn tokenize(code: &str) -> HtmlTokens {
    let tokenizer =
        Tokenizer::new(HtmlTokens::default(), TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
    let input = BufferQueue::default();
    input.push_back(code.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// The first tag with this name.
pub(crate) fn find_tag(code: &str, name: &str) -> Tag {
    let tags = tokenize(code).tags.into_inner();
    tags.into_iter().find(|tag| tag.name == name).unwrap_or_else(|| panic!("no {name} in {code}"))
}

/// The names of all tags in their order.
pub(crate) fn tag_names(code: &str) -> Vec<String> {
    tokenize(code).tags.into_inner().into_iter().map(|tag| tag.name).collect()
}

/// The parts of an address: the text before the query, the pairs of the query as a browser's `URLSearchParams` decodes
/// them, and the fragment.
pub(crate) fn split_address(address: &str) -> (String, Vec<(String, String)>, String) {
    let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8().unwrap().into_owned();
    let pairs = query.split('&').filter(|part| !part.is_empty()).map(|part| part.split_once('=').unwrap());
    (path.to_owned(), pairs.map(|(name, value)| (decoded(name), decoded(value))).collect(), fragment.to_owned())
}

/// The choices of the embed builder before anything is changed.
pub(crate) fn default_choices() -> EmbedChoices {
    EmbedChoices::new(String::new(), None, |_| false)
}

/// The file that describes a pinned version.
pub(crate) fn version_json() -> Value {
    json!({
        "version": "0.1.0", "folder": "v/0.1.0-1a2b3c4d", "updated": "2026-11-22",
        "integrity": { "outreach-report.js": "sha384-script", "outreach-report_bg.wasm": "sha384-wasm" },
    })
}

/// A report at `BASE_ADDRESS` that has a version to pin.
pub(crate) fn hosted_report() -> HostedReport {
    HostedReport {
        base_address: BASE_ADDRESS.into(),
        title: "Counter-trafficking".into(),
        pinned_version: PinnedVersion::read(&version_json().to_string()),
        missing: Vec::new(),
    }
}

/// The embed code for the hosted report.
pub(crate) fn code_for(choices: &EmbedChoices) -> EmbedCode {
    embed_code(choices, &hosted_report())
}
