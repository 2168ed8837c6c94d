//! How to roll, and what is known about it: each sentence about health can be followed to its source.

use super::claim::{Claim, Source};

/// A sentence or two.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// How it is done.
    Say(&'static str),
    /// Something about health.
    Claim(Claim),
}

/// A heading and what is said under it.
#[derive(Debug)]
pub struct Part {
    /// The heading.
    pub title: &'static str,
    /// In reading order.
    pub lines: &'static [Line],
}

/// What stands behind a claim.
#[derive(Debug)]
pub struct Paper {
    /// The finding's id.
    pub source: Source,
    /// Authors and year, or the institution.
    pub who: &'static str,
    /// What was found there, in plain words.
    pub found: &'static str,
}

/// Phrases of the Learn screen.
#[derive(Debug)]
pub struct LearnText {
    /// The page's heading.
    pub title: &'static str,
    /// What to expect of the page.
    pub lead: &'static str,
    /// Why people roll, and what may be expected of it.
    pub why: Part,
    /// Roller, position, roll, hold, too much, knee, other leg.
    pub steps: [Part; 7],
    /// Before or after a workout.
    pub workout: Part,
    /// When to stop and whom to see; the signs themselves are the red card's.
    pub stop: Part,
    /// The disclosure that lists so many sources.
    pub sources: fn(usize) -> &'static str,
    /// Said before the number that points to a source.
    pub source: &'static str,
    /// Every source that a claim on this page names.
    pub papers: [Paper; 12],
}

impl LearnText {
    /// The parts in reading order.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.why).chain(&self.steps).chain([&self.workout, &self.stop])
    }

    /// What stands behind a source; `None` for what the app says of itself.
    pub fn paper(&self, source: Source) -> Option<&Paper> {
        self.papers.iter().find(|p| p.source == source)
    }
}

impl Part {
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
