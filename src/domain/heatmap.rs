//! Where on a leg, and how long: held time by place, over weeks.

use std::ops::RangeInclusive;

use super::{
    history::History,
    leg::{Leg, Position},
    running::NEAR,
    spot::Placed,
    time::local_day,
};

/// Bands of the zone, from the hip to the knee, each so many points high.
pub const BAND_POINTS: usize = 5;
/// How many there are.
pub const BANDS: usize = 20;

/// How far back one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// 28 days.
    FourWeeks,
    /// 91 days.
    ThreeMonths,
    /// To the first session.
    Ever,
}

impl Since {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::FourWeeks, Self::ThreeMonths, Self::Ever];

    /// The days since 1970 that it covers, for one who looks on this day. What a clock that was ahead dated later is in
    /// the longest span only.
    pub const fn days(self, today: i64) -> RangeInclusive<i64> {
        match self {
            Self::FourWeeks => today - 28..=today,
            Self::ThreeMonths => today - 91..=today,
            Self::Ever => i64::MIN..=i64::MAX,
        }
    }
}

/// A leg's held time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// Milliseconds in each band.
    pub bands: [u32; BANDS],
    /// Holds that count.
    pub holds: u32,
}

/// Held time of a leg, both legs together in the order of [`Leg::BOTH`], in the sessions that began on these days by the
/// calendar of the place where they were recorded.
///
/// A hold is no point: people miss a place by 4 to 7, and a roller is as wide. So it counts for the places around
/// it, less and less up to 8 points away. What the pacer guessed takes no part.
pub fn heat(history: &History, days: &RangeInclusive<i64>) -> [Heat; 2] {
    let mut held = [[0_u64; 101]; 2];
    let mut heats = [Heat::default(); 2];
    for session in history.sessions() {
        if !days.contains(&local_day(session.start_unix_ms, session.utc_offset_min)) {
            continue;
        }
        for hold in session.holds.iter().filter(|hold| hold.placed != Placed::Paced) {
            if let Some(pass) = session.passes.get(usize::from(hold.pass)) {
                held[pass.leg.index()][usize::from(hold.position.percent())] += u64::from(hold.held_ms);
                heats[pass.leg.index()].holds += 1;
            }
        }
    }
    for leg in Leg::BOTH.map(Leg::index) {
        let mut bands = [0_u64; BANDS];
        for (at, ms) in held[leg].iter().enumerate().filter(|(_, ms)| **ms > 0) {
            let near = |place: &usize| weight(at, *place) > 0;
            let whole: u64 = (0..=100).filter(near).map(|place| weight(at, place)).sum();
            for place in (0..=100).filter(near) {
                bands[band(place)] += ms * weight(at, place) * 1_000 / whole;
            }
        }
        heats[leg].bands = bands.map(|ms| u32::try_from(ms.div_ceil(1_000)).unwrap_or(u32::MAX));
    }
    heats
}

/// The band of a place; the last place belongs to the last one.
const fn band(percent: usize) -> usize {
    let band = percent / BAND_POINTS;
    if band < BANDS { band } else { BANDS - 1 }
}

/// The middle of a band.
pub fn middle(band: usize) -> Position {
    Position::clamped(i32::try_from(band * BAND_POINTS + BAND_POINTS / 2).unwrap_or(100))
}

/// How much a hold counts for a place.
const fn weight(at: usize, place: usize) -> u64 {
    (NEAR as u64 + 1).saturating_sub(at.abs_diff(place) as u64)
}
