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
        for start in (0..len).step_by(run * 2) {
            let (first_end, second_end) = (start + run, start + run * 2);
            let (mut first, mut second) = (start, first_end);
            loop {
                let a = indices.get(first).filter(|_| first < first_end);
                let b = indices.get(second).filter(|_| second < second_end);
                merged.push(match (a, b) {
                    (Some(a), Some(b)) if compare(*b, *a).is_ge() => *a,
                    (Some(a), None) => *a,
                    (_, Some(b)) => *b,
                    (None, None) => break,
                });
                if merged.last() == a { first += 1 } else { second += 1 }
            }
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
