//! The languages of the app. `i18n` has their phrases.

/// A language of the app, without its phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, as in `<html lang>`; also the name of its phrase file.
    pub tag: &'static str,
    /// The name of the language in that language.
    pub name: &'static str,
    /// Whether its script runs from right to left.
    pub is_rtl: bool,
}

/// All languages. The first one is the fallback.
pub static LANGUAGES: &[Language] = &[
    ltr("en", "English"),
    ltr("de", "Deutsch"),
    ltr("es", "Español"),
    ltr("fr", "Français"),
    ltr("it", "Italiano"),
    ltr("pt-BR", "Português (Brasil)"),
    ltr("pl", "Polski"),
    rtl("ar", "العربية"),
];

impl Language {
    /// The language with this tag.
    pub fn find(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.tag == tag)
    }

    /// The language that best matches a BCP 47 tag of the browser: the same tag, otherwise the first with the same
    /// primary subtag.
    pub fn best_match(browser_tag: &str) -> Option<&'static Self> {
        Self::find(browser_tag).or_else(|| {
            LANGUAGES.iter().find(|language| primary_subtag(language.tag) == primary_subtag(browser_tag))
        })
    }
}

/// The primary language subtag of a BCP 47 tag in lower case: "pt" for "pt-BR".
pub fn primary_subtag(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

const fn ltr(tag: &'static str, name: &'static str) -> Language {
    Language { tag, name, is_rtl: false }
}

const fn rtl(tag: &'static str, name: &'static str) -> Language {
    Language { tag, name, is_rtl: true }
}
