//! What the session screen reads off the running session.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        history::SaveStatus,
        leg::Leg,
        phase::{
            Active, Aim, CAP_MS, Holding, LONG_LEG_MS, Name, Phase, PressureAdvice, RestReason, Then, Why,
            WrongStep,
        },
        running::{MarkStatus, Running, TargetMark},
        settings::{Advance, Settings},
        spot::Pain,
    },
    i18n::{duration, formats},
};

/// The first seconds of a hold, milliseconds: then a short screen gives the number back its room.
const EARLY_MS: u32 = 6_000;

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
    /// The leg that the screen is about: while legs are changed the one that comes.
    pub side: Leg,
    /// The layout is turned by 90 degrees.
    pub turned: bool,
    /// Why it is paused.
    pub why: Option<Why>,
    /// "Stop now?" is being asked.
    pub asks_stop: bool,
    /// The pacer waits at the spot with this number.
    pub spot_here: Option<usize>,
    /// Why the roller stays where it is after a hold.
    pub rest: Option<RestReason>,
    /// The person comes off the roller before the legs are changed.
    pub off_roller: bool,
    /// A hold is in its first seconds, in which a short screen asks how much it hurts.
    pub is_early: bool,
    /// A hold has passed its cap.
    pub past_cap: bool,
    /// What is advised against too much pressure.
    pub advice: Option<PressureAdvice>,
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
        side: Leg::Left,
        turned: false,
        why: None,
        asks_stop: false,
        spot_here: None,
        rest: None,
        off_roller: false,
        is_early: false,
        past_cap: false,
        advice: None,
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

    /// What "This feels wrong" has come to.
    pub const fn wrong_step(&self) -> Option<WrongStep> {
        match self.why {
            Some(Why::FeltWrong(step)) => Some(step),
            Some(Why::Asked | Why::Slept | Why::Closed) | None => None,
        }
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
            side: match under {
                Active::Switch { .. } => running.course.next_leg.unwrap_or(running.course.leg),
                Active::Position { .. } | Active::Roll { .. } | Active::Hold(_) => running.course.leg,
            },
            turned: settings.turned(running.course.leg),
            why,
            asks_stop,
            spot_here: running.spot_here(),
            rest: running.rest().map(|rest| rest.reason),
            off_roller: running.off_roller(),
            is_early: holding.is_some_and(|h| h.held_ms < EARLY_MS),
            past_cap: holding.is_some_and(|h| h.held_ms >= CAP_MS),
            advice: holding.and_then(Holding::advice),
            long_leg: running.course.leg_ms() >= LONG_LEG_MS,
            can_undo: running.can_undo(),
            can_move_on: running.can_move_on(),
            can_add_ten: running.can_add_ten(),
        })
    }
}

/// What the person is told to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Instruction {
    /// Get into place on this leg, to hold this spot if one is given.
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
    /// Stay on this spot, of so many where they are marked; until it eases, or for fixed seconds.
    Hold(usize, Option<usize>, Advance),
    /// The spot eased; the roller stays where it is.
    Eased,
    /// The hold reached its limit: take the weight off.
    WeightOff,
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
            Active::Roll { rest: Some(rest), .. } => match rest.reason {
                RestReason::Eased => Self::Eased,
                RestReason::Limit => Self::WeightOff,
            },
            Active::Roll { pacer, rest: None, .. } => match (course.next_spot(), running.advance) {
                (None, Advance::UntilEased) => Self::Find,
                (None, Advance::ByItself(_)) => Self::RollOn,
                (Some((n, of)), _) if pacer.ms_to(course.target(), running.pace) > 0 => Self::Next(n, of),
                (Some((n, _)), Advance::UntilEased) => Self::TapAt(n),
                (Some((n, _)), Advance::ByItself(_)) => Self::StayAt(n),
            },
            Active::Hold(holding) => {
                let of = holding.aim.mark.map(|_| course.spots());
                Self::Hold(course.spot_number(&holding.aim), of, running.advance)
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
        Phase::Active(Active::Hold(holding)) => Some((PainAsk::Press, holding.pain())),
        Phase::Active(Active::Roll { rest: Some(rest), .. }) if rest.reason == RestReason::Eased => {
            let last = running.course.holds_of_leg().next_back()?;
            Some((PainAsk::Ease, last.pain_ease))
        }
        Phase::Active(Active::Roll { .. } | Active::Position { .. } | Active::Switch { .. })
        | Phase::Paused(_)
        | Phase::Done => None,
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

/// A mark of the leg in hand as it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DrawnMark {
    /// Percent down the zone.
    pub percent: u8,
    /// Its number, as the person hears it.
    pub number: usize,
    /// Nothing more will happen there: it was held or passed over.
    pub is_over: bool,
}

/// The marks of the leg in hand.
pub fn marks(running: &Running) -> Vec<DrawnMark> {
    let course = &running.course;
    let drawn = |(at, mark): (usize, &TargetMark)| DrawnMark {
        percent: mark.spot.position.percent(),
        number: course.spot_number(&Aim { spot: mark.spot, mark: Some(at) }),
        is_over: matches!(mark.fate, MarkStatus::Held | MarkStatus::Skipped),
    };
    course.marks.iter().enumerate().map(drawn).collect()
}

/// Seconds as they are shown: plain to 99, then minutes and seconds.
pub fn clock(seconds: u32) -> String {
    if seconds < 100 { formats::current().number(seconds) } else { duration::clock(seconds) }
}
