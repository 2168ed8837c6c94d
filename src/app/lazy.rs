//! What other components show of the lazy part, and what they show until it is loaded.

use leptos::prelude::*;

use super::{
    context::{AppContext, AppRequest, use_app},
    lazy_part::part,
    lazy_state::LazyState,
};
use crate::{components::dialog::Dialog, domain::model::Screen};

/// The safety gate. It asks only once the part is loaded.
pub fn gate() -> AnyView {
    (part().gate)()
}

/// The card that offers installing. Only where the part is loaded.
pub fn install_card() -> AnyView {
    (part().install_card)()
}

/// A screen of the lazy part, or what is shown until it is loaded.
pub fn screen(app: AppContext, screen: Screen) -> AnyView {
    if untrack(|| app.is_part_loaded()) {
        (part().screen)(screen)
    } else {
        view! { <WaitingScreen screen/> }.into_any()
    }
}

/// What is shown while a task waits for the part.
pub fn waiting_dialog() -> AnyView {
    view! { <WaitingDialog/> }.into_any()
}

#[component]
fn WaitingDialog() -> impl IntoView {
    let app = use_app();
    let close = move || app.request(AppRequest::Forget);
    view! {
        <Dialog labelled_by="waits-title" class="sheet" on_close=move |()| close()>
            <h2 id="waits-title">"Eased"</h2>
            <div>
                <LoadingStatus/>
            </div>
            <footer class="sheet-foot">
                <button type="button" on:click=move |_| close()>{app.text.get_untracked().safety.close}</button>
            </footer>
        </Dialog>
    }
}

#[component]
fn WaitingScreen(screen: Screen) -> impl IntoView {
    let t = &use_app().text.get_untracked().shell;
    let title = match screen {
        Screen::Learn => t.nav_learn,
        Screen::Settings => t.nav_settings,
        Screen::History => t.nav_history,
        Screen::Session | Screen::Leg => "Eased",
    };
    view! {
        // The class of a page of text, which the first style sheets know.
        <main class="settings">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{title}</h1>
            </header>
            <LoadingStatus/>
        </main>
    }
}

/// That the part is being loaded, or that it could not be, and then a way to try again.
#[component]
fn LoadingStatus() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let failed = Memo::new(move |_| app.device.get().lazy == LazyState::Failed);
    Effect::new(move |_| {
        if !failed.get() {
            app.request(AppRequest::LoadPart);
        }
    });
    view! {
        <p role="status" translate="no">{move || if failed.get() { t.not_here } else { t.coming }}</p>
        {move || failed.get().then(|| view! {
            <button type="button" on:click=move |_| app.request(AppRequest::LoadPart)>{t.try_again}</button>
        })}
    }
}
