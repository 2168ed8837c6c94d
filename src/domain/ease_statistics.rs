//! Statistics of the time to ease: of each track (median, quartiles, trend), and of the two legs compared.

use super::{
    history::History,
    history_list::local_ms,
    hold::Ending,
    leg::Leg,
    session::{Session, SessionId},
    track::{Track, TrackSession},
    trend::{DatedObservation, MAX_SESSIONS, Observation, TrendVerdict, trend_verdict},
};

/// The legs are compared from this many sessions with each leg first (source `crossover`).
pub const MIN_SESSIONS_PER_ORDER: usize = 3;
/// The quartiles are computed from this many times.
const MIN_TIMES_FOR_QUARTILES: usize = 4;
/// The thirds are computed from this many times, so that each median is of at least two.
const MIN_TIMES_FOR_THIRDS: usize = 6;

/// One session of a track whose ending says whether the spot eased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EasePoint {
    /// The session.
    pub session_id: SessionId,
    /// When the session began: unix milliseconds, shifted so that formatting it as UTC gives local time.
    pub local_ms: i64,
    /// Whether the spot eased.
    pub has_eased: bool,
    /// The time to ease; `None` if a hold was disturbed or its ending was edited afterwards.
    pub observation: Option<Observation>,
    /// Whether the track's leg was the second leg of the session.
    pub is_second_leg: bool,
    /// Whether the roller differs from the last one named before.
    pub roller_changed: bool,
}

/// Summary of the first or the last third of the times to ease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThirdSummary {
    /// Median time to ease, milliseconds.
    pub median_ms: u32,
    /// When the first and the last session of this third began, as in [`EasePoint::local_ms`].
    pub first_and_last_local_ms: [i64; 2],
}

/// The statistics of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EaseStatistics {
    /// The newest sessions whose endings say whether the spot eased, oldest first.
    pub points: Vec<EasePoint>,
    /// How many older such sessions are left out.
    pub older_count: usize,
    /// In how many of the points the spot eased.
    pub eased_count: usize,
    /// Median time to ease, milliseconds.
    pub median_ms: Option<u32>,
    /// First and third quartile of the times to ease, milliseconds.
    pub quartiles_ms: Option<[u32; 2]>,
    /// The first and the last third of the times to ease; `None` without a verdict.
    pub thirds: Option<[ThirdSummary; 2]>,
    /// Whether the time to ease changes.
    pub verdict: TrendVerdict,
}

impl EaseStatistics {
    /// Number of observations, exact and censored, that the verdict is based on.
    pub fn observation_count(&self) -> usize {
        self.points.iter().filter(|point| point.observation.is_some()).count()
    }

    /// Number of exact times to ease, which the median is of.
    pub fn exact_time_count(&self) -> usize {
        self.points.iter().filter(|point| exact_ms(point.observation).is_some()).count()
    }
}

/// The statistics of a track, over its newest [`MAX_SESSIONS`] sessions that ended eased, moved on or at the limit.
pub fn ease_statistics(history: &History, track: &Track) -> EaseStatistics {
    let has_known_outcome = |track_session: &&TrackSession| has_eased(track_session.ending).is_some();
    let sessions: Vec<&TrackSession> = track.sessions.iter().filter(has_known_outcome).collect();
    let older_count = sessions.len().saturating_sub(MAX_SESSIONS);
    let mut points: Vec<EasePoint> = Vec::new();
    let mut observations: Vec<DatedObservation> = Vec::new();
    let mut last_roller: Option<&str> = None;
    for track_session in &sessions[older_count..] {
        let Some(session) = history.session(track_session.session_id) else { continue };
        let observation = match (track_session.ease_ms, track_session.censored_ms) {
            (Some(ms), _) => Some(Observation::Exact(ms)),
            (None, ms) => ms.map(Observation::Censored),
        };
        observations.extend(observation.map(|observation| (track_session.start_unix_ms, observation)));
        points.push(EasePoint {
            session_id: track_session.session_id,
            local_ms: local_ms(session.start_unix_ms, session.utc_offset_min),
            has_eased: track_session.ending == Ending::Eased,
            observation,
            is_second_leg: session.first_leg().is_some_and(|first| first != track.leg),
            // A session without a named roller is skipped.
            roller_changed: !session.roller.is_empty()
                && last_roller.replace(&session.roller).is_some_and(|before| before != session.roller),
        });
    }
    let mut times: Vec<u32> = points.iter().filter_map(|p| exact_ms(p.observation)).collect();
    times.sort_unstable();
    let count_eased = |points: &[EasePoint]| points.iter().filter(|p| p.has_eased).count();
    let half_count = points.len() / 2;
    let eased_share_fell =
        count_eased(&points[points.len() - half_count..]) < count_eased(&points[..half_count]);
    let verdict = trend_verdict(&observations, eased_share_fell);
    EaseStatistics {
        older_count,
        eased_count: count_eased(&points),
        median_ms: quartile(&times, 2),
        quartiles_ms: quartile(&times, 1)
            .zip(quartile(&times, 3))
            .map(<[u32; 2]>::from)
            .filter(|_| times.len() >= MIN_TIMES_FOR_QUARTILES),
        thirds: thirds(&points).filter(|_| verdict != TrendVerdict::NotEnoughData),
        verdict,
        points,
    }
}

/// Summaries of the first and the last third of the times to ease.
fn thirds(points: &[EasePoint]) -> Option<[ThirdSummary; 2]> {
    let times: Vec<(i64, u32)> =
        points.iter().filter_map(|p| Some((p.local_ms, exact_ms(p.observation)?))).collect();
    let size = times.len() / 3;
    if times.len() < MIN_TIMES_FOR_THIRDS {
        return None;
    }
    let summary = |third: &[(i64, u32)]| {
        let mut sorted: Vec<u32> = third.iter().map(|(_, ms)| *ms).collect();
        sorted.sort_unstable();
        Some(ThirdSummary {
            median_ms: quartile(&sorted, 2)?,
            first_and_last_local_ms: [third.first()?.0, third.last()?.0],
        })
    };
    Some([summary(&times[..size])?, summary(&times[times.len() - size..])?])
}

/// The median pain scores of a track, 0 to 10, at press and at ease, of the first hold in each session.
pub fn median_pains(history: &History, track: &Track) -> [Option<u32>; 2] {
    let holds = || {
        let hold = |track_session: &TrackSession| {
            history
                .session(track_session.session_id)?
                .holds
                .get(usize::from(track_session.first_hold))
                .cloned()
        };
        track.sessions.iter().filter_map(hold)
    };
    let median = |mut scores: Vec<u32>| {
        scores.sort_unstable();
        quartile(&scores, 2)
    };
    [
        median(holds().filter_map(|hold| Some(hold.pain_at_press?.score().into())).collect()),
        median(holds().filter_map(|hold| Some(hold.pain_at_ease?.score().into())).collect()),
    ]
}

/// Whether a hold with this ending eased; `None` if the ending does not say.
pub const fn has_eased(ending: Ending) -> Option<bool> {
    match ending {
        Ending::Eased => Some(true),
        Ending::MovedOn | Ending::Limit => Some(false),
        Ending::Timed | Ending::Stopped(_) | Ending::Interrupted => None,
    }
}

/// The time of an exact observation, milliseconds.
const fn exact_ms(observation: Option<Observation>) -> Option<u32> {
    match observation {
        Some(Observation::Exact(ms)) => Some(ms),
        Some(Observation::Censored(_)) | None => None,
    }
}

/// A quartile of sorted values, linearly interpolated; `number` is 1 to 3, and 2 is the median.
pub fn quartile(sorted: &[u32], number: usize) -> Option<u32> {
    // The index of the quartile, in quarters of an index.
    let index_quarters = sorted.len().checked_sub(1)? * number;
    let [low, high] = [sorted[index_quarters / 4], sorted[index_quarters.div_ceil(4)]].map(u64::from);
    let high_weight = u64::try_from(index_quarters % 4).unwrap_or(0);
    u32::try_from((low * (4 - high_weight) + high * high_weight) / 4).ok()
}

/// Median times to ease of both legs, separately for each order of the legs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegComparison {
    /// Number of sessions that began with the left and with the right leg.
    pub session_counts: [usize; 2],
    /// For each first leg, the medians of the left and the right leg, milliseconds. `None` if there are too few
    /// sessions of either order: the orders are kept apart because the second leg may be affected by rolling the
    /// first.
    pub medians_ms: Option<[[Option<u32>; 2]; 2]>,
}

/// Compares the times to ease of the left and the right leg.
pub fn compare_legs(history: &History) -> LegComparison {
    let mut session_counts = [0; 2];
    let mut times: [[Vec<u32>; 2]; 2] = Default::default();
    for session in history.sessions_newest_first() {
        // A session with one leg has no order.
        if let [first, _] = &session.passes[..] {
            session_counts[first.leg.index()] += 1;
            for leg in Leg::BOTH {
                times[first.leg.index()][leg.index()].extend(times_to_ease_ms(&session, leg));
            }
        }
    }
    let medians_ms = times.map(|times_of_order| {
        times_of_order.map(|mut times| {
            times.sort_unstable();
            quartile(&times, 2)
        })
    });
    let has_enough = session_counts.iter().all(|count| *count >= MIN_SESSIONS_PER_ORDER);
    LegComparison { session_counts, medians_ms: has_enough.then_some(medians_ms) }
}

/// The exact times to ease on a leg in one session, milliseconds.
fn times_to_ease_ms(session: &Session, leg: Leg) -> impl Iterator<Item = u32> {
    let of_leg = move |pass: u8| session.passes.get(usize::from(pass)).is_some_and(|p| p.leg == leg);
    session.holds.iter().filter(move |hold| of_leg(hold.pass)).filter_map(super::hold::Hold::time_to_ease_ms)
}
