//! The whole screen as one button, and the fingers on it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, PointerEvent};

use super::{fit, keys::on_window, sight::stand};
use crate::{
    domain::Event,
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// A click within this time of a finger's lifting is that finger's own, milliseconds.
const SAME_TOUCH_MS: i64 = 1_000;

/// Puts the button under everything in place. Its name is what the tap means now.
pub fn big_tap(ctx: Ctx, mat: El) -> El {
    let fingers = Fingers::listen(&mat);
    let t = &ctx.words().mat;
    let name = move || t.big_tap(stand(ctx).name);
    mat.when(
        move || name().is_some(),
        move || {
            let [down, up, cancel, click] = [(); 4].map(|()| fingers.clone());
            el("button")
                .attr("type", "button")
                .class("big-tap")
                .style("--ems", move || name().map(fit::whole))
                .attr("data-first", "")
                .on("pointerdown", move |event: &PointerEvent| down.down(event))
                .on("pointerup", move |event: &PointerEvent| up.up(ctx, event))
                .on("pointercancel", move |_: &PointerEvent| cancel.press.set(None))
                .on("click", move |event: &MouseEvent| click.click(ctx, event))
                .child(el("span").text(name))
        },
    )
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
struct Fingers {
    down: RefCell<Vec<i32>>,
    press: Cell<Option<Press>>,
    last_up_ms: Cell<i64>,
}

impl Fingers {
    /// Listens for as long as the view that is being made is there.
    fn listen(near: &El) -> Rc<Self> {
        let fingers = Rc::new(Self {
            down: RefCell::default(),
            press: Cell::new(None),
            last_up_ms: Cell::new(i64::MIN / 2),
        });
        let [down, up, cancel] = [(); 3].map(|()| fingers.clone());
        on_window(near, "pointerdown", move |event| down.came(event.unchecked_ref()));
        on_window(near, "pointerup", move |event| up.went(event.unchecked_ref()));
        on_window(near, "pointercancel", move |event| cancel.went(event.unchecked_ref()));
        fingers
    }

    /// A pointer is down somewhere. Runs after [`Fingers::down`], which hears the button's own first.
    fn came(&self, event: &PointerEvent) {
        let id = event.pointer_id();
        let mut down = self.down.borrow_mut();
        // The browser calls the first finger of a touch primary: whatever is still listed was lost.
        if event.is_primary() && event.is_trusted() {
            down.clear();
        }
        if !down.contains(&id) {
            down.push(id);
        }
        let press = self.press.get();
        self.press.set(press.map(|press| Press { multi: press.multi || press.pointer != id, ..press }));
    }

    fn went(&self, event: &PointerEvent) {
        let id = event.pointer_id();
        // Wherever it was: what a finger does elsewhere may move things, and its click arrives here.
        self.last_up_ms.set(whole_ms(event.time_stamp()));
        self.down.borrow_mut().retain(|other| *other != id);
    }

    /// A pointer went down on the button.
    fn down(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let pointer = event.pointer_id();
        let alone = event.is_primary() && event.is_trusted()
            || self.down.borrow().iter().all(|other| *other == pointer);
        self.press.set(Some(Press { pointer, down_mono_ms: whole_ms(event.time_stamp()), multi: !alone }));
    }

    /// A pointer went up on the button: that is the tap.
    fn up(&self, ctx: Ctx, event: &PointerEvent) {
        let press = self.press.get().filter(|press| press.pointer == event.pointer_id());
        if let Some(press) = press {
            self.press.set(None);
            ctx.send(Event::Tapped { down_mono_ms: press.down_mono_ms, multi: press.multi });
        }
    }

    /// A click that no pointer made: a key, a screen reader, voice control.
    fn click(&self, ctx: Ctx, event: &MouseEvent) {
        // The window hears of the lifting before the click is made.
        let since_up = whole_ms(event.time_stamp()) - self.last_up_ms.get();
        if event.detail() == 0 || since_up > SAME_TOUCH_MS {
            ctx.send(Event::KeyTapped);
        }
    }
}

/// The clock of events is the monotonic one, in fractions of a millisecond.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
pub fn whole_ms(time_stamp: f64) -> i64 {
    time_stamp.floor() as i64
}
