//! Names for the codes of a data set. Invariant: a code without a name is shown as it is, because that is honest and
//! can be found in the data.

use super::{Locale, Sentence};
use crate::model::{DataSet, Text};
use crate::query::{Facet, FacetValue};

impl Locale {
    /// The name of a value of a facet.
    pub fn value(&self, data: &DataSet, facet: Facet, value: &FacetValue) -> String {
        match (facet, value) {
            (_, FacetValue::Unknown) => self.say(self.unknown_sentence(facet)),
            (Facet::Goal, FacetValue::Number(number)) => self.goal(*number),
            (_, FacetValue::Number(number)) => number.to_string(),
            (Facet::Country, FacetValue::Code(code)) => self.country(code),
            (Facet::Kind, FacetValue::Code(code)) => self.name_of("kinds", code),
            (Facet::Audience, FacetValue::Code(code)) => self.name_of("audiences", code),
            (Facet::Theme, FacetValue::Code(code)) => {
                name_or_code(data.theme(code).and_then(|theme| theme.name.as_ref()), code)
            }
            (Facet::Organisation, FacetValue::Code(code)) => {
                name_or_code(data.organisation(code).and_then(|organisation| organisation.name.as_ref()), code)
            }
            (Facet::Donor, FacetValue::Code(code)) => {
                name_or_code(data.donor(code).and_then(|donor| donor.name.as_ref()), code)
            }
            (Facet::Project, FacetValue::Code(code)) => {
                name_or_code(data.project(code).map(|project| project.label()), code)
            }
            (_, FacetValue::Code(code)) => code.to_string(),
        }
    }

    /// The name of a facet, as the label of its menu.
    pub fn facet(&self, facet: Facet) -> String {
        self.name_of("facets", facet.key())
    }

    /// The name of a country: the one of the United Nations if the language file has it, else the one of the browser.
    pub fn country(&self, code: &str) -> String {
        let official_name = self.name("countries", code).map(str::to_owned);
        official_name.or_else(|| self.formats.country(code)).unwrap_or_else(|| code.to_owned())
    }

    /// The short title of a goal.
    pub fn goal(&self, number: u16) -> String {
        self.name_of("goals", &number.to_string())
    }

    /// The name of a code in a section of the language file; the code itself if it has no name.
    pub fn name_of(&self, section: &str, code: &str) -> String {
        self.name(section, code).unwrap_or(code).to_owned()
    }

    fn name(&self, section: &str, code: &str) -> Option<&str> {
        self.file.get(section)?.get(code)?.as_str()
    }

    fn unknown_sentence(&self, facet: Facet) -> Sentence {
        match facet {
            Facet::Country => Sentence::UnknownCountry,
            Facet::Year => Sentence::UnknownYear,
            Facet::Goal => Sentence::UnknownGoal,
            Facet::Kind => Sentence::UnknownKind,
            Facet::Theme => Sentence::UnknownTheme,
            Facet::Audience => Sentence::UnknownAudience,
            Facet::Organisation => Sentence::UnknownOrganisation,
            Facet::Donor => Sentence::UnknownDonor,
            Facet::Project => Sentence::UnknownProject,
        }
    }
}

fn name_or_code(name: Option<&Text>, code: &Text) -> String {
    name.unwrap_or(code).to_string()
}
