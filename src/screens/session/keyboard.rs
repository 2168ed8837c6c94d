//! Keyboard input, including clickers and remote controls, which send key events.

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
        phase::{Phase, PhaseName},
        running::RunningSession,
    },
};

/// Listens as long as the session screen is mounted.
pub fn listen(app: AppContext) {
    listen_on_window(ev::keydown, move |event| handle_key(app, &event));
}

/// Listens on the window for the lifetime of the current owner.
pub fn listen_on_window<E>(event: E, handler: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    let listener = window_event_listener(event, handler);
    on_cleanup(move || listener.remove());
}

fn handle_key(app: AppContext, event: &KeyboardEvent) {
    // The safety page handles its own Escape.
    if app.safety_page_open.get_untracked() || event.alt_key() {
        return;
    }
    let Some(app_event) = app.with_running_untracked(|running| event_for_key(running, event)).flatten()
    else {
        return;
    };
    event.prevent_default();
    // A key that is held down counts once.
    if event.repeat() {
        return;
    }
    // Blur the target: otherwise the key would click the button that was last pressed by pointer. A range input
    // reports its value on blur.
    if let Some(target) = target(event) {
        target.blur().ok();
    }
    app.dispatch(app_event);
}

/// The event for a key press; `None` leaves it to the browser.
fn event_for_key(running: &RunningSession, event: &KeyboardEvent) -> Option<Event> {
    let modified = event.ctrl_key() || event.meta_key();
    let active = matches!(running.progress.phase, Phase::Active(_));
    match event.key().as_str() {
        "z" | "Z" if modified && !event.shift_key() => running.can_undo().then_some(Event::Undone),
        _ if modified => None,
        " " | "Enter" if on_control(event) => event.repeat().then_some(Event::BigTappedByKey),
        // The slider answers the pain question.
        " " | "Enter" | "PageDown" | "PageUp" if on_slider(event) => None,
        " " | "Enter" | "PageDown" => active.then_some(Event::BigTappedByKey),
        "PageUp" => undo_unless_summary_scrolls(running),
        // The arrow keys of a remote control. A slider that was moved by pointer has no visible focus, so they
        // do not move it.
        "ArrowRight" | "ArrowDown" if !on_slider(event) => active.then_some(Event::BigTappedByKey),
        // A pause shows questions and texts that scroll, and the summary scrolls too.
        "ArrowLeft" | "ArrowUp" if !on_slider(event) => {
            (active || running.end_notice_ms > 0).then_some(Event::Undone)
        }
        "Escape" => match running.progress.phase {
            Phase::Active(_) => Some(Event::Paused),
            Phase::Paused(paused) => paused.is_confirming_stop.then_some(Event::StopCancelled),
            Phase::Done => None,
        },
        _ => None,
    }
}

/// The summary scrolls, so there the key is handled only if it undoes something.
fn undo_unless_summary_scrolls(running: &RunningSession) -> Option<Event> {
    (running.can_undo() || running.phase_name() != PhaseName::Done).then_some(Event::Undone)
}

/// Whether the key event targets a control with visible focus.
fn on_control(event: &KeyboardEvent) -> bool {
    is_focus_visible(event, "button, a, select, summary")
}

/// Whether the key event targets a slider with visible focus.
fn on_slider(event: &KeyboardEvent) -> bool {
    is_focus_visible(event, "input[type='range']")
}

fn is_focus_visible(event: &KeyboardEvent, selector: &str) -> bool {
    target(event).is_some_and(|target| {
        let matches = |selector| target.matches(selector).unwrap_or(false);
        matches(selector) && matches(":focus-visible")
    })
}

fn target(event: &KeyboardEvent) -> Option<HtmlElement> {
    event.target()?.dyn_into().ok()
}
