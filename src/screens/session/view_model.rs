//! Read-only view of the running session for the session screen.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        history::SaveStatus,
        hold_cue::HoldCue,
        leg::Leg,
        phase::{
            Active, AfterCountdown, FeltWrongStep, HoldTarget, LONG_TIME_ON_LEG_MS, OpenHold, PauseReason,
            Phase, PhaseName, PressureAdvice, RestReason,
        },
        running::{MarkStatus, RunningSession, TargetMark},
        settings::{Advance, Settings},
        spot::Pain,
    },
    i18n::{duration, formats},
};

/// Time at the start of a hold in which a short screen asks for the pain instead of showing the number,
/// milliseconds.
const HOLD_START_MS: u32 = 6_000;

/// The [`SessionView`], for components inside a session in progress. The memo changes with the phase and its
/// conditions, not on every tick.
pub fn use_session_view() -> Memo<SessionView> {
    expect_context()
}

/// The state of the phase that changes only by an action of the person or by a cue.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent condition")]
pub struct SessionView {
    /// The current phase.
    pub phase: PhaseName,
    /// The phase that Resume returns to; equal to `phase` unless paused.
    pub phase_to_resume: PhaseName,
    /// The leg of the current pass.
    pub leg: Leg,
    /// The leg that the screen shows: the next leg while changing legs.
    pub shown_leg: Leg,
    /// Whether the layout is rotated by 90 degrees.
    pub is_rotated: bool,
    /// Why the session is paused.
    pub pause_reason: Option<PauseReason>,
    /// Whether "Stop now?" is asked.
    pub is_confirming_stop: bool,
    /// The number of the spot at which the pacer waits.
    pub waiting_at_spot: Option<usize>,
    /// Why the roller stays in place after a hold.
    pub rest_reason: Option<RestReason>,
    /// Whether the person is coming off the roller before changing legs.
    pub is_off_roller: bool,
    /// Whether a hold is in its first seconds, see [`HOLD_START_MS`].
    pub is_hold_start: bool,
    /// Whether a hold has passed its cap.
    pub is_past_cap: bool,
    /// The advice about pressure.
    pub advice: Option<PressureAdvice>,
    /// Whether the leg has been rolled for long.
    pub is_long_on_leg: bool,
    /// Whether the button Undo is shown.
    pub can_undo: bool,
    /// Whether the button Move on is shown.
    pub can_move_on: bool,
    /// Whether the button +10 s is shown.
    pub can_add_ten_seconds: bool,
}

impl SessionView {
    /// Placeholder while the session is being unmounted.
    const NONE: Self = Self {
        phase: PhaseName::Done,
        phase_to_resume: PhaseName::Done,
        leg: Leg::Left,
        shown_leg: Leg::Left,
        is_rotated: false,
        pause_reason: None,
        is_confirming_stop: false,
        waiting_at_spot: None,
        rest_reason: None,
        is_off_roller: false,
        is_hold_start: false,
        is_past_cap: false,
        advice: None,
        is_long_on_leg: false,
        can_undo: false,
        can_move_on: false,
        can_add_ten_seconds: false,
    };

    /// Creates the memo and provides it as context, see [`use_session_view`].
    pub fn provide() -> Memo<Self> {
        let app = use_app();
        let session = Memo::new(move |_| {
            let settings = app.settings.get();
            app.with_running(|running| Self::of(running, &settings)).flatten().unwrap_or(Self::NONE)
        });
        provide_context(session);
        session
    }

    /// The step of "This feels wrong", if the session is paused for it.
    pub const fn felt_wrong_step(&self) -> Option<FeltWrongStep> {
        match self.pause_reason {
            Some(PauseReason::FeltWrong(step)) => Some(step),
            Some(PauseReason::Asked | PauseReason::Slept | PauseReason::Closed) | None => None,
        }
    }

    /// `None` if the session is over.
    fn of(running: &RunningSession, settings: &Settings) -> Option<Self> {
        let underlying = running.progress.phase.underlying()?;
        let (pause_reason, is_confirming_stop) = match running.progress.phase {
            Phase::Paused(paused) => (Some(paused.reason), paused.is_confirming_stop),
            Phase::Active(_) | Phase::Done => (None, false),
        };
        let open_hold = running.progress.phase.open_hold();
        Some(Self {
            phase: running.phase_name(),
            phase_to_resume: underlying.name(),
            leg: running.progress.leg,
            shown_leg: match underlying {
                Active::Switch { .. } => running.progress.next_leg.unwrap_or(running.progress.leg),
                Active::Position { .. } | Active::Roll { .. } | Active::Hold(_) => running.progress.leg,
            },
            is_rotated: settings.is_rotated(running.progress.leg),
            pause_reason,
            is_confirming_stop,
            waiting_at_spot: running.waiting_at_spot(),
            rest_reason: running.rest().map(|rest| rest.reason),
            is_off_roller: running.is_off_roller(),
            is_hold_start: open_hold.is_some_and(|h| h.held_ms < HOLD_START_MS),
            is_past_cap: open_hold.is_some_and(|h| h.held_ms >= HoldCue::Cap.at_ms()),
            advice: open_hold.and_then(OpenHold::advice),
            is_long_on_leg: running.progress.leg_ms() >= LONG_TIME_ON_LEG_MS,
            can_undo: running.can_undo(),
            can_move_on: running.can_move_on(),
            can_add_ten_seconds: running.can_add_ten(),
        })
    }
}

/// What the person should do now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Instruction {
    /// Get into position.
    LieDown {
        /// On this leg.
        leg: Leg,
        /// The number of the spot to hold next, if any.
        next_spot: Option<usize>,
    },
    /// Roll and find spots: no mark is ahead.
    FindSpots,
    /// Roll to the knee: no mark is ahead and no tap is needed.
    RollToKnee,
    /// Roll to this mark.
    NextSpot {
        /// Its number.
        number: usize,
        /// The number of spots.
        total: usize,
    },
    /// Tap to hold: the pacer waits at this mark.
    TapToHold(usize),
    /// Stay: the pacer is at this mark and a timed hold is about to start.
    WaitForHold(usize),
    /// Hold this spot.
    Hold {
        /// Its number.
        number: usize,
        /// The number of spots, if it is marked.
        total: Option<usize>,
        /// How the hold ends.
        advance: Advance,
    },
    /// The spot eased: the roller stays in place.
    Eased,
    /// The hold reached its limit: take the weight off.
    WeightOff,
    /// Come off the roller.
    OffRoller,
    /// Change to this leg.
    NextLeg(Leg),
}

impl Instruction {
    /// The instruction for a running session; while paused, that of the phase to resume.
    pub fn of(running: &RunningSession) -> Option<Self> {
        let progress = &running.progress;
        Some(match progress.phase.underlying()? {
            Active::Position { next: AfterCountdown::Roll(_), .. } => {
                Self::LieDown { leg: progress.leg, next_spot: None }
            }
            Active::Position { next: AfterCountdown::Hold(aim), .. } => {
                Self::LieDown { leg: progress.leg, next_spot: Some(progress.spot_number(aim)) }
            }
            Active::Roll { rest: Some(rest), .. } => match rest.reason {
                RestReason::Eased => Self::Eased,
                RestReason::Limit => Self::WeightOff,
            },
            Active::Roll { pacer, rest: None, .. } => match (progress.next_spot(), running.advance) {
                (None, Advance::UntilEased) => Self::FindSpots,
                (None, Advance::Timed(_)) => Self::RollToKnee,
                (Some((number, total)), _)
                    if pacer.ms_until(progress.target_position(), running.pacer_seconds) > 0 =>
                {
                    Self::NextSpot { number, total }
                }
                (Some((n, _)), Advance::UntilEased) => Self::TapToHold(n),
                (Some((n, _)), Advance::Timed(_)) => Self::WaitForHold(n),
            },
            Active::Hold(open_hold) => {
                let total = open_hold.target.mark.map(|_| progress.spot_count());
                Self::Hold {
                    number: progress.spot_number(&open_hold.target),
                    total,
                    advance: running.advance,
                }
            }
            Active::Switch { .. } if running.is_off_roller() => Self::OffRoller,
            Active::Switch { .. } => Self::NextLeg(progress.next_leg.unwrap_or(progress.leg)),
        })
    }
}

/// Where the last finished hold is stored, given the save status of the snapshot with this sequence number.
/// `None` before the first hold and while a hold is open.
pub fn last_hold_save_status(
    running: &RunningSession,
    snapshot_seq: u32,
    status: SaveStatus,
) -> Option<SaveStatus> {
    let open = matches!(running.progress.phase, Phase::Active(Active::Hold(_) | Active::Position { .. }));
    (!running.progress.holds.is_empty() && !open && snapshot_seq == running.seq).then_some(status)
}

/// Which pain is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum PainKind {
    /// The pain under the pressure of the hold.
    AtPress,
    /// The pain after the spot has eased.
    AtEase,
}

/// The pain question of the current phase with its answer: at press during a hold, at ease for some seconds
/// after it.
pub fn current_pain_question(running: &RunningSession) -> Option<(PainKind, Option<Pain>)> {
    match running.progress.phase {
        Phase::Active(Active::Hold(open_hold)) => Some((PainKind::AtPress, open_hold.pain())),
        Phase::Active(Active::Roll { rest: Some(rest), .. }) if rest.reason == RestReason::Eased => {
            let last = running.progress.holds_of_leg().next_back()?;
            Some((PainKind::AtEase, last.pain_at_ease))
        }
        Phase::Active(Active::Roll { .. } | Active::Position { .. } | Active::Switch { .. })
        | Phase::Paused(_)
        | Phase::Done => None,
    }
}

/// The estimated position of the roller, thousandths of a percent down the zone.
pub fn roller_milli_percent(running: &RunningSession) -> u32 {
    match running.progress.phase.underlying() {
        Some(Active::Roll { pacer, .. }) => pacer.milli_percent(running.pacer_seconds),
        Some(Active::Position { .. } | Active::Hold(_) | Active::Switch { .. }) | None => {
            u32::from(running.roller_position().percent()) * 1_000
        }
    }
}

/// A mark of the current leg as drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DrawnMark {
    /// Percent down the zone.
    pub percent: u8,
    /// The number that the person hears.
    pub number: usize,
    /// Whether the mark was held or skipped.
    pub is_finished: bool,
}

/// The marks of the current leg.
pub fn marks(running: &RunningSession) -> Vec<DrawnMark> {
    let progress = &running.progress;
    let drawn_mark = |(index, mark): (usize, &TargetMark)| DrawnMark {
        percent: mark.spot.position.percent(),
        number: progress.spot_number(&HoldTarget { spot: mark.spot, mark: Some(index) }),
        is_finished: matches!(mark.status, MarkStatus::Held | MarkStatus::Skipped),
    };
    progress.marks.iter().enumerate().map(drawn_mark).collect()
}

/// Formats seconds: plain up to 99, then m:ss.
pub fn format_seconds(seconds: u32) -> String {
    if seconds < 100 { formats::current().number(seconds) } else { duration::clock(seconds) }
}
