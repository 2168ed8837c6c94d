//! A height, however it is written.

use eased::domain::height::{
    Height::{self, Cm, Unclear, Unsaid},
    read_height,
};

fn check(typed: &[&str], read: Height) {
    for typed in typed {
        assert_eq!(read_height(typed), read, "{typed:?}");
    }
}

#[test]
fn centimetres_and_metres() {
    check(&["178", " 178 ", "178cm", "178 CM", "178.0", "178,4 cm"], Cm(178));
    check(&["1.78", "1,78", "1,78 m", "1.78m", "1m78", "1 m 78"], Cm(178));
    check(&["1.8", "1,80 m", "179.5"], Cm(180));
    check(&["2 m", "2"], Cm(200));
}

#[test]
fn the_range_is_kept() {
    check(&["100", "1 m"], Cm(100));
    check(&["230", "2.3"], Cm(230));
    check(&["99", "231", "0", "65535", "70000", "2.31", "0.99"], Unclear);
}

#[test]
fn nothing_and_nonsense() {
    check(&["", "  "], Unsaid);
    check(&["tall", "5'10\"", "-178", "1.7.8", "m", "cm", ".", "１７８", "1,７8"], Unclear);
}
