//! The Leptos context of all components: the areas of the model as signals, and the functions that dispatch events and
//! requests.

use std::rc::Rc;

use leptos::prelude::*;

use super::lazy_part;
pub use super::{
    app_status::{AppStatus, InstallMethod},
    files_state::{ExportStatus, FilesState, ImportStage, QuarantinedText, StorageUsage},
    lazy_state::LazyState,
    requests::{AppRequest, FilesRequest, LazyTask},
};
use crate::{
    domain::{
        Event, Now,
        draft::Draft,
        effect::Announcement,
        history::{History, SaveStatus},
        leg::Leg,
        model::{KneeRating, Meta, SessionState, StorageHealth},
        running::RunningSession,
        screen::Screen,
        settings::Settings,
        spot::Spot,
        time::Moment,
        track::Track,
    },
    i18n::Text,
    platform::{clock, device, navigation::PageHistory, speech},
};

/// The Leptos context of all components; [`use_app`] returns it.
///
/// Each area of the model has its own signal, so that a component runs again only for what it reads. Only the
/// dispatch loop writes them: a component does not change the model, it dispatches an [`Event`]. Only [`FilesState`]
/// is written by both sides, because nothing of it belongs to the model.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The screen at the page's address.
    pub screen: ReadSignal<Screen>,
    /// Whether the page "When to get help" is open.
    pub safety_page_open: ReadSignal<bool>,
    /// The person's choices.
    pub settings: ReadSignal<Settings>,
    /// What is stored once: the answer to the gate, the last backup, what was read.
    pub meta: ReadSignal<Meta>,
    /// The marks for the next session.
    pub draft: ReadSignal<Draft>,
    /// The knee score before the next session.
    pub knee_rating: ReadSignal<Option<KneeRating>>,
    /// Whether a session is running, waits for the safety gate, was interrupted or runs in another tab.
    pub session_state: ReadSignal<SessionState>,
    /// Sequence number of the last snapshot of the running session, and where it is stored.
    pub snapshot_save_status: ReadSignal<(u32, SaveStatus)>,
    /// The finished sessions.
    pub history: ReadSignal<History>,
    /// A fingerprint of the sessions' contents. It does not change when only the save status of a session changes.
    pub history_fingerprint: Memo<u64>,
    /// Warnings about the stored data.
    pub storage_health: ReadSignal<StorageHealth>,
    /// The phrases of the language in use.
    ///
    /// A screen is created again when the language changes, so most phrases are read once, with `get_untracked`.
    pub text: ReadSignal<&'static Text>,
    /// The state of the device and the app outside the model.
    pub status: ReadSignal<AppStatus>,
    /// The last announcements, with a counter: the same text twice is two announcements.
    pub announcements: ReadSignal<(u32, Vec<Announcement>)>,
    /// The short name of this build.
    pub build: &'static str,
    /// The current time, for everything that is shown relative to it. Changes with every event, also when the page
    /// becomes visible, and at least once a minute; ticks during a session change it at most once a minute.
    pub now: ReadSignal<Now>,
    /// The current local date, in days since 1970-01-01.
    pub today: Memo<i64>,
    /// Stored behind a handle, so that a copy of the context stays small.
    pub(super) files: StoredValue<FilesState>,
    pub(super) callbacks: StoredValue<ContextCallbacks, LocalStorage>,
    pub(super) page_history: StoredValue<PageHistory, LocalStorage>,
}

/// The functions that handle events and requests.
pub(super) struct ContextCallbacks {
    pub(super) dispatch: Rc<dyn Fn(Event)>,
    pub(super) request: Rc<dyn Fn(AppRequest)>,
}

/// The context. Available in `<App/>` and everything below it.
pub fn use_app() -> AppContext {
    expect_context()
}

impl AppContext {
    /// Dispatches an event. The model is updated when this returns; the views follow in a microtask.
    pub fn dispatch(self, event: Event) {
        let dispatch = self.callbacks.with_value(|callbacks| callbacks.dispatch.clone());
        dispatch(event);
    }

    /// Requests something that only the browser can do.
    pub fn request(self, request: AppRequest) {
        let handler = self.callbacks.with_value(|callbacks| callbacks.request.clone());
        handler(request);
    }

    /// The browser's session history, in which an open dialog has an entry.
    pub fn page_history(self) -> PageHistory {
        self.page_history.get_value()
    }

    /// Exports, imports, and what the browser reports about its storage.
    pub fn files(self) -> FilesState {
        self.files.get_value()
    }

    /// Whether the lazy part is loaded. Tracked.
    pub fn is_lazy_part_loaded(self) -> bool {
        self.status.get().lazy_state == LazyState::Loaded
    }

    /// The tracks of a leg's earlier spots, newest first: none until the lazy part is loaded, which computes them.
    /// Tracked.
    pub fn tracks(self, history: &History, leg: Leg) -> Vec<Track> {
        if self.is_lazy_part_loaded() {
            (lazy_part::component_functions().recent_tracks)(history, leg)
        } else {
            Vec::new()
        }
    }

    /// The spots of today's plan, left and right: none until the lazy part is loaded, which computes them. Tracked.
    pub fn planned_spots(self, history: &History) -> [Vec<Spot>; 2] {
        if self.is_lazy_part_loaded() {
            (lazy_part::component_functions().planned_spots)(history)
        } else {
            <[Vec<Spot>; 2]>::default()
        }
    }

    /// The question for the knee score before a session: `None` until the lazy part is loaded. Untracked.
    pub fn knee_score_view(self) -> Option<AnyView> {
        untrack(|| self.is_lazy_part_loaded()).then(|| (lazy_part::component_functions().knee_score_view)())
    }

    /// A moment with the UTC offset of this device at that moment.
    pub fn moment(self, unix_ms: i64) -> Moment {
        Moment { unix_ms, utc_offset_min: clock::utc_offset_min(unix_ms) }
    }

    /// A phrase that is updated with the language, for views that stay mounted when it changes.
    pub fn phrase(self, phrase: fn(&'static Text) -> &'static str) -> impl Fn() -> &'static str + Copy {
        move || phrase(self.text.get())
    }

    /// Identifier and name of each voice that the person can choose for a language. Not tracked:
    /// [`AppStatus::voice_list_version`] changes when the voices do.
    pub fn voices(self, tag: &str) -> Vec<(String, String)> {
        speech::selectable_voices(tag)
    }

    /// The emergency number, if the browser's region determines it with certainty. Computed on demand, because it is
    /// rarely shown.
    pub fn emergency_number(self) -> Option<&'static str> {
        device::emergency_number()
    }

    /// The monotonic clock, milliseconds. Presses are timed by it and not by `Event.timeStamp`, whose origin differs
    /// in some browsers.
    pub fn mono_ms(self) -> i64 {
        clock::mono_ms()
    }

    /// Applies a function to the running session; `None` if there is none. Tracked.
    pub fn with_running<T>(self, read: impl FnOnce(&RunningSession) -> T) -> Option<T> {
        self.session_state.with(|session| match session {
            SessionState::Running(running) => Some(read(running)),
            SessionState::Idle
            | SessionState::GateOpen(_)
            | SessionState::Interrupted { .. }
            | SessionState::InOtherTab(_) => None,
        })
    }

    /// The same, untracked: for event callbacks.
    pub fn with_running_untracked<T>(self, read: impl FnOnce(&RunningSession) -> T) -> Option<T> {
        untrack(|| self.with_running(read))
    }
}
