//! One bit for each row, 64 rows a word.
//!
//! Invariant: the bits after the last row are never set.

/// A set of rows.
pub(crate) type Words = Vec<u64>;

/// No rows.
pub(crate) fn none(rows: usize) -> Words {
    vec![0; rows.div_ceil(64)]
}

/// All rows.
pub(crate) fn all(rows: usize) -> Words {
    let mut words = vec![u64::MAX; rows.div_ceil(64)];
    if let (Some(last), rest @ 1..) = (words.last_mut(), rows % 64) {
        *last = (1 << rest) - 1;
    }
    words
}

/// The rows in which a code is one of those in `table`, which has one bit for each code.
///
/// Sixteen rows at a time: the upper five bits of the code find a byte of the table, the lower three a bit of it.
#[cfg(target_arch = "wasm32")]
pub(crate) fn in_table(column: &[u8], table: &[u8; 32], rows: &mut [u64]) {
    use std::arch::wasm32::{
        i8x16_bitmask, i8x16_ne, i8x16_swizzle, u8x16, u8x16_shr, u8x16_splat, u8x16_sub, v128, v128_and, v128_or,
    };
    fn load(bytes: &[u8; 16]) -> v128 {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = *bytes;
        u8x16(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
    }
    let ([lower, upper], _) = table.as_chunks::<16>() else { return };
    let (lower, upper) = (load(lower), load(upper));
    let bit = u8x16(1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);
    let hits = |codes: v128| {
        let place = u8x16_shr(codes, 3);
        // A place outside of a table's half gives 0.
        let byte = v128_or(i8x16_swizzle(lower, place), i8x16_swizzle(upper, u8x16_sub(place, u8x16_splat(16))));
        let chosen = i8x16_swizzle(bit, v128_and(codes, u8x16_splat(7)));
        u64::from(i8x16_bitmask(i8x16_ne(v128_and(byte, chosen), u8x16_splat(0))))
    };
    let (blocks, _) = column.as_chunks::<64>();
    for (word, codes) in rows.iter_mut().zip(blocks) {
        let ([a, b, c, d], _) = codes.as_chunks::<16>() else { return };
        *word = hits(load(a)) | hits(load(b)) << 16 | hits(load(c)) << 32 | hits(load(d)) << 48;
    }
}

/// The same where there are no such instructions.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn in_table(column: &[u8], table: &[u8; 32], rows: &mut [u64]) {
    let (blocks, _) = column.as_chunks::<64>();
    for (word, codes) in rows.iter_mut().zip(blocks) {
        let hit = |code: u8| u64::from(table[usize::from(code >> 3)] >> (code & 7) & 1);
        *word = codes.iter().enumerate().map(|(row, code)| hit(*code) << row).fold(0, |word, bit| word | bit);
    }
}

/// The rows that at least one filter refuses, and those that at least two refuse.
pub(crate) fn refused_once_and_twice<'a>(
    filters: impl Iterator<Item = &'a [u64]>,
    once: &mut [u64],
    twice: &mut [u64],
) {
    once.fill(0);
    twice.fill(0);
    for filter in filters {
        for ((once, twice), refused) in once.iter_mut().zip(twice.iter_mut()).zip(filter) {
            *twice |= *once & refused;
            *once |= refused;
        }
    }
}
