//! Orders of all rows, kept from when they are first asked for. Invariant: an order has every row once.

use std::cell::RefCell;
use std::rc::Rc;

use crate::model::Basis;
use crate::query::Sort;

/// How many orders are kept: the last ones that were asked for.
const KEPT: usize = 4;

/// What an order depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OrderKey {
    /// The column and the direction.
    pub(super) sort: Sort,
    /// By which goals.
    pub(super) basis: Basis,
    /// Of which audiences the numbers of people are; `None` for all.
    pub(super) audiences: Option<Vec<bool>>,
}

/// The orders that are kept, the last one at the end.
#[derive(Default)]
pub(super) struct RowOrders {
    kept: RefCell<Vec<(OrderKey, Rc<[u32]>)>>,
}

impl RowOrders {
    /// The order for a key; `make` is asked for it if it is not kept.
    pub(super) fn order(&self, key: OrderKey, make: &dyn Fn() -> Vec<u32>) -> Rc<[u32]> {
        let mut kept = self.kept.borrow_mut();
        let order = match kept.iter().position(|(known, _)| *known == key) {
            Some(position) => kept.remove(position).1,
            None => make().into(),
        };
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push((key, order.clone()));
        order
    }
}
