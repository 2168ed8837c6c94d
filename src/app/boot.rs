//! The start of the app: reads what the first view needs, mounts the views, replays the taps that were made before, and
//! listens to the browser. The sessions are read when the lazy part is loaded.

use leptos::{mount::mount_to, prelude::*};

use super::{
    appearance, bfcache,
    context::{AppRequest, InstallMethod, LazyState, LazyTask},
    dispatcher::{Dispatcher, LoopFunctions},
    effect_runner,
    layout::App,
    locale::Locales,
    request_handler,
    session_and_history::load_lazy_part,
    session_lock, sound, stored_state, subscription_runner,
};
use crate::{
    domain::{Event, Model, event::MarkEvent, session_snapshot::SessionSnapshot},
    platform::{
        clock, device, file_drop, navigation,
        page::{self, EarlyTap, PageEvent},
        speech,
        storage::Storage,
        ticker::every_minute,
    },
    screens::leg::coordinates::zone_milli_percent,
};

/// The name of the build, if the page has no `data-build` attribute.
const BUILD: &str = env!("CARGO_PKG_VERSION");

/// What the dispatch loop calls. Passed to it, so that these files can depend on the loop.
const LOOP_FUNCTIONS: LoopFunctions = LoopFunctions {
    run_effect: effect_runner::run,
    announce: sound::announce,
    after_events: |app| {
        appearance::update(app);
        subscription_runner::reconcile(app);
    },
};

/// Starts the app in the page.
pub fn boot() {
    let Some(mount_point) = page::mount_point() else {
        page::call_boot("easedPanic");
        return;
    };
    let storage = Storage::open();
    let now = clock::now();
    let startup_data = storage.read_startup_data();
    // Only `eased-tools` writes the name of the build into the page.
    let build = page::root_attribute("data-build").map_or(BUILD, |build| Box::leak(build.into_boxed_str()));
    let mut model = Model::new(build);
    model.now = now;
    model.settings = startup_data.singletons.settings.unwrap_or_default();
    model.meta = startup_data.singletons.meta.unwrap_or_default();
    model.storage_health.has_newer = startup_data.has_newer;
    model.draft = startup_data.singletons.draft.unwrap_or(model.draft);
    let Some((locales, text)) = Locales::from_boot() else {
        // The language file belongs to another build.
        page::call_boot("easedPanic");
        return;
    };
    let snapshot = startup_data.snapshot;
    let mounted = mount_to(mount_point, move || {
        let app = Dispatcher::new(model, storage, locales, text, LOOP_FUNCTIONS);
        let (dispatching, requesting) = (app.clone(), app.clone());
        app.0.context.set_callbacks(
            move |event| dispatching.dispatch(event),
            move |request| request_handler::handle(&requesting, request),
        );
        provide_context(app.context());
        appearance::update(&app);
        page::remove_shell();
        // The views are in the document when this task has ended; only then can taps be replayed.
        device::queue_microtask(move || start(&app, snapshot));
        view! { <App/> }
    });
    mounted.forget();
}

/// Connects the app to the browser once the views are mounted.
fn start(app: &Dispatcher, snapshot: Option<Box<SessionSnapshot>>) {
    app.0.page_history.listen();
    file_drop::refuse_files();
    let handle = app.clone();
    app.0.ticker.on_tick(move || handle.dispatch(Event::Ticked));
    let handle = app.clone();
    app.0.wake_lock.on_change(move |may_sleep| sound::on_screen_may_sleep(&handle, may_sleep));
    let handle = app.clone();
    app.0.lock.on_lost(move || session_lock::on_lock_lost(&handle));
    app.dispatch(Event::Navigated(navigation::screen()));
    if let Some(snapshot) = snapshot {
        // Before anything else, so that no new session overwrites the snapshot.
        app.dispatch(Event::SnapshotFound(snapshot));
    }
    stored_state::read_snapshot_and_singletons(app);
    replay_early_taps(app);
    page::set_ready();
    listen(app);
}

/// Handles the taps that were made on the static page before the app was running.
fn replay_early_taps(app: &Dispatcher) {
    for tap in page::early_taps(zone_milli_percent) {
        match tap {
            EarlyTap::Leg(leg) => app.dispatch(Event::Mark(MarkEvent::LegChosen(leg))),
            EarlyTap::Zone(leg, milli_percent) => {
                app.dispatch(Event::Mark(MarkEvent::LegChosen(leg)));
                app.dispatch(Event::Mark(MarkEvent::Tapped(milli_percent)));
            }
            // Outside a user gesture sound stays locked; the first tap in the session unlocks it.
            EarlyTap::Start => request_handler::handle(app, AppRequest::RunTask(LazyTask::StartSession)),
            EarlyTap::SafetyPage => app.dispatch(Event::SafetyPageToggled(true)),
        }
    }
}

/// Listens to the events of the page and the browser.
fn listen(app: &Dispatcher) {
    let handle = app.clone();
    page::on_event(move |event| handle_page_event(&handle, event));
    app.update_status(|status| {
        status.is_update_ready = page::root_attribute("data-update").as_deref() == Some("waiting");
        status.is_offline_ready = page::is_offline_ready();
        status.install_method = install_method();
    });
    let handle = app.clone();
    every_minute(move || handle.dispatch(Event::Ticked));
    let handle = app.clone();
    // After a reload, or when the system has suspended audio, any gesture unlocks it for the session.
    page::on_gesture(move || sound::unlock_for_session(&handle));
    let handle = app.clone();
    speech::on_voices_changed(move || sound::check_voice(&handle));
    let handle = app.clone();
    app.0.speech.on_failing_changed(move |is_failing| {
        handle.update_status(|status| status.is_voice_failing = is_failing);
    });
    sound::check_voice(app);
}

fn handle_page_event(app: &Dispatcher, event: PageEvent) {
    match event {
        PageEvent::Hidden => app.dispatch(Event::PageHidden),
        PageEvent::EnteringBfcache => bfcache::suspend(app),
        PageEvent::Shown => bfcache::on_page_shown(app),
        PageEvent::Focused => app.dispatch(Event::Ticked),
        PageEvent::Navigated(screen) => app.dispatch(Event::Navigated(screen)),
        PageEvent::StorageChanged(key) => stored_state::read_key(app, key.as_deref()),
        PageEvent::UpdateReady => app.update_status(|status| status.is_update_ready = true),
        PageEvent::OfflineReadyChanged(is_ready) => {
            app.update_status(|status| status.is_offline_ready = is_ready);
        }
        PageEvent::InstallMethodChanged => {
            app.update_status(|status| status.install_method = install_method());
        }
        PageEvent::Idle => load_lazy_part(app),
        PageEvent::Online => {
            appearance::retry_language(app);
            if app.status().lazy_state == LazyState::Failed {
                load_lazy_part(app);
            }
        }
    }
}

/// How the app can be installed, as the boot script has detected it.
fn install_method() -> InstallMethod {
    match page::root_attribute("data-install").as_deref() {
        Some("prompt") => InstallMethod::Prompt,
        Some("firefox-menu") => InstallMethod::FirefoxMenu,
        Some("share-sheet") => InstallMethod::ShareSheet,
        _ => InstallMethod::Unavailable,
    }
}
