//! The loop: an event goes in, the model changes, effects are carried out, wishes are reconciled, signals
//! tell the views. The one writer of the model.

mod away;
mod boot;
mod files;
mod perform;
mod sound;
mod words;

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use crate::{
    domain::{
        Effect, Event, Model,
        live::Live,
        model::{Screen, Sitting},
        phase::Phase,
        settings::{Language, Theme},
        step, wants,
    },
    effect::{
        audio::Audio,
        clock, device, haptics,
        lock::{Answer, Lock},
        page, rest,
        shelf::{Glance, Shelves},
        speech::Speech,
        ticker::Ticker,
        wake_lock::WakeLock,
    },
    view::{Ask, Ctx, Device, Rest, Task, ctx, files::Files, is_free},
};

use self::words::Words;

pub use boot::boot;

/// Name of the build, where the page knows none.
const BUILD: &str = env!("CARGO_PKG_VERSION");

/// The running app. A clone is the same app.
#[derive(Clone)]
pub struct App(Rc<Inner>);

struct Inner {
    words: Words,
    /// Language, colours and whether a session has the screen: what the `html` element was last told.
    look: Cell<Option<(&'static str, Theme, bool)>>,
    /// Events wait here while one is being taken in, so that an effect may cause one.
    queue: RefCell<VecDeque<Event>>,
    busy: Cell<bool>,
    ticker: Ticker,
    audio: Audio,
    speech: Speech,
    wake_lock: WakeLock,
    lock: Lock,
    /// The lock was taken from another tab and the session's record is being read.
    taking_over: Cell<bool>,
    shelves: Shelves,
    /// The page is put away, and what localStorage looked like then. Events wait until it is shown again.
    away: RefCell<Option<Glance>>,
}

impl App {
    fn new(language: Language, shelves: Shelves) -> Self {
        Self(Rc::new(Inner {
            words: Words::here(language),
            look: Cell::default(),
            queue: RefCell::default(),
            busy: Cell::new(false),
            ticker: Ticker::default(),
            audio: Audio::default(),
            speech: Speech::default(),
            wake_lock: WakeLock::default(),
            lock: Lock::default(),
            taking_over: Cell::new(false),
            shelves,
            away: RefCell::default(),
        }))
    }

    /// Takes in an event, and whatever it causes, before it returns; inside a running step it waits its turn.
    pub fn send(&self, event: Event) {
        self.0.queue.borrow_mut().push_back(event);
        if self.0.away.borrow().is_some() || self.0.busy.replace(true) {
            return;
        }
        loop {
            let next = self.0.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let now = clock::now();
            let mut told = Vec::new();
            for effect in ctx().change(|model| step(model, event, now)) {
                if let Effect::Say(said) = effect {
                    told.push(said);
                }
                self.perform(effect);
            }
            if !told.is_empty() {
                self.tell(told);
            }
        }
        self.follow_look();
        self.reconcile();
        self.0.busy.set(false);
    }

    /// Language and colours stand on the `html` element, where the style sheet and screen readers look.
    fn follow_look(&self) {
        let (language, theme, session) =
            ctx().peek(|m| (m.settings.language, m.settings.theme, in_session(m)));
        let text = self.text(language);
        let look = Some((text.tag, theme, session));
        let was = self.0.look.replace(look);
        if was != look {
            page::set_look(text.tag, theme, session);
            if was.is_some() {
                sound::look_for_voice();
            }
        }
    }

    /// Makes the model's standing wishes true.
    fn reconcile(&self) {
        let (wants, running) = ctx().peek(|m| (wants(m), matches!(m.sitting, Sitting::Running(_))));
        self.0.ticker.set(wants.tick_ms);
        let app = self.clone();
        self.0.wake_lock.wish(wants.awake, Box::new(move |refused| app.may_sleep(refused)));
        self.follow_sound();
        if !wants.lock {
            // A lock that is asked for or being taken over is not held yet, and wished for in a moment.
            if self.0.lock.is_held() && !self.0.taking_over.get() {
                self.0.lock.release();
            }
        } else if running && self.0.lock.is_free() {
            let app = self.clone();
            let answered = move |answer| match answer {
                Answer::Granted => {}
                Answer::Refused | Answer::Lost => app.lost_lock(),
            };
            self.0.lock.request(false, Rc::new(answered));
        }
    }

    /// Another tab runs the session now; what it last wrote is what this one shows.
    fn lost_lock(&self) {
        let app = self.clone();
        let read = move |found: Option<Box<Live>>, _| {
            if let Some(live) = found.or_else(|| Self::live().map(Box::new)) {
                app.send(Event::LockLost(live));
            }
        };
        self.0.shelves.read_live(Box::new(read));
    }

    /// The running session as it would be written now.
    fn live() -> Option<Live> {
        ctx().peek(|m| {
            let running = m.running()?;
            Some(Live {
                running: crate::domain::running::Running { undo: Vec::new(), ..running.clone() },
                written_unix_ms: running.seen.unix_ms,
            })
        })
    }

    /// Fulfils a wish that only the browser can.
    fn ask(&self, ask: Ask) {
        match ask {
            Ask::Do(task) => {
                if !matches!(task, Task::Backup | Task::Keep) {
                    // Sound may only be woken by a gesture, and this is the one that every session has.
                    self.wake_sound();
                }
                if ctx().device().rest == Rest::Here {
                    self.carry_out(task);
                } else {
                    // Without its screen no session may run: there would be no way to pause it.
                    ctx().note(&|d| d.waits = Some(task));
                    self.ask(Ask::Rest);
                }
            }
            Ask::Forget => ctx().note(&|d| d.waits = None),
            // That it is here is told to everyone (`Told::Rest`).
            Ask::Rest => rest::fetch(|here| {
                if !here {
                    ctx().note(&|d| d.rest = Rest::Refused);
                }
            }),
            Ask::Files(files) => files::door::fulfil(self, files),
            Ask::SoundCheck => self.check_sound(),
            Ask::Install => page::call_boot("easedInstall"),
            // No session is interrupted by it, whoever asks.
            Ask::Update => {
                if ctx().peek(is_free) {
                    page::call_boot("easedApplyUpdate");
                }
            }
            Ask::Back => page::back(),
        }
    }

    /// The rest of the program is in its place, and the sessions have been read: what waits for them is done.
    fn history_is_here(&self) {
        let waits = ctx().device().waits;
        ctx().note(&|d| (d.rest, d.waits) = (Rest::Here, None));
        if let Some(task) = waits {
            self.carry_out(task);
        }
    }

    fn carry_out(&self, task: Task) {
        match task {
            Task::Start => self.send(Event::StartPressed(device::new_session_id())),
            Task::Continue => self.send(Event::Continued),
            Task::Keep => self.send(Event::KeptInterrupted),
            Task::TakeOver => self.send(Event::TakeOverAsked),
            Task::Backup => files::door::fulfil(self, Files::Backup),
        }
    }

    /// Gives the views what they may reach.
    fn provide(&self, model: Model) {
        let text = self.0.words.now(model.settings.language);
        let device = Device {
            ios_browser: device::is_ios_browser(),
            can_vibrate: haptics::can_vibrate(),
            ..Device::default()
        };
        let (sending, asking) = (self.clone(), self.clone());
        Ctx::provide(model, text, device, move |event| sending.send(event), move |wish| asking.ask(wish));
    }
}

/// Whether the screen belongs to a session under way, which is always dark.
fn in_session(model: &Model) -> bool {
    let under_way = match &model.sitting {
        Sitting::Running(running) => running.course.phase != Phase::Done,
        Sitting::Idle | Sitting::Asking(_) | Sitting::Found { .. } | Sitting::Elsewhere(_) => false,
    };
    under_way && model.screen == Screen::Session
}
