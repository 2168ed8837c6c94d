//! Phrases with gaps: text with numbered places, data like any other phrase.

/// A phrase with gaps `{0}` and `{1}`, which each language puts where it needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill(pub &'static str);

/// A phrase for one and a phrase for any other number, with `|` between them. `{0}` is the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub &'static str);

/// What a gap is filled with.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A number.
    Number(u32),
    /// Words, or a date as the browser writes it.
    Words(&'a str),
}

impl Fill {
    /// Filled with one number.
    pub fn n(self, n: impl Into<Arg<'static>>) -> String {
        filled(self.0, &[n.into()])
    }

    /// Filled with one piece of text.
    pub fn words(self, words: &str) -> String {
        filled(self.0, &[words.into()])
    }

    /// Filled in the order of the gaps' numbers.
    pub fn with(self, args: &[Arg<'_>]) -> String {
        filled(self.0, args)
    }
}

impl Count {
    /// The phrase for so many.
    pub fn of(self, n: impl Into<Arg<'static>>) -> String {
        self.for_number(n.into())
    }

    fn for_number(self, n: Arg<'_>) -> String {
        let (one, more) = self.0.split_once('|').unwrap_or((self.0, self.0));
        filled(if matches!(n, Arg::Number(1)) { one } else { more }, &[n])
    }
}

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

/// What is no gap stays as it is: nothing here may panic on a strange pack.
fn filled(phrase: &str, args: &[Arg<'_>]) -> String {
    let mut out = String::with_capacity(phrase.len());
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = match gap(after, args) {
            Some((Arg::Number(n), behind)) => {
                out.push_str(&n.to_string());
                behind
            }
            Some((Arg::Words(words), behind)) => {
                out.push_str(words);
                behind
            }
            None => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

/// What fills the gap that begins here, and what stands behind it.
fn gap<'a, 'b>(after: &'a str, args: &[Arg<'b>]) -> Option<(Arg<'b>, &'a str)> {
    let number = after.bytes().next()?.wrapping_sub(b'0');
    Some((*args.get(usize::from(number))?, after.get(1..)?.strip_prefix('}')?))
}
