//! What a track tells of its time to ease: dots, median, spread, how often it eased, and the verdict.

use super::{
    history::History,
    history_list::local_ms,
    hold::Ending,
    leg::Leg,
    session::{Session, SessionId},
    track::{Track, Visit},
    trend::{Dot, MOST, Told, Verdict, verdict},
};

/// Sessions of each order of the legs before left and right stand side by side (source `crossover`).
pub const ORDERS: usize = 3;
/// Fewer times have no middle half.
const SPREAD_FROM: usize = 4;
/// Fewer times have no thirds: a median of two says little, one of one time nothing.
const THIRDS_FROM: usize = 6;

/// One session on a track that could tell whether it eased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which session.
    pub session: SessionId,
    /// When it began: unix milliseconds, shifted so that UTC reads as local time.
    pub local_ms: i64,
    /// Whether it eased.
    pub eased: bool,
    /// What it tells of the time; nothing where it was disturbed, or its ending was changed afterwards.
    pub told: Option<Told>,
    /// The leg was the second one of that session.
    pub second: bool,
    /// Another roller than in the point before.
    pub new_roller: bool,
}

/// The first or the last third of the times to ease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Third {
    /// Their median, milliseconds.
    pub median_ms: u32,
    /// When the first and the last session of this third began, as in [`Point::local_ms`].
    pub local_ms: [i64; 2],
}

/// What a track tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ease {
    /// The newest sessions that could tell, oldest first.
    pub points: Vec<Point>,
    /// How many older ones there are.
    pub older: usize,
    /// In how many of the points it eased.
    pub eased: usize,
    /// The median time to ease, milliseconds.
    pub median_ms: Option<u32>,
    /// The middle half of the times to ease, milliseconds.
    pub middle_ms: Option<[u32; 2]>,
    /// The first and the last third of the times to ease, where there is a verdict for them to show.
    pub thirds: Option<[Third; 2]>,
    /// Whether it needs less time.
    pub verdict: Verdict,
}

impl Ease {
    /// How many sessions told something of the time: those that the verdict counts.
    pub fn told(&self) -> usize {
        self.points.iter().filter(|point| point.told.is_some()).count()
    }

    /// How many times to ease there are: those of the median.
    pub fn times(&self) -> usize {
        self.points.iter().filter(|point| took(point.told).is_some()).count()
    }
}

/// What a track tells, of its newest [`MOST`] sessions that ended eased, moved on or at the limit.
pub fn ease(history: &History, track: &Track) -> Ease {
    let tells = |visit: &&Visit| eased_or_not(visit.ending).is_some();
    let visits: Vec<&Visit> = track.visits.iter().filter(tells).collect();
    let older = visits.len().saturating_sub(MOST);
    let mut points: Vec<Point> = Vec::new();
    let mut dots: Vec<Dot> = Vec::new();
    let mut roller: Option<&str> = None;
    for visit in &visits[older..] {
        let Some(session) = history.session(visit.session) else { continue };
        let told = match (visit.ease_ms, visit.longer_ms) {
            (Some(ms), _) => Some(Told::Took(ms)),
            (None, ms) => ms.map(Told::Longer),
        };
        dots.extend(told.map(|told| (visit.start_unix_ms, told)));
        points.push(Point {
            session: visit.session,
            local_ms: local_ms(session.start_unix_ms, session.utc_offset_min),
            eased: visit.ending == Ending::Eased,
            told,
            second: session.first_leg().is_some_and(|first| first != track.leg),
            // One that was not named tells nothing.
            new_roller: !session.roller.is_empty()
                && roller.replace(&session.roller).is_some_and(|before| before != session.roller),
        });
    }
    let mut times: Vec<u32> = points.iter().filter_map(|p| took(p.told)).collect();
    times.sort_unstable();
    let eased = |points: &[Point]| points.iter().filter(|p| p.eased).count();
    let half = points.len() / 2;
    let share_fell = eased(&points[points.len() - half..]) < eased(&points[..half]);
    let verdict = verdict(&dots, share_fell);
    Ease {
        older,
        eased: eased(&points),
        median_ms: quarter(&times, 2),
        middle_ms: quarter(&times, 1)
            .zip(quarter(&times, 3))
            .map(<[u32; 2]>::from)
            .filter(|_| times.len() >= SPREAD_FROM),
        thirds: thirds(&points).filter(|_| verdict != Verdict::NotYet),
        verdict,
        points,
    }
}

/// The first and the last third of the times to ease.
fn thirds(points: &[Point]) -> Option<[Third; 2]> {
    let times: Vec<(i64, u32)> = points.iter().filter_map(|p| Some((p.local_ms, took(p.told)?))).collect();
    let size = times.len() / 3;
    if times.len() < THIRDS_FROM {
        return None;
    }
    let third = |of: &[(i64, u32)]| {
        let mut sorted: Vec<u32> = of.iter().map(|(_, ms)| *ms).collect();
        sorted.sort_unstable();
        Some(Third { median_ms: quarter(&sorted, 2)?, local_ms: [of.first()?.0, of.last()?.0] })
    };
    Some([third(&times[..size])?, third(&times[times.len() - size..])?])
}

/// The median pain of a track when pressed and when it eased, 0 to 10, of the first hold of each session that gave one.
pub fn pains(history: &History, track: &Track) -> [Option<u32>; 2] {
    let holds = || {
        let hold =
            |visit: &Visit| history.session(visit.session)?.holds.get(usize::from(visit.hold)).cloned();
        track.visits.iter().filter_map(hold)
    };
    let median = |mut scores: Vec<u32>| {
        scores.sort_unstable();
        quarter(&scores, 2)
    };
    [
        median(holds().filter_map(|hold| Some(hold.pain_press?.score().into())).collect()),
        median(holds().filter_map(|hold| Some(hold.pain_ease?.score().into())).collect()),
    ]
}

/// Whether an ending says that it eased, or that it did not; the others say neither.
pub const fn eased_or_not(ending: Ending) -> Option<bool> {
    match ending {
        Ending::Eased => Some(true),
        Ending::MovedOn | Ending::Limit => Some(false),
        Ending::Timed | Ending::Stopped(_) | Ending::Interrupted => None,
    }
}

const fn took(told: Option<Told>) -> Option<u32> {
    match told {
        Some(Told::Took(ms)) => Some(ms),
        Some(Told::Longer(_)) | None => None,
    }
}

/// The time below which so many quarters of the sorted times lie, between two of them where need be.
pub fn quarter(sorted: &[u32], quarters: usize) -> Option<u32> {
    let at = sorted.len().checked_sub(1)? * quarters;
    let [low, high] = [sorted[at / 4], sorted[at.div_ceil(4)]].map(u64::from);
    let part = u64::try_from(at % 4).unwrap_or(0);
    u32::try_from((low * (4 - part) + high * part) / 4).ok()
}

/// Median times to ease on both legs, by which leg was first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// Sessions that began with the left leg, and with the right one.
    pub sessions: [usize; 2],
    /// In the same order: the left and the right leg's median, milliseconds. Only where there are enough
    /// sessions of both orders: the leg that comes second is rolled when the first has been.
    pub medians_ms: Option<[[Option<u32>; 2]; 2]>,
}

/// Left beside right.
pub fn sides(history: &History) -> Sides {
    let mut sessions = [0; 2];
    let mut times: [[Vec<u32>; 2]; 2] = Default::default();
    for session in history.newest_first() {
        // One leg alone counts for neither order.
        if let [first, _] = &session.passes[..] {
            sessions[first.leg.index()] += 1;
            for leg in Leg::BOTH {
                times[first.leg.index()][leg.index()].extend(times_of(&session, leg));
            }
        }
    }
    let medians_ms = times.map(|of_order| {
        of_order.map(|mut times| {
            times.sort_unstable();
            quarter(&times, 2)
        })
    });
    let enough = sessions.iter().all(|count| *count >= ORDERS);
    Sides { sessions, medians_ms: enough.then_some(medians_ms) }
}

fn times_of(session: &Session, leg: Leg) -> impl Iterator<Item = u32> {
    let of_leg = move |pass: u8| session.passes.get(usize::from(pass)).is_some_and(|p| p.leg == leg);
    session.holds.iter().filter(move |hold| of_leg(hold.pass)).filter_map(super::hold::Hold::time_to_ease_ms)
}
