//! The first words: what this is and where the data lives.
//!
//! It never lies over the leg screen, which works before anything is read: it stands beside the plate where there is room,
//! else below the list, and a small button in the masthead leads to it.

use leptos::{ev::MouseEvent, html::H2, prelude::*};
use web_sys::Element;

use crate::{
    app::context::use_app,
    components::{focus, sound_check::SoundCheck},
    domain::Event,
};

/// The sign on Safari's share button, of which the first step speaks.
const SHARE_SIGN: &str = r#"<path d="M9 10H6v11h12V10h-3M12 15V3M8 7l4-4 4 4"/>"#;

/// The welcome: the button in the masthead, and the panel that it leads to.
#[component]
pub fn Welcome() -> impl IntoView {
    let app = use_app();
    // The device is known before anything is shown.
    let ios = app.device.get_untracked().ios_browser;
    let title = app.phrase(if ios { |t| t.welcome.ios } else { |t| t.welcome.title });
    let heading = NodeRef::<H2>::new();
    let show = move |_| {
        if let Some(heading) = heading.get_untracked() {
            heading.focus().ok();
        }
    };
    // With sessions, the masthead shows something else in this place.
    let is_new = Memo::new(move |_| app.history.with(|history| history.entries().next().is_none()));
    let offline = move || if app.device.get().offline_ready { app.text.get().welcome.offline } else { "" };
    view! {
        {move || is_new.get().then(|| view! {
            <button type="button" class="welcome-call" class:is-caution=ios on:click=show>{title}</button>
        })}
        <section class="welcome" aria-labelledby="welcome">
            <h2 node_ref=heading id="welcome" tabindex="-1">{title}</h2>
            {ios.then(|| view! { <HomeScreenSteps/> })}
            <p>{app.phrase(|t| t.welcome.what)}</p>
            <p>{app.phrase(|t| t.welcome.data)}</p>
            <SoundCheck/>
            <div class="welcome-acts">
                <a class="button" href="#/learn">{app.phrase(|t| t.welcome.learn)}</a>
                <button
                    type="button"
                    class="welcome-done"
                    on:click=move |event| {
                        back_to_top(&event);
                        app.dispatch(Event::Welcomed);
                    }
                >
                    {app.phrase(|t| t.welcome.done)}
                </button>
            </div>
            // The paragraph is always there, so that a screen reader announces what comes into it.
            <p role="status" translate="no">{offline}</p>
        </section>
    }
}

/// The panel is about to go, and the focus with it: both go back to the top of the screen.
fn back_to_top(event: &MouseEvent) {
    let button: Element = event_target(event);
    if let Ok(Some(main)) = button.closest("main") {
        main.scroll_into_view();
        focus::first(&main, "h1[tabindex]");
    }
}

/// Safari and the Home Screen app keep separate storage: what to do before anything is recorded.
#[component]
fn HomeScreenSteps() -> impl IntoView {
    let app = use_app();
    view! {
        <p>{app.phrase(|t| t.welcome.ios_why)}</p>
        <ol class="welcome-steps">
            <li>
                {app.phrase(|t| t.welcome.ios_how[0])}
                // Not a literal: `inner_html` of an element without anything dynamic would become an attribute.
                <svg class="welcome-share" viewBox="0 0 24 24" aria-hidden="true" inner_html=SHARE_SIGN></svg>
            </li>
            <li>{app.phrase(|t| t.welcome.ios_how[1])}</li>
            <li>{app.phrase(|t| t.welcome.ios_how[2])}</li>
        </ol>
    }
}
