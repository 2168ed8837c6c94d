//! Taps on controls.

use super::{ControlKind, parse_point};
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, ensure, fail};
use crate::pointer::Point;
use serde_json::{Value, json};
use std::cell::Cell;

/// How often a tap is repeated for a control that has moved away.
const MAX_MISSES: usize = 5;

impl Browser {
    /// The point to tap for this control, once it has stopped moving and nothing covers it.
    pub async fn point_of(&self, kind: ControlKind, name: &str) -> Outcome<Point> {
        let before = Cell::new(None);
        let found =
            wait_until(format!("an unmoving and uncovered {} named \"{name}\"", kind.as_str()), async || {
                let Some(found) =
                    self.call_helper::<Option<Value>>("tapPoint", json!([kind.as_str(), name])).await?
                else {
                    fail!("not found; there are {:?}", self.control_names(kind).await?);
                };
                ensure!(found["over"].is_null(), "covered by {}", found["over"]);
                let point = Some(parse_point(&found)?);
                Ok(point.filter(|_| before.replace(point) == point))
            });
        found.await
    }

    /// Taps a control. In a session it first waits until the app accepts touches.
    /// When the layout moved between the measurement and the tap, the tap is repeated, as a person would.
    pub async fn press(&self, kind: ControlKind, name: &str) -> Outcome {
        let mut missed = Value::Null;
        for _ in 0..MAX_MISSES {
            self.wait_input_delay().await?;
            let point = self.point_of(kind, name).await?;
            self.call_helper::<()>("recordTap", json!([kind.as_str(), name])).await?;
            self.tap(point).await?;
            // After a navigation the new page has no record of the tap.
            missed = self.call_helper("recordedTap", json!([])).await?;
            if missed["hit"] != false {
                return Ok(());
            }
        }
        fail!("the tap on \"{name}\" hits {}", missed["on"]);
    }

    /// Taps a button's point twice in quick succession, whatever the first tap has changed.
    pub async fn press_twice(&self, name: &str) -> Outcome {
        self.wait_input_delay().await?;
        let point = self.point_of(ControlKind::Button, name).await?;
        self.tap_twice(point, 120).await
    }

    /// Taps a button.
    pub async fn press_button(&self, name: &str) -> Outcome {
        self.press(ControlKind::Button, name).await
    }

    /// Taps a radio button and waits until it is checked; taps again when it is not, as a person does after a
    /// layout shift.
    pub async fn choose_radio(&self, name: &str) -> Outcome {
        let chosen = async || {
            let chosen = self.call_helper::<Option<bool>>("checked", json!(["radio", name])).await?;
            Ok(chosen.filter(|chosen| *chosen).map(|_| ()))
        };
        self.press(ControlKind::Radio, name).await?;
        for _ in 0..20 {
            if chosen().await?.is_some() {
                return Ok(());
            }
            self.wait_page_ms(200).await?;
        }
        self.press(ControlKind::Radio, name).await?;
        wait_until(format!("\"{name}\" to be selected"), chosen).await
    }
}
