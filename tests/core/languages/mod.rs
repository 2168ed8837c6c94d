//! The language files, and the phrases that are made from them.

mod files;
mod phrases;

use eased::i18n::formats::Category;
use icu_plurals::{PluralCategory, PluralRules};

/// The plural rules of a language by Unicode CLDR, from which the browsers have them too.
fn rules(tag: &str) -> PluralRules {
    let locale: icu_locale_core::Locale = tag.parse().expect("a BCP 47 tag");
    PluralRules::try_new_cardinal(locale.into()).expect("rules for every language of CLDR")
}

const fn category(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}
