//! Phrases that are filled in: placeholders, numbers, direction, and files that are none.

use std::{collections::BTreeSet, rc::Rc};

use eased::{
    domain::{language::Language, plan::Why},
    i18n::{
        self, Text,
        formats::{self, Category, DateStyle, Formats, Plain, Unit},
        phrase::{Count, Plural, SpotAndPlace, SpotOfTotal, Template, TimesOfCount, escaped, spoken},
        read::read_whole,
    },
};
use icu_plurals::PluralRules;
use proptest::prelude::*;

use super::{category, rules};

/// The numbers of a language by CLDR, as the browser's `Intl` has them.
struct Cldr(PluralRules, bool);

impl Formats for Cldr {
    fn plural(&self, n: u32) -> Category {
        category(self.0.category_for(n))
    }

    fn number(&self, n: u32) -> String {
        Plain.number(n)
    }

    fn two_digits(&self, n: u32) -> String {
        Plain.two_digits(n)
    }

    fn tenths(&self, n: u32) -> String {
        Plain.tenths(n)
    }

    fn percent(&self, n: u32) -> String {
        Plain.percent(n)
    }

    fn unit(&self, n: u32, unit: Unit) -> String {
        Plain.unit(n, unit)
    }

    fn units(&self, parts: &[String]) -> String {
        Plain.units(parts)
    }

    fn list(&self, parts: &[String]) -> String {
        Plain.list(parts)
    }

    fn date(&self, style: DateStyle, local_ms: i64) -> String {
        Plain.date(style, local_ms)
    }

    fn separator(&self) -> &'static str {
        Plain.separator()
    }

    fn is_rtl(&self) -> bool {
        self.1
    }
}

fn speak(tag: &str) -> &'static Text {
    let is_rtl = Language::of(tag).expect("a language").is_rtl;
    formats::set(Rc::new(Cldr(rules(tag), is_rtl)));
    i18n::of(tag)
}

#[test]
fn polish_and_arabic_count_in_their_own_forms() {
    let counted = |tag: &str, numbers: &[u32]| -> Vec<String> {
        let sessions = speak(tag).history.sessions;
        numbers.iter().map(|n| spoken(&sessions.of(*n))).collect()
    };
    assert_eq!(
        counted("pl", &[1, 2, 5, 12, 22, 25]),
        ["1 sesja", "2 sesje", "5 sesji", "12 sesji", "22 sesje", "25 sesji"]
    );
    let arabic = counted("ar", &[0, 1, 2, 3, 11, 100]);
    assert_eq!(arabic.iter().collect::<BTreeSet<_>>().len(), 6, "{arabic:?}");
}

#[test]
fn what_is_inserted_into_a_right_to_left_language_is_isolated() {
    let words = speak("ar").session.announcements.mark_added.with(&[3_u8.into(), "abc".into()]);
    assert!(words.contains("\u{2068}abc\u{2069}") && words.contains('3'), "{words}");
    assert!(!spoken(&words).contains(['\u{2068}', '\u{2069}']));
    let words = speak("en").session.announcements.mark_added.with(&[3_u8.into(), "abc".into()]);
    assert_eq!(words, "Spot 3 added: abc.");
}

#[test]
fn placeholders_are_filled_in_any_order() {
    formats::set(Rc::new(Plain));
    let phrase = |json: &'static str| read_whole::<Template<SpotOfTotal>>(json);
    let filled = |json| phrase(json).expect("a phrase").with(&[2_u8.into(), "a".into()]);
    assert_eq!(filled(r#""{total} of {spot}{spot}""#), "a of 22");
    // A placeholder in what fills a placeholder is none.
    let swap = phrase(r#""{spot} {total}""#).expect("a phrase").with(&["{total}".into(), "b".into()]);
    assert_eq!(swap, "{total} b");
    assert!(phrase(r#""{spot}""#).is_err(), "one is missing");
    assert!(phrase(r#""{spot} {total} {extra}""#).is_err(), "one is unknown");
}

#[test]
fn a_number_chooses_the_form() {
    formats::set(Rc::new(Plain));
    let spots: Plural<Count> =
        read_whole::<Plural<Count>>(r#"{"one":"a spot","other":"{count} spots"}"#).expect("a phrase");
    assert_eq!([0_u32, 1, 2].map(|n| spots.of(n)), ["0 spots", "a spot", "2 spots"]);
    let same: Plural<Count> = read_whole::<Plural<Count>>(r#""{count} of them""#).expect("a phrase");
    assert_eq!([1_u32, 2].map(|n| same.of(n)), ["1 of them", "2 of them"]);
    let held: Plural<TimesOfCount> =
        read_whole::<Plural<TimesOfCount>>(r#"{"one":"in the last one","other":"in {times} of {count}"}"#)
            .expect("a phrase");
    assert_eq!(held.with(&[1_u8.into(), 1_u8.into()]), "in the last one");
    assert_eq!(held.with(&[1_u8.into(), 3_u8.into()]), "in 1 of 3");
    assert!(read_whole::<Plural<Count>>(r#"{"one":"a"}"#).is_err(), "without other");
    assert!(read_whole::<Plural<Count>>(r#"{"other":"a","lots":"b"}"#).is_err(), "no such category");
}

/// A fetch that was cut off, a host's own page, the file of another build.
#[test]
fn a_file_that_is_none_is_refused() {
    for text in ["", "<!doctype html>\n<title>Not found</title>\n", "{}", r#"{"tag":"de"}"#] {
        assert!(Text::from_json(text).is_err(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_file_that_is_cut_off_is_refused(share in 0.0..1.0_f64) {
        let json = i18n::shipped("de").expect("reads");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share")]
        let mut at = (json.len() as f64 * share) as usize;
        while !json.is_char_boundary(at) {
            at -= 1;
        }
        prop_assert!(Text::from_json(json[..at].to_owned().leak()).is_err());
    }

    #[test]
    fn no_phrase_panics(phrase in "[{}a-z|ä]{0,12}") {
        let json = serde_json::to_string(&phrase).expect("a string").leak();
        if let Ok(phrase) = read_whole::<Template<SpotAndPlace>>(json) {
            phrase.with(&[1_u8.into(), "ü".into()]);
        }
        if let Ok(phrase) = read_whole::<Plural<Count>>(json) {
            phrase.of(1_u8);
        }
    }
}

#[test]
fn what_goes_into_markup_stays_text() {
    assert_eq!(escaped("<b title=\"1\">1 & 2</b>"), "&lt;b title=&quot;1&quot;&gt;1 &amp; 2&lt;/b&gt;");
}

#[test]
fn one_of_the_last_one_is_said_as_one_would_say_it() {
    for text in i18n::all() {
        let why = &text.history.weeks.plan;
        for words in [why.why(Why::Held(1, 1)), why.why(Why::NotEased(1, 1))] {
            let ones = words.chars().filter(|c| c.is_numeric()).count();
            assert!(ones <= 1, "{}: {words}", text.tag);
        }
    }
}
