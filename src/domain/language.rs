//! The languages that the app can be shown in. Their phrases are files (`i18n`).

/// A language, known without its phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, as written in `<html lang>`; the name of its file.
    pub tag: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub is_rtl: bool,
}

/// Every language. The first one is the fallback.
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
    /// The language of this tag.
    pub fn of(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.tag == tag)
    }

    /// The language that suits a browser's tag best: the very one, else one of the same language in another region.
    pub fn for_wish(wish: &str) -> Option<&'static Self> {
        Self::of(wish).or_else(|| LANGUAGES.iter().find(|language| primary(language.tag) == primary(wish)))
    }
}

/// The language of a tag without its region and script, in small letters: "pt" of "pt-BR".
pub fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

const fn ltr(tag: &'static str, name: &'static str) -> Language {
    Language { tag, name, is_rtl: false }
}

const fn rtl(tag: &'static str, name: &'static str) -> Language {
    Language { tag, name, is_rtl: true }
}
