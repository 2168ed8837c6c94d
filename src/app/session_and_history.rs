//! The lazy part: all screens but the leg screen, the safety gate, files, speech, and reading the history.
//!
//! In a release build, `load` and everything that only [`LAZY_PART`] refers to are split off into a WebAssembly module
//! (feature `split`), which is fetched after the app has started. So no other file may refer to these views.

use leptos::prelude::*;

use super::{
    dispatcher::{Dispatcher, LazyFunctions},
    files,
    lazy_part::{self, ComponentFunctions},
    lazy_state::LazyState,
    requests::FilesRequest,
    sound::check_voice,
};
use crate::{
    components::{install_card::InstallCard, session_questions::KneeScoreQuestion},
    domain::{
        plan::planned_spots,
        screen::{Screen, for_each_screen},
        track::recent_tracks,
    },
    platform::{
        page,
        speech::{self, Speech},
        timeout::{NETWORK_TIMEOUT_MS, call_if_late},
    },
    screens::{self, safety::gate::Gate},
};

/// The functions of the lazy part: those that components call, and those that the app calls.
struct LazyPart {
    component_functions: ComponentFunctions,
    lazy_functions: LazyFunctions,
}

static LAZY_PART: LazyPart = LazyPart {
    component_functions: ComponentFunctions {
        screen_view,
        gate_view: || view! { <Gate/> }.into_any(),
        recent_tracks,
        planned_spots,
        knee_score_view: || view! { <KneeScoreQuestion/> }.into_any(),
        install_card_view: || view! { <InstallCard/> }.into_any(),
    },
    lazy_functions: LazyFunctions {
        handle_files: files::handle,
        say: Speech::say,
        unlock_speech: Speech::unlock,
        has_voice: speech::has_voice,
    },
};

macro_rules! define_screen_view {
    ($($(#[$attribute:meta])* $screen:ident, $module:ident, $address:literal;)*) => {
        /// The view of a screen.
        fn screen_view(screen: Screen) -> AnyView {
            match screen {
                $(Screen::$screen => screens::$module::view(),)*
            }
        }
    };
}

for_each_screen!(define_screen_view);

/// The lazy part could not be loaded.
struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches the lazy part if necessary. Can be called again after a failure. The name is [`lazy_part::NAME`].
#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the macro turns it into a function that can fail")]
#[wasm_split_helpers::wasm_split(session_and_history, fallible)]
fn load() -> Result<&'static LazyPart, NotLoaded> {
    Ok(&LAZY_PART)
}

/// A build without splitting contains the lazy part.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the same signature as in a build with splitting")]
async fn load() -> Result<&'static LazyPart, NotLoaded> {
    Ok(&LAZY_PART)
}

/// Loads the lazy part and its style sheets. On failure, the service worker checks its stored files; if it replaced a
/// damaged one, the lazy part is loaded once more.
async fn load_with_styles() -> Result<&'static LazyPart, NotLoaded> {
    let styles = page::load_lazy_styles(lazy_part::NAME);
    let lazy_part = match load().await {
        Err(NotLoaded) if page::repair_stored_files().await => load().await?,
        result => result?,
    };
    styles.await;
    Ok(lazy_part)
}

/// Loads the lazy part. Does nothing if it is being loaded, or is loaded.
pub(super) fn load_lazy_part(app: &Dispatcher) {
    if app.0.is_lazy_part_requested.replace(true) {
        return;
    }
    app.update_status(|status| status.lazy_state = LazyState::Pending);
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        // After the timeout it can be requested again; until the first fetch ends, the browser reuses it.
        let on_late = || on_load_failed(&app);
        match call_if_late(NETWORK_TIMEOUT_MS, load_with_styles(), on_late).await {
            Ok(_) if app.0.lazy_functions.get().is_some() => return,
            Ok(lazy_part) => {
                lazy_part::set_component_functions(&lazy_part.component_functions);
                app.0.lazy_functions.set(Some(lazy_part.lazy_functions));
                check_voice(&app);
                page::set_lazy_part_loaded();
                // Its screens open when the sessions have been read.
                app.handle_files(FilesRequest::ReadHistory);
            }
            Err(NotLoaded) => on_load_failed(&app),
        }
        // Registered last, so that the service worker finds all files in the browser's cache.
        page::call_boot("easedRegisterWorker");
    });
}

fn on_load_failed(app: &Dispatcher) {
    if app.0.lazy_functions.get().is_none() {
        app.0.is_lazy_part_requested.set(false);
        app.update_status(|status| status.lazy_state = LazyState::Failed);
    }
}
