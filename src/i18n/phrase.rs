//! Phrases with placeholders, and phrases that depend on a number.
//!
//! A placeholder is a name in braces: "Spot {spot} of {total}". The type of a phrase says which placeholders it has, so
//! a misspelled name in a language file is an error when the file is read.

use std::marker::PhantomData;

use super::{
    formats::{self, PluralCategory},
    reader::{ReadErrors, ReadPhrases, read_fields},
};

/// The placeholders of a phrase, in the order in which the code passes their values.
pub trait Placeholders {
    /// The names, without braces.
    const NAMES: &'static [&'static str];
}

/// Declares sets of placeholders.
macro_rules! placeholders {
    ($($set:ident($($name:literal),+);)+) => {$(
        #[doc = concat!("Placeholders: ", $("`{", $name, "}` "),+)]
        #[derive(Clone, Copy, Debug)]
        pub enum $set {}

        impl Placeholders for $set {
            const NAMES: &'static [&'static str] = &[$($name),+];
        }
    )+};
}

placeholders! {
    Count("count");
    CountOfTotal("count", "total");
    CalendarDate("date");
    Distance("distance");
    Entry("entry");
    FirstAndLast("first", "last");
    FromTo("from", "to");
    Language("language");
    LeftAndCount("left", "count");
    LeftAndRight("left", "right");
    LegAndPlace("leg", "place");
    Month("month");
    Name("name");
    NameAndDate("name", "date");
    Number("number");
    Pain("pain");
    PainAndTime("pain", "time");
    Place("place");
    PlaceAndPercent("place", "percent");
    Rate("rate");
    Reasons("reasons");
    Sessions("sessions");
    Setting("setting");
    Share("share");
    Size("size");
    Spot("spot");
    SpotAndPlace("spot", "place");
    SpotOfTotal("spot", "total");
    Time("time");
    TimeAndMonth("time", "month");
    TimeAndPlace("time", "place");
    TimeAndThen("time", "then");
    TimesOfCount("times", "count");
    VersionAndBuild("version", "build");
    When("when");
    WhenAndSessions("when", "sessions");
}

/// A phrase with the placeholders `P`.
#[derive(Clone, Copy, Debug)]
pub struct Template<P> {
    text: &'static str,
    placeholders: PhantomData<P>,
}

/// A phrase with the placeholders `P` and one form per plural category. `{count}` selects the form.
#[derive(Clone, Copy, Debug)]
pub struct Plural<P> {
    forms: Forms,
    placeholders: PhantomData<P>,
}

/// The forms of a phrase, one for each plural category of the language.
#[derive(Clone, Copy, Debug, Default)]
struct Forms {
    /// In the order of [`PluralCategory`]; `None` if the language does not have the category.
    by_category: [Option<&'static str>; PluralCategory::ALL.len()],
    other: &'static str,
}

/// The value of a placeholder.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A number, formatted for the person's region.
    Number(u32),
    /// Text, or a formatted date.
    Text(&'a str),
}

impl<P: Placeholders> Template<P> {
    /// The phrase with a number as its only value.
    pub fn with_number(self, n: impl Into<Arg<'static>>) -> String {
        self.with_values(&[n.into()])
    }

    /// The phrase with a text as its only value.
    pub fn with_text(self, words: &str) -> String {
        self.with_values(&[words.into()])
    }

    /// The phrase with a value for each of [`Placeholders::NAMES`], in that order.
    pub fn with_values(self, args: &[Arg<'_>]) -> String {
        substitute(self.text, P::NAMES, args)
    }
}

impl<P: Placeholders> Plural<P> {
    /// The phrase with a count as its only value.
    pub fn for_count(self, n: impl Into<Arg<'static>>) -> String {
        self.with_values(&[n.into()])
    }

    /// The phrase with a value for each of [`Placeholders::NAMES`], in that order.
    pub fn with_values(self, args: &[Arg<'_>]) -> String {
        substitute(self.forms.phrase(P::NAMES, args), P::NAMES, args)
    }
}

impl Forms {
    fn phrase(&self, names: &[&str], args: &[Arg<'_>]) -> &'static str {
        let count = names.iter().zip(args).find_map(|(name, arg)| match arg {
            Arg::Number(n) if *name == COUNT => Some(*n),
            Arg::Number(_) | Arg::Text(_) => None,
        });
        let category = count.map_or(PluralCategory::Other, |n| formats::current().plural(n));
        self.by_category[category as usize].unwrap_or(self.other)
    }
}

/// The placeholder that selects the form of a [`Plural`].
const COUNT: &str = "count";

impl From<u8> for Arg<'_> {
    fn from(n: u8) -> Self {
        Arg::Number(n.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(n: u32) -> Self {
        Arg::Number(n)
    }
}

impl From<usize> for Arg<'_> {
    /// Saturates: no count in the app comes near the maximum.
    fn from(n: usize) -> Self {
        Arg::Number(u32::try_from(n).unwrap_or(u32::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Arg::Text(words)
    }
}

/// Replaces each `{name}` with its value.
fn substitute(phrase: &str, names: &[&str], args: &[Arg<'_>]) -> String {
    debug_assert_eq!(names.len(), args.len(), "{phrase}");
    let formats = formats::current();
    let mut out = String::with_capacity(phrase.len());
    for piece in pieces(phrase) {
        let arg = match piece {
            Piece::Text(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Placeholder(name) => names.iter().zip(args).find(|(known, _)| **known == name),
        };
        match arg {
            Some((_, Arg::Number(n))) => out.push_str(&formats.number(*n)),
            Some((_, Arg::Text(words))) if formats.is_rtl() => {
                out.extend([FIRST_STRONG_ISOLATE, words, POP_DIRECTIONAL_ISOLATE]);
            }
            Some((_, Arg::Text(words))) => out.push_str(words),
            None => {}
        }
    }
    out
}

/// Starts an isolate, so that inserted text does not reorder the text around it (Unicode Standard Annex 9).
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";

/// Ends an isolate.
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// The text without directional isolates, for speech synthesis.
pub fn without_isolates(words: &str) -> String {
    words.replace(FIRST_STRONG_ISOLATE, "").replace(POP_DIRECTIONAL_ISOLATE, "")
}

enum Piece<'a> {
    Text(&'a str),
    Placeholder(&'a str),
}

fn pieces(phrase: &str) -> impl Iterator<Item = Piece<'_>> {
    phrase
        .split_inclusive('}')
        .flat_map(|part| match part.strip_suffix('}').and_then(|part| part.rsplit_once('{')) {
            Some((text, name)) => [Some(Piece::Text(text)), Some(Piece::Placeholder(name))],
            None => [Some(Piece::Text(part)), None],
        })
        .flatten()
}

/// Adds an error if a phrase has an unknown placeholder or, with `needs_all`, lacks one of these.
fn check(phrase: &str, names: &[&str], needs_all: bool, errors: &mut ReadErrors) {
    let has_placeholder = |expected: &str| {
        pieces(phrase).any(|piece| matches!(piece, Piece::Placeholder(name) if name == expected))
    };
    let unknown = pieces(phrase).find_map(|piece| match piece {
        Piece::Placeholder(name) if !names.contains(&name) => Some(name),
        Piece::Placeholder(_) | Piece::Text(_) => None,
    });
    let missing = names.iter().find(|name| needs_all && !has_placeholder(name)).copied();
    if let Some(name) = unknown.or(missing) {
        errors.add(&["unknown or missing placeholder ", name, ": ", phrase]);
    }
}

impl<P> Default for Template<P> {
    fn default() -> Self {
        Self { text: "", placeholders: PhantomData }
    }
}

impl<P: Placeholders> ReadPhrases for Template<P> {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        read_template(&mut self.text, P::NAMES, json, errors);
    }
}

/// Not generic, so that it is compiled once for all placeholder types.
fn read_template(text: &mut &'static str, names: &[&str], json: &'static str, errors: &mut ReadErrors) {
    text.read(json, errors);
    check(text, names, true, errors);
}

impl<P> Default for Plural<P> {
    fn default() -> Self {
        Self { forms: Forms::default(), placeholders: PhantomData }
    }
}

impl<P: Placeholders> ReadPhrases for Plural<P> {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        self.forms.read(json, P::NAMES, errors);
    }
}

impl Forms {
    /// Reads a string, if all categories have the same form, or an object with one form for each category.
    fn read(&mut self, json: &'static str, names: &[&str], errors: &mut ReadErrors) {
        if json.starts_with('"') {
            self.other.read(json, errors);
        } else {
            read_fields(json, &[PluralCategory::Other.name()], errors, &mut |name, json, errors| {
                let mut phrase = "";
                phrase.read(json, errors);
                match PluralCategory::from_name(name) {
                    Some(PluralCategory::Other) => self.other = phrase,
                    Some(category) => self.by_category[category as usize] = Some(phrase),
                    None => errors.add(&["no plural category: ", name]),
                }
            });
        }
        // A form may leave the number out: "one spot".
        let forms = self.by_category.into_iter().flatten().chain([self.other]);
        forms.for_each(|form| check(form, names, false, errors));
    }
}

/// Escapes a text for use in generated markup, such as an SVG chart.
pub fn escape_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
