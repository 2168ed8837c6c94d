//! What is computed from the history: ease statistics, trends, heatmaps, the plan, and referrals to a clinician.

mod ease_statistics;
mod heatmap;
mod plan;
mod random;
mod referral;
mod trend;

use eased::domain::{
    hold::{Ending, Hold},
    session::Session,
};

use crate::{sample, track::session};

pub const DAY_MS: i64 = 86_400_000;

/// A hold of the right leg with this duration and ending.
fn held(percent: i32, seconds: u32, ending: Ending) -> Hold {
    Hold { held_ms: seconds * 1_000, ending, ..sample::hold(percent) }
}

/// For each time, a session with one hold at 40 %, four days after the session before.
fn every_fourth_day(times: &[(u32, Ending)]) -> Vec<Session> {
    let session_with =
        |(n, (seconds, ending)): (u8, &(u32, Ending))| session(n * 4, vec![held(40, *seconds, *ending)]);
    (0..).zip(times).map(session_with).collect()
}
