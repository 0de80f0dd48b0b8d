//! Dates: which years an EDTF expression touches, which ends are open, and which texts are not dates.

use outreach_report::model::{EdtfDate, PartialDate};

/// The first and the last year that a date touches, or `None` if no year is known.
fn years(text: &str) -> Option<(u16, u16)> {
    let date = EdtfDate::parse(text).unwrap_or_else(|| panic!("{text} is EDTF"));
    assert_eq!(&**date.text(), text, "a date is kept as it was written");
    date.years().map(|years| years.into_inner())
}

/// All these texts touch the same years.
fn assert_years(texts: &[&str], expected: Option<(u16, u16)>) {
    for text in texts {
        assert_eq!(years(text), expected, "{text}");
    }
}

/// None of these texts is a date.
fn assert_not_dates(texts: &[&str]) {
    for text in texts {
        assert_eq!(EdtfDate::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_date_touches_every_year_between_its_ends() {
    assert_years(
        &["2022", "2022-05", "2022-05-09", "2022~", "2022?", "2022-05~", "2022-05-09%", "2022-XX", "2022-05-XX"],
        Some((2022, 2022)),
    );
    assert_years(
        &["2022-21", "2022-24", "2022-36", "2022-41", "2022-05-09T10:30:00Z", "2022-05-09T10:30:00"],
        Some((2022, 2022)),
    );
    assert_years(
        &["2022-05/2022-07", "2022-05-09/2022-05-10", "2022-04~/2022-05~", "2022/2022", "2022-05/2022"],
        Some((2022, 2022)),
    );
    assert_eq!(years("2010/2012"), Some((2010, 2012)));
    assert_eq!(years("2014-12/2015-08"), Some((2014, 2015)));
    assert_eq!(years("2006-04/2009-12-31"), Some((2006, 2009)));
    assert_eq!(years("0000"), Some((0, 0)));
    assert_eq!(years("9999"), Some((9999, 9999)));
}

#[test]
fn an_open_or_unknown_end_touches_only_the_known_year() {
    for (text, start, end) in [
        ("2018/..", false, true),
        ("2018/", false, true),
        ("2018-05-03~/..", false, true),
        ("../2018", true, false),
        ("/2018", true, false),
        ("2018/2018", false, false),
        ("2018", false, false),
    ] {
        assert_eq!(years(text), Some((2018, 2018)), "{text}");
        let date = EdtfDate::parse(text).unwrap();
        assert_eq!((date.is_open_start(), date.is_open_end()), (start, end), "{text}");
    }
}

#[test]
fn a_date_without_a_definite_year_touches_none() {
    // Unspecified digits, a stated precision, years outside 0 to 9999.
    assert_years(&["201X", "20XX", "XXXX", "201X-05", "XXXX-12-25", "1950S2", "-0001", "Y12000", "Y-12000"], None);
    // Sets: one of the members, or all of them.
    assert_years(&["{2019,2020}", "[2019,2020]", "[2019..2020]", "[..2019]", "{2019..}", "[2019]"], None);
    // Reversed intervals, and intervals with an end without a definite year.
    assert_years(&["2021/2019", "2022-06/2022-05", "2022-05-10/2022-05-09", "2019/202X", "201X/2019"], None);
}

/// An interval is not reversed because of a part that only one end states. The codes of seasons and quarters are not
/// compared, because they are not in the order of time.
#[test]
fn only_parts_of_both_ends_are_compared() {
    assert_years(&["2022-05/2022", "2022/2022-05", "2022-05-10/2022-05", "2022-05/2022-21"], Some((2022, 2022)));
    // The first quarter (33) does not come after the autumn (23), though its number is higher.
    assert_years(&["2022-33/2022-23", "2022-37/2022-36"], Some((2022, 2022)));
}

#[test]
fn text_that_is_not_edtf_is_not_a_date() {
    assert_not_dates(&[
        "", " ", "sometime", "May 2022", "22", "202", "20221", "2022-5", "2022-13", "2022-00", "2022-42",
    ]);
    assert_not_dates(&["2022-02-30", "2023-02-29", "2022-06-31", "2022-05-00", "2022/13", "05/2022", "09.05.2022"]);
    assert_not_dates(&[
        " 2022",
        "2022 ",
        "2022\n",
        "2022-05-09 10:30",
        "2022-05-09T25:00:00",
        "2019..2020",
        "/",
        "２０２２",
    ]);
    // 29 February is a date only in a leap year.
    assert_eq!(years("2024-02-29"), Some((2024, 2024)));
}

#[test]
fn a_span_is_as_exact_as_the_source() {
    let span = |text| EdtfDate::parse(text).unwrap().span().unwrap();
    let partial = |year, month, day| PartialDate { year, month, day };
    assert_eq!(span("2022").0, partial(2022, None, None));
    assert_eq!(span("2022-XX").0, partial(2022, None, None));
    assert_eq!(span("2022-36").0, partial(2022, Some(36), None));
    let (first, last) = span("2022-05-19/2022-07");
    assert_eq!((first, last), (partial(2022, Some(5), Some(19)), partial(2022, Some(7), None)));
    assert_eq!(span("2018/.."), (partial(2018, None, None), partial(2018, None, None)));
}

#[test]
fn doubt_is_remembered() {
    for text in ["2014~", "2014?", "2014%", "2021-04~/2021-05~", "2021-04/2021-05~", "2023-10-19~", "2023~-10"] {
        assert!(EdtfDate::parse(text).unwrap().is_approximate(), "{text}");
    }
    for text in ["2014", "2021-04/2021-05", "2022-XX", "2018/.."] {
        assert!(!EdtfDate::parse(text).unwrap().is_approximate(), "{text}");
    }
}
