//! Sorting by comparison, compiled once. The standard library's sort takes 5 KB of WebAssembly, and is compiled again for
//! every element type; this merge sort of indices takes a tenth of that. Invariant: the sort is stable.

use std::cmp::Ordering;

/// The indices from 0 up to, but not including, `len`, sorted by `compare`. Equal ones keep their order.
pub(crate) fn sorted_indices(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..len).collect();
    // Runs of this length are sorted. Each pass merges pairs of them into runs of twice the length.
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in indices.chunks(run * 2) {
            let (first, second) = pair.split_at(run.min(pair.len()));
            let (mut first, mut second) = (first.iter().peekable(), second.iter().peekable());
            while let (Some(a), Some(b)) = (first.peek(), second.peek()) {
                let next = if compare(**a, **b).is_le() { &mut first } else { &mut second };
                merged.extend(next.next());
            }
            merged.extend(first.chain(second));
        }
        indices = merged;
        run *= 2;
    }
    indices
}

/// The items of a list, sorted by `compare`. Equal ones keep their order.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: &mut dyn FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let indices = sorted_indices(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    indices.into_iter().filter_map(|index| items.get(index)).cloned().collect()
}
