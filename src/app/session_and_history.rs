//! The lazy part: all screens but the leg (the session, History, Learn, Settings), the safety gate, files, and
//! reading the history.
//!
//! In a release build these functions are a WebAssembly module of their own (feature `split`), which is fetched when
//! the app has started. Whatever only [`PART`] reaches goes there. Nothing else may name these screens.

use leptos::prelude::*;

use super::{
    dispatcher::{Dispatcher, PartFunctions},
    files,
    lazy_part::{self, LazyPart},
    lazy_state::LazyState,
    requests::FilesRequest,
};
use crate::{
    components::{install_card::InstallCard, session_facts::KneeNow},
    domain::{model::Screen, plan::planned_spots, track::recent},
    platform::{
        page,
        patience::{NETWORK_PATIENCE_MS, notice_if_late},
        speech::{self, Speech},
    },
    screens::{
        history::HistoryScreen, learn::LearnScreen, safety::gate::Gate, session::SessionScreen,
        settings::SettingsScreen,
    },
};

/// The part: what components call, and what the dispatch loop calls.
struct Part {
    components: LazyPart,
    functions: PartFunctions,
}

static PART: Part = Part {
    components: LazyPart {
        screen,
        gate: || view! { <Gate/> }.into_any(),
        tracks: recent,
        plan: planned_spots,
        knee_now: || view! { <KneeNow/> }.into_any(),
        install_card: || view! { <InstallCard/> }.into_any(),
    },
    functions: PartFunctions {
        handle_files: files::handle,
        say: Speech::say,
        prime: Speech::prime,
        has_voice: speech::has_voice,
    },
};

/// One of its screens.
fn screen(screen: Screen) -> AnyView {
    match screen {
        Screen::Session => view! { <SessionScreen/> }.into_any(),
        Screen::Learn => view! { <LearnScreen/> }.into_any(),
        Screen::Settings => view! { <SettingsScreen/> }.into_any(),
        // The leg screen is in the first module, so nobody asks for it here.
        Screen::Leg | Screen::History => view! { <HistoryScreen/> }.into_any(),
    }
}

/// The part could not be loaded.
struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// The part, fetched if need be. After a failure it can be called again. The name is [`lazy_part::NAME`].
#[cfg(feature = "split")]
#[allow(clippy::unnecessary_wraps, reason = "the function that the macro makes of it fails")]
#[wasm_split_helpers::wasm_split(session_and_history, fallible)]
fn load() -> Result<&'static Part, NotLoaded> {
    Ok(&PART)
}

/// A build that is not split has the part from the beginning.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the same signature as in a build that is split")]
async fn load() -> Result<&'static Part, NotLoaded> {
    Ok(&PART)
}

/// Loads the part and its style sheet. If it fails, the service worker may have stored a damaged file: it is asked to
/// check, and if it replaced one, the part is loaded once more.
async fn load_with_styles() -> Result<&'static Part, NotLoaded> {
    let styles = page::part_styles(lazy_part::NAME);
    let part = match load().await {
        Err(NotLoaded) if page::repair_stored_files().await => load().await?,
        result => result?,
    };
    styles.await;
    Ok(part)
}

impl Dispatcher {
    /// Requests the part. Does nothing while it is being loaded, or once it is.
    pub(super) fn load_part(&self) {
        if self.0.part_requested.replace(true) {
            return;
        }
        self.update_device(|d| d.lazy = LazyState::Pending);
        let app = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            // Late, it can be requested again, which is the same request to the browser until that ends.
            let late = || app.part_failed();
            match notice_if_late(NETWORK_PATIENCE_MS, load_with_styles(), late).await {
                Ok(_) if app.0.part.get().is_some() => return,
                Ok(part) => {
                    lazy_part::set_loaded(&part.components);
                    app.0.part.set(Some(part.functions));
                    app.check_voice();
                    page::set_part_loaded();
                    // Its screens open when the sessions have been read.
                    app.handle_files(FilesRequest::Arrived);
                }
                Err(NotLoaded) => app.part_failed(),
            }
            // The worker comes last: it finds all files in the browser's cache.
            page::call_boot("easedRegister");
        });
    }

    fn part_failed(&self) {
        if self.0.part.get().is_none() {
            self.0.part_requested.set(false);
            self.update_device(|d| d.lazy = LazyState::Failed);
        }
    }

    /// Does what a screen requests of files and of the stores. Only where the part is loaded.
    pub(super) fn handle_files(&self, files: FilesRequest) {
        if let Some(part) = self.0.part.get() {
            (part.handle_files)(self, files);
        }
    }
}
