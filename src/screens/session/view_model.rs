//! What the session screen reads off the running session.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        history::SaveStatus,
        hold::Ending,
        leg::Leg,
        phase::{Active, CAP_MS, LONG_LEG_MS, Name, Phase, Then, Why},
        running::{MarkStatus, Running, UNDO_MS},
        settings::{Advance, Settings},
        spot::Pain,
    },
};

/// Where the session stands, for a component inside a session in progress. Whoever follows it runs again when the
/// phase or a condition of it changes, not on every tick.
pub fn use_session_view() -> Memo<SessionView> {
    expect_context()
}

/// Everything about the phase that stays for as long as nobody acts and no cue falls due.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that shows or does not")]
pub struct SessionView {
    /// The phase.
    pub name: Name,
    /// The phase that Resume returns to; outside a pause the same.
    pub under: Name,
    /// The leg in hand.
    pub leg: Leg,
    /// The layout is turned by 90 degrees.
    pub turned: bool,
    /// Why it is paused.
    pub why: Option<Why>,
    /// "Stop now?" is being asked.
    pub asks_stop: bool,
    /// A reason may be given: a hold was stopped because it felt wrong.
    pub asks_reason: bool,
    /// A hold has passed its cap.
    pub past_cap: bool,
    /// The advice against too much pressure is shown.
    pub too_much: bool,
    /// It hurts so much that it is best to stop there.
    pub best_stopped: bool,
    /// The leg has been rolled for long.
    pub long_leg: bool,
    /// Buttons that are there only at times.
    pub can_undo: bool,
    /// See above.
    pub can_move_on: bool,
    /// See above.
    pub can_add_ten: bool,
}

impl SessionView {
    /// No session: for the moment in which the session leaves the screen.
    const NONE: Self = Self {
        name: Name::Done,
        under: Name::Done,
        leg: Leg::Left,
        turned: false,
        why: None,
        asks_stop: false,
        asks_reason: false,
        past_cap: false,
        too_much: false,
        best_stopped: false,
        long_leg: false,
        can_undo: false,
        can_move_on: false,
        can_add_ten: false,
    };

    /// Provides it to the components of the current owner, see [`use_session_view`].
    pub fn provide() -> Memo<Self> {
        let app = use_app();
        let session = Memo::new(move |_| {
            let settings = app.settings.get();
            app.running(|running| Self::of(running, &settings)).flatten().unwrap_or(Self::NONE)
        });
        provide_context(session);
        session
    }

    /// Whether a question needs the room of the instructions.
    pub const fn asks(&self) -> bool {
        self.asks_stop || self.asks_reason
    }

    /// `None` when the session is over.
    fn of(running: &Running, settings: &Settings) -> Option<Self> {
        let under = running.course.phase.underlying()?;
        let (why, asks_stop) = match running.course.phase {
            Phase::Paused(paused) => (Some(paused.why), paused.asks_stop),
            Phase::Active(_) | Phase::Done => (None, false),
        };
        let holding = running.course.phase.holding();
        Some(Self {
            name: running.phase_name(),
            under: under.name(),
            leg: running.course.leg,
            turned: settings.turned(running.course.leg),
            why,
            asks_stop,
            asks_reason: why == Some(Why::FeltWrong) && stopped_hold(running, under),
            past_cap: holding.is_some_and(|h| h.held_ms >= CAP_MS),
            too_much: holding.is_some_and(|h| h.too_much),
            best_stopped: holding.is_some_and(|h| h.aim.spot.pain.is_some_and(Pain::is_best_stopped)),
            long_leg: running.course.leg_ms() >= LONG_LEG_MS,
            can_undo: running.can_undo(),
            can_move_on: running.can_move_on(),
            can_add_ten: running.can_add_ten(),
        })
    }
}

/// Whether the pause came straight out of a hold: the pacer has not moved since.
fn stopped_hold(running: &Running, under: &Active) -> bool {
    let still = matches!(under, Active::Roll { pacer, .. } if pacer.run_ms == 0);
    let last = running.course.holds_of_leg().next_back();
    still && last.is_some_and(|h| matches!(h.ending, Ending::Stopped(_)))
}

/// What the person is told to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Instruction {
    /// Get into place on this leg, then roll, or hold this spot.
    LieDown(Leg, Option<usize>),
    /// No mark is ahead; the person finds the spots.
    Find,
    /// No mark is ahead and nothing has to be tapped.
    RollOn,
    /// The next mark, of so many.
    Next(usize, usize),
    /// The pacer waits at this mark for the tap.
    TapAt(usize),
    /// The pacer stands at this mark and the hold begins by itself.
    StayAt(usize),
    /// Stay on this spot, of so many where they are marked, for fixed seconds where they are set.
    Hold(usize, Option<usize>, Option<u32>),
    /// Off the roller.
    OffRoller,
    /// This leg comes next.
    NextLeg(Leg),
}

impl Instruction {
    /// Reads it off the running session, also under a pause.
    pub fn of(running: &Running) -> Option<Self> {
        let course = &running.course;
        Some(match course.phase.underlying()? {
            Active::Position { then: Then::Roll(_), .. } => Self::LieDown(course.leg, None),
            Active::Position { then: Then::Hold(aim), .. } => {
                Self::LieDown(course.leg, Some(course.spot_number(aim)))
            }
            Active::Roll { pacer, .. } => match (course.next_spot(), running.advance) {
                (None, Advance::UntilEased) => Self::Find,
                (None, Advance::ByItself(_)) => Self::RollOn,
                (Some((n, of)), _) if pacer.ms_to(course.target(), running.pace) > 0 => Self::Next(n, of),
                (Some((n, _)), Advance::UntilEased) => Self::TapAt(n),
                (Some((n, _)), Advance::ByItself(_)) => Self::StayAt(n),
            },
            Active::Hold(holding) => {
                let of = holding.aim.mark.map(|_| course.spots());
                let seconds = match running.advance {
                    Advance::UntilEased => None,
                    Advance::ByItself(_) => Some(holding.end_ms / 1_000),
                };
                Self::Hold(course.spot_number(&holding.aim), of, seconds)
            }
            Active::Switch { .. } if running.off_roller() => Self::OffRoller,
            Active::Switch { .. } => Self::NextLeg(course.next_leg.unwrap_or(course.leg)),
        })
    }
}

/// Where the last finished hold is stored, given where the snapshot with this number is; `None` before the first hold
/// and while a new one is open.
pub fn last_hold_saved(running: &Running, snapshot_seq: u32, status: SaveStatus) -> Option<SaveStatus> {
    let open = matches!(running.course.phase, Phase::Active(Active::Hold(_) | Active::Position { .. }));
    (!running.course.holds.is_empty() && !open && snapshot_seq == running.seq).then_some(status)
}

/// When pain is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PainAsk {
    /// Under the pressure of the hold.
    Press,
    /// After it has eased.
    Ease,
}

/// Which pain is asked for now, and what was said: in a hold at press, and for a while after it has eased.
pub fn pain_asked(running: &Running) -> Option<(PainAsk, Option<Pain>)> {
    match running.course.phase {
        Phase::Active(Active::Hold(holding)) => Some((PainAsk::Press, holding.aim.spot.pain)),
        Phase::Active(Active::Roll { pacer, .. }) => {
            let last = running.course.holds_of_leg().next_back()?;
            let just_now = pacer.run_ms < UNDO_MS && pacer.from == last.position;
            (just_now && last.ending == Ending::Eased).then_some((PainAsk::Ease, last.pain_ease))
        }
        _ => None,
    }
}

/// Where the roller is thought to be, thousandths of a percent down the zone.
pub fn place_milli(running: &Running) -> u32 {
    match running.course.phase.underlying() {
        Some(Active::Roll { pacer, .. }) => pacer.milli(running.pace),
        Some(Active::Position { .. } | Active::Hold(_) | Active::Switch { .. }) | None => {
            u32::from(running.place().percent()) * 1_000
        }
    }
}

/// The marks of the leg in hand: percent down the zone, and whether nothing more will happen there.
pub fn marks(running: &Running) -> Vec<(u8, bool)> {
    let dealt_with = |fate| matches!(fate, MarkStatus::Held | MarkStatus::Skipped);
    let marks = running.course.marks.iter();
    marks.map(|m| (m.spot.position.percent(), dealt_with(m.fate))).collect()
}

/// Seconds as they are shown: plain to 99, then minutes and seconds.
pub fn clock(seconds: u32) -> String {
    if seconds < 100 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) }
}
