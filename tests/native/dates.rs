//! Dates: which years an EDTF expression touches, which ends are open, and what is no date.

use outreach_report::model::{EdtfDate, PartialDate};

/// The years that a date touches, or `None` where no year can be told.
fn years(text: &str) -> Option<(u16, u16)> {
    let when = EdtfDate::parse(text).unwrap_or_else(|| panic!("{text} is EDTF"));
    assert_eq!(&**when.text(), text, "a date is kept as it was written");
    when.years().map(|years| years.into_inner())
}

/// All of these touch the same years.
fn touch(texts: &[&str], wanted: Option<(u16, u16)>) {
    for text in texts {
        assert_eq!(years(text), wanted, "{text}");
    }
}

/// None of these is a date.
fn no_dates(texts: &[&str]) {
    for text in texts {
        assert_eq!(EdtfDate::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_date_touches_every_year_between_its_ends() {
    touch(
        &["2022", "2022-05", "2022-05-09", "2022~", "2022?", "2022-05~", "2022-05-09%", "2022-XX", "2022-05-XX"],
        Some((2022, 2022)),
    );
    touch(
        &["2022-21", "2022-24", "2022-36", "2022-41", "2022-05-09T10:30:00Z", "2022-05-09T10:30:00"],
        Some((2022, 2022)),
    );
    touch(
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
        let when = EdtfDate::parse(text).unwrap();
        assert_eq!((when.is_open_start(), when.is_open_end()), (start, end), "{text}");
    }
}

#[test]
fn what_names_no_single_year_gives_none() {
    // Unspecified digits, a stated precision, years that no calendar of ours shows.
    touch(&["201X", "20XX", "XXXX", "201X-05", "XXXX-12-25", "1950S2", "-0001", "Y12000", "Y-12000"], None);
    // Sets, of which one or all are meant.
    touch(&["{2019,2020}", "[2019,2020]", "[2019..2020]", "[..2019]", "{2019..}", "[2019]"], None);
    // Reversed, or with an end that names no year.
    touch(&["2021/2019", "2022-06/2022-05", "2022-05-10/2022-05-09", "2019/202X", "201X/2019"], None);
}

/// A part that only one end states cannot make an interval reversed, and the numbers of seasons and quarters are no
/// order in time.
#[test]
fn only_what_both_ends_state_is_compared() {
    touch(&["2022-05/2022", "2022/2022-05", "2022-05-10/2022-05", "2022-05/2022-21"], Some((2022, 2022)));
    // The first quarter (33) does not come after the autumn (23), though its number is higher.
    touch(&["2022-33/2022-23", "2022-37/2022-36"], Some((2022, 2022)));
}

#[test]
fn what_is_no_edtf_is_no_date() {
    no_dates(&["", " ", "sometime", "May 2022", "22", "202", "20221", "2022-5", "2022-13", "2022-00", "2022-42"]);
    no_dates(&["2022-02-30", "2023-02-29", "2022-06-31", "2022-05-00", "2022/13", "05/2022", "09.05.2022"]);
    no_dates(&[" 2022", "2022 ", "2022\n", "2022-05-09 10:30", "2022-05-09T25:00:00", "2019..2020", "/", "２０２２"]);
    // A leap day is one only in a leap year.
    assert_eq!(years("2024-02-29"), Some((2024, 2024)));
}

#[test]
fn a_span_is_as_exact_as_the_source() {
    let span = |text| EdtfDate::parse(text).unwrap().span().unwrap();
    let moment = |year, month, day| PartialDate { year, month, day };
    assert_eq!(span("2022").0, moment(2022, None, None));
    assert_eq!(span("2022-XX").0, moment(2022, None, None));
    assert_eq!(span("2022-36").0, moment(2022, Some(36), None));
    let (first, last) = span("2022-05-19/2022-07");
    assert_eq!((first, last), (moment(2022, Some(5), Some(19)), moment(2022, Some(7), None)));
    assert_eq!(span("2018/.."), (moment(2018, None, None), moment(2018, None, None)));
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
