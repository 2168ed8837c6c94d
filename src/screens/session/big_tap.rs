//! The whole screen as one button, and the pointers on it.

use leptos::{ev, prelude::*};
use web_sys::{MouseEvent, PointerEvent};

use super::{keys::listen_on_window, text_fit, view_model::use_session_view};
use crate::{
    app::context::{AppContext, use_app},
    domain::{Event, phase::RestReason},
};

/// A click within this time of a pointer's lifting belongs to that pointer, milliseconds.
const SAME_TOUCH_MS: i64 = 1_000;

/// The button that lies under everything else, and its label. Its name is what the tap means now.
#[component]
pub fn BigTap() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let session = use_session_view();
    let pointers = Pointers::listen(app);
    // While the weight has to come off a tap means nothing.
    let is_off = move || session.get().rest == Some(RestReason::Limit);
    let name = move || t.big_tap(session.get().name).filter(|_| !is_off());
    let is_shown = Memo::new(move |_| name().is_some());
    let tap = move |event: PointerEvent| {
        if let Some(press) = pointers.up(&event) {
            app.dispatch(Event::Tapped { down_mono_ms: press.down_mono_ms, multi: press.multi });
        }
    };
    let click = move |event: MouseEvent| {
        if pointers.is_click_without_pointer(&event) {
            app.dispatch(Event::KeyTapped);
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
                    // What a tap changes may put a button under the finger, and the browser's click would hit that.
                    on:touchend=|event| event.prevent_default()
                    on:pointercancel=move |_| pointers.cancel()
                    on:click=click
                ></button>
                // A row of the mat. It is no part of the button, which has to be as large as the screen.
                <p class="tap-label" aria-hidden="true" style=("--ems", move || name().map(text_fit::whole))>
                    {name}
                </p>
            }
        })
    }
}

/// A pointer that is down on the button.
#[derive(Clone, Copy)]
struct Press {
    pointer: i32,
    down_mono_ms: i64,
    /// Another pointer was down at some moment of it.
    multi: bool,
}

/// Every pointer that is down anywhere on the page, and the one that may become a tap.
#[derive(Clone, Copy)]
struct Pointers {
    app: AppContext,
    state: StoredValue<PointerState>,
}

struct PointerState {
    down: Vec<i32>,
    press: Option<Press>,
    last_up_ms: i64,
}

impl Pointers {
    /// Listens for as long as the current owner lives.
    fn listen(app: AppContext) -> Self {
        let state = PointerState { down: Vec::new(), press: None, last_up_ms: i64::MIN / 2 };
        let pointers = Self { app, state: StoredValue::new(state) };
        listen_on_window(ev::pointerdown, move |event| pointers.down_on_page(&event));
        listen_on_window(ev::pointerup, move |event| pointers.up_on_page(&event));
        listen_on_window(ev::pointercancel, move |event| pointers.up_on_page(&event));
        pointers
    }

    /// A pointer went down anywhere. Runs after [`Pointers::down`]: the event reaches the button first.
    fn down_on_page(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.state.update_value(|state| {
            // The browser calls the first finger of a touch primary: what is still listed was lost.
            if event.is_primary() && event.is_trusted() {
                state.down.clear();
            }
            if !state.down.contains(&id) {
                state.down.push(id);
            }
            if let Some(press) = &mut state.press {
                press.multi |= press.pointer != id;
            }
        });
    }

    /// A pointer went up anywhere, or was cancelled.
    fn up_on_page(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.state.update_value(|state| {
            // Wherever it was: what a finger does elsewhere may move things, and its click arrives here.
            state.last_up_ms = self.app.mono_ms();
            state.down.retain(|other| *other != id);
        });
    }

    /// A pointer went down on the button.
    fn down(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let pointer = event.pointer_id();
        self.state.update_value(|state| {
            let alone =
                event.is_primary() && event.is_trusted() || state.down.iter().all(|other| *other == pointer);
            let down_mono_ms = self.app.mono_ms();
            state.press = Some(Press { pointer, down_mono_ms, multi: !alone });
        });
    }

    /// A pointer went up on the button: a tap, where it went down there too.
    fn up(self, event: &PointerEvent) -> Option<Press> {
        let id = event.pointer_id();
        self.state.try_update_value(|state| state.press.take_if(|press| press.pointer == id)).flatten()
    }

    /// What went down on the button is no tap.
    fn cancel(self) {
        self.state.update_value(|state| state.press = None);
    }

    /// Whether no pointer made a click, but a key, a screen reader or voice control.
    fn is_click_without_pointer(self, event: &MouseEvent) -> bool {
        // The window gets the `pointerup` before the browser makes the click.
        let since_up = self.app.mono_ms() - self.state.with_value(|state| state.last_up_ms);
        event.detail() == 0 || since_up > SAME_TOUCH_MS
    }
}
