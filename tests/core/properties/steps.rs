//! Random sequences of events, and of the ways in which time passes between them.

use eased::domain::{
    Event, Model, Now,
    event::{Edit, MarkEvent},
    hold::{Ending, StopReason},
    leg::{Leg, Position},
    model::SessionState,
    running::RunningSession,
    safety::{Concerns, GateAnswer},
    screen::Screen,
    session::{SessionId, Tag},
    session_snapshot::SessionSnapshot,
    settings::{HoldSeconds, PacerSeconds},
    spot::{Pain, PositionSource, Spot},
    update,
};
use proptest::{collection::vec, prelude::*};

/// How the time before an event passes.
#[derive(Clone, Debug)]
pub enum TimePassing {
    /// Time passes steadily.
    Steadily(i64),
    /// Time passes steadily while the wall clock is set.
    ClockSet { by_ms: i64, ms: i64 },
    /// No event arrives, and the monotonic clock runs.
    Silently(i64),
    /// The device sleeps: no event arrives and the monotonic clock stops. Only a hidden page sleeps like that.
    Frozen(i64),
}

/// What happens after it.
#[derive(Clone, Debug)]
pub enum Action {
    /// An event.
    Event(Event),
    /// A tap that lasted this many milliseconds.
    Tap(i64),
    /// A change to a finished session.
    Edit(Edit),
    Delete,
    BringBack,
    /// The page is killed and the next one finds the snapshot.
    Kill,
}

/// A period of time, and what happens after it.
#[derive(Clone, Debug)]
pub struct Step {
    pub wait: TimePassing,
    pub action: Action,
}

/// A device with the app.
#[derive(Clone, Debug)]
pub struct Device {
    pub model: Model,
    pub at_ms: i64,
    pub wall_skew_ms: i64,
    pub mono_lag_ms: i64,
    pub is_hidden: bool,
    pub last_snapshot: Option<SessionSnapshot>,
    pub session_count: u8,
}

/// Devices on which the first session has just begun.
pub fn devices() -> impl Strategy<Value = Device> {
    let marks = || vec(0..=100u8, 0..4);
    (marks(), marks(), any::<bool>(), 15..=90u8, 30..=120u8).prop_map(
        |(left, right, is_timed, seconds, zone)| {
            let mut model = Model::new("test");
            model.settings.timed_advance = is_timed;
            model.settings.hold_seconds = HoldSeconds::new(seconds).unwrap_or_default();
            model.settings.pacer_seconds = PacerSeconds::new(zone).unwrap_or_default();
            for (leg, positions) in [(Leg::Left, left), (Leg::Right, right)] {
                for position in positions {
                    model.draft.add(leg, spot(position));
                }
            }
            let mut device = Device {
                model,
                at_ms: 0,
                wall_skew_ms: 0,
                mono_lag_ms: 0,
                is_hidden: false,
                last_snapshot: None,
                session_count: 0,
            };
            device.model.meta.gate = Some(GateAnswer {
                unix_ms: device.now().unix_ms,
                utc_offset_min: 0,
                concerns: Concerns::default(),
                clinician_asked: false,
            });
            let start = Event::StartPressed(device.new_session_id());
            device.update(start);
            device
        },
    )
}

pub fn steps(max_steps: usize) -> impl Strategy<Value = Vec<Step>> {
    vec((waits(), actions()).prop_map(|(wait, action)| Step { wait, action }), 1..max_steps)
}

fn waits() -> impl Strategy<Value = TimePassing> {
    prop_oneof![
        8 => (0..=5_000i64).prop_map(TimePassing::Steadily),
        8 => (400..=1_500i64).prop_map(TimePassing::Steadily),
        1 => (-100_000_000..=100_000_000i64, 0..=5_000i64)
            .prop_map(|(by_ms, ms)| TimePassing::ClockSet { by_ms, ms }),
        1 => (5_001..=130_000i64).prop_map(TimePassing::Silently),
        1 => (0..=2_000_000i64).prop_map(TimePassing::Frozen),
    ]
}

fn actions() -> impl Strategy<Value = Action> {
    let pain = || prop::option::of(0..=10u8).prop_map(|score| score.and_then(Pain::new));
    let position = || (0..=100u8).prop_map(|p| Position::clamped(p.into()));
    let reasons = [StopReason::Sharp, StopReason::Numb, StopReason::Tingling, StopReason::Other];
    let endings = [Ending::Eased, Ending::MovedOn, Ending::Limit, Ending::Interrupted];
    let often = [Event::Ticked, Event::BigTappedByKey, Event::Undone];
    let actions = [
        Event::MovedOn,
        Event::AtKnee,
        Event::TooMuchPressed,
        Event::FeltWrong,
        Event::CameOffRoller,
        Event::ReasonStepFinished,
        Event::CarriedOn,
        Event::StoppedForToday,
        Event::Paused,
        Event::Resumed,
        Event::StopPressed,
        Event::StopCancelled,
        Event::TenSecondsAdded,
        Event::PageHidden,
        Event::PageShown,
        Event::LayoutRotated,
        Event::SafetyPageToggled(false),
        Event::Navigated(Screen::Leg),
    ];
    let ends =
        [Event::StopConfirmed, Event::SummaryClosed, Event::InterruptedContinued, Event::InterruptedKept];
    prop_oneof![
        9 => prop::sample::select(often.to_vec()).prop_map(Action::Event),
        9 => (0..=1_700i64).prop_map(Action::Tap),
        9 => prop::sample::select(actions.to_vec()).prop_map(Action::Event),
        2 => prop::sample::select(ends.to_vec()).prop_map(Action::Event),
        1 => prop::sample::select(reasons.to_vec()).prop_map(|r| Action::Event(Event::ReasonGiven(r))),
        1 => pain().prop_map(|p| Action::Event(Event::HoldPainRated(p))),
        1 => pain().prop_map(|p| Action::Event(Event::PainAtEaseRated(p))),
        1 => (0..=100_000i32).prop_map(|m| Action::Event(Event::Mark(MarkEvent::Tapped(m)))),
        1 => (0..4usize, position()).prop_map(|(hold, position)| Action::Edit(Edit::Position(hold, position))),
        1 => (0..4usize, prop::sample::select(endings.to_vec()))
            .prop_map(|(hold, ending)| Action::Edit(Edit::Ending(hold, ending))),
        1 => Just(Action::Edit(Edit::PositionsConfirmed)),
        1 => Just(Action::Edit(Edit::Tag(Some(Tag::After)))),
        1 => Just(Action::Delete),
        1 => Just(Action::BringBack),
        1 => Just(Action::Kill),
    ]
}

fn spot(position: u8) -> Spot {
    Spot {
        position: Position::clamped(position.into()),
        position_source: PositionSource::Tapped,
        pinned_track: None,
        pain: None,
    }
}

impl Device {
    pub fn now(&self) -> Now {
        Now {
            unix_ms: super::super::script::START_UNIX_MS + self.at_ms + self.wall_skew_ms,
            mono_ms: self.at_ms - self.mono_lag_ms,
            utc_offset_min: 60,
        }
    }

    pub fn new_session_id(&mut self) -> SessionId {
        self.session_count += 1;
        SessionId::from_random([self.session_count; 10])
    }

    /// Lets the time before an event pass.
    pub fn let_time_pass(&mut self, pass: &TimePassing) {
        match *pass {
            TimePassing::Steadily(ms) | TimePassing::Silently(ms) => self.at_ms += ms,
            // On a hidden page, a changed clock cannot be distinguished from sleep.
            TimePassing::ClockSet { ms, .. } if self.is_hidden => self.at_ms += ms,
            TimePassing::ClockSet { by_ms, ms } => {
                self.wall_skew_ms += by_ms;
                self.at_ms += ms;
            }
            TimePassing::Frozen(ms) => {
                self.update(Event::PageHidden);
                self.at_ms += ms;
                self.mono_lag_ms += ms;
            }
        }
    }

    /// The event of an action.
    pub fn event(&mut self, action: &Action) -> Event {
        let newest = self.model.history.entries().last().map(|(id, _)| id);
        match (action, newest) {
            (Action::Event(event), _) => event.clone(),
            (Action::Tap(lasted_ms), _) => {
                Event::BigTapped { down_mono_ms: self.now().mono_ms - lasted_ms, is_multi_touch: false }
            }
            (Action::Edit(edit), Some(id)) => Event::SessionEdited(id, edit.clone()),
            (Action::Delete, Some(id)) => Event::SessionDeleted(id),
            (Action::BringBack, Some(id)) => Event::SessionUndeleted(id),
            (Action::Edit(_) | Action::Delete | Action::BringBack, None) => Event::Ticked,
            (Action::Kill, _) => match (&self.model.session_state, self.last_snapshot.clone()) {
                (SessionState::Running(_), Some(snapshot)) => {
                    self.kill();
                    Event::SnapshotFound(Box::new(snapshot))
                }
                _ => Event::StartPressed(self.new_session_id()),
            },
        }
    }

    /// Sends an event to the machine and stores a saved snapshot.
    pub fn update(&mut self, event: Event) {
        match event {
            Event::PageHidden => self.is_hidden = true,
            Event::PageShown => self.is_hidden = false,
            _ => {}
        }
        let now = self.now();
        let effects = update(&mut self.model, event, now);
        if effects.contains(&eased::domain::Effect::SaveSnapshot) {
            self.last_snapshot = self.model.running().map(|running| SessionSnapshot {
                running: RunningSession { undo: Vec::new(), ..running.clone() },
                written_unix_ms: now.unix_ms,
            });
        }
    }

    fn kill(&mut self) {
        let old = std::mem::replace(&mut self.model, Model::new("test"));
        self.model.settings = old.settings;
        self.model.meta = old.meta;
        self.model.draft = old.draft;
        self.model.history = old.history;
        self.mono_lag_ms = self.at_ms;
        self.is_hidden = false;
    }
}
