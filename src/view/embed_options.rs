//! What the page around the widget asks for: which blocks are shown in which order, which facets the reader may not
//! change, and which ones the reader does not see.

use super::ChartBlock;
use crate::query::{Facet, Selection};

/// A block of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// The sentence that says the whole view.
    Headline,
    /// The active filters.
    Chips,
    /// The filter bar.
    Filters,
    /// The totals in a row.
    Tiles,
    /// A chart.
    Chart(ChartBlock),
    /// The records.
    Table,
    /// How we count, data date, link, citation, files. The licence stays without it.
    Foot,
}

/// How the page frames the widget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedOptions {
    /// The blocks from top to bottom, each once.
    pub blocks: Vec<Block>,
    /// Facets that the reader may not change.
    locked: Vec<Facet>,
    /// Facets that the reader neither sees nor changes.
    hidden: Vec<Facet>,
    /// Words of the attributes that name nothing: the attribute and the word.
    pub unknown: Vec<(&'static str, String)>,
}

impl Block {
    /// All blocks in the order in which they stand where the page asks for no other.
    pub const ALL: [Block; 13] = [
        Block::Headline,
        Block::Chips,
        Block::Filters,
        Block::Tiles,
        Block::Chart(ChartBlock::Year),
        Block::Chart(ChartBlock::Country),
        Block::Chart(ChartBlock::Goal),
        Block::Chart(ChartBlock::Matrix),
        Block::Chart(ChartBlock::Kind),
        Block::Chart(ChartBlock::Audience),
        Block::Chart(ChartBlock::Donor),
        Block::Table,
        Block::Foot,
    ];

    /// The word for it in the attribute `blocks`.
    pub fn code(self) -> &'static str {
        match self {
            Block::Headline => "headline",
            Block::Chips => "chips",
            Block::Filters => "filters",
            Block::Tiles => "tiles",
            Block::Chart(block) => block.code(),
            Block::Table => "table",
            Block::Foot => "foot",
        }
    }
}

impl Default for EmbedOptions {
    fn default() -> Self {
        Self { blocks: Block::ALL.to_vec(), locked: Vec::new(), hidden: Vec::new(), unknown: Vec::new() }
    }
}

impl EmbedOptions {
    /// Reads the attributes `parts`, `lock` and `hide`: words apart by white space or commas. An attribute that is not
    /// there, or names nothing that there is, changes nothing.
    pub fn parse(parts: &str, lock: &str, hide: &str) -> Self {
        let mut options = Self::default();
        let mut unknown = Vec::new();
        let mut named = |text, attribute, codes: &[&str]| places(text, attribute, codes, &mut unknown);
        let chosen = named(parts, "parts", &Block::ALL.map(Block::code));
        if !chosen.is_empty() {
            options.blocks = chosen.into_iter().filter_map(|at| Block::ALL.get(at)).copied().collect();
        }
        let keys = Facet::ALL.map(Facet::key);
        let facets = |places: Vec<usize>| places.into_iter().filter_map(|at| Facet::ALL.get(at)).copied().collect();
        options.locked = facets(named(lock, "lock", &keys));
        options.hidden = facets(named(hide, "hide", &keys));
        // A chart of a facet that the reader is not to see is not shown either.
        let hidden = |facet: Option<Facet>| facet.is_some_and(|facet| options.hidden.contains(&facet));
        options.blocks.retain(|block| match block {
            Block::Chart(ChartBlock::Matrix) => !hidden(Some(Facet::Country)) && !hidden(Some(Facet::Year)),
            Block::Chart(block) => !hidden(block.facet()),
            _ => true,
        });
        options.unknown = unknown;
        options
    }

    /// Whether the reader sees the facet.
    pub fn shows(&self, facet: Facet) -> bool {
        !self.hidden.contains(&facet)
    }

    /// Whether the reader may change the facet.
    pub fn is_changeable(&self, facet: Facet) -> bool {
        self.shows(facet) && !self.locked.contains(&facet)
    }

    /// Whether a mark filters a facet that the reader may not change. `pick` is its link.
    pub fn is_fixed(&self, pick: &str) -> bool {
        let keys = pick.split('&').filter_map(|block| block.split_once('='));
        keys.filter_map(|(key, _)| Facet::from_key(key)).any(|facet| !self.is_changeable(facet))
    }

    /// Whether the reader may change every facet that this selection filters.
    pub fn allows_pick(&self, mark: &Selection) -> bool {
        Facet::ALL.into_iter().all(|facet| !mark.is_filtered(facet) || self.is_changeable(facet))
    }

    /// A selection that the reader or a link asks for, with the fixed facets as the page set them; and whether that
    /// made a difference.
    pub fn enforce(&self, wanted: Selection, page: &Selection) -> (Selection, bool) {
        let mut held = wanted.clone();
        for facet in Facet::ALL.into_iter().filter(|facet| !self.is_changeable(*facet)) {
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
