//! The frame around the screens: which one is shown, the navigation, and what lies on top.

use leptos::{html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::{
    ctx::ctx,
    history::HistoryScreen,
    learn::LearnScreen,
    leg::LegScreen,
    safety::{Notices, Overlays},
    session::SessionScreen,
    settings::SettingsScreen,
    ui::Status,
    welcome::Welcome,
};
use crate::domain::{
    Event,
    model::{Model, Screen, Sitting},
    phase::Name,
};

/// Everything inside `#app`. What it looks like before the app runs stands in `index.html`.
#[component]
pub fn Frame() -> impl IntoView {
    let ctx = ctx();
    let screen = ctx.part(|m| m.screen);
    let alone = ctx.part(on_the_mat);
    // The leg screen has a place of its own for notices and for the way back.
    let reading = Memo::new(move |_| !matches!(screen.get(), Screen::Leg | Screen::Session));
    // A screen says its words in the language in which it was made, and is made anew in another: that takes
    // far less code than words that each follow the language. Only the screen on which it is chosen stays.
    let shown = Memo::new(move |_| {
        let screen = screen.get();
        (screen, (screen != Screen::Settings).then(|| ctx.t().tag))
    });
    let page = NodeRef::<html::Div>::new();
    follow_with_focus(screen, page);
    view! {
        <div class:page=move || !alone.get() node_ref=page>
            {move || reading.get().then(|| view! { <Notices /> })}
            {move || match shown.get().0 {
                Screen::Leg => view! { <LegScreen /> }.into_any(),
                Screen::Session => view! { <SessionScreen /> }.into_any(),
                Screen::History => view! { <HistoryScreen /> }.into_any(),
                Screen::Learn => view! { <LearnScreen /> }.into_any(),
                Screen::Settings => view! { <SettingsScreen /> }.into_any(),
            }}
            <Welcome />
            {move || (!alone.get()).then(|| view! { <BackBar reading /> <Tabs screen /> })}
        </div>
        <Overlays />
        <Status />
    }
}

/// The screens, and the red card: one tap away everywhere. A session has its own button for it.
#[component]
fn Tabs(screen: Memo<Screen>) -> impl IntoView {
    let ctx = ctx();
    let tab = move |to: Screen, address: &'static str, word: &'static str| {
        let current = move || (screen.get() == to).then_some("page");
        view! { <a href=address aria-current=current>{word}</a> }
    };
    move || {
        let t = &ctx.t().shell;
        view! {
            <nav class="tabs">
                {tab(Screen::Leg, "#/", t.nav_leg)}
                {tab(Screen::History, "#/history", t.nav_history)}
                {tab(Screen::Learn, "#/learn", t.nav_learn)}
                {tab(Screen::Settings, "#/settings", t.nav_settings)}
                <button type="button" on:click=move |_| ctx.send(Event::RedCard(true))>
                    {t.red_card}
                </button>
            </nav>
        }
    }
}

/// While a session runs, the way back to it from wherever one has gone. On the leg screen it is Start.
#[component]
fn BackBar(reading: Memo<bool>) -> impl IntoView {
    let ctx = ctx();
    let runs = ctx.part(runs);
    move || {
        (runs.get() && reading.get()).then(|| {
            view! {
                <div class="action-bar">
                    <a class="button action" href="#/session">
                        {ctx.t().leg.back_to_session}
                    </a>
                </div>
            }
        })
    }
}

/// Who goes to another screen finds its top, and the keyboard its heading.
fn follow_with_focus(screen: Memo<Screen>, page: NodeRef<html::Div>) {
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            // A frame later the new screen stands.
            request_animation_frame(move || {
                let Some(page) = page.get_untracked() else { return };
                page.scroll_into_view();
                let heading = page.query_selector("h1[tabindex]").ok().flatten();
                if let Some(heading) = heading.and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
                    heading.focus().ok();
                }
            });
        }
        now
    });
}

/// The session has the screen for itself, until its summary.
fn on_the_mat(model: &Model) -> bool {
    model.screen == Screen::Session && runs(model)
}

fn runs(model: &Model) -> bool {
    match &model.sitting {
        Sitting::Running(running) => running.phase_name() != Name::Done,
        Sitting::Idle | Sitting::Asking(_) | Sitting::Found { .. } | Sitting::Elsewhere(_) => false,
    }
}
