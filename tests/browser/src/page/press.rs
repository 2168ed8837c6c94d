//! Fingers on controls.

use super::{Kind, place};
use crate::browser::{Browser, until};
use crate::failure::{Outcome, ensure, fail};
use crate::pointer::Place;
use serde_json::{Value, json};
use std::cell::Cell;

/// How often a finger comes again for a control that moves away.
const MOST_MISSES: usize = 5;

impl Browser {
    /// Where the finger goes for this control, once it stands still and nothing covers it.
    pub async fn place_of(&self, kind: Kind, name: &str) -> Outcome<Place> {
        let before = Cell::new(None);
        let found = until(format!("a still and free {} named \"{name}\"", kind.word()), async || {
            let Some(found) = self.ask::<Option<Value>>("place", json!([kind.word(), name])).await? else {
                fail!("it is not there; there are {:?}", self.names(kind).await?);
            };
            ensure!(found["over"].is_null(), "covered by {}", found["over"]);
            let place = Some(place(&found)?);
            Ok(place.filter(|_| before.replace(place) == place))
        });
        found.await
    }

    /// Taps a control as a finger does. In a session it first waits out the dead time after a phase change.
    /// Where the page moved between the look and the finger, the finger comes again, as a person's does.
    pub async fn press(&self, kind: Kind, name: &str) -> Outcome {
        let mut missed = Value::Null;
        for _ in 0..MOST_MISSES {
            self.settle().await?;
            let place = self.place_of(kind, name).await?;
            self.ask::<()>("aim", json!([kind.word(), name])).await?;
            self.tap(place).await?;
            // A page that the tap has left knows nothing of it.
            missed = self.ask("fingerLanded", json!([])).await?;
            if missed["hit"] != false {
                return Ok(());
            }
        }
        fail!("the finger for \"{name}\" comes down on {}", missed["on"]);
    }

    /// Taps a button twice, one tap right after the other, wherever the first one has led.
    pub async fn press_twice(&self, name: &str) -> Outcome {
        self.settle().await?;
        let place = self.place_of(Kind::Button, name).await?;
        self.tap_twice(place, 120).await
    }

    /// Taps a button.
    pub async fn button(&self, name: &str) -> Outcome {
        self.press(Kind::Button, name).await
    }

    /// Taps a radio button and waits until it is chosen; once more where it is not, as a person does whose finger
    /// came down while the page was still being laid out.
    pub async fn radio(&self, name: &str) -> Outcome {
        let chosen = async || {
            let chosen = self.ask::<Option<bool>>("checked", json!(["radio", name])).await?;
            Ok(chosen.filter(|chosen| *chosen).map(|_| ()))
        };
        self.press(Kind::Radio, name).await?;
        for _ in 0..20 {
            if chosen().await?.is_some() {
                return Ok(());
            }
            self.page_time(200).await?;
        }
        self.press(Kind::Radio, name).await?;
        until(format!("\"{name}\" to be chosen"), chosen).await
    }
}
