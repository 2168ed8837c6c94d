//! Random days: what may happen, and how the time between two events passes.

use eased::domain::{
    Event, Model, Now,
    event::{Edit, MarkEvent},
    hold::{Ending, Reason},
    leg::{Leg, Position},
    live::SessionSnapshot,
    model::{Screen, SessionState},
    running::Running,
    safety::{Concerns, GateAnswer},
    session::{SessionId, Tag},
    settings::{HoldSeconds, PacerSeconds},
    spot::{Pain, Placed, Spot},
    update,
};
use proptest::{collection::vec, prelude::*};

/// How the time before an event passes.
#[derive(Clone, Debug)]
pub enum Pass {
    /// Ticks arrive, or would.
    Steadily(i64),
    /// Ticks arrive while the wall clock is set.
    ClockSet { by_ms: i64, ms: i64 },
    /// Nothing is heard, the monotonic clock runs.
    Silently(i64),
    /// Nothing is heard and the monotonic clock stands still; only a hidden page sleeps like that.
    Frozen(i64),
}

/// What happens then.
#[derive(Clone, Debug)]
pub enum Act {
    /// An event as it is.
    Event(Event),
    /// A tap that lasted so long.
    Tap(i64),
    /// A change to a finished session.
    Edit(Edit),
    Delete,
    BringBack,
    /// The page is gone and the next one finds the live record.
    Kill,
}

/// One thing after another.
#[derive(Clone, Debug)]
pub struct Beat {
    pub pass: Pass,
    pub act: Act,
}

/// A device and a person.
#[derive(Clone, Debug)]
pub struct Day {
    pub model: Model,
    pub at_ms: i64,
    pub skew_ms: i64,
    pub still_ms: i64,
    pub hidden: bool,
    pub written: Option<SessionSnapshot>,
    pub names: u8,
}

/// A first day with a session just begun.
pub fn days() -> impl Strategy<Value = Day> {
    let marks = || vec(0..=100u8, 0..4);
    (marks(), marks(), any::<bool>(), 15..=90u8, 30..=120u8).prop_map(
        |(left, right, by_itself, seconds, zone)| {
            let mut model = Model::new("test");
            model.settings.by_itself = by_itself;
            model.settings.hold_seconds = HoldSeconds::new(seconds).unwrap_or_default();
            model.settings.pacer = PacerSeconds::new(zone).unwrap_or_default();
            for (leg, places) in [(Leg::Left, left), (Leg::Right, right)] {
                for place in places {
                    model.draft.add(leg, spot(place));
                }
            }
            let mut day =
                Day { model, at_ms: 0, skew_ms: 0, still_ms: 0, hidden: false, written: None, names: 0 };
            day.model.meta.gate = Some(GateAnswer {
                unix_ms: day.now().unix_ms,
                utc_offset_min: 0,
                concerns: Concerns::default(),
                asked: false,
            });
            let start = Event::StartPressed(day.name());
            day.update(start);
            day
        },
    )
}

pub fn beats(most: usize) -> impl Strategy<Value = Vec<Beat>> {
    vec((passes(), acts()).prop_map(|(pass, act)| Beat { pass, act }), 1..most)
}

fn passes() -> impl Strategy<Value = Pass> {
    prop_oneof![
        8 => (0..=5_000i64).prop_map(Pass::Steadily),
        8 => (400..=1_500i64).prop_map(Pass::Steadily),
        1 => (-100_000_000..=100_000_000i64, 0..=5_000i64)
            .prop_map(|(by_ms, ms)| Pass::ClockSet { by_ms, ms }),
        1 => (5_001..=130_000i64).prop_map(Pass::Silently),
        1 => (0..=2_000_000i64).prop_map(Pass::Frozen),
    ]
}

fn acts() -> impl Strategy<Value = Act> {
    let pain = || prop::option::of(0..=10u8).prop_map(|score| score.and_then(Pain::new));
    let place = || (0..=100u8).prop_map(|p| Position::clamped(p.into()));
    let reasons = [Reason::Sharp, Reason::Numb, Reason::Tingling, Reason::Other];
    let endings = [Ending::Eased, Ending::MovedOn, Ending::Limit, Ending::Interrupted];
    let often = [Event::Ticked, Event::KeyTapped, Event::Undone];
    let acts = [
        Event::MovedOn,
        Event::AtKnee,
        Event::TooMuchAsked,
        Event::FeltWrong,
        Event::CameOff,
        Event::ReasonDone,
        Event::CarriedOn,
        Event::StoppedForToday,
        Event::Paused,
        Event::Resumed,
        Event::StopAsked,
        Event::StopWithdrawn,
        Event::TenAdded,
        Event::Hidden,
        Event::Shown,
        Event::Turned,
        Event::RedCard(false),
        Event::Went(Screen::Leg),
    ];
    let ends = [Event::Stopped, Event::Left, Event::Continued, Event::KeptInterrupted];
    prop_oneof![
        9 => prop::sample::select(often.to_vec()).prop_map(Act::Event),
        9 => (0..=1_700i64).prop_map(Act::Tap),
        9 => prop::sample::select(acts.to_vec()).prop_map(Act::Event),
        2 => prop::sample::select(ends.to_vec()).prop_map(Act::Event),
        1 => prop::sample::select(reasons.to_vec()).prop_map(|r| Act::Event(Event::ReasonGiven(r))),
        1 => pain().prop_map(|p| Act::Event(Event::PressRated(p))),
        1 => pain().prop_map(|p| Act::Event(Event::EaseRated(p))),
        1 => (0..=100_000i32).prop_map(|m| Act::Event(Event::Mark(MarkEvent::Tapped(m)))),
        1 => (0..4usize, place()).prop_map(|(hold, place)| Act::Edit(Edit::Place(hold, place))),
        1 => (0..4usize, prop::sample::select(endings.to_vec()))
            .prop_map(|(hold, ending)| Act::Edit(Edit::Ending(hold, ending))),
        1 => Just(Act::Edit(Edit::PlacesRight)),
        1 => Just(Act::Edit(Edit::Tag(Some(Tag::After)))),
        1 => Just(Act::Delete),
        1 => Just(Act::BringBack),
        1 => Just(Act::Kill),
    ]
}

fn spot(place: u8) -> Spot {
    Spot { position: Position::clamped(place.into()), placed: Placed::Tapped, track: None, pain: None }
}

impl Day {
    pub fn now(&self) -> Now {
        Now {
            unix_ms: super::super::script::START_UNIX_MS + self.at_ms + self.skew_ms,
            mono_ms: self.at_ms - self.still_ms,
            utc_offset_min: 60,
        }
    }

    pub fn name(&mut self) -> SessionId {
        self.names += 1;
        SessionId::from_random([self.names; 10])
    }

    /// Lets the time before an event pass.
    pub fn pass(&mut self, pass: &Pass) {
        match *pass {
            Pass::Steadily(ms) | Pass::Silently(ms) => self.at_ms += ms,
            // On a hidden page a clock that is set cannot be told from sleep.
            Pass::ClockSet { ms, .. } if self.hidden => self.at_ms += ms,
            Pass::ClockSet { by_ms, ms } => {
                self.skew_ms += by_ms;
                self.at_ms += ms;
            }
            Pass::Frozen(ms) => {
                self.update(Event::Hidden);
                self.at_ms += ms;
                self.still_ms += ms;
            }
        }
    }

    /// The event that an act is.
    pub fn event(&mut self, act: &Act) -> Event {
        let newest = self.model.history.entries().last().map(|(id, _)| id);
        match (act, newest) {
            (Act::Event(event), _) => event.clone(),
            (Act::Tap(lasted_ms), _) => {
                Event::Tapped { down_mono_ms: self.now().mono_ms - lasted_ms, multi: false }
            }
            (Act::Edit(edit), Some(id)) => Event::Edited(id, edit.clone()),
            (Act::Delete, Some(id)) => Event::Deleted(id),
            (Act::BringBack, Some(id)) => Event::BroughtBack(id),
            (Act::Edit(_) | Act::Delete | Act::BringBack, None) => Event::Ticked,
            (Act::Kill, _) => match (&self.model.sitting, self.written.clone()) {
                (SessionState::Running(_), Some(live)) => {
                    self.kill();
                    Event::LiveFound(Box::new(live))
                }
                _ => Event::StartPressed(self.name()),
            },
        }
    }

    /// Hands an event to the machine; a written live record is kept.
    pub fn update(&mut self, event: Event) {
        match event {
            Event::Hidden => self.hidden = true,
            Event::Shown => self.hidden = false,
            _ => {}
        }
        let now = self.now();
        let effects = update(&mut self.model, event, now);
        if effects.contains(&eased::domain::Effect::SaveLive) {
            self.written = self.model.running().map(|running| SessionSnapshot {
                running: Running { undo: Vec::new(), ..running.clone() },
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
        self.still_ms = self.at_ms;
        self.hidden = false;
    }
}
