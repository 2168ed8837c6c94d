//! The keyboard, and clickers, which are keyboards.

use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlElement, KeyboardEvent};

use crate::{
    domain::{
        Event, Model,
        phase::{Name, Phase},
        running::Running,
    },
    view::{
        ctx::Ctx,
        dom::{self, El, keep},
    },
};

/// Listens for as long as the session screen is there.
pub fn listen(ctx: Ctx, main: &El) {
    on_window(main, "keydown", move |event| hear(ctx, event.unchecked_ref()));
}

/// Hears an event wherever it is on the page, for as long as the view that is being made is there.
pub fn on_window(near: &El, name: &'static str, heard: impl Fn(&DomEvent) + 'static) {
    if let Some(window) = near.owner_document().and_then(|document| document.default_view()) {
        keep(dom::listen(&window, name, heard));
    }
}

fn hear(ctx: Ctx, event: &KeyboardEvent) {
    let meant = ctx.peek(|model| meaning(model, event));
    let Some(meant) = meant else { return };
    event.prevent_default();
    // A key that is held down is one press.
    if event.repeat() {
        return;
    }
    if matches!(meant, Event::KeyTapped) {
        // Else the button that a finger pressed last would be clicked by the same key.
        if let Some(target) = target(event) {
            target.blur().ok();
        }
    }
    ctx.send(meant);
}

/// What a key means now; `None` leaves it to the browser.
fn meaning(model: &Model, event: &KeyboardEvent) -> Option<Event> {
    let running = model.running()?;
    // The red card hears its own Escape.
    if model.red_card || event.alt_key() {
        return None;
    }
    let modified = event.ctrl_key() || event.meta_key();
    let active = matches!(running.course.phase, Phase::Active(_));
    match event.key().as_str() {
        "z" | "Z" if modified && !event.shift_key() => running.can_undo().then_some(Event::Undone),
        _ if modified => None,
        " " | "Enter" if on_control(event) => event.repeat().then_some(Event::KeyTapped),
        " " | "Enter" | "PageDown" => active.then_some(Event::KeyTapped),
        "PageUp" => undo_or_nothing(running),
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

/// Whether the key goes to a control that visibly has the focus; to a range these keys mean nothing.
fn on_control(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|target| {
        let is = |selector| target.matches(selector).unwrap_or(false);
        is("button, a, select, summary") && is(":focus-visible")
    })
}

fn target(event: &KeyboardEvent) -> Option<HtmlElement> {
    event.target()?.dyn_into().ok()
}
