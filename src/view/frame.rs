//! What the page around the widget asks for: which blocks are shown in which order, which facets the reader may not
//! change, and which ones the reader does not see.

use super::Block;
use crate::query::{Facet, Selection};

/// A block of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The sentence that says the whole view.
    Headline,
    /// The active filters.
    Chips,
    /// The filter bar.
    Filters,
    /// The totals in a row.
    Tiles,
    /// A chart.
    Chart(Block),
    /// The records.
    Table,
    /// How we count, data date, link, citation, files. The licence stays without it.
    Foot,
}

/// How the page frames the widget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The blocks from top to bottom, each once.
    pub parts: Vec<Part>,
    /// Facets that the reader may not change.
    locked: Vec<Facet>,
    /// Facets that the reader neither sees nor changes.
    hidden: Vec<Facet>,
    /// Words of the attributes that name nothing: the attribute and the word.
    pub unknown: Vec<(&'static str, String)>,
}

impl Part {
    /// All blocks in the order in which they stand where the page asks for no other.
    pub const ALL: [Part; 13] = [
        Part::Headline,
        Part::Chips,
        Part::Filters,
        Part::Tiles,
        Part::Chart(Block::Year),
        Part::Chart(Block::Country),
        Part::Chart(Block::Goal),
        Part::Chart(Block::Matrix),
        Part::Chart(Block::Kind),
        Part::Chart(Block::Audience),
        Part::Chart(Block::Donor),
        Part::Table,
        Part::Foot,
    ];

    /// The word for it in the attribute `parts`.
    pub fn code(self) -> &'static str {
        match self {
            Part::Headline => "headline",
            Part::Chips => "chips",
            Part::Filters => "filters",
            Part::Tiles => "tiles",
            Part::Chart(block) => block.code(),
            Part::Table => "table",
            Part::Foot => "foot",
        }
    }
}

impl Default for Frame {
    fn default() -> Self {
        Self { parts: Part::ALL.to_vec(), locked: Vec::new(), hidden: Vec::new(), unknown: Vec::new() }
    }
}

impl Frame {
    /// Reads the attributes `parts`, `lock` and `hide`: words apart by white space or commas. An attribute that is not
    /// there, or names nothing that there is, changes nothing.
    pub fn read(parts: &str, lock: &str, hide: &str) -> Self {
        let mut frame = Self::default();
        let mut unknown = Vec::new();
        let mut named = |text, attribute, codes: &[&str]| places(text, attribute, codes, &mut unknown);
        let chosen = named(parts, "parts", &Part::ALL.map(Part::code));
        if !chosen.is_empty() {
            frame.parts = chosen.into_iter().filter_map(|at| Part::ALL.get(at)).copied().collect();
        }
        let keys = Facet::ALL.map(Facet::key);
        let facets = |places: Vec<usize>| places.into_iter().filter_map(|at| Facet::ALL.get(at)).copied().collect();
        frame.locked = facets(named(lock, "lock", &keys));
        frame.hidden = facets(named(hide, "hide", &keys));
        // A chart of a facet that the reader is not to see is not shown either.
        let hidden = |facet: Option<Facet>| facet.is_some_and(|facet| frame.hidden.contains(&facet));
        frame.parts.retain(|part| match part {
            Part::Chart(Block::Matrix) => !hidden(Some(Facet::Country)) && !hidden(Some(Facet::Year)),
            Part::Chart(block) => !hidden(block.facet()),
            _ => true,
        });
        frame.unknown = unknown;
        frame
    }

    /// Whether the reader sees the facet.
    pub fn shows(&self, facet: Facet) -> bool {
        !self.hidden.contains(&facet)
    }

    /// Whether the reader may change the facet.
    pub fn is_free(&self, facet: Facet) -> bool {
        self.shows(facet) && !self.locked.contains(&facet)
    }

    /// Whether a mark filters a facet that the reader may not change. `pick` is its link.
    pub fn is_fixed(&self, pick: &str) -> bool {
        let keys = pick.split('&').filter_map(|part| part.split_once('='));
        keys.filter_map(|(key, _)| Facet::from_key(key)).any(|facet| !self.is_free(facet))
    }

    /// Whether the reader may change every facet that this selection filters.
    pub fn lets_pick(&self, mark: &Selection) -> bool {
        Facet::ALL.into_iter().all(|facet| !mark.is_filtered(facet) || self.is_free(facet))
    }

    /// A selection that the reader or a link asks for, with the fixed facets as the page set them; and whether that
    /// made a difference.
    pub fn hold(&self, wanted: Selection, page: &Selection) -> (Selection, bool) {
        let mut held = wanted.clone();
        for facet in Facet::ALL.into_iter().filter(|facet| !self.is_free(*facet)) {
            held.copy(facet, page);
        }
        let changed = held != wanted;
        (held, changed)
    }
}

/// The places of the codes that the words of an attribute name, each once; words that name none are noted.
fn places(
    text: &str,
    attribute: &'static str,
    codes: &[&str],
    unknown: &mut Vec<(&'static str, String)>,
) -> Vec<usize> {
    let mut found = Vec::new();
    for word in text.split([' ', ',', '\n', '\t']).filter(|word| !word.is_empty()) {
        match codes.iter().position(|code| *code == word) {
            Some(place) if !found.contains(&place) => found.push(place),
            Some(_) => {}
            None => unknown.push((attribute, word.to_owned())),
        }
    }
    found
}
