//! What every component can reach: the areas of the model as signals, and the ways to say that something happened.

use std::rc::Rc;

use leptos::prelude::*;

use super::lazy_part;
pub use super::{
    app_status::{Device, Install},
    files_state::{BrowserStorage, FileResult, FilesState, ImportStage, SetAsideText},
    lazy_state::LazyState,
    requests::{AppRequest, FilesRequest, Task},
};
use crate::{
    domain::{
        Event, Model, Now,
        draft::Draft,
        effect::Announcement,
        history::{History, SaveStatus},
        history_list::print,
        leg::Leg,
        model::{KneeNow, Meta, Screen, SessionState, Trouble},
        running::Running,
        settings::Settings,
        spot::Spot,
        time::Moment,
        track::Track,
    },
    i18n::Text,
    platform::{clock, device, navigation::PageHistory, speech},
};

/// What every component can reach, provided as a Leptos context; [`use_app`] takes it.
///
/// Each area of the model is a signal of its own, so that a component follows only what it reads. The dispatch loop
/// is their one writer: a component does not change the model, it dispatches an [`Event`]. Only [`FilesState`] is written by
/// both sides, since nothing of it belongs to the model.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The screen that the address names.
    pub screen: ReadSignal<Screen>,
    /// Whether the page "When to get help" is open.
    pub safety_page: ReadSignal<bool>,
    /// The person's choices.
    pub settings: ReadSignal<Settings>,
    /// What is stored once: the answer to the gate, the last backup, what was read.
    pub meta: ReadSignal<Meta>,
    /// The marks that were not rolled yet.
    pub draft: ReadSignal<Draft>,
    /// The knee's score before the next session.
    pub knee_now: ReadSignal<Option<KneeNow>>,
    /// Whether a session runs, is asked about, was left behind or runs in another tab.
    pub session: ReadSignal<SessionState>,
    /// Sequence number of the last snapshot of the running session, and where it is stored.
    pub snapshot_saved: ReadSignal<(u32, SaveStatus)>,
    /// The finished sessions.
    pub history: ReadSignal<History>,
    /// A fingerprint of what the sessions say. It stays the same when only the place changes where one is stored.
    pub history_fingerprint: Memo<u64>,
    /// What the person has to know about the stores.
    pub trouble: ReadSignal<Trouble>,
    /// The phrases of the language in use.
    ///
    /// A screen is made anew in another language, so most phrases are read once, with `get_untracked`.
    pub text: ReadSignal<&'static Text>,
    /// What is known of the device.
    pub device: ReadSignal<Device>,
    /// What was announced last, with a count: the same words twice are two announcements.
    pub announcements: ReadSignal<(u32, Vec<Announcement>)>,
    /// The short name of this build.
    pub build: &'static str,
    /// The present, for all that is shown of it. It moves with every event, also when the page is seen again, and at
    /// least once a minute; in a session at most once a minute by time alone.
    pub now: ReadSignal<Now>,
    /// The same as days since 1970 by the person's calendar.
    pub today: Memo<i64>,
    /// Behind a handle, so that a copy of the context stays small.
    files: StoredValue<FilesState>,
    handlers: StoredValue<Handlers, LocalStorage>,
    page_history: StoredValue<PageHistory, LocalStorage>,
}

/// Where events and requests go.
struct Handlers {
    dispatch: Rc<dyn Fn(Event)>,
    request: Rc<dyn Fn(AppRequest)>,
}

/// What every component can reach. It exists wherever `<App/>` does.
pub fn use_app() -> AppContext {
    expect_context()
}

impl AppContext {
    /// Says that something happened. The model has changed when this returns; what is shown follows in a microtask.
    pub fn dispatch(self, event: Event) {
        let dispatch = self.handlers.with_value(|handlers| handlers.dispatch.clone());
        dispatch(event);
    }

    /// Asks for something that only the browser can do.
    pub fn request(self, request: AppRequest) {
        let handler = self.handlers.with_value(|handlers| handlers.request.clone());
        handler(request);
    }

    /// The browser's history, in which an open dialog has an entry.
    pub fn page_history(self) -> PageHistory {
        self.page_history.get_value()
    }

    /// Files that are exported and imported, and what the browser says of its storage.
    pub fn files(self) -> FilesState {
        self.files.get_value()
    }

    /// Whether the lazy part is loaded. Tracked.
    pub fn is_part_loaded(self) -> bool {
        self.device.get().lazy == LazyState::Loaded
    }

    /// The tracks of a leg's earlier spots, newest first: none until the lazy part is loaded, which finds them. Tracked.
    pub fn tracks(self, history: &History, leg: Leg) -> Vec<Track> {
        if self.is_part_loaded() { (lazy_part::part().tracks)(history, leg) } else { Vec::new() }
    }

    /// The spots of today's plan, left and right: none until the lazy part is loaded, which finds them. Tracked.
    pub fn planned_spots(self, history: &History) -> [Vec<Spot>; 2] {
        if self.is_part_loaded() { (lazy_part::part().plan)(history) } else { <[Vec<Spot>; 2]>::default() }
    }

    /// The view of how the knee is before a session: `None` until the lazy part is loaded. Untracked.
    pub fn knee_now_view(self) -> Option<AnyView> {
        untrack(|| self.is_part_loaded()).then(|| (lazy_part::part().knee_now)())
    }

    /// A moment with the offset that held then on this device.
    pub fn moment(self, unix_ms: i64) -> Moment {
        Moment { unix_ms, utc_offset_min: clock::utc_offset_min(unix_ms) }
    }

    /// A phrase that follows the language, for views that stay mounted when it changes.
    pub fn phrase(self, phrase: fn(&'static Text) -> &'static str) -> impl Fn() -> &'static str + Copy {
        move || phrase(self.text.get())
    }

    /// Identifier and name of each voice that the person can choose for a language. Not tracked: [`Device::voice_lists`] tells
    /// when to ask again.
    pub fn voices(self, tag: &str) -> Vec<(String, String)> {
        speech::voices_to_choose(tag)
    }

    /// What to call in an emergency, where the browser's region tells it for certain. Asked when it is shown: most openings
    /// of the app never do.
    pub fn emergency_number(self) -> Option<&'static str> {
        device::emergency_number()
    }

    /// The monotonic clock now, milliseconds. Presses are timed by it and not by `Event.timeStamp`, which counts from
    /// elsewhere in some browsers.
    pub fn mono_ms(self) -> i64 {
        clock::mono_ms()
    }

    /// Reads something off the running session, `None` where none runs. Tracked.
    pub fn running<T>(self, read: impl FnOnce(&Running) -> T) -> Option<T> {
        self.session.with(|session| match session {
            SessionState::Running(running) => Some(read(running)),
            SessionState::Idle
            | SessionState::Asking(_)
            | SessionState::Found { .. }
            | SessionState::Elsewhere(_) => None,
        })
    }

    /// The same, untracked: for event handlers.
    pub fn running_untracked<T>(self, read: impl FnOnce(&Running) -> T) -> Option<T> {
        untrack(|| self.running(read))
    }
}

/// The write sides of the signals in [`AppContext`]. For the dispatch loop only.
#[derive(Clone, Copy)]
pub struct ContextWriter {
    context: AppContext,
    screen: WriteSignal<Screen>,
    safety_page: WriteSignal<bool>,
    settings: WriteSignal<Settings>,
    meta: WriteSignal<Meta>,
    draft: WriteSignal<Draft>,
    knee_now: WriteSignal<Option<KneeNow>>,
    session: WriteSignal<SessionState>,
    snapshot_saved: WriteSignal<(u32, SaveStatus)>,
    history: WriteSignal<History>,
    trouble: WriteSignal<Trouble>,
    now: WriteSignal<Now>,
    text: WriteSignal<&'static Text>,
    device: WriteSignal<Device>,
    announcements: WriteSignal<(u32, Vec<Announcement>)>,
}

impl ContextWriter {
    /// Makes the signals, under the current owner.
    pub fn new(model: &Model, text: &'static Text, device: Device, page_history: PageHistory) -> Self {
        let (screen, set_screen) = signal(model.screen);
        let (safety_page, set_safety_page) = signal(model.red_card);
        let (settings, set_settings) = signal(model.settings.clone());
        let (meta, set_meta) = signal(model.meta.clone());
        let (draft, set_draft) = signal(model.draft.clone());
        let (knee_now, set_knee_now) = signal(model.knee_now);
        let (session, set_session) = signal(model.sitting.clone());
        let (snapshot_saved, set_snapshot_saved) = signal(model.live_kept);
        let (history, set_history) = signal(model.history.clone());
        let (trouble, set_trouble) = signal(model.trouble);
        let (now, set_now) = signal(model.now);
        let (text, set_text) = signal(text);
        let (device, set_device) = signal(device);
        let (announcements, set_announcements) = signal((0, Vec::new()));
        let nowhere = Handlers { dispatch: Rc::new(|_| {}), request: Rc::new(|_| {}) };
        let context = AppContext {
            screen,
            safety_page,
            settings,
            meta,
            draft,
            knee_now,
            session,
            snapshot_saved,
            history,
            history_fingerprint: Memo::new(move |_| history.with(print)),
            trouble,
            text,
            device,
            announcements,
            build: model.build,
            now,
            today: Memo::new(move |_| now.get().local_day()),
            files: StoredValue::new(FilesState::new()),
            handlers: StoredValue::new_local(nowhere),
            page_history: StoredValue::new_local(page_history),
        };
        Self {
            context,
            screen: set_screen,
            safety_page: set_safety_page,
            settings: set_settings,
            meta: set_meta,
            draft: set_draft,
            knee_now: set_knee_now,
            session: set_session,
            snapshot_saved: set_snapshot_saved,
            history: set_history,
            trouble: set_trouble,
            now: set_now,
            text: set_text,
            device: set_device,
            announcements: set_announcements,
        }
    }

    /// Says where events and requests go.
    pub fn set_handlers(self, dispatch: impl Fn(Event) + 'static, request: impl Fn(AppRequest) + 'static) {
        self.context.handlers.set_value(Handlers { dispatch: Rc::new(dispatch), request: Rc::new(request) });
    }

    /// What components read.
    pub fn context(self) -> AppContext {
        self.context
    }

    /// Tells the components what has changed in the model.
    pub fn publish(self, model: &Model) {
        let read = self.context;
        set_if_changed(read.screen, self.screen, &model.screen);
        set_if_changed(read.safety_page, self.safety_page, &model.red_card);
        set_if_changed(read.settings, self.settings, &model.settings);
        set_if_changed(read.meta, self.meta, &model.meta);
        set_if_changed(read.draft, self.draft, &model.draft);
        set_if_changed(read.knee_now, self.knee_now, &model.knee_now);
        set_if_changed(read.session, self.session, &model.sitting);
        set_if_changed(read.snapshot_saved, self.snapshot_saved, &model.live_kept);
        // Thousands of sessions are not compared: every change makes entries of its own.
        if !read.history.with_untracked(|shown| shown.is_same(&model.history)) {
            self.history.set(model.history.clone());
        }
        set_if_changed(read.trouble, self.trouble, &model.trouble);
        set_if_changed(read.now, self.now, &model.now);
    }

    /// Changes the language.
    pub fn set_text(self, text: &'static Text) {
        self.text.set(text);
    }

    /// Announces what one event brought.
    pub fn announce(self, all: Vec<Announcement>) {
        let count = self.context.announcements.with_untracked(|(count, _)| count.wrapping_add(1));
        self.announcements.set((count, all));
    }

    /// Changes what is known of the device.
    pub fn set_device(self, device: Device) {
        set_if_changed(self.context.device, self.device, &device);
    }
}

/// Writes a signal only where the value is another one: whoever follows it runs again for nothing else.
fn set_if_changed<T>(read: ReadSignal<T>, write: WriteSignal<T>, now: &T)
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    if read.with_untracked(|shown| shown != now) {
        write.set(now.clone());
    }
}
