//! Phrases with placeholders, and phrases that depend on a number.
//!
//! A placeholder is a name in braces: "Spot {spot} of {total}". Which names a phrase must have is part of its type, so a
//! language file that misspells one is refused when it is read.

use std::marker::PhantomData;

use super::{
    formats::{self, Category},
    read::{Faults, Read, read_fields},
};

/// The names of a phrase's placeholders, in the order in which the code gives their values.
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
    OnDate("date");
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

/// A phrase with the placeholders `P`, of which `{count}` decides the grammatical form.
#[derive(Clone, Copy, Debug)]
pub struct Plural<P> {
    forms: Forms,
    placeholders: PhantomData<P>,
}

/// A phrase for each plural category that the language has.
#[derive(Clone, Copy, Debug, Default)]
struct Forms {
    /// In the order of [`Category`]; `None` where the language has no such category.
    by_category: [Option<&'static str>; Category::ALL.len()],
    other: &'static str,
}

/// The value of a placeholder.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A number, written as the person's region writes it.
    Number(u32),
    /// Words, or a date as the browser writes it.
    Words(&'a str),
}

impl<P: Placeholders> Template<P> {
    /// With one number.
    pub fn n(self, n: impl Into<Arg<'static>>) -> String {
        self.with(&[n.into()])
    }

    /// With one piece of text.
    pub fn words(self, words: &str) -> String {
        self.with(&[words.into()])
    }

    /// With a value for each of [`Placeholders::NAMES`], in that order.
    pub fn with(self, args: &[Arg<'_>]) -> String {
        fill(self.text, P::NAMES, args)
    }
}

impl<P: Placeholders> Plural<P> {
    /// The phrase for so many.
    pub fn of(self, n: impl Into<Arg<'static>>) -> String {
        self.with(&[n.into()])
    }

    /// With a value for each of [`Placeholders::NAMES`], in that order.
    pub fn with(self, args: &[Arg<'_>]) -> String {
        fill(self.forms.phrase(P::NAMES, args), P::NAMES, args)
    }
}

impl Forms {
    fn phrase(&self, names: &[&str], args: &[Arg<'_>]) -> &'static str {
        let count = names.iter().zip(args).find_map(|(name, arg)| match arg {
            Arg::Number(n) if *name == COUNT => Some(*n),
            Arg::Number(_) | Arg::Words(_) => None,
        });
        let category = count.map_or(Category::Other, |n| formats::current().plural(n));
        self.by_category[category as usize].unwrap_or(self.other)
    }
}

/// The placeholder that decides the form of a [`Plural`].
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
    /// Nothing here is counted in billions.
    fn from(n: usize) -> Self {
        Arg::Number(u32::try_from(n).unwrap_or(u32::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Arg::Words(words)
    }
}

/// Replaces each `{name}` by its value. Braces around anything else stay as they are.
fn fill(phrase: &str, names: &[&str], args: &[Arg<'_>]) -> String {
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
            Some((_, Arg::Words(words))) if formats.is_rtl() => {
                out.extend([FIRST_STRONG_ISOLATE, words, POP_DIRECTIONAL_ISOLATE]);
            }
            Some((_, Arg::Words(words))) => out.push_str(words),
            None => {}
        }
    }
    out
}

/// Keeps the direction of a value from changing the order of what stands around it (Unicode Standard Annex 9).
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";

/// Ends it.
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// The same words for a voice, without the marks for text direction.
pub fn spoken(words: &str) -> String {
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

/// Whether a phrase has no other placeholders than these, and, where `all` is asked for, every one of them.
fn check(phrase: &str, names: &[&str], all: bool, faults: &mut Faults) {
    let has = |wanted: &str| {
        pieces(phrase).any(|piece| matches!(piece, Piece::Placeholder(name) if name == wanted))
    };
    let unknown = pieces(phrase).find_map(|piece| match piece {
        Piece::Placeholder(name) if !names.contains(&name) => Some(name),
        Piece::Placeholder(_) | Piece::Text(_) => None,
    });
    let missing = names.iter().find(|name| all && !has(name)).copied();
    if let Some(name) = unknown.or(missing) {
        faults.add(&["an unknown or missing placeholder ", name, ": ", phrase]);
    }
}

impl<P> Default for Template<P> {
    fn default() -> Self {
        Self { text: "", placeholders: PhantomData }
    }
}

impl<P: Placeholders> Read for Template<P> {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        read_template(&mut self.text, P::NAMES, json, faults);
    }
}

/// Apart, because it is the same for all placeholders.
fn read_template(text: &mut &'static str, names: &[&str], json: &'static str, faults: &mut Faults) {
    text.read(json, faults);
    check(text, names, true, faults);
}

impl<P> Default for Plural<P> {
    fn default() -> Self {
        Self { forms: Forms::default(), placeholders: PhantomData }
    }
}

impl<P: Placeholders> Read for Plural<P> {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        self.forms.read(json, P::NAMES, faults);
    }
}

impl Forms {
    /// A phrase, where the number changes nothing, or a phrase for each plural category.
    fn read(&mut self, json: &'static str, names: &[&str], faults: &mut Faults) {
        if json.starts_with('"') {
            self.other.read(json, faults);
        } else {
            read_fields(json, &[Category::Other.name()], faults, &mut |name, json, faults| {
                let mut phrase = "";
                phrase.read(json, faults);
                match Category::named(name) {
                    Some(Category::Other) => self.other = phrase,
                    Some(category) => self.by_category[category as usize] = Some(phrase),
                    None => faults.add(&["no plural category: ", name]),
                }
            });
        }
        // "yesterday" and "one spot" say the number in words.
        let forms = self.by_category.into_iter().flatten().chain([self.other]);
        forms.for_each(|form| check(form, names, false, faults));
    }
}

/// A text inside markup that is made as text, such as a chart: it may hold what markup is made of.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
