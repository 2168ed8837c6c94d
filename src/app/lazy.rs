//! The views of the lazy part as the layout mounts them, and what is shown while it is loading.

use leptos::prelude::*;

use super::{
    context::{AppContext, AppRequest, use_app},
    lazy_part::component_functions,
    lazy_state::LazyState,
};
use crate::{components::dialog::Dialog, domain::screen::Screen, i18n::tabs::tab};

/// The safety gate. It is shown only after the lazy part is loaded.
pub fn gate() -> AnyView {
    (component_functions().gate_view)()
}

/// The card that offers to install the app. Only if the lazy part is loaded.
pub fn install_card() -> AnyView {
    (component_functions().install_card_view)()
}

/// A screen of the lazy part, or the loading page.
pub fn screen(app: AppContext, screen: Screen) -> AnyView {
    if untrack(|| app.is_lazy_part_loaded()) {
        (component_functions().screen_view)(screen)
    } else {
        view! { <LoadingScreen screen/> }.into_any()
    }
}

/// Shown while a task waits for the lazy part.
pub fn loading_dialog() -> AnyView {
    view! { <LoadingDialog/> }.into_any()
}

#[component]
fn LoadingDialog() -> impl IntoView {
    let app = use_app();
    let close = move || app.request(AppRequest::CancelTask);
    view! {
        <Dialog labelled_by="waiting-title" class="sheet" on_close=move |()| close()>
            <h2 id="waiting-title">"Eased"</h2>
            <div>
                <LoadingStatus/>
            </div>
            <footer class="sheet-foot">
                <button type="button" on:click=move |_| close()>{app.text.get_untracked().safety.close}</button>
            </footer>
        </Dialog>
    }
}

/// A page with the name of a screen that is being loaded.
#[component]
fn LoadingScreen(screen: Screen) -> impl IntoView {
    let t = &use_app().text.get_untracked().shell;
    let title = tab(screen).map_or("Eased", |tab| (tab.name.select)(t));
    view! {
        <main>
            <header class="masthead">
                <h1 class="title" tabindex="-1">{title}</h1>
            </header>
            <LoadingStatus/>
        </main>
    }
}

/// Says that the lazy part is being loaded, or that it could not be loaded, with a button to try again.
#[component]
fn LoadingStatus() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let has_failed = Memo::new(move |_| app.status.get().lazy_state == LazyState::Failed);
    Effect::new(move |_| {
        if !has_failed.get() {
            app.request(AppRequest::LoadLazyPart);
        }
    });
    view! {
        <p role="status" translate="no">{move || if has_failed.get() { t.screen_not_stored } else { t.loading }}</p>
        {move || has_failed.get().then(|| view! {
            <button type="button" on:click=move |_| app.request(AppRequest::LoadLazyPart)>{t.try_again}</button>
        })}
    }
}
