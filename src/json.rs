//! A JSON value whose objects keep their fields in document order. Invariant: names are unique; if a name occurs twice
//! in the document, the last value is kept.
//!
//! Fractions are kept as texts, so that no digit is lost and none has to be computed.
//!
//! serde_json's `Value` keeps fields in a B-tree, whose balancing costs 4 KB of WebAssembly. Records have a dozen
//! fields, for which a list is as fast.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A non-negative whole number; `5.0` and `5e0` are the whole number 5, as in JSON Schema.
    Integer(u64),
    /// Any other number, with the digits that the document has.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

/// The fields of a JSON object, in document order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// The names of the fields.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }
}

impl Json {
    /// The value of a field; `None` if this is not an object or has no such field.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(object) => object.get(name),
            _ => None,
        }
    }

    /// The text; `None` if this is not a text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether this is null.
    pub fn is_null(&self) -> bool {
        *self == Json::Null
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Integer(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object: Vec<(String, Json)> = Vec::new();
        while let Some((name, value)) = fields.next_entry::<String, Json>()? {
            // This is how serde_json hands over a number that is no integer of 64 bits.
            if name == "$serde_json::private::Number" {
                let text = value.as_str().unwrap_or_default();
                return Ok(whole_number(text).map_or_else(|| Json::Number(text.to_owned()), Json::Integer));
            }
            object.retain(|(field, _)| *field != name);
            object.push((name, value));
        }
        Ok(Json::Object(Object(object)))
    }
}

/// The value of a JSON number, if it is a non-negative whole number below 10^19.
fn whole_number(text: &str) -> Option<u64> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let zeros = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let mut number = [whole.strip_prefix("-0").unwrap_or(whole), fraction].concat().trim_start_matches('0').to_owned();
    if number.is_empty() {
        return Some(0);
    }
    // A number such as 1500e-2 is written with zeros at its end.
    let end = zeros.saturating_add(number.len() as i64);
    let rest = number.split_off(usize::try_from(end).ok()?.min(number.len()));
    let has_fraction = rest.bytes().any(|digit| digit != b'0');
    if has_fraction || end > 19 {
        return None;
    }
    number.extend(std::iter::repeat_n('0', zeros.max(0) as usize));
    number.parse().ok()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}
