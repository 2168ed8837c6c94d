//! Tests of the language files and of the phrases made from them.

mod files;
mod phrases;

use eased::i18n::formats::PluralCategory;
use icu_plurals::PluralRules;

/// The plural rules of a language from Unicode CLDR, which browsers use too.
fn rules(tag: &str) -> PluralRules {
    let locale: icu_locale_core::Locale = tag.parse().expect("a BCP 47 tag");
    PluralRules::try_new_cardinal(locale.into()).expect("rules for every language of CLDR")
}

const fn category(category: icu_plurals::PluralCategory) -> PluralCategory {
    match category {
        icu_plurals::PluralCategory::Zero => PluralCategory::Zero,
        icu_plurals::PluralCategory::One => PluralCategory::One,
        icu_plurals::PluralCategory::Two => PluralCategory::Two,
        icu_plurals::PluralCategory::Few => PluralCategory::Few,
        icu_plurals::PluralCategory::Many => PluralCategory::Many,
        icu_plurals::PluralCategory::Other => PluralCategory::Other,
    }
}
