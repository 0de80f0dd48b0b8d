//! The picture that other sites show with a link to the report: its title, its headline, and the columns by year.

use crate::charts::{Colour, MarkRect, Shapes};
use crate::export::picture::{Drawing, Picture, TextAnchor, TextLine, TextStyle, wrap};
use crate::locale::Sentence;
use crate::view::{ViewContext, headline, year_chart};

/// The size that other sites expect.
const SIZE: (u32, u32) = (1200, 630);
const MARGIN: f64 = 64.0;
/// The lower end of the columns.
const BASELINE: f64 = 556.0;
const COLUMN_HEIGHT: f64 = 190.0;
/// More lines of the headline would overlap the columns.
const MAX_HEADLINE_LINES: usize = 3;

const TEXT_COLOUR: Colour = Colour(0x17, 0x21, 0x2b);
const MUTED_COLOUR: Colour = Colour(0x5b, 0x68, 0x75);
const NAME: TextStyle = TextStyle { size: 27.0, bold: false, colour: MUTED_COLOUR };
const HEADLINE: TextStyle = TextStyle { size: 52.0, bold: true, colour: TEXT_COLOUR };
const YEAR: TextStyle = TextStyle { size: 22.0, bold: false, colour: MUTED_COLOUR };

/// The picture of a view.
pub fn social_picture(context: &ViewContext) -> Picture {
    let ViewContext { data, locale, .. } = context;
    let width = f64::from(SIZE.0) - 2.0 * MARGIN;
    let title = headline(context).text();
    let mut texts = Vec::new();
    let mut write = |text: &str, x: f64, y: f64, style: TextStyle, anchor: TextAnchor| {
        texts.push(TextLine { text: text.to_owned(), x, y, style, anchor, rotated: false });
    };
    let date = data.updated.as_ref().map(|updated| locale.fill(Sentence::DataOf, &[("date", &locale.date(updated))]));
    let top_line: Vec<String> = data.title.as_ref().map(ToString::to_string).into_iter().chain(date).collect();
    write(&top_line.join(" · "), MARGIN, 92.0, NAME, TextAnchor::Start);
    for (index, line) in wrap(&title, HEADLINE.size, width).iter().take(MAX_HEADLINE_LINES).enumerate() {
        write(line, MARGIN, 172.0 + index as f64 * 64.0, HEADLINE, TextAnchor::Start);
    }

    let marks = year_chart(context).facet_chart;
    let column_spacing = width / (marks.mark_texts.len().max(1) as f64);
    let left = |index: usize| MARGIN + index as f64 * column_spacing;
    let rects = (0..marks.mark_texts.len())
        .map(|index| MarkRect {
            x: left(index) + column_spacing * 0.14,
            y: BASELINE - COLUMN_HEIGHT,
            width: column_spacing * 0.72,
            height: COLUMN_HEIGHT,
        })
        .collect();
    // Only the first, the last and the highest year have labels, and the highest has its number. The undated come last.
    let dated: Vec<_> = marks.mark_texts.iter().enumerate().filter(|(_, row)| row.value.number().is_some()).collect();
    let highest = dated.iter().max_by(|(_, a), (_, b)| a.share.total_cmp(&b.share));
    let mut labelled: Vec<_> = dated.first().into_iter().chain(highest).chain(dated.last()).collect();
    labelled.dedup_by_key(|(index, _)| *index);
    for (index, row) in labelled {
        write(&row.label, left(*index) + column_spacing / 2.0, BASELINE + 32.0, YEAR, TextAnchor::Middle);
    }
    if let Some((index, row)) = highest {
        write(
            &row.short_number,
            left(*index) + column_spacing / 2.0,
            BASELINE - COLUMN_HEIGHT * row.share - 10.0,
            YEAR,
            TextAnchor::Middle,
        );
    }
    let drawings = vec![Drawing { shapes: Shapes::Marks(marks.chart), rects }];
    Picture { title, width: SIZE.0, height: SIZE.1, mirrored: false, drawings, texts }
}
