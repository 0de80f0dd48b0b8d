//! Times reading a data set, preparing it for counting, and counting, with 10,000 and 100,000 records.
//!
//! `cargo xtask bench native` writes the data sets into the folder OUTREACH_BENCH_DATA and starts this.
#![allow(missing_docs, reason = "criterion's macros make functions without documentation")]
#![expect(clippy::expect_used, reason = "a benchmark without its data can only stop")]

use std::hint::black_box;
use std::path::Path;
use std::{env, fs};

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_report::link::decode;
use outreach_report::model::parse;
use outreach_report::query::{CaseFold, Index, Totals};

/// The views that are counted one after the other.
const VIEWS: [&str; 5] =
    ["", "country=BT", "country=BT&year=2010..2019", "country=BT~IN&kind=training&year=2010..2019", "sdg=5"];

/// Case folding without the tables of Unicode: the titles are plain English.
struct Lowercase;

impl CaseFold for Lowercase {
    fn fold(&self, text: &str) -> String {
        text.to_lowercase()
    }
}

fn hot_paths(criterion: &mut Criterion) {
    let folder = env::var("OUTREACH_BENCH_DATA").expect("run `cargo xtask bench native`");
    for count in [10_000, 100_000] {
        let text = fs::read_to_string(Path::new(&folder).join(format!("{count}.json"))).expect("the data set");
        let mut group = criterion.benchmark_group(format!("{count} records"));
        group.sample_size(10);
        group.bench_function("parse", |bench| bench.iter(|| parse(black_box(&text))));
        let (data, _) = parse(&text).expect("a data set");
        group.bench_function("index", |bench| bench.iter(|| Index::new(black_box(&data), &Lowercase)));
        let index = Index::new(&data, &Lowercase);
        let selections = VIEWS.map(|view| decode(view, &data, &index).selection);
        group.bench_function("totals of five views", |bench| {
            bench.iter(|| selections.each_ref().map(|selection| Totals::of(&index, selection, &Lowercase)));
        });
        group.finish();
    }
}

criterion_group!(benches, hot_paths);
criterion_main!(benches);
