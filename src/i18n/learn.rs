//! Phrases of the Learn screen: how to roll, and health sentences with their sources.

use super::{
    health_sentence::{HealthSentence, Source},
    phrase::{Count, Plural},
    reader::{ReadErrors, ReadPhrases, phrases},
};

/// A paragraph of one or two sentences.
#[derive(Clone, Copy, Debug)]
pub enum LearnParagraph {
    /// Without a source.
    Plain(&'static str),
    /// A health sentence with its source.
    Health(HealthSentence),
}

phrases! {
    /// A heading with paragraphs.
    #[derive(Clone, Debug, Default)]
    pub struct LearnSection {
        /// The heading.
        pub title: &'static str,
        /// In reading order.
        pub lines: Vec<LearnParagraph>,
    }

    /// A source of health sentences.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Paper {
        /// The id of the source.
        pub source: Source,
        /// Authors and year, or the institution.
        pub authors: &'static str,
        /// What it found, in plain words.
        pub finding: &'static str,
    }

    /// Phrases of the Learn screen.
    #[derive(Clone, Debug, Default)]
    pub struct LearnText {
        /// The page's heading.
        pub title: &'static str,
        /// Introduction.
        pub intro: &'static str,
        /// Why people roll, and what to expect.
        pub why: LearnSection,
        /// How to roll, step by step.
        pub steps: Steps,
        /// Before or after a workout.
        pub workout: LearnSection,
        /// When to stop and see someone. The signs are phrases of the safety page.
        pub stop: LearnSection,
        /// Summary that opens the list of sources, with their number.
        pub sources: Plural<Count>,
        /// Spoken before the number of a source.
        pub source_label: &'static str,
        /// All sources that the health sentences on this screen name.
        pub papers: Vec<Paper>,
    }

    /// The steps, in order.
    #[derive(Clone, Debug, Default)]
    pub struct Steps {
        /// Place the roller.
        pub place_roller: LearnSection,
        /// Get into position.
        pub position: LearnSection,
        /// Roll slowly.
        pub roll: LearnSection,
        /// Hold until it eases.
        pub hold: LearnSection,
        /// Too much pressure.
        pub pressure: LearnSection,
        /// Stop above the knee.
        pub knee: LearnSection,
        /// The other leg.
        pub other_leg: LearnSection,
    }
}

impl LearnText {
    /// All sections.
    pub fn sections(&self) -> impl Iterator<Item = &LearnSection> {
        std::iter::once(&self.why).chain(self.steps.all()).chain([&self.workout, &self.stop])
    }

    /// The paper of a source; `None` for statements about the app itself.
    pub fn paper(&self, source: Source) -> Option<&Paper> {
        self.papers.iter().find(|p| p.source == source)
    }
}

impl Steps {
    /// All steps in order.
    pub const fn all(&self) -> [&LearnSection; 7] {
        let Self { place_roller, position, roll, hold, pressure, knee, other_leg } = self;
        [place_roller, position, roll, hold, pressure, knee, other_leg]
    }
}

impl LearnSection {
    /// The sources of the section, each once, in reading order.
    pub fn sources(&self) -> Vec<Source> {
        let mut sources = Vec::new();
        for paragraph in &self.lines {
            if let LearnParagraph::Health(sentence) = paragraph
                && sentence.source != Source::AboutTheApp
                && !sources.contains(&sentence.source)
            {
                sources.push(sentence.source);
            }
        }
        sources
    }
}

impl Default for LearnParagraph {
    fn default() -> Self {
        Self::Plain("")
    }
}

impl ReadPhrases for LearnParagraph {
    /// Reads a string, or an object with a source.
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        if json.starts_with('"') {
            let mut text = "";
            text.read(json, errors);
            *self = Self::Plain(text);
        } else {
            let mut sentence = HealthSentence::default();
            sentence.read(json, errors);
            *self = Self::Health(sentence);
        }
    }
}
