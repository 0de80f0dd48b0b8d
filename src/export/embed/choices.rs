//! What is chosen of an embedded report: its view, its blocks, what readers may change, how large a frame is, what is
//! pinned.

use crate::query::Facet;
use crate::view::{Block, ChartBlock, FacetAccess, SyncMode, Theme};

/// The least and the most that a frame may measure each way, in pixels.
pub const FRAME_LIMITS: (u32, u32) = (200, 10_000);

/// What is proposed for a frame: not so low that nothing is to be seen, not so tall that it fills a window.
const PROPOSED: (u32, u32) = (320, 900);

/// What is chosen of an embedded report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedChoices {
    /// The view to start with, as a link.
    pub view: String,
    /// The address of the data set, where it is another than the compiled one.
    pub source: Option<String>,
    /// The language; without one, that of the page.
    pub language: Option<&'static str>,
    /// The colour scheme.
    pub theme: Theme,
    /// Where the page's address keeps the view.
    pub sync: SyncMode,
    /// How wide a frame is; without a number, as wide as its place.
    pub width: Option<u32>,
    /// How tall a frame is; without a number, as proposed.
    pub height: Option<u32>,
    /// Whether the script stays as it is today.
    pub pinned_script: bool,
    /// Whether the data stay as they are today.
    pub pinned_data: bool,
    blocks: Vec<(Block, bool)>,
    access: Vec<(Facet, FacetAccess)>,
    prefix: String,
}

impl EmbedChoices {
    /// A view of the whole report, in which these facets are hidden.
    pub fn new(view: String, source: Option<String>, hidden: impl Fn(Facet) -> bool) -> Self {
        let access = |facet| if hidden(facet) { FacetAccess::Hidden } else { FacetAccess::Free };
        Self {
            view,
            source,
            language: None,
            theme: Theme::Auto,
            sync: SyncMode::None,
            width: None,
            height: None,
            pinned_script: false,
            pinned_data: false,
            blocks: Block::ALL.map(|part| (part, true)).to_vec(),
            access: Facet::ALL.map(|facet| (facet, access(facet))).to_vec(),
            prefix: String::new(),
        }
    }

    /// All blocks in their order, each with whether it is shown.
    pub fn blocks(&self) -> &[(Block, bool)] {
        &self.blocks
    }

    /// The blocks that are shown, in their order.
    pub fn parts(&self) -> impl Iterator<Item = Block> {
        self.blocks.iter().filter(|(_, shown)| *shown).map(|(part, _)| *part)
    }

    /// Whether a block may be taken out: the last may not, because no blocks at all would mean all of them.
    pub fn lets_toggle(&self, at: usize) -> bool {
        self.parts().count() > 1 || self.blocks.get(at).is_some_and(|(_, shown)| !shown)
    }

    /// Shows a block, or takes it out.
    pub fn toggle(&mut self, at: usize) {
        let lets = self.lets_toggle(at);
        if let Some((_, shown)) = self.blocks.get_mut(at).filter(|_| lets) {
            *shown = !*shown;
        }
    }

    /// Moves a block one place up or down, and says where it stands then; nothing at an end of the list.
    pub fn shift(&mut self, at: usize, up: bool) -> Option<usize> {
        let to = if up { at.checked_sub(1)? } else { at + 1 };
        if at.max(to) >= self.blocks.len() {
            return None;
        }
        self.blocks.swap(at, to);
        Some(to)
    }

    /// What the reader may do with a facet.
    pub fn access(&self, facet: Facet) -> FacetAccess {
        self.access.iter().find(|(known, _)| *known == facet).map_or(FacetAccess::Free, |(_, access)| *access)
    }

    /// Says what the reader may do with a facet.
    pub fn set_access(&mut self, facet: Facet, access: FacetAccess) {
        self.access.iter_mut().filter(|(known, _)| *known == facet).for_each(|(_, set)| *set = access);
    }

    /// What the report's keys begin with in the page's address.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Sets the prefix. Only letters, digits, `-`, `_` and `.` have no meaning of their own in an address; others are
    /// left out.
    pub fn set_prefix(&mut self, text: &str) {
        let takes = |letter: &char| letter.is_ascii_alphanumeric() || ['-', '_', '.'].contains(letter);
        self.prefix = text.chars().filter(takes).collect();
    }

    /// How tall a frame may well be: what its blocks need, roughly, between two limits. Where scripts are allowed, the
    /// frame takes the height of its content.
    pub fn proposed_height(&self) -> u32 {
        let hidden = |facet: Facet| self.access(facet) == FacetAccess::Hidden;
        let shown = self.parts().filter(|part| match part {
            Block::Chart(ChartBlock::Matrix) => !hidden(Facet::Country) && !hidden(Facet::Year),
            Block::Chart(block) => !block.facet().is_some_and(hidden),
            _ => true,
        });
        let needed: u32 = shown.map(rough_height).sum();
        needed.clamp(PROPOSED.0, PROPOSED.1)
    }

    /// The facets with this access, as an attribute names them.
    pub(super) fn facets(&self, wanted: FacetAccess) -> String {
        let keys = self.access.iter().filter(|(_, access)| *access == wanted).map(|(facet, _)| facet.key());
        keys.collect::<Vec<_>>().join(" ")
    }
}

/// What a block takes of a frame about 700 pixels wide, with the space after it.
fn rough_height(part: Block) -> u32 {
    match part {
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
