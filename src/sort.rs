//! Sorting by comparison, once. Every list type that is sorted with the standard library brings a copy of its sort
//! into the WebAssembly, 5 KB each; sorting places instead needs a single one.

use std::cmp::Ordering;

/// The places 0 to `len` in the order that `compare` gives; equal ones keep theirs.
pub(crate) fn sorted_indices(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The items of a list in the order that `compare` gives.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: &mut dyn FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let places = sorted_indices(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    places.into_iter().filter_map(|place| items.get(place)).cloned().collect()
}
