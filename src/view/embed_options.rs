//! The embed options of the page around the element: which blocks are shown in which order, which facets the reader may
//! not change (locked), and which the reader neither sees nor changes (hidden).

use super::ChartBlock;
use crate::query::{Facet, Selection};

/// A block of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// The sentence that sums up the view.
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
    /// How we count, data date, link, citation, files. The licence is shown without this block too.
    Foot,
}

/// What the page around the element asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedOptions {
    /// The blocks from top to bottom, each once.
    pub blocks: Vec<Block>,
    /// Facets that the reader may not change.
    locked: Vec<Facet>,
    /// Facets that the reader neither sees nor changes.
    hidden: Vec<Facet>,
    /// Unknown words and values in the attributes: the attribute and the word.
    pub unknown: Vec<(&'static str, String)>,
}

impl Block {
    /// All blocks in their default order.
    pub const ALL: [Block; 13] = [
        Block::Headline,
        Block::Tiles,
        Block::Filters,
        Block::Chips,
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

    /// Its word in the attribute `parts`.
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
    /// Reads the attributes `parts`, `lock` and `hide`: words separated by white space or commas. An attribute that is
    /// missing, or has no known word, changes nothing.
    pub fn parse(parts: &str, lock: &str, hide: &str) -> Self {
        let mut options = Self::default();
        let mut unknown = Vec::new();
        let mut known_words = |text, attribute, codes: &[&str]| word_indices(text, attribute, codes, &mut unknown);
        let chosen = known_words(parts, "parts", &Block::ALL.map(Block::code));
        if !chosen.is_empty() {
            options.blocks = chosen.into_iter().filter_map(|index| Block::ALL.get(index)).copied().collect();
        }
        let keys = Facet::ALL.map(Facet::key);
        let facets =
            |indices: Vec<usize>| indices.into_iter().filter_map(|index| Facet::ALL.get(index)).copied().collect();
        options.locked = facets(known_words(lock, "lock", &keys));
        options.hidden = facets(known_words(hide, "hide", &keys));
        // The chart of a hidden facet is not shown either.
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

    /// Whether a mark filters a read-only facet: one that the reader may not change. `pick` is what the mark filters
    /// by, as a link.
    pub fn is_read_only(&self, pick: &str) -> bool {
        let keys = pick.split('&').filter_map(|pair| pair.split_once('='));
        keys.filter_map(|(key, _)| Facet::from_key(key)).any(|facet| !self.is_changeable(facet))
    }

    /// Whether the reader may change every facet that the selection of a mark filters.
    pub fn allows_pick(&self, mark: &Selection) -> bool {
        Facet::ALL.into_iter().all(|facet| !mark.is_filtered(facet) || self.is_changeable(facet))
    }

    /// Replaces the filters of locked and hidden facets in a selection by those of `page`, which is the selection that
    /// the page set. Returns the result, and whether it differs from `requested`.
    pub fn enforce(&self, requested: Selection, page: &Selection) -> (Selection, bool) {
        let mut enforced = requested.clone();
        for facet in Facet::ALL.into_iter().filter(|facet| !self.is_changeable(*facet)) {
            enforced.copy_filter(facet, page);
        }
        let changed = enforced != requested;
        (enforced, changed)
    }
}

/// The index in `codes` of each word of an attribute, each once. Words that are no code are added to `unknown`.
fn word_indices(
    text: &str,
    attribute: &'static str,
    codes: &[&str],
    unknown: &mut Vec<(&'static str, String)>,
) -> Vec<usize> {
    let mut indices = Vec::new();
    for word in text.split([' ', ',', '\n', '\t']).filter(|word| !word.is_empty()) {
        match codes.iter().position(|code| *code == word) {
            Some(index) if !indices.contains(&index) => indices.push(index),
            Some(_) => {}
            None => unknown.push((attribute, word.to_owned())),
        }
    }
    indices
}
