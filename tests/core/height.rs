//! Parsing of heights.

use eased::domain::height::{
    HeightInput::{self, Cm, Empty, Invalid},
    parse_height,
};

fn check(typed: &[&str], expected: HeightInput) {
    for typed in typed {
        assert_eq!(parse_height(typed), expected, "{typed:?}");
    }
}

#[test]
fn centimetres_and_metres_are_parsed() {
    check(&["178", " 178 ", "178cm", "178 CM", "178.0", "178,4 cm"], Cm(178));
    check(&["1.78", "1,78", "1,78 m", "1.78m", "1m78", "1 m 78"], Cm(178));
    check(&["1.8", "1,80 m", "179.5"], Cm(180));
    check(&["2 m", "2"], Cm(200));
}

#[test]
fn heights_outside_the_range_are_invalid() {
    check(&["100", "1 m"], Cm(100));
    check(&["230", "2.3"], Cm(230));
    check(&["99", "231", "0", "65535", "70000", "2.31", "0.99"], Invalid);
}

#[test]
fn blank_text_is_empty_and_other_text_invalid() {
    check(&["", "  "], Empty);
    check(
        &[
            "tall", "-178", "+178", "1.7.8", "m", "cm", ".", "'", "\"", "ft", "5'x", "5'10'2", "12'", "3\"",
            "1e2", "655.35", "1'78", "5'15", "5.10 ft", "99999'1",
        ],
        Invalid,
    );
}

#[test]
fn feet_and_inches_are_parsed() {
    check(
        &[
            "5'10",
            "5'10\"",
            "5′10″",
            "5’ 10”",
            "5 ft 10 in",
            "5ft10",
            "5 feet 10 inches",
            "5 Foot 10",
            "70 in",
            "70\"",
            "5'10''",
            "5’10’’",
            "5 ft. 10 in.",
            "70 in.",
            "5 feet, 10 inches",
        ],
        Cm(178),
    );
    check(&["6'", "6 ft", "72 inches", "6'0\""], Cm(183));
    check(&["5'7.5", "5′7,5″", "67.5 in"], Cm(171));
    check(&["3'2\"", "7'7\""], Invalid);
}

#[test]
fn digits_of_other_scripts_are_parsed() {
    check(&["١٧٨", "۱۷۸", "१७८", "১৭৮", "１７８", "١٫٧٨ م", "1,７8"], Cm(178));
}
