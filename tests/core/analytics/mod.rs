//! What the history teaches: trends that noise does not draw, the map, the plan, and when to see a clinician.

mod chance;
mod ease;
mod heat;
mod plan;
mod prompt;
mod trend;

use eased::domain::{
    hold::{Ending, Hold},
    session::Session,
};

use crate::{sample, tracks::session};

pub const DAY_MS: i64 = 86_400_000;

/// A hold of the right leg that took so many seconds and ended so.
fn held(percent: i32, seconds: u32, ending: Ending) -> Hold {
    Hold { held_ms: seconds * 1_000, ending, ..sample::hold(percent) }
}

/// A session of every fourth day with one hold at 40, as many as there are times.
fn every_fourth_day(times: &[(u32, Ending)]) -> Vec<Session> {
    let one =
        |(n, (seconds, ending)): (u8, &(u32, Ending))| session(n * 4, vec![held(40, *seconds, *ending)]);
    (0..).zip(times).map(one).collect()
}
