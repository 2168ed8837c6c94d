//! The frame around the screens: which one is shown, the navigation, and what lies on top of them.

use leptos::{html::Div, prelude::*};

use super::{
    context::{AppContext, Install, LazyState, use_app},
    lazy,
};
use crate::{
    components::{
        focus,
        live_region::LiveRegion,
        session_stage::{SessionStage, is_in_progress},
    },
    domain::{
        Event,
        model::{Screen, SessionState},
    },
    screens::{
        leg::LegScreen,
        safety::{self, Notices, SafetyPage},
    },
};

/// The whole app, inside `#app`. What it looks like before it runs stands in `index.html`.
#[component]
pub fn App() -> impl IntoView {
    let app = use_app();
    let page = NodeRef::<Div>::new();
    let alone = Memo::new(move |_| session_fills_screen(app));
    let shows_notices = Memo::new(move |_| !matches!(app.screen.get(), Screen::Leg | Screen::Session));
    let shown = Memo::new(move |_| Shown::read(app));
    let offers_install = Memo::new(move |_| may_offer_install(app));
    let gate = Memo::new(move |_| app.session.with(|s| matches!(s, SessionState::Asking(_))));
    let waits = Memo::new(move |_| app.device.get().waits.is_some());
    let safety_page = Memo::new(move |_| app.safety_page.get());
    show_top_of_new_screen(app, page);
    view! {
        <div class=move || if alone.get() { "" } else { "page" } node_ref=page>
            {move || shows_notices.get().then(|| view! { <Notices/> })}
            // Another key makes the screen anew, also where it is the same component.
            <For each=move || [shown.get()] key=|shown| *shown let(shown)>
                {match shown.screen {
                    Screen::Leg => view! { <LegScreen/> }.into_any(),
                    screen => lazy::screen(app, screen),
                }}
            </For>
            {move || offers_install.get().then(lazy::install_card)}
            <Navigation alone/>
        </div>
        {move || gate.get().then(lazy::gate)}
        {move || waits.get().then(lazy::waiting_dialog)}
        {move || safety_page.get().then(|| view! { <SafetyPage/> })}
        <LiveRegion/>
    }
}

/// What decides that a screen is made anew.
///
/// A screen says its phrases in the language in which it was made. Only Settings, where the language is chosen,
/// follows it: there the person must not lose their place.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Shown {
    screen: Screen,
    stage: Option<SessionStage>,
    part: Option<LazyState>,
    language: Option<&'static str>,
}

impl Shown {
    fn read(app: AppContext) -> Self {
        let screen = app.screen.get();
        let stage = (screen == Screen::Session).then(|| app.session.with(SessionStage::of));
        let part = (screen != Screen::Leg).then(|| app.device.get().lazy);
        let follows_language = screen == Screen::Settings && part == Some(LazyState::Loaded);
        let language = (!follows_language).then(|| app.text.get().tag);
        Self { screen, stage, part, language }
    }
}

/// The tabs, or the way back to a running session above them; neither where the session has the screen to itself.
#[component]
fn Navigation(alone: Memo<bool>) -> impl IntoView {
    let app = use_app();
    // On the leg screen the way back is the button Start.
    let back = Memo::new(move |_| {
        !matches!(app.screen.get(), Screen::Leg | Screen::Session) && app.session.with(is_in_progress)
    });
    // In another language all of it is made anew.
    let shown = move || (!alone.get()).then(|| (app.text.get().tag, back.get()));
    view! {
        <For each=shown key=|shown| *shown let((_, back))>
            {back.then(|| view! {
                <div class="action-bar">
                    <a class="button action" href="#/session">{app.text.get_untracked().leg.back_to_session}</a>
                </div>
            })}
            <Tabs/>
        </For>
    }
}

/// The screens, and the page "When to get help": one tap away everywhere. A session has its own button for it.
#[component]
fn Tabs() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let tabs = [
        (Screen::Leg, "#/", [t.nav_leg; 2]),
        (Screen::History, "#/history", [t.nav_history; 2]),
        (Screen::Learn, "#/learn", [t.nav_learn; 2]),
        (Screen::Settings, "#/settings", [t.nav_settings, t.nav_settings_short]),
    ];
    let tab = move |(screen, address, [long, short]): (Screen, &'static str, [&'static str; 2])| {
        let current = move || (app.screen.get() == screen).then_some("page");
        let name = if long == short {
            long.into_any()
        } else {
            // The style sheet shows the one that fits.
            view! { <span class="is-long">{long}</span><span class="is-short">{short}</span> }.into_any()
        };
        view! { <a href=address aria-current=current>{name}</a> }
    };
    view! {
        <nav class="tabs" aria-label=t.nav>
            {tabs.map(tab).collect_view()}
            <button type="button" on:click=move |_| app.dispatch(Event::RedCard(true))>{t.safety}</button>
        </nav>
    }
}

/// Whoever goes to another screen sees its top, and the keyboard starts at its heading.
fn show_top_of_new_screen(app: AppContext, page: NodeRef<Div>) {
    Effect::new(move |before: Option<Screen>| {
        let screen = app.screen.get();
        if before.is_some_and(|before| before != screen) {
            // One frame later the new screen is in the page.
            request_animation_frame(move || {
                if let Some(page) = page.get_untracked() {
                    page.scroll_into_view();
                    focus::first(&page, "h1[tabindex]");
                }
            });
        }
        screen
    });
}

/// The card that offers installing: once, below the leg, until it is dismissed.
fn may_offer_install(app: AppContext) -> bool {
    // On an iPhone the welcome says it, before anything is recorded.
    let can = matches!(app.device.get().install, Install::Offer | Install::Menu);
    can && app.is_part_loaded()
        && app.screen.get() == Screen::Leg
        && !app.meta.with(|meta| meta.install_dismissed)
        && app.session.with(safety::is_free)
}

/// Whether a session has the screen to itself, until its summary.
fn session_fills_screen(app: AppContext) -> bool {
    let fills = |session: &SessionState| {
        matches!(SessionStage::of(session), SessionStage::InProgress | SessionStage::Farewell)
    };
    app.screen.get() == Screen::Session && app.session.with(fills) && app.is_part_loaded()
}
