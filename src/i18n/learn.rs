//! How to roll, and what is known about it: each sentence about health can be followed to its source.

use super::{
    claim::{Claim, Source},
    phrase::{Count, Plural},
    read::{Faults, Read, phrases},
};

/// A sentence or two.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// How it is done.
    Say(&'static str),
    /// Something about health.
    Claim(Claim),
}

phrases! {
    /// A heading and the lines under it.
    #[derive(Clone, Debug, Default)]
    pub struct Part {
        /// The heading.
        pub title: &'static str,
        /// In reading order.
        pub lines: Vec<Line>,
    }

    /// What stands behind a claim.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Paper {
        /// The finding's id.
        pub source: Source,
        /// Authors and year, or the institution.
        pub who: &'static str,
        /// What was found there, in plain words.
        pub found: &'static str,
    }

    /// Phrases of the Learn screen.
    #[derive(Clone, Debug, Default)]
    pub struct LearnText {
        /// The page's heading.
        pub title: &'static str,
        /// What to expect of the page.
        pub lead: &'static str,
        /// Why people roll, and what may be expected of it.
        pub why: Part,
        /// How it is done.
        pub steps: Steps,
        /// Before or after a workout.
        pub workout: Part,
        /// When to stop and whom to see; the signs themselves are the safety page's.
        pub stop: Part,
        /// The disclosure that lists so many sources.
        pub sources: Plural<Count>,
        /// Said before the number that points to a source.
        pub source: &'static str,
        /// Every source that a claim on this page names.
        pub papers: Vec<Paper>,
    }

    /// How it is done, in this order.
    #[derive(Clone, Debug, Default)]
    pub struct Steps {
        /// The roller.
        pub place: Part,
        /// How to lie.
        pub position: Part,
        /// Down the thigh.
        pub roll: Part,
        /// Until it eases.
        pub hold: Part,
        /// Too much of it.
        pub pressure: Part,
        /// Where it ends.
        pub knee: Part,
        /// The same again.
        pub other_leg: Part,
    }
}

impl LearnText {
    /// The parts in reading order.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.why).chain(self.steps.all()).chain([&self.workout, &self.stop])
    }

    /// What stands behind a source; `None` for what the app says of itself.
    pub fn paper(&self, source: Source) -> Option<&Paper> {
        self.papers.iter().find(|p| p.source == source)
    }
}

impl Steps {
    /// In their order.
    pub const fn all(&self) -> [&Part; 7] {
        let Self { place, position, roll, hold, pressure, knee, other_leg } = self;
        [place, position, roll, hold, pressure, knee, other_leg]
    }
}

impl Part {
    /// The sources of the part's claims, each once, in reading order.
    pub fn sources(&self) -> Vec<Source> {
        let mut sources = Vec::new();
        for line in &self.lines {
            if let Line::Claim(claim) = line
                && claim.source != Source::AboutTheApp
                && !sources.contains(&claim.source)
            {
                sources.push(claim.source);
            }
        }
        sources
    }
}

impl Default for Line {
    fn default() -> Self {
        Self::Say("")
    }
}

impl Read for Line {
    /// A sentence, or a sentence with its source.
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        if json.starts_with('"') {
            let mut text = "";
            text.read(json, faults);
            *self = Self::Say(text);
        } else {
            let mut claim = Claim::default();
            claim.read(json, faults);
            *self = Self::Claim(claim);
        }
    }
}
