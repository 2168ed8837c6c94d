//! The writing half of the context: creates the signals, and copies changes of the model to them.

use std::rc::Rc;

use leptos::prelude::*;

use super::context::{AppContext, AppRequest, AppStatus, ContextCallbacks, FilesState};
use crate::{
    domain::{
        Event, Model, Now,
        draft::Draft,
        effect::Announcement,
        history::{History, SaveStatus},
        history_list::history_fingerprint,
        model::{KneeRating, Meta, SessionState, StorageHealth},
        screen::Screen,
        settings::Settings,
    },
    i18n::Text,
    platform::navigation::PageHistory,
};

/// The write halves of the signals in [`AppContext`]. For the dispatch loop only.
#[derive(Clone, Copy)]
pub struct ContextWriter {
    context: AppContext,
    screen: WriteSignal<Screen>,
    safety_page_open: WriteSignal<bool>,
    settings: WriteSignal<Settings>,
    meta: WriteSignal<Meta>,
    draft: WriteSignal<Draft>,
    knee_rating: WriteSignal<Option<KneeRating>>,
    session_state: WriteSignal<SessionState>,
    snapshot_save_status: WriteSignal<(u32, SaveStatus)>,
    history: WriteSignal<History>,
    storage_health: WriteSignal<StorageHealth>,
    now: WriteSignal<Now>,
    text: WriteSignal<&'static Text>,
    status: WriteSignal<AppStatus>,
    announcements: WriteSignal<(u32, Vec<Announcement>)>,
}

impl ContextWriter {
    /// Creates the signals under the current reactive owner.
    pub fn new(model: &Model, text: &'static Text, status: AppStatus, page_history: PageHistory) -> Self {
        let (screen, set_screen) = signal(model.screen);
        let (safety_page_open, set_safety_page_open) = signal(model.safety_page_open);
        let (settings, set_settings) = signal(model.settings.clone());
        let (meta, set_meta) = signal(model.meta.clone());
        let (draft, set_draft) = signal(model.draft.clone());
        let (knee_rating, set_knee_rating) = signal(model.knee_rating);
        let (session_state, set_session_state) = signal(model.session_state.clone());
        let (snapshot_save_status, set_snapshot_save_status) = signal(model.snapshot_save_status);
        let (history, set_history) = signal(model.history.clone());
        let (storage_health, set_storage_health) = signal(model.storage_health);
        let (now, set_now) = signal(model.now);
        let (text, set_text) = signal(text);
        let (status, set_status) = signal(status);
        let (announcements, set_announcements) = signal((0, Vec::new()));
        let no_op = ContextCallbacks { dispatch: Rc::new(|_| {}), request: Rc::new(|_| {}) };
        let context = AppContext {
            screen,
            safety_page_open,
            settings,
            meta,
            draft,
            knee_rating,
            session_state,
            snapshot_save_status,
            history,
            history_fingerprint: Memo::new(move |_| history.with(history_fingerprint)),
            storage_health,
            text,
            status,
            announcements,
            build: model.build,
            now,
            today: Memo::new(move |_| now.get().local_day()),
            files: StoredValue::new(FilesState::new()),
            callbacks: StoredValue::new_local(no_op),
            page_history: StoredValue::new_local(page_history),
        };
        Self {
            context,
            screen: set_screen,
            safety_page_open: set_safety_page_open,
            settings: set_settings,
            meta: set_meta,
            draft: set_draft,
            knee_rating: set_knee_rating,
            session_state: set_session_state,
            snapshot_save_status: set_snapshot_save_status,
            history: set_history,
            storage_health: set_storage_health,
            now: set_now,
            text: set_text,
            status: set_status,
            announcements: set_announcements,
        }
    }

    /// Sets the functions that handle events and requests.
    pub fn set_callbacks(self, dispatch: impl Fn(Event) + 'static, request: impl Fn(AppRequest) + 'static) {
        self.context
            .callbacks
            .set_value(ContextCallbacks { dispatch: Rc::new(dispatch), request: Rc::new(request) });
    }

    /// The read half, for components.
    pub fn context(self) -> AppContext {
        self.context
    }

    /// Copies the changes of the model to the signals.
    pub fn publish(self, model: &Model) {
        let read = self.context;
        set_if_changed(read.screen, self.screen, &model.screen);
        set_if_changed(read.safety_page_open, self.safety_page_open, &model.safety_page_open);
        set_if_changed(read.settings, self.settings, &model.settings);
        set_if_changed(read.meta, self.meta, &model.meta);
        set_if_changed(read.draft, self.draft, &model.draft);
        set_if_changed(read.knee_rating, self.knee_rating, &model.knee_rating);
        set_if_changed(read.session_state, self.session_state, &model.session_state);
        set_if_changed(read.snapshot_save_status, self.snapshot_save_status, &model.snapshot_save_status);
        // Compares pointers and not thousands of sessions: every change allocates a new map.
        if !read.history.with_untracked(|shown| shown.ptr_eq(&model.history)) {
            self.history.set(model.history.clone());
        }
        set_if_changed(read.storage_health, self.storage_health, &model.storage_health);
        set_if_changed(read.now, self.now, &model.now);
    }

    /// Changes the language.
    pub fn set_text(self, text: &'static Text) {
        self.text.set(text);
    }

    /// Publishes the announcements of one event.
    pub fn announce(self, all: Vec<Announcement>) {
        let count = self.context.announcements.with_untracked(|(count, _)| count.wrapping_add(1));
        self.announcements.set((count, all));
    }

    /// Changes the status.
    pub fn set_status(self, status: AppStatus) {
        set_if_changed(self.context.status, self.status, &status);
    }
}

/// Writes a signal only if its value changes, so that its subscribers do not run for nothing.
fn set_if_changed<T>(read: ReadSignal<T>, write: WriteSignal<T>, value: &T)
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    if read.with_untracked(|shown| shown != value) {
        write.set(value.clone());
    }
}
