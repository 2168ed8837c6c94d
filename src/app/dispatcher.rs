//! The dispatch loop: an event updates the model, the signals of the components are set, and the effects are run.
//! Only this file writes the model.
//!
//! The loop knows neither the effect runner nor the subscription runner: [`boot`](super::boot()) passes them as
//! [`LoopFunctions`], so that they can depend on the loop without a circle.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use leptos::prelude::GetUntracked;

use super::{
    context::{AppContext, AppStatus, FilesRequest},
    context_writer::ContextWriter,
    locale::Locales,
};
use crate::{
    domain::{Effect, Event, Model, Now, effect::Announcement, settings::Theme, update},
    i18n::Text,
    platform::{
        audio::Audio,
        clock, device, haptics,
        lock::SessionLock,
        navigation::PageHistory,
        speech::{Speech, SpeechOptions},
        storage::{Storage, StorageFingerprint},
        ticker::Ticker,
        wake_lock::WakeLock,
    },
};

/// A handle to the dispatch loop and what it owns: the model, the components' signals, and the browser APIs. Clones
/// share the same loop.
#[derive(Clone)]
pub struct Dispatcher(pub(super) Rc<Inner>);

/// What the loop calls while it handles events.
#[derive(Clone, Copy)]
pub(super) struct LoopFunctions {
    /// Runs one effect.
    pub run_effect: fn(&Dispatcher, Effect),
    /// Announces what one event caused.
    pub announce: fn(&Dispatcher, Vec<Announcement>),
    /// Runs when all queued events have been handled: makes the browser match the model.
    pub after_events: fn(&Dispatcher),
}

/// The functions of the lazy part that the app calls: files, and speech.
#[derive(Clone, Copy)]
pub(super) struct LazyFunctions {
    pub handle_files: fn(&Dispatcher, FilesRequest),
    pub say: fn(&Speech, &str, SpeechOptions<'_>),
    pub unlock_speech: fn(&Speech),
    pub has_voice: fn(&str) -> bool,
}

/// What the `html` element shows: the tag of the language, the theme, and whether a session fills the screen.
pub(super) type Appearance = (&'static str, Theme, bool);

/// What the loop owns.
pub(super) struct Inner {
    pub(super) model: RefCell<Model>,
    pub(super) context: ContextWriter,
    pub(super) locales: Locales,
    /// The appearance that was applied last.
    pub(super) appearance: Cell<Option<Appearance>>,
    functions: LoopFunctions,
    /// Events that were dispatched while another one is handled, for example by an effect.
    queue: RefCell<VecDeque<Event>>,
    is_dispatching: Cell<bool>,
    pub(super) page_history: PageHistory,
    pub(super) ticker: Ticker,
    pub(super) audio: Audio,
    pub(super) speech: Speech,
    pub(super) wake_lock: WakeLock,
    pub(super) lock: SessionLock,
    pub(super) storage: Storage,
    /// The lazy part is being loaded, or is loaded.
    pub(super) is_lazy_part_requested: Cell<bool>,
    /// `None` until the lazy part is loaded.
    pub(super) lazy_functions: Cell<Option<LazyFunctions>>,
    /// While the page is in the back/forward cache: the fingerprint of localStorage from when it was suspended.
    /// Events are queued until the page is shown again.
    pub(super) suspended: RefCell<Option<StorageFingerprint>>,
}

impl Dispatcher {
    /// Creates the loop and the components' signals under the current reactive owner. `text` has the phrases of the
    /// language that is shown first.
    pub(super) fn new(
        model: Model,
        storage: Storage,
        locales: Locales,
        text: &'static Text,
        functions: LoopFunctions,
    ) -> Self {
        let status = AppStatus {
            is_ios_browser: device::is_ios_browser(),
            can_vibrate: haptics::can_vibrate(),
            ..AppStatus::default()
        };
        let page_history = PageHistory::default();
        let context = ContextWriter::new(&model, text, status, page_history.clone());
        Self(Rc::new(Inner {
            model: RefCell::new(model),
            context,
            locales,
            appearance: Cell::default(),
            functions,
            queue: RefCell::default(),
            is_dispatching: Cell::new(false),
            page_history,
            ticker: Ticker::default(),
            audio: Audio::default(),
            speech: Speech::default(),
            wake_lock: WakeLock::default(),
            lock: SessionLock::default(),
            storage,
            is_lazy_part_requested: Cell::new(false),
            lazy_functions: Cell::new(None),
            suspended: RefCell::default(),
        }))
    }

    /// The components' context.
    pub(super) fn context(&self) -> AppContext {
        self.0.context.context()
    }

    /// Reads the model. `read` must not dispatch.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Model) -> T) -> T {
        read(&self.0.model.borrow())
    }

    /// The state of the device and the app outside the model.
    pub(super) fn status(&self) -> AppStatus {
        self.context().status.get_untracked()
    }

    /// Changes the status.
    pub(super) fn update_status(&self, change: impl FnOnce(&mut AppStatus)) {
        let mut status = self.status();
        change(&mut status);
        self.0.context.set_status(status);
    }

    /// The phrases of the language in use.
    pub(super) fn text(&self) -> &'static Text {
        self.context().text.get_untracked()
    }

    /// Handles an event and everything that it causes before it returns. If another event is being handled, this one is
    /// queued.
    pub fn dispatch(&self, event: Event) {
        self.0.queue.borrow_mut().push_back(event);
        if self.0.suspended.borrow().is_some() || self.0.is_dispatching.replace(true) {
            return;
        }
        while !self.0.queue.borrow().is_empty() {
            self.handle_queue();
            (self.0.functions.after_events)(self);
        }
        self.0.is_dispatching.set(false);
    }

    fn handle_queue(&self) {
        loop {
            let next = self.0.queue.borrow_mut().pop_front();
            let Some(event) = next else { return };
            let now = clock::now();
            let mut announcements = Vec::new();
            for effect in self.update(event, now) {
                if let Effect::Announce(announcement) = effect {
                    announcements.push(announcement);
                } else {
                    (self.0.functions.run_effect)(self, effect);
                }
            }
            if !announcements.is_empty() {
                (self.0.functions.announce)(self, announcements);
            }
        }
    }

    /// Updates the model and the signals, in this order: an effect may read the signals.
    fn update(&self, event: Event, now: Now) -> Vec<Effect> {
        let effects = update(&mut self.0.model.borrow_mut(), event, now);
        self.0.context.publish(&self.0.model.borrow());
        effects
    }

    /// Passes a request to the lazy part. Does nothing until that is loaded.
    pub(super) fn handle_files(&self, request: FilesRequest) {
        if let Some(functions) = self.0.lazy_functions.get() {
            (functions.handle_files)(self, request);
        }
    }
}
