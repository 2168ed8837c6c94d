//! How positions are described to people: in fifths of the thigh, and in hands or centimetres.

use eased::{
    domain::leg::Position,
    i18n::{self, Text},
};

#[test]
fn fifths_have_equal_size_and_go_down() {
    let fifths: Vec<usize> = (0..=100).map(|percent| Position::clamped(percent).fifth()).collect();
    assert!(fifths.is_sorted());
    for fifth in 0..5 {
        // The last fifth includes 100 %.
        let size = fifths.iter().filter(|at| **at == fifth).count();
        assert_eq!(size, if fifth == 4 { 21 } else { 20 }, "fifth {fifth}");
    }
}

fn place(text: &Text, percent: u8) -> String {
    text.position(percent, None)
}

#[test]
fn a_position_is_described_in_words_and_a_measure() {
    let [en, de] = ["en", "de"].map(i18n::by_tag);
    assert_eq!(place(en, 0), "top of the thigh, just below the hip bone");
    assert_eq!(place(en, 30), "upper thigh, about a hand down");
    assert_eq!(place(en, 90), "bottom of the thigh, about three hands down");
    assert_eq!(place(de, 50), "Mitte des Ober\u{ad}schenkels, etwa zwei Handbreit tiefer");
    assert_eq!(en.position(50, Some(16)), "middle of the thigh, 16\u{a0}cm down");
}

#[test]
fn no_description_of_a_position_contains_a_percentage() {
    for text in i18n::all() {
        for percent in 0..=100 {
            for words in [place(text, percent), text.position(percent, Some(20))] {
                assert!(!words.contains('%'), "{words}");
            }
        }
    }
}

#[test]
fn the_plan_is_described_for_the_legs_that_have_spots() {
    let [en, de] = ["en", "de"].map(i18n::by_tag);
    let plan_words = |spots| en.leg.plan_summary(spots);
    assert_eq!(plan_words([0, 0]), None);
    assert_eq!(plan_words([1, 0]).as_deref(), Some("Today: left leg 1 spot"));
    assert_eq!(plan_words([0, 2]).as_deref(), Some("Today: right leg 2 spots"));
    assert_eq!(plan_words([2, 3]).as_deref(), Some("Today: left leg 2 spots, right leg 3"));
    assert_eq!(de.leg.plan_summary([1, 4]).as_deref(), Some("Heute: 1 Stelle links, 4 rechts"));
}
