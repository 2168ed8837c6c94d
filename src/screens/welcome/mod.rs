//! The welcome: what the app is and where the data is stored.
//!
//! It never covers the leg screen, which works before storage is read: it is beside the plate if there is room,
//! otherwise below the list, and a small button in the masthead leads to it.

use leptos::{ev::MouseEvent, html::H2, prelude::*};
use web_sys::Element;

use crate::{
    app::context::use_app,
    components::{focus, sound_check::SoundCheck},
    domain::Event,
};

/// The icon of Safari's share button, which the first step mentions.
const SHARE_SIGN: &str = r#"<path d="M9 10H6v11h12V10h-3M12 15V3M8 7l4-4 4 4"/>"#;

/// The welcome: the button in the masthead, and the panel that it focuses.
#[component]
pub fn Welcome() -> impl IntoView {
    let app = use_app();
    // The device is known before the first view is mounted.
    let ios = app.status.get_untracked().is_ios_browser;
    let title = app.phrase(if ios { |t| t.welcome.ios_title } else { |t| t.welcome.title });
    let heading = NodeRef::<H2>::new();
    let show = move |_| {
        if let Some(heading) = heading.get_untracked() {
            heading.focus().ok();
        }
    };
    // If there are sessions, the masthead shows a note in this place.
    let is_new = Memo::new(move |_| app.history.with(|history| history.entries().next().is_none()));
    let offline =
        move || if app.status.get().is_offline_ready { app.text.get().welcome.offline_ready } else { "" };
    view! {
        {move || is_new.get().then(|| view! {
            <button type="button" class="welcome-link" class:is-caution=ios on:click=show>{title}</button>
        })}
        <section class="welcome" aria-labelledby="welcome">
            <h2 node_ref=heading id="welcome" tabindex="-1">{title}</h2>
            {ios.then(|| view! { <HomeScreenSteps/> })}
            <p>{app.phrase(|t| t.welcome.what_it_does)}</p>
            <p>{app.phrase(|t| t.welcome.where_data_lives)}</p>
            <SoundCheck/>
            <div class="button-row">
                <a class="button" href="#/learn">{app.phrase(|t| t.welcome.learn)}</a>
                <button
                    type="button"
                    class="welcome-done"
                    on:click=move |event| {
                        back_to_top(&event);
                        app.dispatch(Event::WelcomeFinished);
                    }
                >
                    {app.phrase(|t| t.welcome.close)}
                </button>
            </div>
            // The status region is always present, so that screen readers announce its changes.
            <p role="status" translate="no">{offline}</p>
        </section>
    }
}

/// Scrolls and moves the focus to the top of the screen, because the panel with the focused button is about to
/// be removed.
fn back_to_top(event: &MouseEvent) {
    let button: Element = event_target(event);
    if let Ok(Some(main)) = button.closest("main") {
        main.scroll_into_view();
        focus::focus_first(&main, "h1[tabindex]");
    }
}

/// Steps to install the app first: Safari and the Home Screen app have separate storage.
#[component]
fn HomeScreenSteps() -> impl IntoView {
    let app = use_app();
    view! {
        <p>{app.phrase(|t| t.welcome.ios_why)}</p>
        <ol class="numbered-steps">
            <li>
                {app.phrase(|t| t.welcome.ios_steps[0])}
                // Not a literal: on an element without dynamic parts, `inner_html` would become an attribute.
                <svg class="welcome-share" viewBox="0 0 24 24" aria-hidden="true" inner_html=SHARE_SIGN></svg>
            </li>
            <li>{app.phrase(|t| t.welcome.ios_steps[1])}</li>
            <li>{app.phrase(|t| t.welcome.ios_steps[2])}</li>
        </ol>
    }
}
