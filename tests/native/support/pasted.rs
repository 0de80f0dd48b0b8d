//! Code for another page, as a browser reads it once it is pasted, and what it is made of.
#![allow(clippy::panic, reason = "a test that meets what it does not expect should stop")]

use std::cell::RefCell;

use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tokenizer::{CommentToken, TagKind, TagToken};
use outreach_report::export::{EmbedChoices, EmbedCode, HostedReport, Release, embed_code};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

/// Where the files lie.
pub(crate) const HOME: &str = "https://reports.example.org/south-asia/";

/// A tag as a browser reads it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn said(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }
}

#[derive(Default)]
pub(crate) struct Read {
    /// Start tags, and end tags with a slash before their names.
    pub(crate) tags: RefCell<Vec<Tag>>,
    pub(crate) text: RefCell<String>,
    pub(crate) comments: RefCell<Vec<String>>,
}

impl TokenSink for Read {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            TagToken(tag) => {
                let slash = if tag.kind == TagKind::EndTag { "/" } else { "" };
                let attributes = tag.attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
                let name = format!("{slash}{}", tag.name);
                self.tags.borrow_mut().push(Tag { name, attributes: attributes.collect() });
            }
            CommentToken(text) => self.comments.borrow_mut().push(text.to_string()),
            html5ever::tokenizer::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            html5ever::tokenizer::ParseError(error) => panic!("the code is no HTML: {error}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

pub(crate) fn read(code: &str) -> Read {
    let tokenizer = Tokenizer::new(Read::default(), TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
    let input = BufferQueue::default();
    input.push_back(code.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

pub(crate) fn tag(code: &str, name: &str) -> Tag {
    let tags = read(code).tags.into_inner();
    tags.into_iter().find(|tag| tag.name == name).unwrap_or_else(|| panic!("no {name} in {code}"))
}

pub(crate) fn names(code: &str) -> Vec<String> {
    read(code).tags.into_inner().into_iter().map(|tag| tag.name).collect()
}

/// An address in its parts: up to the query, the values of the query as a browser's `URLSearchParams` has them, the
/// fragment.
pub(crate) fn address(address: &str) -> (String, Vec<(String, String)>, String) {
    let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let value = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8().unwrap().into_owned();
    let pairs = query.split('&').filter(|part| !part.is_empty()).map(|part| part.split_once('=').unwrap());
    (path.to_owned(), pairs.map(|(name, text)| (value(name), value(text))).collect(), fragment.to_owned())
}

pub(crate) fn plain() -> EmbedChoices {
    EmbedChoices::new(String::new(), None, |_| false)
}

pub(crate) fn version() -> Value {
    json!({
        "version": "0.1.0", "folder": "v/0.1.0-1a2b3c4d", "updated": "2026-11-22",
        "integrity": { "outreach-report.js": "sha384-script", "outreach-report_bg.wasm": "sha384-wasm" },
    })
}

pub(crate) fn place() -> HostedReport {
    HostedReport {
        base_address: HOME.into(),
        title: "Counter-trafficking".into(),
        release: Release::read(&version().to_string()),
    }
}

pub(crate) fn code(embed: &EmbedChoices) -> EmbedCode {
    embed_code(embed, &place())
}
