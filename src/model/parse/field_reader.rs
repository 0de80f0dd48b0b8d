//! Reads one JSON object field by field. Invariant: every value that is not used is reported as an issue, and
//! [`FieldReader::finish`] reports every field that was not read.

use std::collections::BTreeSet;

use super::known_codes::Codes;
use crate::json::{Json, Object};
use crate::model::{Count, EdtfDate, Issue, IssueKind, Text, UNKNOWN};

/// Reads the fields of one JSON object and collects issues.
pub(super) struct FieldReader<'a> {
    object: &'a Object,
    /// How issues name the record.
    record_name: String,
    /// The path from the record to this object, such as `source.`; empty for the record itself.
    field_prefix: String,
    fields_read: Vec<&'static str>,
    issues: &'a mut Vec<Issue>,
}

impl<'a> FieldReader<'a> {
    /// A reader of a record, which issues call `record_name`.
    pub(super) fn new(object: &'a Object, record_name: String, issues: &'a mut Vec<Issue>) -> Self {
        Self { object, record_name, field_prefix: String::new(), fields_read: Vec::new(), issues }
    }

    /// Adds an issue about a field of this object.
    pub(super) fn report(&mut self, field: &str, kind: IssueKind) {
        let field = format!("{}{field}", self.field_prefix);
        self.issues.push(Issue { record: self.record_name.clone(), field, kind });
    }

    /// Whether the field is absent.
    pub(super) fn missing(&self, field: &str) -> bool {
        self.object.get(field).is_none()
    }

    /// The value of a field; `None` if it is null or absent.
    fn value(&mut self, field: &'static str) -> Option<&'a Json> {
        self.fields_read.push(field);
        self.object.get(field).filter(|value| !value.is_null())
    }

    fn report_wrong_type(&mut self, field: &str, value: &Json) {
        self.report(field, IssueKind::WrongType(excerpt(value)));
    }

    /// Reports a text in which decoding has left U+FFFD, or control characters that a wrong charset makes of letters.
    fn report_lost_characters(&mut self, field: &str, value: &Json) {
        let is_lost = |character: char| matches!(character, '\u{80}'..='\u{9f}' | '\u{fffd}');
        if value.as_str().is_some_and(|text| text.chars().any(is_lost)) {
            self.report(field, IssueKind::LostCharacters(excerpt(value)));
        }
    }

    /// A text. Any other value is reported.
    pub(super) fn text(&mut self, field: &'static str) -> Option<Text> {
        let value = self.value(field)?;
        self.report_lost_characters(field, value);
        let text = value.as_str();
        if text.is_none() {
            self.report_wrong_type(field, value);
        }
        text.map(Text::from)
    }

    /// A text that must not be blank, such as an id or a title; `None` if it is.
    pub(super) fn non_blank(&mut self, field: &'static str) -> Option<Text> {
        self.text(field).filter(|text| !text.trim().is_empty())
    }

    /// A code: a text that is neither blank nor [`UNKNOWN`].
    pub(super) fn code(&mut self, field: &'static str) -> Option<Text> {
        let code = self.text(field)?;
        self.valid_code(field, code)
    }

    fn valid_code(&mut self, field: &str, code: Text) -> Option<Text> {
        if code.trim().is_empty() || &*code == UNKNOWN {
            self.report(field, IssueKind::NoCode);
            return None;
        }
        Some(code)
    }

    /// A code; one that is not known is kept and reported.
    pub(super) fn known_code(&mut self, field: &'static str, known: &Codes) -> Option<Text> {
        let code = self.code(field)?;
        if let Some(shared) = known.get(&code) {
            return Some(shared.clone());
        }
        self.report(field, IssueKind::UnknownCode(code.to_string()));
        Some(code)
    }

    /// A word of a list of the format; one that is not on the list is kept and reported.
    pub(super) fn word(&mut self, field: &'static str, list: &[&str]) -> Option<Text> {
        let word = self.code(field)?;
        if !list.contains(&&*word) {
            self.report(field, IssueKind::UnknownCode(word.to_string()));
        }
        Some(word)
    }

    /// A count. Any other value is reported.
    pub(super) fn count(&mut self, field: &'static str) -> Option<Count> {
        let value = self.value(field)?;
        let count = Count::read(value);
        if count.is_none() {
            self.report(field, IssueKind::BadCount(excerpt(value)));
        }
        count
    }

    /// A date. A text that is not EDTF is cleared, EDTF without a known year is kept; both are reported.
    pub(super) fn date(&mut self, field: &'static str) -> Option<EdtfDate> {
        let text = self.text(field)?;
        let date = EdtfDate::parse(&text);
        match &date {
            None => self.report(field, IssueKind::BadDate(text.to_string())),
            Some(date) if date.span().is_none() => self.report(field, IssueKind::NoYear(text.to_string())),
            Some(_) => {}
        }
        date
    }

    /// How many issues there are so far.
    pub(super) fn issue_count(&self) -> usize {
        self.issues.len()
    }

    /// The items of a list. Any other value is reported.
    pub(super) fn list(&mut self, field: &'static str) -> &'a [Json] {
        match self.value(field) {
            Some(Json::List(items)) => items,
            Some(other) => {
                self.report_wrong_type(field, other);
                &[]
            }
            None => &[],
        }
    }

    fn list_length(&self, field: &str) -> usize {
        match self.object.get(field) {
            Some(Json::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// The items of a list, each with its name in issues.
    fn items(&mut self, field: &'static str) -> Vec<(String, &'a Json)> {
        let items = self.list(field);
        items.iter().enumerate().map(|(index, item)| (format!("{field}[{index}]"), item)).collect()
    }

    /// Passes each item of a list to `add`, which returns whether the item is new, or what is wrong with it. Reports
    /// repeated and wrong items.
    fn add_items(&mut self, field: &'static str, add: &mut dyn FnMut(&Json) -> Result<bool, IssueKind>) {
        for (name, item) in self.items(field) {
            self.report_lost_characters(&name, item);
            match add(item) {
                Ok(true) => {}
                Ok(false) => self.report(&name, IssueKind::Repeated(excerpt(item))),
                Err(kind) => self.report(&name, kind),
            }
        }
    }

    /// The values that `read` gets from the items of a list, each once. Items for which it fails are dropped and
    /// reported.
    pub(super) fn list_of<T: PartialEq>(
        &mut self,
        field: &'static str,
        read: impl Fn(&Json) -> Result<T, IssueKind>,
    ) -> Vec<T> {
        // Room for four, which a list would get at first, is too much for a hundred thousand records.
        let mut list = Vec::with_capacity(self.list_length(field));
        self.add_items(field, &mut |item| {
            let value = read(item)?;
            let is_new = !list.contains(&value);
            if is_new {
                list.push(value);
            }
            Ok(is_new)
        });
        list
    }

    /// A list of texts that are not blank. Other items are reported.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<Text> {
        self.list_of(field, |item| match item.as_str() {
            Some(text) if text.trim().is_empty() => Err(IssueKind::NoCode),
            Some(text) => Ok(Text::from(text)),
            None => Err(IssueKind::WrongType(excerpt(item))),
        })
    }

    /// A list of codes; one that is not known is kept and reported.
    pub(super) fn codes(&mut self, field: &'static str, known: &Codes) -> Vec<Text> {
        let codes = self.list_of(field, |item| match item.as_str() {
            Some(text) if text.trim().is_empty() || text == UNKNOWN => Err(IssueKind::NoCode),
            Some(text) => Ok(known.get(text).cloned().unwrap_or_else(|| Text::from(text))),
            None => Err(IssueKind::WrongType(excerpt(item))),
        });
        for (name, item) in self.items(field) {
            let code = item.as_str().filter(|code| codes.iter().any(|kept| **kept == **code) && !known.contains(*code));
            if let Some(code) = code {
                self.report(&name, IssueKind::UnknownCode(code.to_owned()));
            }
        }
        codes
    }

    /// An object inside this one. Any other value is reported.
    pub(super) fn object<T>(&mut self, field: &'static str, read: impl Fn(&mut FieldReader) -> T) -> Option<T> {
        let value = self.value(field)?;
        let Json::Object(object) = value else {
            self.report_wrong_type(field, value);
            return None;
        };
        Some(self.read_nested(object, field, read))
    }

    /// A list of objects inside this one. Items that are not objects are reported.
    pub(super) fn objects<T>(&mut self, field: &'static str, read: impl Fn(&mut FieldReader) -> T) -> Vec<T> {
        let mut list = Vec::with_capacity(self.list_length(field));
        for (name, item) in self.items(field) {
            match item {
                Json::Object(object) => list.push(self.read_nested(object, &name, &read)),
                _ => self.report(&name, IssueKind::NotAnObject),
            }
        }
        list
    }

    fn read_nested<T>(&mut self, object: &Object, field: &str, read: impl Fn(&mut FieldReader) -> T) -> T {
        let mut nested = FieldReader {
            object,
            record_name: self.record_name.clone(),
            field_prefix: format!("{}{field}.", self.field_prefix),
            fields_read: Vec::new(),
            issues: &mut *self.issues,
        };
        let value = read(&mut nested);
        nested.finish();
        value
    }

    /// A table: a list of records, each with a unique key in the field `key_field`. `add` gets every record that has a
    /// key of its own and returns whether it keeps the record.
    pub(super) fn table(
        &mut self,
        field: &'static str,
        key_field: &'static str,
        add: &mut dyn FnMut(&mut FieldReader, Text) -> bool,
    ) {
        let mut keys = BTreeSet::new();
        for (name, item) in self.items(field) {
            read_row(item, name, key_field, &mut keys, self.issues, add);
        }
    }

    /// Reports every field that was not read.
    pub(super) fn finish(mut self) {
        let unknown: Vec<&String> =
            self.object.names().filter(|field| !self.fields_read.contains(&field.as_str())).collect();
        for field in unknown {
            self.report(field, IssueKind::UnknownField);
        }
    }
}

/// Reads a record of a table, which issues call `name` until its key is known. `add` gets a record that has a key of its
/// own, and returns whether it keeps the record.
pub(super) fn read_row(
    item: &Json,
    name: String,
    key_field: &'static str,
    keys: &mut BTreeSet<Text>,
    issues: &mut Vec<Issue>,
    add: &mut dyn FnMut(&mut FieldReader, Text) -> bool,
) {
    let Json::Object(object) = item else {
        issues.push(Issue { record: name, field: String::new(), kind: IssueKind::NotAnObject });
        return;
    };
    let mut record = FieldReader::new(object, name, issues);
    let Some(key) = record.non_blank(key_field).filter(|key| &**key != UNKNOWN) else {
        record.report(key_field, IssueKind::NoId);
        return;
    };
    record.record_name = key.to_string();
    if keys.contains(&key) {
        record.report("", IssueKind::DuplicateId);
        return;
    }
    // A dropped record leaves its key free for a later, better one.
    if add(&mut record, key.clone()) {
        keys.insert(key);
        record.finish();
    }
}

/// A number with at most six decimals. The standard library's formatting of fractions is used nowhere else and would
/// add 5 KB.
fn decimal(number: f64) -> String {
    let (mut scaled, mut exponent) = (number.abs(), 0_u32);
    while scaled >= 1e15 {
        scaled /= 10.0;
        exponent += 1;
    }
    let millionths = (scaled.fract() * 1e6).round() as u64;
    let whole = scaled.trunc() as u64 + millionths / 1_000_000;
    let mut text = format!("{}{whole}", if number < 0.0 { "-" } else { "" });
    let fraction = millionths % 1_000_000;
    if fraction > 0 {
        let digits = (fraction + 1_000_000).to_string();
        text.push('.');
        text.extend(digits.chars().skip(1));
        text.truncate(text.trim_end_matches('0').len());
    }
    if exponent > 0 {
        text.push_str(&format!("e{exponent}"));
    }
    text
}

/// A short text by which people recognise the value in the document, at most 60 characters. Lists and objects are only
/// hinted at: writing them in full would add a JSON writer to the WebAssembly for the sake of a message.
pub(super) fn excerpt(value: &Json) -> String {
    let text = match value {
        Json::Null => "null".to_owned(),
        Json::Bool(flag) => flag.to_string(),
        Json::Integer(number) => number.to_string(),
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
