//! The whole screen as one button, and the fingers on it.

use leptos::{
    ev,
    prelude::*,
    web_sys::{MouseEvent, PointerEvent},
};

use super::{fit, sight::Stand};
use crate::{
    domain::Event,
    view::ctx::{Ctx, ctx},
};

/// A click within this time of a finger's lifting is that finger's own, milliseconds.
const SAME_TOUCH_MS: i64 = 1_000;

/// The button under everything. Its name is what the tap means now.
#[component]
pub fn BigTap(stand: Memo<Stand>) -> impl IntoView {
    let ctx = ctx();
    let fingers = Fingers::listen();
    let name = move || (ctx.t().session.big_tap)(stand.get().name);
    let ems = move || fit::whole(name().unwrap_or_default());
    move || {
        name().map(|name| {
            view! {
                <button
                    type="button"
                    class="big-tap"
                    style=("--ems", ems)
                    data-first=""
                    on:pointerdown=move |event| fingers.down(&event)
                    on:pointerup=move |event| fingers.up(ctx, &event)
                    on:pointercancel=move |_| fingers.press.set_value(None)
                    on:click=move |event| fingers.click(ctx, &event)
                >
                    <span>{name}</span>
                </button>
            }
        })
    }
}

/// A finger on the big tap.
#[derive(Clone, Copy)]
struct Press {
    pointer: i32,
    down_mono_ms: i64,
    /// Another pointer was down at some moment of it.
    multi: bool,
}

/// Every pointer that is down anywhere on the page, and the one that may become a tap.
#[derive(Clone, Copy)]
struct Fingers {
    down: StoredValue<Vec<i32>>,
    press: StoredValue<Option<Press>>,
    last_up_ms: StoredValue<i64>,
}

impl Fingers {
    /// Listens for as long as the caller's view is there.
    fn listen() -> Self {
        let fingers = Self {
            down: StoredValue::new(Vec::new()),
            press: StoredValue::new(None),
            last_up_ms: StoredValue::new(i64::MIN / 2),
        };
        let down = window_event_listener(ev::pointerdown, move |event| fingers.came(&event));
        let up = window_event_listener(ev::pointerup, move |event| fingers.went(&event));
        let cancel = window_event_listener(ev::pointercancel, move |event| fingers.went(&event));
        on_cleanup(move || {
            down.remove();
            up.remove();
            cancel.remove();
        });
        fingers
    }

    /// A pointer is down somewhere. Runs after [`Fingers::down`], which hears the button's own first.
    fn came(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.down.update_value(|down| {
            // The browser calls the first finger of a touch primary: whatever is still listed was lost.
            if event.is_primary() && event.is_trusted() {
                down.clear();
            }
            if !down.contains(&id) {
                down.push(id);
            }
        });
        self.press.update_value(|press| {
            if let Some(press) = press {
                press.multi |= press.pointer != id;
            }
        });
    }

    fn went(self, event: &PointerEvent) {
        let id = event.pointer_id();
        self.down.update_value(|down| down.retain(|other| *other != id));
    }

    /// A pointer went down on the button.
    fn down(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let pointer = event.pointer_id();
        let alone = event.is_primary() && event.is_trusted()
            || self.down.with_value(|down| down.iter().all(|other| *other == pointer));
        self.press.set_value(Some(Press {
            pointer,
            down_mono_ms: whole_ms(event.time_stamp()),
            multi: !alone,
        }));
    }

    /// A pointer went up on the button: that is the tap.
    fn up(self, ctx: Ctx, event: &PointerEvent) {
        self.last_up_ms.set_value(whole_ms(event.time_stamp()));
        let press = self.press.get_value().filter(|press| press.pointer == event.pointer_id());
        if let Some(press) = press {
            self.press.set_value(None);
            ctx.send(Event::Tapped { down_mono_ms: press.down_mono_ms, multi: press.multi });
        }
    }

    /// A click that no pointer made: a key, a screen reader, voice control.
    fn click(self, ctx: Ctx, event: &MouseEvent) {
        let since_up = whole_ms(event.time_stamp()) - self.last_up_ms.get_value();
        if event.detail() == 0 || since_up > SAME_TOUCH_MS {
            ctx.send(Event::KeyTapped);
        }
    }
}

/// The clock of events is the monotonic one, in fractions of a millisecond.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
fn whole_ms(time_stamp: f64) -> i64 {
    time_stamp.floor() as i64
}
