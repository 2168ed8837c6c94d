//! State shared by the controls of one row: the spot with the number of its mark, and the fill of its range
//! input.

use leptos::prelude::*;

use crate::{
    app::context::AppContext,
    domain::{
        draft::Draft,
        leg::Position,
        spot::{PositionSource, Spot},
    },
};

/// A spot and the number of its mark.
#[derive(Clone, Copy, PartialEq)]
pub struct NumberedSpot {
    /// The number of the mark, from 1.
    pub number: usize,
    /// The spot.
    pub spot: Spot,
}

impl NumberedSpot {
    /// The number and spot of a mark. The memo changes only if this mark changes. After the mark is removed it
    /// keeps its last value until the row is unmounted.
    pub fn memo(app: AppContext, id: u32) -> Memo<Self> {
        const GONE: NumberedSpot = NumberedSpot {
            number: 0,
            spot: Spot {
                position: Position::TOP,
                position_source: PositionSource::List,
                pinned_track: None,
                pain: None,
            },
        };
        Memo::new(move |last: Option<&Self>| {
            let found = app.draft.with(|draft| Self::find(draft, id));
            found.or(last.copied()).unwrap_or(GONE)
        })
    }

    fn find(draft: &Draft, id: u32) -> Option<Self> {
        let marks = draft.marks(draft.leg);
        let index = marks.iter().position(|mark| mark.id == id)?;
        Some(Self { number: index + 1, spot: marks[index].spot })
    }
}

/// The filled part of a range input, as a CSS percentage.
pub fn css_percent(percent: u8) -> String {
    format!("{percent}%")
}
