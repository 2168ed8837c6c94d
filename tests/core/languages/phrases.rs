//! Tests of phrases: placeholders, plural forms, text direction, and invalid language files.

use std::{collections::BTreeSet, rc::Rc};

use eased::{
    domain::{
        language::{LANGUAGES, Language},
        plan::PlanReason,
    },
    i18n::{
        self, Text,
        formats::{self, DateStyle, Formats, PlainFormats, PluralCategory, Unit},
        phrase::{
            Count, Plural, SpotAndPlace, SpotOfTotal, Template, TimesOfCount, escape_markup, without_isolates,
        },
        reader::read_from_json,
    },
};
use icu_plurals::PluralRules;
use proptest::prelude::*;

use super::{category, rules};

/// Formats with the plural rules and the text direction of a language.
struct CldrFormats(PluralRules, bool);

impl Formats for CldrFormats {
    fn plural(&self, n: u32) -> PluralCategory {
        category(self.0.category_for(n))
    }

    fn number(&self, n: u32) -> String {
        PlainFormats.number(n)
    }

    fn two_digits(&self, n: u32) -> String {
        PlainFormats.two_digits(n)
    }

    fn tenths(&self, n: u32) -> String {
        PlainFormats.tenths(n)
    }

    fn percent(&self, n: u32) -> String {
        PlainFormats.percent(n)
    }

    fn unit(&self, n: u32, unit: Unit) -> String {
        PlainFormats.unit(n, unit)
    }

    fn units(&self, parts: &[String]) -> String {
        PlainFormats.units(parts)
    }

    fn list(&self, parts: &[String]) -> String {
        PlainFormats.list(parts)
    }

    fn date(&self, style: DateStyle, local_ms: i64) -> String {
        PlainFormats.date(style, local_ms)
    }

    fn separator(&self) -> &'static str {
        PlainFormats.separator()
    }

    fn is_rtl(&self) -> bool {
        self.1
    }
}

fn use_language(tag: &str) -> &'static Text {
    let is_rtl = Language::find(tag).expect("a language").is_rtl;
    formats::set(Rc::new(CldrFormats(rules(tag), is_rtl)));
    i18n::by_tag(tag)
}

#[test]
fn polish_and_arabic_plural_forms_are_correct() {
    let counted = |tag: &str, numbers: &[u32]| -> Vec<String> {
        let sessions = use_language(tag).history.session_count;
        numbers.iter().map(|n| without_isolates(&sessions.for_count(*n))).collect()
    };
    assert_eq!(
        counted("pl", &[1, 2, 5, 12, 22, 25]),
        ["1 sesja", "2 sesje", "5 sesji", "12 sesji", "22 sesje", "25 sesji"]
    );
    let arabic = counted("ar", &[0, 1, 2, 3, 11, 100]);
    assert_eq!(arabic.iter().collect::<BTreeSet<_>>().len(), 6, "{arabic:?}");
}

/// Half a minute and one minute have their own phrases; the sentence after the time is the same.
#[test]
fn a_chime_at_any_other_time_says_its_seconds_and_what_to_do_in_all_languages() {
    for language in LANGUAGES {
        let announcements = &use_language(language.tag).session.announcements;
        let what_to_do = |words: &str| words.split_once(". ").map(|(_, rest)| rest.to_owned());
        for seconds in [20, 32, 40, 45, 75] {
            let words = announcements.chime(seconds);
            let numbers: String = words.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(numbers, seconds.to_string(), "{}: {words}", language.tag);
            assert_eq!(what_to_do(&words), what_to_do(announcements.chime_minute), "{}", language.tag);
        }
        assert_eq!(announcements.chime(30), announcements.chime_half_minute);
        assert_eq!(announcements.chime(60), announcements.chime_minute);
    }
    assert_eq!(
        [32, 45].map(|n| use_language("pl").session.announcements.chime(n)),
        ["Minęły 32 sekundy. Zostań na punkcie.", "Minęło 45 sekund. Zostań na punkcie."]
    );
}

#[test]
fn text_inserted_into_a_right_to_left_phrase_is_isolated() {
    let words = use_language("ar").session.announcements.mark_added.with_values(&[3_u8.into(), "abc".into()]);
    assert!(words.contains("\u{2068}abc\u{2069}") && words.contains('3'), "{words}");
    assert!(!without_isolates(&words).contains(['\u{2068}', '\u{2069}']));
    let words = use_language("en").session.announcements.mark_added.with_values(&[3_u8.into(), "abc".into()]);
    assert_eq!(words, "Spot 3 added: abc.");
}

#[test]
fn placeholders_are_replaced_in_any_order() {
    formats::set(Rc::new(PlainFormats));
    let phrase = |json: &'static str| read_from_json::<Template<SpotOfTotal>>(json);
    let filled = |json| phrase(json).expect("a phrase").with_values(&[2_u8.into(), "a".into()]);
    assert_eq!(filled(r#""{total} of {spot}{spot}""#), "a of 22");
    // Placeholders in inserted text are not replaced.
    let swap = phrase(r#""{spot} {total}""#).expect("a phrase").with_values(&["{total}".into(), "b".into()]);
    assert_eq!(swap, "{total} b");
    assert!(phrase(r#""{spot}""#).is_err(), "a missing placeholder");
    assert!(phrase(r#""{spot} {total} {extra}""#).is_err(), "an unknown placeholder");
}

#[test]
fn the_count_selects_the_plural_form() {
    formats::set(Rc::new(PlainFormats));
    let spots: Plural<Count> =
        read_from_json::<Plural<Count>>(r#"{"one":"a spot","other":"{count} spots"}"#).expect("a phrase");
    assert_eq!([0_u32, 1, 2].map(|n| spots.for_count(n)), ["0 spots", "a spot", "2 spots"]);
    let same: Plural<Count> = read_from_json::<Plural<Count>>(r#""{count} of them""#).expect("a phrase");
    assert_eq!([1_u32, 2].map(|n| same.for_count(n)), ["1 of them", "2 of them"]);
    let held: Plural<TimesOfCount> = read_from_json::<Plural<TimesOfCount>>(
        r#"{"one":"in the last one","other":"in {times} of {count}"}"#,
    )
    .expect("a phrase");
    assert_eq!(held.with_values(&[1_u8.into(), 1_u8.into()]), "in the last one");
    assert_eq!(held.with_values(&[1_u8.into(), 3_u8.into()]), "in 1 of 3");
    assert!(read_from_json::<Plural<Count>>(r#"{"one":"a"}"#).is_err(), "no form `other`");
    assert!(read_from_json::<Plural<Count>>(r#"{"other":"a","lots":"b"}"#).is_err(), "an unknown category");
}

/// An empty response, an error page of the host, or the file of another build.
#[test]
fn an_invalid_language_file_is_rejected() {
    for text in ["", "<!doctype html>\n<title>Not found</title>\n", "{}", r#"{"tag":"de"}"#] {
        assert!(Text::from_json(text).is_err(), "{text:?}");
    }
    let mut file = i18n::read_file("pl").expect("reads");
    file["shell"].as_object_mut().expect("phrases").remove("start");
    file["settings"]["not_reviewed"].as_object_mut().expect("phrases").remove("link");
    let errors = Text::from_json(serde_json::Value::Object(file).to_string().leak()).map(|text| text.tag);
    let expected = ["settings: not_reviewed: link is missing", "shell: start is missing"];
    assert_eq!(errors.map_err(|errors| errors.0), Err(expected.map(str::to_owned).to_vec()));
}

proptest! {
    #[test]
    fn a_truncated_language_file_is_rejected(share in 0.0..1.0_f64) {
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
        if let Ok(phrase) = read_from_json::<Template<SpotAndPlace>>(json) {
            phrase.with_values(&[1_u8.into(), "ü".into()]);
        }
        if let Ok(phrase) = read_from_json::<Plural<Count>>(json) {
            phrase.for_count(1_u8);
        }
    }
}

#[test]
fn markup_characters_are_escaped() {
    assert_eq!(escape_markup("<b title=\"1\">1 & 2</b>"), "&lt;b title=&quot;1&quot;&gt;1 &amp; 2&lt;/b&gt;");
}

#[test]
fn plan_reasons_for_a_single_session_do_not_repeat_the_number() {
    for text in i18n::all() {
        let why = &text.history.trends.plan;
        for words in [why.why(PlanReason::Held(1, 1)), why.why(PlanReason::NotEased(1, 1))] {
            let ones = words.chars().filter(|c| c.is_numeric()).count();
            assert!(ones <= 1, "{}: {words}", text.tag);
        }
    }
}
