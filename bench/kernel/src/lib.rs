//! The bare kernel: six facets, the number of rows and the sum of one amount for each value, own filter ignored.
//!
//! It has no bounds, plans, overlaps or words, so it shows what the honest numbers of the report cost in addition.
//! Invariant: after `count`, every histogram holds exactly the rows that no filter of another facet refuses.

mod bits;
mod facet;

use bits::Words;
use facet::{Facet, filled_up};
use wasm_bindgen::prelude::wasm_bindgen;

/// The columns, the filters, and the histograms of the present filters.
#[wasm_bindgen]
pub struct Kernel {
    facets: Vec<Facet>,
    amounts: Vec<u32>,
    /// The rows that at least one filter refuses, and those that at least two refuse.
    refused: Words,
    refused_twice: Words,
    /// The facets whose filters were set after the last count.
    changed: Vec<bool>,
}

#[wasm_bindgen]
impl Kernel {
    /// Takes the amounts. The columns of the facets follow, one after the other, so that none is in memory twice.
    #[wasm_bindgen(constructor)]
    pub fn new(amounts: Vec<u32>) -> Self {
        let rows = amounts.len();
        Self {
            facets: Vec::new(),
            amounts: filled_up(amounts),
            refused: bits::none(rows),
            refused_twice: bits::none(rows),
            changed: Vec::new(),
        }
    }

    /// Adds a facet with so many values, whose column has one code for each row.
    pub fn add_codes(&mut self, codes: Vec<u8>, values: usize) {
        self.add(Facet::of_codes(codes, values));
    }

    /// Adds a facet whose column has a set of values for each row, as bits. An empty set counts under one more value.
    pub fn add_sets(&mut self, sets: &[u32], values: usize) {
        self.add(Facet::of_sets(sets, values));
    }

    /// Sets the filter of a facet to these values; none means no filter.
    pub fn filter(&mut self, facet: usize, values: &[u8]) {
        if let (Some(facet), Some(changed)) = (self.facets.get_mut(facet), self.changed.get_mut(facet)) {
            facet.filter(values);
            *changed = true;
        }
    }

    /// Counts what the filters leave: the rows and the sum of everything, then of each value of each facet.
    pub fn count(&mut self) -> Vec<f64> {
        if self.changed.contains(&true) {
            let refused = self.facets.iter().filter_map(Facet::refused);
            bits::refused_once_and_twice(refused, &mut self.refused, &mut self.refused_twice);
            for own in 0..self.facets.len() {
                let others_changed = self.changed.iter().enumerate().any(|(facet, changed)| facet != own && *changed);
                if let (Some(facet), true) = (self.facets.get_mut(own), others_changed) {
                    facet.recount(&self.refused, &self.refused_twice, &self.amounts);
                }
            }
            self.changed.fill(false);
        }
        let mut result = Vec::with_capacity(1024);
        // The first facet has one code a row, so the values that its own filter keeps add up to the total.
        result.extend(self.facets.first().into_iter().flat_map(Facet::kept));
        for facet in &self.facets {
            facet.write(&mut result);
        }
        result
    }
}

impl Kernel {
    fn add(&mut self, mut facet: Facet) {
        facet.count_everything(&self.amounts);
        self.facets.push(facet);
        self.changed.push(false);
    }
}
