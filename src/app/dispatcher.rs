//! The dispatch loop: an event goes in, the model changes, effects are carried out, subscriptions are reconciled, signals
//! tell the components. The one writer of the model.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use leptos::prelude::GetUntracked;
use wasm_bindgen_futures::spawn_local;

use super::{
    context::{AppContext, ContextWriter, Device, FilesRequest},
    locale::Locales,
};
use crate::{
    domain::{
        Effect, Event, Model, Now,
        live::SessionSnapshot,
        model::{Screen, SessionState},
        phase::Phase,
        running::Running,
        settings::Theme,
        subscriptions, update,
    },
    i18n::{Text, formats},
    platform::{
        audio::Audio,
        clock, device, haptics,
        lock::{LockAnswer, SessionLock},
        navigation::PageHistory,
        page,
        speech::{Manner, Speech},
        storage::{Storage, StorageFingerprint},
        ticker::Ticker,
        wake_lock::WakeLock,
    },
};

/// The dispatch loop and what it owns: the model, the signals that components read, and the browser APIs. A clone is the
/// same loop.
#[derive(Clone)]
pub struct Dispatcher(pub(super) Rc<Inner>);

/// What the lazy part does for the loop, once it is loaded: files, and the voice.
#[derive(Clone, Copy)]
pub(super) struct PartFunctions {
    pub(super) handle_files: fn(&Dispatcher, FilesRequest),
    pub(super) say: fn(&Speech, &str, Manner<'_>),
    pub(super) prime: fn(&Speech),
    pub(super) has_voice: fn(&str) -> bool,
}

/// What the loop owns.
pub(super) struct Inner {
    pub(super) model: RefCell<Model>,
    pub(super) context: ContextWriter,
    pub(super) locales: Locales,
    /// Language, colours and whether a session has the screen: what the `html` element shows.
    pub(super) look: Cell<Option<(&'static str, Theme, bool)>>,
    /// Events wait here while one is being taken in, so that an effect may cause one.
    pub(super) queue: RefCell<VecDeque<Event>>,
    pub(super) busy: Cell<bool>,
    pub(super) page_history: PageHistory,
    pub(super) ticker: Ticker,
    pub(super) audio: Audio,
    pub(super) speech: Speech,
    pub(super) wake_lock: WakeLock,
    pub(super) lock: SessionLock,
    pub(super) storage: Storage,
    /// The lazy part is being loaded, or is loaded.
    pub(super) part_requested: Cell<bool>,
    /// `None` until the lazy part is loaded.
    pub(super) part: Cell<Option<PartFunctions>>,
    /// The page is in the back/forward cache, and what localStorage looked like then. Events wait until it is shown again.
    pub(super) suspended: RefCell<Option<StorageFingerprint>>,
}

impl Dispatcher {
    /// Makes the loop and the signals that components read, under the current owner.
    /// `locales` and `text`: the language that the page begins with.
    pub(super) fn new(model: Model, storage: Storage, locales: Locales, text: &'static Text) -> Self {
        let device = Device {
            ios_browser: device::is_ios_browser(),
            can_vibrate: haptics::can_vibrate(),
            ..Device::default()
        };
        let page_history = PageHistory::default();
        let context = ContextWriter::new(&model, text, device, page_history.clone());
        let dispatcher = Self(Rc::new(Inner {
            model: RefCell::new(model),
            context,
            locales,
            look: Cell::default(),
            queue: RefCell::default(),
            busy: Cell::new(false),
            page_history: page_history.clone(),
            ticker: Ticker::default(),
            audio: Audio::default(),
            speech: Speech::default(),
            wake_lock: WakeLock::default(),
            lock: SessionLock::default(),
            storage,
            part_requested: Cell::new(false),
            part: Cell::new(None),
            suspended: RefCell::default(),
        }));
        let (dispatching, requesting) = (dispatcher.clone(), dispatcher.clone());
        context.set_handlers(
            move |event| dispatching.dispatch(event),
            move |request| requesting.handle_request(request),
        );
        dispatcher
    }

    /// What components reach.
    pub(super) fn context(&self) -> AppContext {
        self.0.context.context()
    }

    /// Reads something off the model. Nothing may be dispatched from within.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Model) -> T) -> T {
        read(&self.0.model.borrow())
    }

    /// What is known of the device.
    pub(super) fn device(&self) -> Device {
        self.context().device.get_untracked()
    }

    /// Changes what is known of the device.
    pub(super) fn update_device(&self, change: impl FnOnce(&mut Device)) {
        let mut device = self.device();
        change(&mut device);
        self.0.context.set_device(device);
    }

    /// The phrases of the language in use.
    pub(super) fn phrases(&self) -> &'static Text {
        self.context().text.get_untracked()
    }

    /// Handles an event, and whatever it causes, before it returns. An event that is dispatched meanwhile waits its turn.
    pub fn dispatch(&self, event: Event) {
        self.0.queue.borrow_mut().push_back(event);
        if self.0.suspended.borrow().is_some() || self.0.busy.replace(true) {
            return;
        }
        while !self.0.queue.borrow().is_empty() {
            self.handle_queue();
            self.follow_look();
            self.reconcile();
        }
        self.0.busy.set(false);
    }

    fn handle_queue(&self) {
        loop {
            let next = self.0.queue.borrow_mut().pop_front();
            let Some(event) = next else { return };
            let now = clock::now();
            let mut announcements = Vec::new();
            for effect in self.update(event, now) {
                if let Effect::Say(announcement) = effect {
                    announcements.push(announcement);
                }
                self.perform(effect);
            }
            if !announcements.is_empty() {
                self.announce(announcements);
            }
        }
    }

    /// Changes the model and tells the components. The order matters: an effect may read what is shown.
    fn update(&self, event: Event, now: Now) -> Vec<Effect> {
        let effects = update(&mut self.0.model.borrow_mut(), event, now);
        self.0.context.publish(&self.0.model.borrow());
        effects
    }

    /// Follows the chosen language and colours: on the `html` element, where the style sheet and screen readers look, and in
    /// the phrases that are shown.
    pub(super) fn follow_look(&self) {
        let (language, theme, session) =
            self.read(|m| (m.settings.language.clone(), m.settings.theme, in_session(m)));
        let text = self.follow_language(language.as_deref());
        let look = Some((text.tag, theme, session));
        let was = self.0.look.replace(look);
        if was != look {
            page::set_look(text.tag, formats::current().is_rtl(), session, theme);
            if was.is_some() {
                self.check_voice();
            }
        }
    }

    /// Brings the browser in line with the model's subscriptions: tick, wake lock, sound, session lock.
    fn reconcile(&self) {
        let (wants, running) =
            self.read(|m| (subscriptions(m), matches!(m.sitting, SessionState::Running(_))));
        self.0.ticker.set(wants.tick_ms);
        self.0.wake_lock.set_wanted(wants.awake);
        // A pause may be forgotten: headphones are kept awake no longer than the screen.
        self.follow_sound(running && wants.awake);
        if !wants.lock {
            // A lock that is asked for or being taken over is not held yet, and wished for in a moment.
            if self.0.lock.is_held() && !self.device().taking_over {
                self.0.lock.release();
            }
        } else if running && self.0.lock.is_free() {
            let (app, answer) = (self.clone(), self.0.lock.request(false));
            spawn_local(async move {
                if answer.await == LockAnswer::Refused {
                    app.lost_lock();
                }
            });
        }
    }

    /// Another tab runs the session now; what it last wrote is what this one shows.
    pub(super) fn lost_lock(&self) {
        let (app, read) = (self.clone(), self.0.storage.read_live());
        spawn_local(async move {
            let read = read.await;
            if let Some(live) = read.live.or_else(|| app.live().map(Box::new)) {
                app.dispatch(Event::LockLost(live));
            }
        });
    }

    /// The running session as it would be written now.
    pub(super) fn live(&self) -> Option<SessionSnapshot> {
        self.read(|m| {
            let running = m.running()?;
            Some(SessionSnapshot {
                running: Running { undo: Vec::new(), ..running.clone() },
                written_unix_ms: running.seen.unix_ms,
            })
        })
    }
}

/// Whether the screen belongs to a session under way, which is always dark.
fn in_session(model: &Model) -> bool {
    let under_way = match &model.sitting {
        SessionState::Running(running) => running.course.phase != Phase::Done,
        SessionState::Idle
        | SessionState::Asking(_)
        | SessionState::Found { .. }
        | SessionState::Elsewhere(_) => false,
    };
    under_way && model.screen == Screen::Session
}
