//! What a document in Markdown names: links, headings, and the codes that look like paths or commands.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// How names of files end.
const ENDINGS: [&str; 12] =
    [".rs", ".mjs", ".js", ".css", ".html", ".json", ".md", ".toml", ".ts", ".csv", ".wasm", ".png"];

/// What a document names.
#[derive(Default)]
pub(super) struct Document {
    pub(super) links: Vec<String>,
    pub(super) anchors: Vec<String>,
    inline_codes: Vec<String>,
    code_lines: Vec<String>,
}

impl Document {
    pub(super) fn read(markdown: &str) -> Self {
        let mut document = Self::default();
        let mut heading: Option<String> = None;
        let mut in_block = false;
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    document.links.push(dest_url.to_string())
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    let slug = slug(&heading.take().unwrap());
                    let same = document.anchors.iter().filter(|anchor| without_number(anchor) == slug).count();
                    document.anchors.push(if same == 0 { slug } else { format!("{slug}-{same}") });
                }
                Event::Start(Tag::CodeBlock(_)) => in_block = true,
                Event::End(TagEnd::CodeBlock) => in_block = false,
                Event::Text(text) if in_block => document.code_lines.extend(text.lines().map(str::to_owned)),
                Event::Text(text) => heading.iter_mut().for_each(|heading| heading.push_str(&text)),
                Event::Code(code) => {
                    heading.iter_mut().for_each(|heading| heading.push_str(&code));
                    document.inline_codes.push(code.to_string());
                }
                _ => {}
            }
        }
        document
    }

    /// The inline codes that look like paths, without the slash at the end.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let looks_like_path = |code: &&String| {
            let is_plain = |character: char| character.is_alphanumeric() || "._-/<>".contains(character);
            let has_ending = ENDINGS.iter().any(|ending| code.ends_with(ending)) && !code.starts_with('.');
            let has_slash = code.contains('/') && code.contains(char::is_alphanumeric) && !code.starts_with(['<', '/']);
            code.chars().all(is_plain) && (has_slash || has_ending)
        };
        self.inline_codes.iter().filter(looks_like_path).map(|code| code.trim_end_matches('/'))
    }

    /// What is after `cargo xtask` in codes, without comments; nothing for a mention of the program itself.
    pub(super) fn commands(&self) -> impl Iterator<Item = &str> {
        let lines = self.inline_codes.iter().chain(&self.code_lines);
        let commands = lines.filter_map(|line| line.split_once("cargo xtask"));
        commands.map(|(_, rest)| rest.split('#').next().unwrap().trim()).filter(|command| !command.is_empty())
    }
}

/// The anchor that GitHub gives a heading.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|character| character.is_alphanumeric() || " -_".contains(*character));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn without_number(anchor: &str) -> &str {
    let start = anchor.trim_end_matches(|character: char| character.is_ascii_digit());
    start.strip_suffix('-').filter(|_| start.len() < anchor.len()).unwrap_or(anchor)
}
