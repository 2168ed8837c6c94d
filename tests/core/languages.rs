//! Languages as data: gaps, numbers, and the files that the app fetches.

use eased::i18n::{
    DE, EN, LANGUAGES, NAMES, Text,
    group::Phrases as _,
    placeholders::{Count, Fill},
};
use proptest::prelude::*;

fn phrases(text: &Text) -> Vec<&'static str> {
    let mut phrases = Vec::new();
    let mut text = *text;
    text.each(&mut |phrase| phrases.push(*phrase));
    phrases
}

/// The gaps of a phrase, each once.
fn gaps(phrase: &str) -> Vec<&str> {
    let mut gaps: Vec<&str> = phrase.split('{').skip(1).filter_map(|p| Some(p.split_once('}')?.0)).collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

#[test]
fn phrases_are_counted_before_they_are_visited() {
    for text in LANGUAGES {
        assert_eq!(phrases(text).len(), Text::COUNT);
    }
}

#[test]
fn every_language_is_known_by_name() {
    assert_eq!(LANGUAGES.map(|text| text.tag), NAMES.map(|name| name.tag));
    assert_eq!(LANGUAGES[0], &EN);
}

#[test]
fn a_phrase_is_one_line_that_says_something() {
    for text in LANGUAGES {
        for phrase in phrases(text) {
            assert!(!phrase.trim().is_empty() && !phrase.contains(['\n', '\r']), "{} {phrase:?}", text.tag);
            let (open, close) = (phrase.matches('{').count(), phrase.matches('}').count());
            assert_eq!([open, close], [phrase.matches("{0}").count() + phrase.matches("{1}").count(); 2]);
        }
    }
}

#[test]
fn every_language_fills_the_same_gaps() {
    let first = phrases(LANGUAGES[0]);
    for text in LANGUAGES {
        for (one, other) in first.iter().zip(phrases(text)) {
            assert_eq!(gaps(one), gaps(other), "{}: {one:?} and {other:?}", text.tag);
            // One and more than one, in every language alike.
            assert_eq!(one.matches('|').count(), other.matches('|').count(), "{}: {other:?}", text.tag);
        }
    }
}

#[test]
fn gaps_are_filled_in_any_order() {
    assert_eq!(Fill("{1} of {0}{0}").with(&[2_u8.into(), "a".into()]), "a of 22");
    assert_eq!(Fill("{0}").n(7_usize), "7");
    // A gap in what fills a gap is none.
    assert_eq!(Fill("{0} {1}").with(&["{1}".into(), "b".into()]), "{1} b");
    assert_eq!(Fill("{2} {x} {").n(1_u8), "{2} {x} {");
    let spots = Count("1 spot|{0} spots");
    assert_eq!([0_u32, 1, 2].map(|n| spots.of(n)), ["0 spots", "1 spot", "2 spots"]);
}

#[test]
fn a_file_gives_back_its_language() {
    for text in LANGUAGES {
        let read = Text::from_pack(&text.pack()).expect("reads");
        // The sources of its claims, too.
        assert_eq!(format!("{read:?}"), format!("{text:?}"));
    }
}

#[test]
fn a_file_of_another_build_is_refused() {
    let pack = DE.pack();
    let (first, rest) = pack.split_once('\n').expect("lines");
    let refused = |pack: &str| assert!(Text::from_pack(pack).is_none(), "{:?}", pack.lines().next());
    refused(&pack.replace("eased-words 1", "eased-words 2"));
    refused(&pack.replace("eased-words 1 de", "eased-words 1 xx"));
    let count: usize = first.rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a number");
    assert_eq!(count, phrases(&DE).len());
    refused(&pack.replacen(&count.to_string(), &(count + 1).to_string(), 1));
    refused(&format!("{pack}one more\n"));
    refused(&format!("{first}\n{}", rest.split_once('\n').expect("lines").1));
    refused("<!doctype html>\n<title>Not found</title>\n");
    refused("");
}

proptest! {
    #[test]
    fn a_file_that_is_cut_off_is_refused(share in 0.0..1.0_f64) {
        let pack = DE.pack();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share")]
        let mut at = (pack.len() as f64 * share) as usize;
        while !pack.is_char_boundary(at) {
            at -= 1;
        }
        prop_assert!(Text::from_pack(&pack[..at]).is_none());
    }

    #[test]
    fn no_file_and_no_phrase_panics(text in "(eased-words 1 de [0-9]{1,3}\n)?.{0,40}\n?", phrase in "[{}0-3|ä]{0,12}") {
        Text::from_pack(&text);
        let phrase: &'static str = phrase.leak();
        Fill(phrase).with(&["ü".into(), 3_u8.into()]);
        Count(phrase).of(1_u8);
    }
}
