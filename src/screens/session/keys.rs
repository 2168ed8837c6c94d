//! The keyboard, and clickers and remote controls, which are keyboards.

use leptos::{
    ev::{self, EventDescriptor},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::{
    app::context::AppContext,
    domain::{
        Event,
        phase::{Name, Phase},
        running::Running,
    },
};

/// Listens for as long as the session screen is mounted.
pub fn listen(app: AppContext) {
    listen_on_window(ev::keydown, move |event| handle(app, &event));
}

/// Handles an event wherever on the page it happens, for as long as the current owner lives.
pub fn listen_on_window<E>(event: E, handler: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    let listener = window_event_listener(event, handler);
    on_cleanup(move || listener.remove());
}

fn handle(app: AppContext, event: &KeyboardEvent) {
    // The safety page handles its own Escape.
    if app.safety_page.get_untracked() || event.alt_key() {
        return;
    }
    let Some(meant) = app.running_untracked(|running| meaning(running, event)).flatten() else { return };
    event.prevent_default();
    // A key that is held down is one press.
    if event.repeat() {
        return;
    }
    // Otherwise the same key would click the button that a finger pressed last. A range answers when it loses the focus.
    if let Some(target) = target(event) {
        target.blur().ok();
    }
    app.dispatch(meant);
}

/// What a key means now; `None` leaves it to the browser.
fn meaning(running: &Running, event: &KeyboardEvent) -> Option<Event> {
    let modified = event.ctrl_key() || event.meta_key();
    let active = matches!(running.course.phase, Phase::Active(_));
    match event.key().as_str() {
        "z" | "Z" if modified && !event.shift_key() => running.can_undo().then_some(Event::Undone),
        _ if modified => None,
        " " | "Enter" if on_control(event) => event.repeat().then_some(Event::KeyTapped),
        // It answers how much it hurts.
        " " | "Enter" | "PageDown" | "PageUp" if on_slider(event) => None,
        " " | "Enter" | "PageDown" => active.then_some(Event::KeyTapped),
        "PageUp" => undo_or_nothing(running),
        // The ring of a remote control. A slider that a finger moved has no visible focus, so that none of them moves it.
        "ArrowRight" | "ArrowDown" if !on_slider(event) => active.then_some(Event::KeyTapped),
        // A pause has questions and texts that scroll; the summary is one.
        "ArrowLeft" | "ArrowUp" if !on_slider(event) => {
            (active || running.farewell_ms > 0).then_some(Event::Undone)
        }
        "Escape" => match running.course.phase {
            Phase::Active(_) => Some(Event::Paused),
            Phase::Paused(paused) => paused.asks_stop.then_some(Event::StopWithdrawn),
            Phase::Done => None,
        },
        _ => None,
    }
}

/// The summary is a page that scrolls, so there the key is taken only while it undoes something.
fn undo_or_nothing(running: &Running) -> Option<Event> {
    (running.can_undo() || running.phase_name() != Name::Done).then_some(Event::Undone)
}

/// Whether the key goes to a control that visibly has the focus.
fn on_control(event: &KeyboardEvent) -> bool {
    is_focus_visible(event, "button, a, select, summary")
}

/// Whether the key goes to a slider that was reached by keys.
fn on_slider(event: &KeyboardEvent) -> bool {
    is_focus_visible(event, "input[type='range']")
}

fn is_focus_visible(event: &KeyboardEvent, selector: &str) -> bool {
    target(event).is_some_and(|target| {
        let is = |selector| target.matches(selector).unwrap_or(false);
        is(selector) && is(":focus-visible")
    })
}

fn target(event: &KeyboardEvent) -> Option<HtmlElement> {
    event.target()?.dyn_into().ok()
}
