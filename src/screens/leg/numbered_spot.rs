//! What the controls of one row share: the spot with the number of its mark, and how far a range is filled.

use leptos::prelude::*;

use crate::{
    app::context::AppContext,
    domain::{
        draft::Draft,
        leg::Position,
        spot::{Placed, Spot},
    },
};

/// A spot and the number of its mark.
#[derive(Clone, Copy, PartialEq)]
pub struct NumberedSpot {
    /// From 1.
    pub number: usize,
    /// The spot.
    pub spot: Spot,
}

impl NumberedSpot {
    /// Number and spot of a mark. It wakes its followers only when those change, not when another mark does; a mark that
    /// is gone keeps its last values until its row is removed.
    pub fn follow(app: AppContext, id: u32) -> Memo<Self> {
        const GONE: NumberedSpot = NumberedSpot {
            number: 0,
            spot: Spot { position: Position::TOP, placed: Placed::List, track: None, pain: None },
        };
        Memo::new(move |last: Option<&Self>| {
            let found = app.draft.with(|draft| Self::find(draft, id));
            found.or(last.copied()).unwrap_or(GONE)
        })
    }

    fn find(draft: &Draft, id: u32) -> Option<Self> {
        let marks = draft.marks(draft.leg);
        let at = marks.iter().position(|mark| mark.id == id)?;
        Some(Self { number: at + 1, spot: marks[at].spot })
    }
}

/// How much of a range is filled.
pub fn share(percent: u8) -> String {
    format!("{percent}%")
}
