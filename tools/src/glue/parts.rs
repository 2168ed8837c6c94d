//! The glue as the statements it is made of, and the words in them.

use std::collections::BTreeSet;

/// A declaration or a statement that stands by itself.
pub(super) struct Part<'a> {
    /// What it declares, or its first line.
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

impl Part<'_> {
    pub(super) fn is_declaration(&self) -> bool {
        !self.text.starts_with(self.name)
    }

    /// A function that only passes on to an export, or a name with its vendor's twin: every browser that can
    /// run the program knows the plain one.
    pub(super) fn stands_for(&self) -> Option<String> {
        let lines: Vec<&str> = self.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let name = self.name;
        match lines[..] {
            [head, call, "}"] | [head, call, "return ret;", "}"] => {
                let parameters = head.strip_prefix("function ")?.strip_prefix(name)?.strip_suffix(" {")?;
                let call = call.strip_prefix("const ret = ").unwrap_or(call);
                (call == format!("wasm.{name}{parameters};")).then(|| format!("wasm.{name}"))
            }
            [line] => {
                let plain = name.strip_prefix('l')?;
                let vendor = format!("typeof webkit{plain} !== 'undefined' ? webkit{plain} : undefined");
                let whole =
                    format!("const {name} = (typeof {plain} !== 'undefined' ? {plain} : ({vendor}));");
                (line == whole).then(|| plain.to_owned())
            }
            _ => None,
        }
    }
}

/// The parts of a file in which only what begins a part begins a line.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let inside = line.starts_with([' ', '}', ')', '\n']);
        if !inside {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(at);
    let texts = starts.windows(2).map(|ends| &text[ends[0]..ends[1]]);
    texts.filter(|text| !text.starts_with("//")).map(|text| Part { name: name(text), text }).collect()
}

pub(super) fn name(part: &str) -> &str {
    let line = part.lines().next().unwrap_or_default();
    let declared =
        ["async function ", "function ", "const ", "let "].iter().find_map(|word| line.strip_prefix(word));
    declared.and_then(|rest| rest.split(|letter| !is_of_word(letter)).next()).unwrap_or(line)
}

/// The parts that the list or another needed part refers to, and those that are statements.
pub(super) fn needed<'a, 'b>(parts: &'b [Part<'a>], list: &str) -> Vec<&'b Part<'a>> {
    let mut all: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<&str> = vec![list];
    open.extend(parts.iter().filter(|part| !part.is_declaration()).map(|part| part.text));
    while let Some(text) = open.pop() {
        words(text, |word, _| {
            if all.insert(word.to_owned()) {
                open.extend(parts.iter().filter(|part| part.name == word).map(|part| part.text));
            }
            None
        });
    }
    parts.iter().filter(|part| !part.is_declaration() || all.contains(part.name)).collect()
}

/// The program's exports that are named, in the order of their first use.
pub(super) fn exports_used(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    words(text, |word, before| {
        if before.ends_with("wasm.") && !found.iter().any(|name| name == word) {
            found.push(word.to_owned());
        }
        None
    });
    found
}

pub(super) fn has_word(text: &str, wanted: &str) -> bool {
    let mut found = false;
    words(text, |word, _| {
        found |= word == wanted;
        None
    });
    found
}

/// The text with other words where `other` has one; it is told the word and what stands before it. Texts in
/// quotation marks are left alone.
pub(super) fn words(text: &str, mut other: impl FnMut(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if matches!(letter, '"' | '\'') {
            rest[1..].find(letter).map_or(rest.len(), |end| end + 2)
        } else if is_of_word(letter) {
            rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len())
        } else {
            letter.len_utf8()
        };
        let token = &rest[..length];
        let changed = is_of_word(letter).then(|| other(token, &text[..at])).flatten();
        out.push_str(changed.as_deref().unwrap_or(token));
        at += length;
    }
    out
}

pub(super) fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The shortest name at this place: the 26 letters from this one, then each with a number behind it.
pub(crate) fn letter(first: char, place: usize) -> String {
    let letter = (first..).nth(place % 26).unwrap_or(first);
    if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26) }
}
