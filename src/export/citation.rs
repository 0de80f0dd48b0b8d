//! The citation of a view: as text, for BibTeX, as RIS.
//!
//! Invariant: what the data set does not state is left out of the citation. No text of the data can end a field.

use crate::locale::Sentence;
use crate::model::{EdtfDate, Text};
use crate::view::{ViewContext, headline};

/// What a citation says of the view beside its data: where and when it was seen. Only the page around the element knows
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CitationContext {
    /// The address of the view. Citations and pictures give this one, because they state the date of the data
    /// themselves.
    pub address: String,
    /// The address for sharing: it also remembers the version of the data and the numbers that the view showed.
    pub share_address: String,
    /// No address opens the view: both are those of the page around the element.
    pub is_page_only: bool,
    /// The day on which the reader saw the view, as EDTF.
    pub accessed: String,
}

/// The citation of a view in three forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// A paragraph.
    pub text: String,
    /// An entry for BibTeX.
    pub bibtex: String,
    /// A record in RIS, the format of reference managers.
    pub ris: String,
}

/// The citation of a view.
pub fn citation(context: &ViewContext, cited: &CitationContext) -> Citation {
    let ViewContext { data, locale, .. } = context;
    let publisher = data.publisher.as_deref();
    let data_title = data.title.as_deref();
    let title = [data_title, Some(&headline(context).text())].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let updated = data.updated.as_ref();
    let year = updated.and_then(EdtfDate::span).map(|(_, last)| last.year.to_string());
    let date = updated.map(|updated| locale.fill(Sentence::CiteData, &[("date", &locale.date(updated))]));
    let license = data.license.as_ref().and_then(|license| license.name.as_ref().or(license.url.as_ref()));
    let license = license.map(|license: &Text| locale.fill(Sentence::CiteLicense, &[("license", license)]));
    let accessed = EdtfDate::parse(&cited.accessed).map(|day| locale.date(&day)).unwrap_or_default();

    let author = match (publisher, &year) {
        (Some(publisher), Some(year)) => Some(format!("{publisher} ({year})")),
        (publisher, year) => publisher.map(str::to_owned).or(year.clone()),
    };
    let link = locale.fill(Sentence::CiteAccessed, &[("link", &cited.address), ("date", &accessed)]);
    let sentences = [author, Some(title.clone()), date.clone(), license.clone(), Some(link)];
    let notes: Vec<String> = [date, license].into_iter().flatten().collect();
    let notes = notes.join(". ");
    Citation {
        text: sentences.into_iter().flatten().map(|text| one_line(&text)).collect::<Vec<_>>().join(". ") + ".",
        bibtex: bibtex(&[
            ("author", publisher.map(|publisher| format!("{{{}}}", escape_tex(publisher)))),
            ("title", Some(format!("{{{}}}", escape_tex(&title)))),
            ("year", year.clone()),
            ("note", Some(escape_tex(&notes)).filter(|notes| !notes.is_empty())),
            ("url", Some(bibtex_address(&cited.address))),
            ("urldate", Some(escape_tex(&cited.accessed))),
        ]),
        ris: ris(&[
            ("TY", Some("DATA".to_owned())),
            ("AU", publisher.map(str::to_owned)),
            ("TI", Some(title)),
            ("PY", year),
            ("PB", publisher.map(str::to_owned)),
            ("DA", updated.map(|updated| updated.text().replace('-', "/"))),
            ("N1", Some(notes).filter(|notes| !notes.is_empty())),
            ("UR", Some(cited.address.clone())),
            ("Y2", Some(cited.accessed.replace('-', "/"))),
        ]),
    }
}

fn bibtex(fields: &[(&str, Option<String>)]) -> String {
    let stated = fields.iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    let lines: Vec<String> = stated.map(|(name, text)| format!("  {name} = {{{}}}", one_line(text))).collect();
    format!("@misc{{outreach-report,\n{}\n}}\n", lines.join(",\n"))
}

/// A text in which every character that has a meaning in TeX is escaped.
fn escape_tex(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// An address for a BibTeX field: only the characters that would end the field are escaped.
fn bibtex_address(link: &str) -> String {
    link.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

fn ris(fields: &[(&str, Option<String>)]) -> String {
    let stated = fields.iter().filter_map(|(tag, text)| Some((tag, text.as_ref()?)));
    let lines: String = stated.map(|(tag, text)| format!("{tag}  - {}\r\n", one_line(text))).collect();
    lines + "ER  - \r\n"
}

/// A text on one line, because in BibTeX and RIS a new line could begin a new field.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
