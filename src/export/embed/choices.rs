//! The choices for an embedded report: its view, its blocks, what readers may change, the size of the iframe, what is
//! pinned to its present version.

use crate::query::Facet;
use crate::view::{Block, ChartBlock, ColourScheme, FacetAccess, SyncMode, is_prefix_character};

/// The smallest and the largest width and height of the iframe, in pixels.
pub const FRAME_LIMITS: (u32, u32) = (200, 10_000);

/// The smallest and the largest proposed height of the iframe, in pixels: tall enough to see something, and not so tall
/// that it fills a window.
const PROPOSED_HEIGHT: (u32, u32) = (320, 900);

/// The choices for an embedded report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedChoices {
    /// The view that is shown first, as a link.
    pub view: String,
    /// The address of the data set, if it is not the built-in one.
    pub data_address: Option<String>,
    /// The language; `None` for that of the page.
    pub language: Option<&'static str>,
    /// The colour scheme.
    pub colour_scheme: ColourScheme,
    /// The part of the page's address that holds the view.
    pub sync: SyncMode,
    /// The width of the iframe in pixels; `None` for the full width of its container.
    pub width: Option<u32>,
    /// The height of the iframe in pixels; `None` for the proposed height.
    pub height: Option<u32>,
    /// Whether the script is pinned to its present version.
    pub pinned_script: bool,
    /// Whether the data are pinned to their present version.
    pub pinned_data: bool,
    blocks: Vec<(Block, bool)>,
    access: Vec<(Facet, FacetAccess)>,
    prefix: String,
}

impl EmbedChoices {
    /// The defaults for a view: all blocks are shown, and the facets for which `hidden` returns true are hidden.
    pub fn new(view: String, data_address: Option<String>, hidden: impl Fn(Facet) -> bool) -> Self {
        let access = |facet| if hidden(facet) { FacetAccess::Hidden } else { FacetAccess::Free };
        Self {
            view,
            data_address,
            language: None,
            colour_scheme: ColourScheme::Auto,
            sync: SyncMode::None,
            width: None,
            height: None,
            pinned_script: false,
            pinned_data: false,
            blocks: Block::ALL.map(|block| (block, true)).to_vec(),
            access: Facet::ALL.map(|facet| (facet, access(facet))).to_vec(),
            prefix: String::new(),
        }
    }

    /// All blocks in their order, each with whether it is shown.
    pub fn blocks(&self) -> &[(Block, bool)] {
        &self.blocks
    }

    /// The blocks that are shown, in their order.
    pub fn shown_blocks(&self) -> impl Iterator<Item = Block> {
        self.blocks.iter().filter(|(_, shown)| *shown).map(|(block, _)| *block)
    }

    /// Whether the block at an index can be toggled. The only shown block cannot be hidden, because an attribute
    /// `parts` without blocks would mean all of them.
    pub fn can_toggle(&self, index: usize) -> bool {
        self.shown_blocks().count() > 1 || self.blocks.get(index).is_some_and(|(_, shown)| !shown)
    }

    /// Shows the block at an index if it is hidden, else hides it if it can be toggled.
    pub fn toggle(&mut self, index: usize) {
        let can_toggle = self.can_toggle(index);
        if let Some((_, shown)) = self.blocks.get_mut(index).filter(|_| can_toggle) {
            *shown = !*shown;
        }
    }

    /// Moves the block at an index up or down by one and returns its new index; `None` at an end of the list.
    pub fn move_block(&mut self, index: usize, up: bool) -> Option<usize> {
        let new_index = if up { index.checked_sub(1)? } else { index + 1 };
        if index.max(new_index) >= self.blocks.len() {
            return None;
        }
        self.blocks.swap(index, new_index);
        Some(new_index)
    }

    /// What the reader may do with a facet.
    pub fn access(&self, facet: Facet) -> FacetAccess {
        self.access.iter().find(|(known, _)| *known == facet).map_or(FacetAccess::Free, |(_, access)| *access)
    }

    /// Sets what the reader may do with a facet.
    pub fn set_access(&mut self, facet: Facet, access: FacetAccess) {
        self.access.iter_mut().filter(|(known, _)| *known == facet).for_each(|(_, current)| *current = access);
    }

    /// The prefix of the report's keys in the page's address.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Sets the prefix. Characters that an address would escape are left out.
    pub fn set_prefix(&mut self, text: &str) {
        self.prefix = text.chars().filter(|character| is_prefix_character(*character)).collect();
    }

    /// The proposed height of the iframe in pixels: roughly what its blocks need, between two limits. If the page
    /// allows scripts, the iframe gets the height of its content instead.
    pub fn proposed_height(&self) -> u32 {
        let hidden = |facet: Facet| self.access(facet) == FacetAccess::Hidden;
        let shown = self.shown_blocks().filter(|block| match block {
            Block::Chart(ChartBlock::Matrix) => !hidden(Facet::Country) && !hidden(Facet::Year),
            Block::Chart(block) => !block.facet().is_some_and(hidden),
            _ => true,
        });
        let needed: u32 = shown.map(rough_height).sum();
        needed.clamp(PROPOSED_HEIGHT.0, PROPOSED_HEIGHT.1)
    }

    /// The keys of the facets with this access, as a value of the attribute `lock` or `hide`.
    pub(super) fn facets(&self, access: FacetAccess) -> String {
        let keys = self.access.iter().filter(|(_, current)| *current == access).map(|(facet, _)| facet.key());
        keys.collect::<Vec<_>>().join(" ")
    }
}

/// The height of a block in an iframe about 700 pixels wide, with the space after it, in pixels.
fn rough_height(block: Block) -> u32 {
    match block {
        Block::Headline => 180,
        Block::Chips => 40,
        Block::Filters => 80,
        Block::Tiles => 140,
        Block::Chart(ChartBlock::Goal) => 700,
        Block::Chart(_) => 420,
        Block::Table => 700,
        Block::Foot => 100,
    }
}
