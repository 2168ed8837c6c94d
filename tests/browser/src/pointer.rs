//! Touch and keys: WebDriver actions, or synthetic pointer events where an engine has only a mouse.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::failure::Outcome;
use http::Method;
use serde_json::{Value, json};

/// How long a touch lasts where that matters, ms. An ordinary tap is as short as possible: on a busy machine every
/// pause grows, and half a second would be a long press, which does not click.
const TAP_MS: u64 = 60;

/// WebDriver's code for the shift key.
const SHIFT: &str = "\u{e008}";

/// A point in the viewport, in whole CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

/// The keys that scenarios press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Next control.
    Tab,
    /// Previous control.
    ShiftTab,
    /// The big tap, or a press of the focused control.
    Space,
    /// As Space.
    Enter,
    /// Pause, or close a dialog.
    Escape,
    /// The forward key of a remote control: the big tap.
    PageDown,
    /// The back key of a remote control: undo.
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
    /// Taps a point with one finger (a mouse in WebKitGTK).
    pub async fn tap(&self, point: Point) -> Outcome {
        let mut steps = vec![moved(point), down(), up()];
        if self.engine.pointer_type() == "mouse" {
            // A mouse would keep hovering, which a finger never does; there is no control in the corner.
            steps.push(moved(Point { x: 0, y: 0 }));
        }
        self.perform_actions(vec![pointer_source(self.engine, 1, &steps)]).await
    }

    /// Taps the same point twice in one command, the second `pointerdown` `gap_ms` after the first `pointerup`.
    pub async fn tap_twice(&self, point: Point, gap_ms: u64) -> Outcome {
        let steps = [moved(point), down(), up(), pause(gap_ms), down(), up()];
        self.perform_actions(vec![pointer_source(self.engine, 1, &steps)]).await
    }

    /// Keeps one finger down for `ms` milliseconds, as a forearm on the screen does.
    pub async fn long_press(&self, point: Point, ms: u64) -> Outcome {
        self.perform_actions(vec![pointer_source(self.engine, 1, &[moved(point), down(), pause(ms), up()])])
            .await
    }

    /// Puts a finger down and moves it, without releasing it. Drivers differ in whether a pointer stays down after
    /// a command, so the events are dispatched by a script.
    pub async fn drag(&self, from: Point, to: Point) -> Outcome {
        let half = Point { x: from.x.midpoint(to.x), y: from.y.midpoint(to.y) };
        let points = json!([[from.x, from.y], [half.x, half.y], [to.x, to.y]]);
        let script = "const [places] = arguments;\
            window.finger = (type, [x, y]) => document.elementFromPoint(x, y).dispatchEvent(new PointerEvent(type,\
                { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, pointerType: 'touch',\
                    pointerId: 51, isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons: 1 }));\
            window.fingerAt = places[2];\
            finger('pointerdown', places[0]); finger('pointermove', places[1]); finger('pointermove', places[2]);";
        self.js(script, vec![points]).await?;
        Ok(())
    }

    /// Releases the finger of [`Browser::drag`].
    pub async fn release_drag(&self) -> Outcome {
        self.js("finger('pointerup', fingerAt)", vec![]).await?;
        Ok(())
    }

    /// Touches with two fingers: the second comes down while the first is down, and the first is lifted first.
    pub async fn tap_with_two_fingers(&self, first: Point, second: Point) -> Outcome {
        if self.engine == Engine::WebKit {
            // WebKitGTK's driver sends two touches as one mouse pointer.
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
        self.perform_actions(vec![pointer_source(self.engine, 1, &one), pointer_source(self.engine, 2, &two)])
            .await
    }

    /// Presses keys one after the other.
    pub async fn press_keys(&self, keys: &[Key]) -> Outcome {
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
        self.perform_actions(vec![json!({ "type": "key", "id": "keyboard", "actions": strokes })]).await
    }

    async fn perform_actions(&self, sources: Vec<Value>) -> Outcome {
        self.command(Method::POST, "actions", Some(json!({ "actions": sources }))).await?;
        Ok(())
    }
}

fn pointer_source(engine: Engine, number: u8, steps: &[Value]) -> Value {
    json!({
        "type": "pointer",
        "id": format!("finger {number}"),
        "parameters": { "pointerType": engine.pointer_type() },
        "actions": steps,
    })
}

fn moved(point: Point) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": point.x, "y": point.y })
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
