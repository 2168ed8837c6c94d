//! The start: what the first view needs is read, the views are mounted, early taps are replayed, and the browser is
//! listened to. The sessions are read when the lazy part is loaded.

use wasm_bindgen_futures::spawn_local;

use leptos::{mount::mount_to, prelude::*};

use super::{
    context::{AppRequest, FilesRequest, Install, LazyState, Task},
    dispatcher::Dispatcher,
    layout::App,
    locale::Locales,
};
use crate::{
    domain::{Event, Model, event::MarkEvent, live::SessionSnapshot, model::Trouble},
    platform::{
        clock, device, file_drop,
        lock::LockAnswer,
        navigation,
        page::{self, EarlyTap, PageEvent},
        speech,
        storage::{LiveGuard, LiveRead, Storage},
        ticker::every_minute,
    },
    screens::leg::coordinates::zone_milli,
    storage::{load::Singles, storage_event::StorageChange},
};

/// Name of the build, where the page knows none.
const BUILD: &str = env!("CARGO_PKG_VERSION");

/// Starts the app in the page.
pub fn boot() {
    let Some(mount_point) = page::mount_point() else {
        page::call_boot("easedPanic");
        return;
    };
    let storage = Storage::open();
    let now = clock::now();
    let at_hand = storage.at_hand();
    // A page that was not built by `eased-tools` does not know its build.
    let build = page::flag("data-build").map_or(BUILD, |build| Box::leak(build.into_boxed_str()));
    let mut model = Model::new(build);
    model.now = now;
    model.settings = at_hand.singles.settings.unwrap_or_default();
    model.meta = at_hand.singles.meta.unwrap_or_default();
    model.trouble.newer = at_hand.newer;
    model.draft = at_hand.singles.draft.unwrap_or(model.draft);
    let Some((locales, text)) = Locales::at_start() else {
        // What arrived as the language file is none of this build.
        page::call_boot("easedPanic");
        return;
    };
    let live = at_hand.live;
    let mounted = mount_to(mount_point, move || {
        let app = Dispatcher::new(model, storage, locales, text);
        provide_context(app.context());
        app.follow_look();
        // After this task the views stand; only then can anything be replayed into them.
        page::remove_shell();
        device::after_this_turn(move || app.started(live));
        view! { <App/> }
    });
    mounted.forget();
}

/// How the app comes onto the Home Screen, as the page's own script has found out.
fn install() -> Install {
    match page::flag("data-install").as_deref() {
        Some("offer") => Install::Offer,
        Some("menu") => Install::Menu,
        Some("share") => Install::Share,
        _ => Install::Nothing,
    }
}

impl Dispatcher {
    fn started(&self, live: Option<Box<SessionSnapshot>>) {
        self.0.page_history.listen();
        file_drop::refuse_files();
        let app = self.clone();
        self.0.ticker.on_tick(move || app.dispatch(Event::Ticked));
        let app = self.clone();
        self.0.wake_lock.on_change(move |may_sleep| app.may_sleep(may_sleep));
        let app = self.clone();
        self.0.lock.on_lost(move || app.lost_lock());
        self.dispatch(Event::Went(navigation::screen()));
        if let Some(live) = live {
            // Offered at once, so that no new session is begun over it.
            self.dispatch(Event::LiveFound(live));
        }
        self.ask_other_store();
        for tap in page::early_taps(zone_milli) {
            match tap {
                EarlyTap::Leg(leg) => self.dispatch(Event::Mark(MarkEvent::LegChosen(leg))),
                EarlyTap::Zone(leg, milli) => {
                    self.dispatch(Event::Mark(MarkEvent::LegChosen(leg)));
                    self.dispatch(Event::Mark(MarkEvent::Tapped(milli)));
                }
                // Sound needs a gesture of its own; the first tap in the session wakes it.
                EarlyTap::Start => self.handle_request(AppRequest::Do(Task::Start)),
                EarlyTap::Card => self.dispatch(Event::RedCard(true)),
            }
        }
        page::set_ready();
        self.listen();
    }

    /// The other store may know more: a killed browser has often lost what was written to localStorage last.
    pub(super) fn ask_other_store(&self) {
        let (app, read) = (self.clone(), self.0.storage.read_live());
        spawn_local(async move {
            let LiveRead { live, later, guard } = read.await;
            app.take_later(later);
            match live {
                Some(live) => app.claim(live, guard).await,
                None => app.dispatch(Event::GoneElsewhere),
            }
        });
    }

    /// Takes in what the other store knows later.
    pub(super) fn take_later(&self, later: Singles) {
        if let Some(settings) = later.settings {
            self.dispatch(Event::SettingsChanged(settings));
        }
        if let Some(meta) = later.meta {
            self.dispatch(Event::MetaFound(meta));
        }
        // What the person marked in the meantime is newer.
        if let Some(draft) = later.draft.filter(|_| !self.read(|m| m.draft.can_undo())) {
            self.dispatch(Event::DraftFound(draft));
        }
    }

    /// A live record was found: it is this tab's to go on with, unless another tab holds the lock.
    async fn claim(&self, live: Box<SessionSnapshot>, guard: LiveGuard) {
        let answer = self.0.lock.request(false);
        // Where the browser has to be asked, what is saved meanwhile does not wait for it.
        let guard = Some(guard).filter(|_| self.0.lock.is_held());
        match answer.await {
            LockAnswer::Granted => self.dispatch(Event::LiveFound(live)),
            LockAnswer::Refused if self.read(|m| m.running().is_none()) => {
                self.dispatch(Event::SeenElsewhere(live));
            }
            LockAnswer::Refused => self.lost_lock(),
            LockAnswer::Withdrawn => {}
        }
        drop(guard);
    }

    fn listen(&self) {
        let app = self.clone();
        page::on_event(move |event| match event {
            PageEvent::Hidden => app.dispatch(Event::Hidden),
            PageEvent::PutAway => app.put_away(),
            PageEvent::Shown => app.shown(),
            PageEvent::Focused => app.dispatch(Event::Ticked),
            PageEvent::Went(screen) => app.dispatch(Event::Went(screen)),
            PageEvent::Stored(key) => app.other_tab_wrote(key.as_deref()),
            PageEvent::UpdateWaits => app.update_device(|d| d.update_waits = true),
            PageEvent::Offline(ready) => app.update_device(|d| d.offline_ready = ready),
            PageEvent::Install => app.update_device(|d| d.install = install()),
            PageEvent::Idle => app.load_part(),
            PageEvent::Online => {
                app.retry_language();
                if app.device().lazy == LazyState::Failed {
                    app.handle_request(AppRequest::LoadPart);
                }
            }
        });
        self.update_device(|d| {
            d.update_waits = page::flag("data-update").as_deref() == Some("waiting");
            d.offline_ready = page::offline_ready();
            d.install = install();
        });
        let app = self.clone();
        every_minute(move || app.dispatch(Event::Ticked));
        let app = self.clone();
        // Any gesture wakes the sound of a session: after a reload, or when the system cut it.
        page::on_gesture(move || app.wake_in_session());
        let app = self.clone();
        speech::on_voices_changed(move || app.check_voice());
        let app = self.clone();
        self.0.speech.on_failing(move |fails| app.update_device(|d| d.voice_fails = fails));
        self.check_voice();
    }

    /// A hint to read again, never the data itself.
    pub(super) fn other_tab_wrote(&self, key: Option<&str>) {
        match self.0.storage.read_change(key) {
            StorageChange::Session(id, entry) => self.dispatch(Event::Found(vec![(id, *entry)])),
            StorageChange::SessionSnapshot(live) => self.dispatch(Event::SeenElsewhere(live)),
            StorageChange::LiveGone => self.dispatch(Event::GoneElsewhere),
            StorageChange::Draft(draft) => self.dispatch(Event::DraftFound(*draft)),
            StorageChange::Settings(settings) => self.dispatch(Event::SettingsFound(settings)),
            StorageChange::Meta(meta) => self.dispatch(Event::MetaFound(meta)),
            StorageChange::Newer => {
                let trouble = self.read(|m| m.trouble);
                self.dispatch(Event::TroubleFound(Trouble { newer: true, ..trouble }));
            }
            StorageChange::Everything if self.device().lazy == LazyState::Loaded => {
                self.handle_files(FilesRequest::Unite);
            }
            // Everything is read when the lazy part is loaded, and reconciled with the other store after that.
            StorageChange::Nothing | StorageChange::Everything => {}
        }
    }
}
