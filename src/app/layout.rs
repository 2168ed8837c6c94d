//! The layout around the screens: which one is shown, the navigation, and the dialogs above them.

use leptos::{html::Div, prelude::*};

use super::{
    context::{AppContext, InstallMethod, LazyState, use_app},
    lazy,
};
use crate::{
    components::{
        focus,
        live_region::LiveRegion,
        session_stage::{SessionStage, is_in_progress},
    },
    domain::{Event, model::SessionState, screen::Screen},
    i18n::tabs::{self, Tab},
    screens::{
        leg,
        safety::{self, Notices, SafetyPage},
    },
};

/// The whole app, inside `#app`. `index.html` contains what it looks like before the app runs.
#[component]
pub fn App() -> impl IntoView {
    let app = use_app();
    let page = NodeRef::<Div>::new();
    let is_full_screen = Memo::new(move |_| session_fills_screen(app));
    let has_notices = Memo::new(move |_| !matches!(app.screen.get(), Screen::Leg | Screen::Session));
    let screen_key = Memo::new(move |_| ScreenKey::read(app));
    let offers_install = Memo::new(move |_| may_offer_install(app));
    let is_gate_open =
        Memo::new(move |_| app.session_state.with(|state| matches!(state, SessionState::GateOpen(_))));
    let has_pending_task = Memo::new(move |_| app.status.get().pending_task.is_some());
    let is_safety_page_open = Memo::new(move |_| app.safety_page_open.get());
    show_top_of_new_screen(app, page);
    view! {
        <div class=move || if is_full_screen.get() { "" } else { "page" } node_ref=page>
            {move || has_notices.get().then(|| view! { <Notices/> })}
            // A new key creates the screen again, even if it is the same component.
            <For each=move || [screen_key.get()] key=|key| *key let(key)>
                {match key.screen {
                    Screen::Leg => leg::view(),
                    screen => lazy::screen(app, screen),
                }}
            </For>
            {move || offers_install.get().then(lazy::install_card)}
            <Navigation is_full_screen/>
        </div>
        {move || is_gate_open.get().then(lazy::gate)}
        {move || has_pending_task.get().then(lazy::loading_dialog)}
        {move || is_safety_page_open.get().then(|| view! { <SafetyPage/> })}
        <LiveRegion/>
    }
}

/// When any of this changes, the screen is created again.
///
/// A screen keeps the language in which it was created. Only Settings, where the language is chosen, is updated in
/// place, so that the person does not lose their position.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ScreenKey {
    screen: Screen,
    stage: Option<SessionStage>,
    lazy_state: Option<LazyState>,
    language: Option<&'static str>,
}

impl ScreenKey {
    fn read(app: AppContext) -> Self {
        let screen = app.screen.get();
        let stage = (screen == Screen::Session).then(|| app.session_state.with(SessionStage::of));
        let lazy_state = (screen != Screen::Leg).then(|| app.status.get().lazy_state);
        let is_updated_in_place = screen == Screen::Settings && lazy_state == Some(LazyState::Loaded);
        let language = (!is_updated_in_place).then(|| app.text.get().tag);
        Self { screen, stage, lazy_state, language }
    }
}

/// The tabs, and above them the link back to a running session. Hidden while a session fills the screen.
#[component]
fn Navigation(is_full_screen: Memo<bool>) -> impl IntoView {
    let app = use_app();
    // On the leg screen, the Start button leads back.
    let has_session_link = Memo::new(move |_| {
        !matches!(app.screen.get(), Screen::Leg | Screen::Session) && app.session_state.with(is_in_progress)
    });
    // The tag of the language is part of the key: another language creates everything again.
    let key = move || (!is_full_screen.get()).then(|| (app.text.get().tag, has_session_link.get()));
    view! {
        <For each=key key=|key| *key let((_, has_session_link))>
            {has_session_link.then(|| view! {
                <div class="action-bar">
                    <a class="button action" href=Screen::Session.address()>
                        {app.text.get_untracked().leg.back_to_session}
                    </a>
                </div>
            })}
            <Tabs/>
        </For>
    }
}

/// The tabs of the screens, as in `index.html`, and the button that opens the safety page. A session has its own button
/// for that.
#[component]
fn Tabs() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    view! {
        <nav class="tabs" aria-label=t.nav_label>
            {tabs::tabs().map(|(screen, tab)| view! { <TabLink screen tab/> }).collect_view()}
            <button type="button" on:click=move |_| app.dispatch(Event::SafetyPageToggled(true))>{t.safety}</button>
        </nav>
    }
}

#[component]
fn TabLink(screen: Screen, tab: Tab) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let aria_current = move || (app.screen.get() == screen).then_some("page");
    let text = (tab.name.select)(t);
    let text = match tab.short.map(|short| (short.select)(t)).filter(|short| *short != text) {
        None => text.into_any(),
        // The style sheet shows the one that fits.
        Some(short) => {
            view! { <span class="is-long">{text}</span><span class="is-short">{short}</span> }.into_any()
        }
    };
    view! { <a href=screen.address() aria-current=aria_current>{text}</a> }
}

/// After a change of the screen, scrolls to its top and focuses its heading.
fn show_top_of_new_screen(app: AppContext, page: NodeRef<Div>) {
    Effect::new(move |previous: Option<Screen>| {
        let screen = app.screen.get();
        if previous.is_some_and(|previous| previous != screen) {
            // The new screen is in the document one frame later.
            request_animation_frame(move || {
                if let Some(page) = page.get_untracked() {
                    page.scroll_into_view();
                    focus::focus_first(&page, "h1[tabindex]");
                }
            });
        }
        screen
    });
}

/// Whether the card that offers to install the app is shown: below the leg, until it is dismissed.
fn may_offer_install(app: AppContext) -> bool {
    // On an iPhone, the welcome explains it, before anything is recorded.
    let has_method =
        matches!(app.status.get().install_method, InstallMethod::Prompt | InstallMethod::FirefoxMenu);
    has_method
        && app.is_lazy_part_loaded()
        && app.screen.get() == Screen::Leg
        && !app.meta.with(|meta| meta.install_dismissed)
        && app.session_state.with(safety::may_update_app)
}

/// Whether a session fills the screen, which it does until its summary.
fn session_fills_screen(app: AppContext) -> bool {
    let fills = |state: &SessionState| {
        matches!(SessionStage::of(state), SessionStage::InProgress | SessionStage::EndNotice)
    };
    app.screen.get() == Screen::Session && app.session_state.with(fills) && app.is_lazy_part_loaded()
}
