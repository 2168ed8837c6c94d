//! A language as a file of its phrases, one a line, which the app fetches only where it is wanted.

use super::{EN, NAMES, Text, group::Phrases as _, placeholders::Fill};

/// The first line: the form's version, the language's tag and the number of phrases.
const HEAD: Fill = Fill("eased-words 1 {0} {1}");

impl Text {
    /// The file of this language: the first line, and a line for each phrase.
    pub fn pack(&self) -> String {
        let mut pack = head(self.tag);
        let mut text = *self;
        text.each(&mut |phrase| {
            pack.push('\n');
            pack.push_str(phrase);
        });
        pack.push('\n');
        pack
    }

    /// The language of a file; `None` where it is cut off, is of another build or is something else.
    ///
    /// Its phrases are kept for as long as the app runs: each language is read once.
    pub fn from_pack(pack: &str) -> Option<Self> {
        let (first, phrases) = pack.strip_suffix('\n')?.split_once('\n')?;
        let mut text = EN;
        text.tag = NAMES.iter().find(|name| first == head(name.tag))?.tag;
        if phrases.split('\n').count() != Text::COUNT {
            return None;
        }
        let phrases: &'static str = Box::leak(phrases.into());
        let mut lines = phrases.split('\n');
        text.each(&mut |phrase| *phrase = lines.next().unwrap_or_default());
        Some(text)
    }
}

fn head(tag: &str) -> String {
    HEAD.with(&[tag.into(), Text::COUNT.into()])
}
