//! How to roll, and what is known about it: each sentence about health can be followed to its source.

use super::{
    claim::{Claim, Source},
    group::{Phrases, Visit, phrases},
    placeholders::Count,
};

/// A sentence or two.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// How it is done.
    Say(&'static str),
    /// Something about health.
    Claim(Claim),
}

/// A heading and so many lines under it.
#[derive(Clone, Copy, Debug)]
pub struct Part<const N: usize> {
    /// The heading.
    pub title: &'static str,
    /// In reading order.
    pub lines: [Line; N],
}

/// A [`Part`] of any length.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The heading.
    pub title: &'static str,
    /// In reading order.
    pub lines: &'a [Line],
}

/// What stands behind a claim.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// The finding's id.
    pub source: Source,
    /// Authors and year, or the institution.
    pub who: &'static str,
    /// What was found there, in plain words.
    pub found: &'static str,
}

phrases! {
    /// Phrases of the Learn screen.
    pub struct LearnText {
        /// The page's heading.
        pub title: &'static str,
        /// What to expect of the page.
        pub lead: &'static str,
        /// Why people roll, and what may be expected of it.
        pub why: Part<6>,
        /// How it is done.
        pub steps: Steps,
        /// Before or after a workout.
        pub workout: Part<2>,
        /// When to stop and whom to see; the signs themselves are the safety page's.
        pub stop: Part<4>,
        /// The disclosure that lists so many sources.
        pub sources: Count,
        /// Said before the number that points to a source.
        pub source: &'static str,
        /// Every source that a claim on this page names.
        pub papers: [Paper; 12],
    }

    /// How it is done, in this order.
    pub struct Steps {
        /// The roller.
        pub place: Part<1>,
        /// How to lie.
        pub position: Part<1>,
        /// Down the thigh.
        pub roll: Part<1>,
        /// Until it eases.
        pub hold: Part<4>,
        /// Too much of it.
        pub pressure: Part<2>,
        /// Where it ends.
        pub knee: Part<1>,
        /// The same again.
        pub other_leg: Part<2>,
    }
}

impl LearnText {
    /// The parts in reading order.
    pub fn parts(&self) -> impl Iterator<Item = Passage<'_>> {
        let [why, workout, stop] = [self.why.all(), self.workout.all(), self.stop.all()];
        std::iter::once(why).chain(self.steps.all()).chain([workout, stop])
    }

    /// What stands behind a source; `None` for what the app says of itself.
    pub fn paper(&self, source: Source) -> Option<&Paper> {
        self.papers.iter().find(|p| p.source == source)
    }
}

impl Steps {
    /// In their order.
    pub const fn all(&self) -> [Passage<'_>; 7] {
        let Self { place, position, roll, hold, pressure, knee, other_leg } = self;
        [place.all(), position.all(), roll.all(), hold.all(), pressure.all(), knee.all(), other_leg.all()]
    }
}

impl<const N: usize> Part<N> {
    /// All of it.
    pub const fn all(&self) -> Passage<'_> {
        Passage { title: self.title, lines: &self.lines }
    }
}

impl Passage<'_> {
    /// The sources of the part's claims, each once, in reading order.
    pub fn sources(&self) -> Vec<Source> {
        let mut sources = Vec::new();
        for line in self.lines {
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

impl<const N: usize> Phrases for Part<N> {
    const COUNT: usize = 1 + N * Line::COUNT;

    fn each(&mut self, visit: &mut Visit<'_>) {
        visit(&mut self.title);
        self.lines.each(visit);
    }
}

impl Phrases for Line {
    const COUNT: usize = 1;

    fn each(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::Say(text) => visit(text),
            Self::Claim(claim) => claim.each(visit),
        }
    }
}

impl Phrases for Paper {
    const COUNT: usize = 2;

    fn each(&mut self, visit: &mut Visit<'_>) {
        visit(&mut self.who);
        visit(&mut self.found);
    }
}
