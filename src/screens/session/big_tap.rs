//! The big tap: the whole screen as one button, and the tracking of its pointers.

use leptos::{ev, prelude::*};
use web_sys::{MouseEvent, PointerEvent};

use super::{keyboard::listen_on_window, text_width, view_model::use_session_view};
use crate::{
    app::context::{AppContext, use_app},
    domain::{Event, phase::RestReason},
};

/// A click within this time after a pointer was released belongs to that pointer, milliseconds.
const CLICK_AFTER_POINTER_MS: i64 = 1_000;

/// The button below all others, and its label. Its accessible name is what a tap does now.
#[component]
pub fn BigTap() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let session = use_session_view();
    let pointers = PointerTracker::listen(app);
    // While the person takes the weight off, a tap does nothing.
    let is_disabled = move || session.get().rest_reason == Some(RestReason::Limit);
    let name = move || t.big_tap(session.get().phase).filter(|_| !is_disabled());
    let is_shown = Memo::new(move |_| name().is_some());
    let tap = move |event: PointerEvent| {
        if let Some(press) = pointers.up(&event) {
            app.dispatch(Event::BigTapped {
                down_mono_ms: press.down_mono_ms,
                is_multi_touch: press.is_multi_touch,
            });
        }
    };
    let click = move |event: MouseEvent| {
        if pointers.is_click_without_pointer(&event) {
            app.dispatch(Event::BigTappedByKey);
        }
    };
    move || {
        is_shown.get().then(|| {
            view! {
                <button
                    type="button"
                    class="big-tap"
                    aria-label=name
                    data-first=""
                    on:pointerdown=move |event| pointers.down(&event)
                    on:pointerup=tap
                    // A tap may move a button under the finger, and the browser would send its click to that
                    // button.
                    on:touchend=|event| event.prevent_default()
                    on:pointercancel=move |_| pointers.cancel()
                    on:click=click
                ></button>
                // The label is a row of the layout and not part of the button, which covers the screen.
                <p class="tap-label" aria-hidden="true" style=("--ems", move || name().map(text_width::line_ems))>
                    {name}
                </p>
            }
        })
    }
}

/// A pressed pointer that started on the button.
#[derive(Clone, Copy)]
struct Press {
    pointer_id: i32,
    down_mono_ms: i64,
    /// Whether another pointer was pressed at any time during the press.
    is_multi_touch: bool,
}

/// Tracks every pressed pointer on the page, and the one that may become a tap.
#[derive(Clone, Copy)]
struct PointerTracker {
    app: AppContext,
    state: StoredValue<PointerState>,
}

struct PointerState {
    down: Vec<i32>,
    press: Option<Press>,
    last_up_ms: i64,
}

impl PointerTracker {
    /// Adds the listeners for the lifetime of the current owner.
    fn listen(app: AppContext) -> Self {
        let state = PointerState { down: Vec::new(), press: None, last_up_ms: i64::MIN / 2 };
        let pointers = Self { app, state: StoredValue::new(state) };
        listen_on_window(ev::pointerdown, move |event| pointers.down_on_page(&event));
        listen_on_window(ev::pointerup, move |event| pointers.up_on_page(&event));
        listen_on_window(ev::pointercancel, move |event| pointers.up_on_page(&event));
        pointers
    }

    /// Handles a `pointerdown` anywhere. Runs after [`PointerTracker::down`]: the event reaches the button
    /// first.
    fn down_on_page(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.state.update_value(|state| {
            // A primary pointer starts a new sequence: pointers that are still listed were lost.
            if event.is_primary() && event.is_trusted() {
                state.down.clear();
            }
            if !state.down.contains(&id) {
                state.down.push(id);
            }
            if let Some(press) = &mut state.press {
                press.is_multi_touch |= press.pointer_id != id;
            }
        });
    }

    /// Handles a `pointerup` or `pointercancel` anywhere.
    fn up_on_page(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.state.update_value(|state| {
            // For every pointer: a release elsewhere may move elements, and its click may arrive here.
            state.last_up_ms = self.app.mono_ms();
            state.down.retain(|other| *other != id);
        });
    }

    /// Handles a `pointerdown` on the button.
    fn down(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let pointer_id = event.pointer_id();
        self.state.update_value(|state| {
            let is_only_pointer = event.is_primary() && event.is_trusted()
                || state.down.iter().all(|other| *other == pointer_id);
            let down_mono_ms = self.app.mono_ms();
            state.press = Some(Press { pointer_id, down_mono_ms, is_multi_touch: !is_only_pointer });
        });
    }

    /// Handles a `pointerup` on the button; the press, if it started there.
    fn up(self, event: &PointerEvent) -> Option<Press> {
        let id = event.pointer_id();
        self.state.try_update_value(|state| state.press.take_if(|press| press.pointer_id == id)).flatten()
    }

    /// Discards the current press.
    fn cancel(self) {
        self.state.update_value(|state| state.press = None);
    }

    /// Whether a click was made without a pointer: by a key, a screen reader or voice control.
    fn is_click_without_pointer(self, event: &MouseEvent) -> bool {
        // The window receives `pointerup` before the browser sends the click.
        let ms_since_up = self.app.mono_ms() - self.state.with_value(|state| state.last_up_ms);
        event.detail() == 0 || ms_since_up > CLICK_AFTER_POINTER_MS
    }
}
