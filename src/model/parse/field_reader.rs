//! Reading one JSON object field by field. Invariant: every value that is not taken over leaves an issue, and
//! every field that nobody asked for is reported by [`FieldReader::finish`].

use std::collections::BTreeSet;

use crate::json::{Json, Object};
use crate::model::{Count, EdtfDate, Issue, IssueKind, Text, UNKNOWN};

/// A JSON object on its way to becoming a record.
pub(super) struct FieldReader<'a> {
    map: &'a Object,
    name: String,
    prefix: String,
    asked: Vec<&'static str>,
    issues: &'a mut Vec<Issue>,
}

impl<'a> FieldReader<'a> {
    /// A record called `name` in issues.
    pub(super) fn new(map: &'a Object, name: String, issues: &'a mut Vec<Issue>) -> Self {
        Self { map, name, prefix: String::new(), asked: Vec::new(), issues }
    }

    /// Takes down that a field of this record is not as it should be.
    pub(super) fn report(&mut self, field: &str, kind: IssueKind) {
        let field = format!("{}{field}", self.prefix);
        self.issues.push(Issue { record: self.name.clone(), field, kind });
    }

    /// Whether the field is absent.
    pub(super) fn missing(&self, field: &str) -> bool {
        self.map.get(field).is_none()
    }

    /// The value of a field; null and absent are the same.
    fn value(&mut self, field: &'static str) -> Option<&'a Json> {
        self.asked.push(field);
        self.map.get(field).filter(|value| !value.is_null())
    }

    fn wrong_type(&mut self, field: &str, value: &Json) {
        self.report(field, IssueKind::WrongType(excerpt(value)));
    }

    /// A text.
    pub(super) fn text(&mut self, field: &'static str) -> Option<Text> {
        let value = self.value(field)?;
        let text = value.as_str();
        if text.is_none() {
            self.wrong_type(field, value);
        }
        text.map(Text::from)
    }

    /// A text that must not be blank: an id, a code, a title.
    pub(super) fn filled(&mut self, field: &'static str) -> Option<Text> {
        self.text(field).filter(|text| !text.trim().is_empty())
    }

    /// A code: not blank, and not the word that stands for what is not stated.
    pub(super) fn code(&mut self, field: &'static str) -> Option<Text> {
        let code = self.text(field)?;
        self.usable(field, code)
    }

    fn usable(&mut self, field: &str, code: Text) -> Option<Text> {
        if code.trim().is_empty() || &*code == UNKNOWN {
            self.report(field, IssueKind::NoCode);
            return None;
        }
        Some(code)
    }

    /// A code that `known` defines; another one is kept and reported.
    pub(super) fn listed(&mut self, field: &'static str, known: &dyn Fn(&str) -> bool) -> Option<Text> {
        let code = self.code(field)?;
        if !known(&code) {
            self.report(field, IssueKind::UnknownCode(code.to_string()));
        }
        Some(code)
    }

    /// A count.
    pub(super) fn count(&mut self, field: &'static str) -> Option<Count> {
        let value = self.value(field)?;
        let count = Count::read(value);
        if count.is_none() {
            self.report(field, IssueKind::BadCount(excerpt(value)));
        }
        count
    }

    /// A date. What is no EDTF is cleared; EDTF that tells no year is kept and reported.
    pub(super) fn date(&mut self, field: &'static str) -> Option<EdtfDate> {
        let text = self.text(field)?;
        let date = EdtfDate::parse(&text);
        match &date {
            None => self.report(field, IssueKind::BadDate(text.to_string())),
            Some(when) if when.span().is_none() => self.report(field, IssueKind::NoYear(text.to_string())),
            Some(_) => {}
        }
        date
    }

    /// The items of a list, each with the name that issues use for it.
    pub(super) fn items(&mut self, field: &'static str) -> Vec<(String, &'a Json)> {
        let Some(value) = self.value(field) else { return Vec::new() };
        let Json::List(items) = value else {
            self.wrong_type(field, value);
            return Vec::new();
        };
        items.iter().enumerate().map(|(at, item)| (format!("{field}[{at}]"), item)).collect()
    }

    /// A list. `take` takes an item over, says whether it is new, or gives what is wrong with it; what stands twice
    /// is taken once.
    fn list(&mut self, field: &'static str, take: &mut dyn FnMut(&Json) -> Result<bool, IssueKind>) {
        for (name, item) in self.items(field) {
            match take(item) {
                Ok(true) => {}
                Ok(false) => self.report(&name, IssueKind::Repeated(excerpt(item))),
                Err(fault) => self.report(&name, fault),
            }
        }
    }

    /// A list whose items `read` understands. What it does not is dropped with the fault it gives.
    pub(super) fn list_of<T: PartialEq>(
        &mut self,
        field: &'static str,
        read: impl Fn(&Json) -> Result<T, IssueKind>,
    ) -> Vec<T> {
        let mut list = Vec::new();
        self.list(field, &mut |item| {
            let value = read(item)?;
            let is_new = !list.contains(&value);
            if is_new {
                list.push(value);
            }
            Ok(is_new)
        });
        list
    }

    /// A list of texts that are not blank.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<Text> {
        self.list_of(field, |item| match item.as_str() {
            Some(text) if text.trim().is_empty() => Err(IssueKind::NoCode),
            Some(text) => Ok(Text::from(text)),
            None => Err(IssueKind::WrongType(excerpt(item))),
        })
    }

    /// A list of codes; one that `known` does not define is kept and reported.
    pub(super) fn codes(&mut self, field: &'static str, known: &dyn Fn(&str) -> bool) -> Vec<Text> {
        let codes = self.list_of(field, |item| match item.as_str() {
            Some(text) if text.trim().is_empty() || text == UNKNOWN => Err(IssueKind::NoCode),
            Some(text) => Ok(Text::from(text)),
            None => Err(IssueKind::WrongType(excerpt(item))),
        });
        for (name, item) in self.items(field) {
            let code = item.as_str().filter(|code| codes.iter().any(|kept| **kept == **code) && !known(code));
            if let Some(code) = code {
                self.report(&name, IssueKind::UnknownCode(code.to_owned()));
            }
        }
        codes
    }

    /// An object inside this one.
    pub(super) fn object<T>(&mut self, field: &'static str, read: impl Fn(&mut FieldReader) -> T) -> Option<T> {
        let value = self.value(field)?;
        let Json::Object(map) = value else {
            self.wrong_type(field, value);
            return None;
        };
        Some(self.inside(map, field, read))
    }

    /// A list of objects inside this one.
    pub(super) fn objects<T>(&mut self, field: &'static str, read: impl Fn(&mut FieldReader) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for (name, item) in self.items(field) {
            match item {
                Json::Object(map) => list.push(self.inside(map, &name, &read)),
                _ => self.report(&name, IssueKind::NotAnObject),
            }
        }
        list
    }

    fn inside<T>(&mut self, map: &Object, field: &str, read: impl Fn(&mut FieldReader) -> T) -> T {
        let prefix = format!("{}{field}.", self.prefix);
        let mut inner =
            FieldReader { map, name: self.name.clone(), prefix, asked: Vec::new(), issues: &mut *self.issues };
        let value = read(&mut inner);
        inner.finish();
        value
    }

    /// A table: records of their own, each with a key that no other has. `take` is handed those that have
    /// one, and says whether it keeps them.
    pub(super) fn table(
        &mut self,
        field: &'static str,
        key: &'static str,
        take: &mut dyn FnMut(&mut FieldReader, Text) -> bool,
    ) {
        let mut seen = BTreeSet::new();
        for (name, item) in self.items(field) {
            let Json::Object(map) = item else {
                self.issues.push(Issue { record: name, field: String::new(), kind: IssueKind::NotAnObject });
                continue;
            };
            let mut record = FieldReader::new(map, name, self.issues);
            let Some(found) = record.filled(key).filter(|key| &**key != UNKNOWN) else {
                record.report(key, IssueKind::NoId);
                continue;
            };
            record.name = found.to_string();
            if seen.contains(&found) {
                record.report("", IssueKind::DuplicateId);
                continue;
            }
            // One that is dropped does not stand in the way of a better one with the same key.
            if take(&mut record, found.clone()) {
                seen.insert(found);
                record.finish();
            }
        }
    }

    /// Reports every field that nobody asked for.
    pub(super) fn finish(mut self) {
        let unknown: Vec<&String> = self.map.names().filter(|field| !self.asked.contains(&field.as_str())).collect();
        for field in unknown {
            self.report(field, IssueKind::UnknownField);
        }
    }
}

/// A number with at most six decimals. The standard library's way to write it would be the only place that writes
/// fractions, and weighs 5 KB.
fn decimal(number: f64) -> String {
    let (mut size, mut exponent) = (number.abs(), 0_u32);
    while size >= 1e15 {
        size /= 10.0;
        exponent += 1;
    }
    let millionths = (size.fract() * 1e6).round() as u64;
    let whole = size.trunc() as u64 + millionths / 1_000_000;
    let mut text = format!("{}{whole}", if number < 0.0 { "-" } else { "" });
    let rest = millionths % 1_000_000;
    if rest > 0 {
        let digits = (rest + 1_000_000).to_string();
        text.push('.');
        text.extend(digits.chars().skip(1));
        text.truncate(text.trim_end_matches('0').len());
    }
    if exponent > 0 {
        text.push_str(&format!("e{exponent}"));
    }
    text
}

/// The value as a person would recognise it in the document, at most 60 characters. Lists and objects are only
/// hinted at: writing them out again would bring a JSON writer into the WebAssembly for the sake of a message.
pub(super) fn excerpt(value: &Json) -> String {
    let text = match value {
        Json::Null => "null".to_owned(),
        Json::Flag(flag) => flag.to_string(),
        Json::Whole(number) => number.to_string(),
        Json::Number(number) => decimal(*number),
        Json::Text(text) => text.clone(),
        Json::List(_) => "[…]".to_owned(),
        Json::Object(_) => "{…}".to_owned(),
    };
    if text.chars().count() <= 60 {
        return text;
    }
    text.chars().take(59).chain(['…']).collect()
}
