//! The loop: an event goes in, the model changes, effects are carried out, wishes are reconciled, signals
//! tell the views. The one writer of the model.

mod boot;
mod perform;

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    domain::{
        Event, Model,
        effect::Said,
        live::Live,
        model::{Screen, Sitting},
        phase::Phase,
        settings::Language,
        step, wants,
    },
    effect::{
        audio::Audio,
        clock, device, file,
        lock::{Answer, Lock},
        page,
        shelf::Shelves,
        ticker::Ticker,
        wake_lock::WakeLock,
    },
    store::backup,
    text::{DE, EN, Text},
    view::{Ask, Ctx, Device},
};

pub use boot::boot;

/// Short name of this build, written into every session.
pub const BUILD: &str = match option_env!("EASED_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// The running app. A clone is the same app.
#[derive(Clone)]
pub struct App(Rc<Inner>);

struct Inner {
    model: RwSignal<Model>,
    said: RwSignal<(u32, Option<Said>)>,
    device: RwSignal<Device>,
    /// Events wait here while one is being taken in, so that an effect may cause one.
    queue: RefCell<VecDeque<Event>>,
    busy: Cell<bool>,
    ticker: Ticker,
    audio: Audio,
    wake_lock: WakeLock,
    lock: Lock,
    /// The lock was taken from another tab and the session's record is being read.
    taking_over: Cell<bool>,
    shelves: Shelves,
}

impl App {
    fn new(model: Model, shelves: Shelves) -> Self {
        Self(Rc::new(Inner {
            model: RwSignal::new(model),
            said: RwSignal::new((0, None)),
            device: RwSignal::new(Device { ios_browser: device::is_ios_browser(), ..Device::default() }),
            queue: RefCell::default(),
            busy: Cell::new(false),
            ticker: Ticker::default(),
            audio: Audio::default(),
            wake_lock: WakeLock::default(),
            lock: Lock::default(),
            taking_over: Cell::new(false),
            shelves,
        }))
    }

    /// Takes in an event, and whatever it causes, before it returns; inside a running step it waits its turn.
    pub fn send(&self, event: Event) {
        self.0.queue.borrow_mut().push_back(event);
        if self.0.busy.replace(true) {
            return;
        }
        loop {
            let next = self.0.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let now = clock::now();
            let effects = self.0.model.try_update(|model| step(model, event, now));
            for effect in effects.unwrap_or_default() {
                self.perform(effect);
            }
        }
        self.reconcile();
        self.0.busy.set(false);
    }

    /// Reads something off the model without following it.
    fn read<T>(&self, read: impl FnOnce(&Model) -> T) -> T {
        self.0.model.with_untracked(read)
    }

    /// Makes the model's standing wishes true.
    fn reconcile(&self) {
        let (wants, running) = self.read(|m| (wants(m), matches!(m.sitting, Sitting::Running(_))));
        let app = self.clone();
        self.0.ticker.set(wants.tick_ms, move || app.send(Event::Ticked));
        let device = self.0.device;
        self.0.wake_lock.wish(wants.awake, move |refused| {
            if device.with_untracked(|d| d.may_sleep != refused) {
                device.update(|d| d.may_sleep = refused);
            }
        });
        if !wants.lock {
            // A lock that is asked for or being taken over is not held yet, and wished for in a moment.
            if self.0.lock.is_held() && !self.0.taking_over.get() {
                self.0.lock.release();
            }
        } else if running && self.0.lock.is_free() {
            let app = self.clone();
            self.0.lock.request(false, move |answer| match answer {
                Answer::Granted => {}
                Answer::Refused | Answer::Lost => app.lost_lock(),
            });
        }
    }

    /// Another tab runs the session now; what it last wrote is what this one shows.
    fn lost_lock(&self) {
        let app = self.clone();
        spawn_local(async move {
            let found = app.0.shelves.read_live().await;
            if let Some(live) = found.or_else(|| app.live().map(Box::new)) {
                app.send(Event::LockLost(live));
            }
        });
    }

    /// The running session as it would be written now.
    fn live(&self) -> Option<Live> {
        self.read(|m| {
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
            Ask::Start => {
                // Sound may only be woken by a gesture, and this is the one that every session has.
                self.0.audio.wake();
                self.send(Event::StartPressed(device::new_session_id()));
            }
            Ask::Backup => {
                let app = self.clone();
                spawn_local(async move {
                    let spoilt = app.0.shelves.spoilt().await;
                    let file = app.read(|m| backup::write(m, &spoilt, clock::now()));
                    if file::offer(&file.name, &file.text) {
                        app.send(Event::BackedUp);
                    }
                });
            }
            Ask::Update => page::call_boot("easedApplyUpdate"),
            Ask::Back => page::back(),
        }
    }

    /// Gives the views what they may reach.
    fn provide(&self) {
        let inner = &self.0;
        let model = inner.model.read_only();
        let language = Memo::new(move |_| model.with(|m| m.settings.language));
        let (sending, asking) = (self.clone(), self.clone());
        provide_context(Ctx {
            model,
            text: Memo::new(move |_| phrases(language.get())),
            said: inner.said.read_only(),
            device: inner.device.read_only(),
            send: UnsyncCallback::new(move |event| sending.send(event)),
            ask: UnsyncCallback::new(move |wish| asking.ask(wish)),
        });
    }
}

/// The phrases for a choice of language.
fn phrases(language: Language) -> &'static Text {
    match language {
        Language::German => &DE,
        Language::Auto if device::speaks_german() => &DE,
        Language::English | Language::Auto => &EN,
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
