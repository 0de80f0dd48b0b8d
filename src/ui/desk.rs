//! What every block of the screen is given, and what of the screen is no part of the view: which list is open, how much
//! of a long list is shown, what is being typed.

use std::rc::Rc;

use yew::prelude::*;

use super::{Props, Step};
use crate::locale::Sentence;
use crate::query::{Facet, SelectionAction};
use crate::view::{ChartBlock, ViewContext};

/// The state of the screen beside the view.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ui {
    /// The picker that is open.
    pub open: Option<Facet>,
    /// Whether the pickers of all facets are shown.
    pub more: bool,
    /// What is looked for in the open picker.
    pub wanted: String,
    /// What stands in the search field, white space and all.
    pub typed: String,
    /// Typed years were not understood.
    pub wrong_years: bool,
    /// Charts that are shown in full.
    pub expanded: Vec<ChartBlock>,
    /// The page of the table; `None` shows its first rows only.
    pub page: Option<usize>,
    /// Records whose facts are shown, by their places in the data set.
    pub records: Vec<usize>,
}

/// A change of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Turn {
    /// Another widget goes on with this screen: nothing of it stays.
    Begin,
    /// Opens a picker, or closes all.
    Open(Option<Facet>),
    /// Shows the pickers of all facets, or the first again.
    More,
    /// Looks for something in the open picker.
    Wanted(String),
    /// Something was typed into the search field.
    Typed(String),
    /// Whether typed years were understood.
    WrongYears(bool),
    /// Shows a chart in full, or its first rows again.
    Expand(ChartBlock),
    /// Shows a page of the table.
    PageInfo(Option<usize>),
    /// Opens a record, or closes it.
    Record(usize),
    /// Opens a record on its page of the table.
    Reveal(usize, Option<usize>),
}

impl Reducible for Ui {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = (*self).clone();
        match turn {
            Turn::Begin => next = Self::default(),
            Turn::Open(facet) => {
                next.open = facet;
                next.wanted.clear();
                next.wrong_years = false;
            }
            Turn::More => next.more = !next.more,
            Turn::Wanted(words) => next.wanted = words,
            Turn::Typed(words) => next.typed = words,
            Turn::WrongYears(wrong) => next.wrong_years = wrong,
            Turn::Expand(block) => toggle(&mut next.expanded, block),
            Turn::PageInfo(page) => next.page = page,
            Turn::Record(record) => toggle(&mut next.records, record),
            Turn::Reveal(record, page) => {
                next.page = page;
                if !next.records.contains(&record) {
                    next.records.push(record);
                }
            }
        }
        Rc::new(next)
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(place) => drop(list.remove(place)),
        None => list.push(item),
    }
}

/// What a block is made from.
pub struct Desk<'a> {
    /// The view, and where steps go.
    pub props: &'a Props,
    /// What the blocks of `view` look at.
    pub scene: ViewContext<'a>,
    /// The rest of the screen's state.
    pub ui: &'a Ui,
    /// Where changes of it go.
    pub turn: UseReducerDispatcher<Ui>,
}

impl Desk<'_> {
    /// A sentence of the screen's language.
    pub fn say(&self, key: Sentence) -> String {
        self.scene.locale.say(key)
    }

    /// A callback that commits this action.
    pub fn commit<E: 'static>(&self, action: SelectionAction) -> Callback<E> {
        self.props.step.reform(move |_| Step::Commit(action.clone()))
    }

    /// A callback that makes this turn.
    pub fn turn<E: 'static>(&self, turn: Turn) -> Callback<E> {
        let dispatch = self.turn.clone();
        Callback::from(move |_| dispatch.dispatch(turn.clone()))
    }
}
