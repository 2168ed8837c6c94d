//! The words for a place: even fifths of the thigh, and a measure that a hand can follow.

use eased::{
    domain::leg::Position,
    i18n::{self, Text},
};

#[test]
fn fifths_are_even_and_go_down() {
    let fifths: Vec<usize> = (0..=100).map(|percent| Position::clamped(percent).fifth()).collect();
    assert!(fifths.is_sorted());
    for fifth in 0..5 {
        // The last one has the end as well.
        let size = fifths.iter().filter(|at| **at == fifth).count();
        assert_eq!(size, if fifth == 4 { 21 } else { 20 }, "fifth {fifth}");
    }
}

fn place(text: &Text, percent: u8) -> String {
    text.place(percent, None)
}

#[test]
fn a_place_is_words_and_a_hand_measure() {
    let [en, de] = ["en", "de"].map(i18n::of);
    assert_eq!(place(en, 0), "top of the thigh, just below the hip bone");
    assert_eq!(place(en, 30), "upper thigh, about a hand down");
    assert_eq!(place(en, 90), "bottom of the thigh, about three hands down");
    assert_eq!(place(de, 50), "Mitte des Ober\u{ad}schenkels, etwa zwei Handbreit tiefer");
    assert_eq!(en.place(50, Some(16)), "middle of the thigh, 16\u{a0}cm down");
}

#[test]
fn no_place_that_a_person_reads_or_hears_is_a_percentage() {
    for text in i18n::all() {
        for percent in 0..=100 {
            for words in [place(text, percent), text.place(percent, Some(20))] {
                assert!(!words.contains('%'), "{words}");
            }
        }
    }
}

#[test]
fn the_plan_is_told_for_the_legs_that_it_has() {
    let [en, de] = ["en", "de"].map(i18n::of);
    let told = |spots| en.leg.plan_words(spots);
    assert_eq!(told([0, 0]), None);
    assert_eq!(told([1, 0]).as_deref(), Some("Today: left leg 1 spot"));
    assert_eq!(told([0, 2]).as_deref(), Some("Today: right leg 2 spots"));
    assert_eq!(told([2, 3]).as_deref(), Some("Today: left leg 2 spots, right leg 3"));
    assert_eq!(de.leg.plan_words([1, 4]).as_deref(), Some("Heute: 1 Stelle links, 4 rechts"));
}
