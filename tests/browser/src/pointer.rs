//! Fingers and keys: real WebDriver actions, or synthetic pointer events where an engine has only a mouse.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::failure::Outcome;
use http::Method;
use serde_json::{Value, json};

/// How long a finger stays down where that matters, in ms. An ordinary tap is as short as can be: on a busy machine every
/// pause grows, and half a second would be a long press, which clicks nothing.
const TAP_MS: u64 = 60;

/// WebDriver's code for the shift key.
const SHIFT: &str = "\u{e008}";

/// A place in the viewport, in whole CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

/// Keys by the names the method gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Next control.
    Tab,
    /// Previous control.
    ShiftTab,
    /// The big tap, or a control's own press.
    Space,
    /// As Space.
    Enter,
    /// Pause, or close a dialog.
    Escape,
    /// A clicker's forward key: the big tap.
    PageDown,
    /// A clicker's back key: undo.
    PageUp,
    /// More, on a range; next, on radio buttons.
    Up,
    /// Less, on a range.
    Down,
    /// Next radio button.
    Right,
    /// Previous radio button.
    Left,
}

impl Key {
    /// WebDriver's code for the key.
    fn code(self) -> &'static str {
        match self {
            Self::Tab | Self::ShiftTab => "\u{e004}",
            Self::Space => " ",
            Self::Enter => "\u{e007}",
            Self::Escape => "\u{e00c}",
            Self::PageDown => "\u{e00f}",
            Self::PageUp => "\u{e00e}",
            Self::Up => "\u{e013}",
            Self::Down => "\u{e015}",
            Self::Right => "\u{e014}",
            Self::Left => "\u{e012}",
        }
    }
}

impl Browser {
    /// Taps a place with one finger (a mouse in WebKitGTK).
    pub async fn tap(&self, place: Place) -> Outcome {
        let mut steps = vec![moved(place), down(), up()];
        if self.engine.finger() == "mouse" {
            // Leaves hover behind otherwise, which a finger never does; the corner is nobody's control.
            steps.push(moved(Place { x: 0, y: 0 }));
        }
        self.act(vec![finger(self.engine, 1, &steps)]).await
    }

    /// Taps the same place twice, the second finger-down `gap_ms` after the first finger-up, in one command.
    pub async fn tap_twice(&self, place: Place, gap_ms: u64) -> Outcome {
        let steps = [moved(place), down(), up(), pause(gap_ms), down(), up()];
        self.act(vec![finger(self.engine, 1, &steps)]).await
    }

    /// Keeps one finger down for `ms`, as a forearm might.
    pub async fn lean(&self, place: Place, ms: u64) -> Outcome {
        self.act(vec![finger(self.engine, 1, &[moved(place), down(), pause(ms), up()])]).await
    }

    /// Puts a finger down and moves it, without letting go. Drivers differ in what is left of a finger after
    /// one command, so its events are made here.
    pub async fn drag(&self, from: Place, to: Place) -> Outcome {
        let half = Place { x: from.x.midpoint(to.x), y: from.y.midpoint(to.y) };
        let places = json!([[from.x, from.y], [half.x, half.y], [to.x, to.y]]);
        let script = "const [places] = arguments;\
            window.finger = (type, [x, y]) => document.elementFromPoint(x, y).dispatchEvent(new PointerEvent(type,\
                { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, pointerType: 'touch',\
                    pointerId: 51, isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons: 1 }));\
            window.fingerAt = places[2];\
            finger('pointerdown', places[0]); finger('pointermove', places[1]); finger('pointermove', places[2]);";
        self.js(script, vec![places]).await?;
        Ok(())
    }

    /// Lets go of what was dragged.
    pub async fn let_go(&self) -> Outcome {
        self.js("finger('pointerup', fingerAt)", vec![]).await?;
        Ok(())
    }

    /// Two fingers on the screen at once: the second comes while the first is down, the first leaves first.
    pub async fn two_fingers(&self, first: Place, second: Place) -> Outcome {
        if self.engine == Engine::WebKit {
            // Under WebDriver two touches arrive as one mouse pointer there.
            let script = "const [places] = arguments;\
                const send = (type, i) => { const [x, y] = places[i], at = document.elementFromPoint(x, y);\
                    at.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, composed: true,\
                        clientX: x, clientY: y, pointerType: 'touch', pointerId: 41 + i, isPrimary: i === 0,\
                        button: 0, buttons: type === 'pointerdown' ? 1 : 0 })); };\
                send('pointerdown', 0); send('pointerdown', 1); send('pointerup', 0); send('pointerup', 1);";
            self.js(script, vec![json!([[first.x, first.y], [second.x, second.y]])]).await?;
            return Ok(());
        }
        let one = [moved(first), down(), pause(TAP_MS), pause(TAP_MS), up(), pause(0)];
        let two = [moved(second), pause(0), down(), pause(TAP_MS), pause(TAP_MS), up()];
        self.act(vec![finger(self.engine, 1, &one), finger(self.engine, 2, &two)]).await
    }

    /// Presses keys, one after the other.
    pub async fn keys(&self, keys: &[Key]) -> Outcome {
        let stroke = |kind: &str, code: &str| json!({ "type": kind, "value": code });
        let mut strokes = Vec::new();
        for key in keys {
            let press = [stroke("keyDown", key.code()), stroke("keyUp", key.code())];
            if *key == Key::ShiftTab {
                strokes.push(stroke("keyDown", SHIFT));
                strokes.extend(press);
                strokes.push(stroke("keyUp", SHIFT));
            } else {
                strokes.extend(press);
            }
        }
        self.act(vec![json!({ "type": "key", "id": "keyboard", "actions": strokes })]).await
    }

    async fn act(&self, sources: Vec<Value>) -> Outcome {
        self.command(Method::POST, "actions", Some(json!({ "actions": sources }))).await?;
        Ok(())
    }
}

fn finger(engine: Engine, number: u8, steps: &[Value]) -> Value {
    json!({
        "type": "pointer",
        "id": format!("finger {number}"),
        "parameters": { "pointerType": engine.finger() },
        "actions": steps,
    })
}

fn moved(place: Place) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": place.x, "y": place.y })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

fn pause(ms: u64) -> Value {
    json!({ "type": "pause", "duration": ms })
}
