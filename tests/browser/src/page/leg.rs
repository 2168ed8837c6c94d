//! The leg screen: marks on the diagram, their list, and the safety gate.

use super::{ControlKind, parse_point};
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, ensure};
use crate::pointer::Point;
use serde_json::{Value, json};
use std::cell::Cell;

/// A mark as the diagram shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The number on it.
    pub number: i64,
    /// Whole percent down the zone.
    pub position: i64,
}

impl Browser {
    /// The point at this percentage of the zone, once the diagram has stopped moving.
    pub async fn zone_point(&self, percent: u8) -> Outcome<Point> {
        let before = Cell::new(None);
        wait_until("the diagram's zone to stop moving", async || {
            let Some(found) = self.call_helper::<Option<Value>>("zonePoint", json!([percent])).await? else {
                return Ok(None);
            };
            let point = Some(parse_point(&found)?);
            Ok(point.filter(|_| before.replace(point) == point))
        })
        .await
    }

    /// Taps the diagram at this percentage of the zone and waits for the new mark.
    pub async fn add_mark(&self, percent: u8) -> Outcome {
        let before = self.marks().await?.len();
        let point = self.zone_point(percent).await?;
        self.tap(point).await?;
        wait_until(format!("a mark after a tap at {percent} %"), async || {
            Ok((self.marks().await?.len() == before + 1).then_some(()))
        })
        .await
    }

    /// The marks on the diagram, in the order of their numbers.
    pub async fn marks(&self) -> Outcome<Vec<Mark>> {
        let pairs: Vec<(i64, i64)> = self.call_helper("marks", json!([])).await?;
        let mut marks: Vec<_> =
            pairs.into_iter().map(|(number, position)| Mark { number, position }).collect();
        marks.sort_by_key(|mark| mark.number);
        Ok(marks)
    }

    /// The positions of the rings (earlier spots) on the diagram, percent.
    pub async fn rings(&self) -> Outcome<Vec<i64>> {
        self.call_helper("rings", json!([])).await
    }

    /// Fails unless the diagram shows rings at these positions and the list has as many buttons for them.
    pub async fn expect_rings(&self, heights: &[i64]) -> Outcome {
        wait_until(format!("rings at {heights:?}"), async || {
            Ok((self.rings().await? == heights).then_some(()))
        })
        .await?;
        let buttons = self.control_names(ControlKind::Button).await?;
        let listed = buttons.iter().filter(|name| name.starts_with("Add earlier spot")).count();
        ensure!(listed == heights.len(), "rings at {heights:?}, and in the list {buttons:?}");
        Ok(())
    }

    /// The leg that the diagram shows.
    pub async fn diagram_leg(&self) -> Outcome<String> {
        Ok(self.call_helper::<Option<String>>("diagram", json!([])).await?.unwrap_or_default())
    }

    /// Selects a leg and waits for its diagram.
    pub async fn select_leg(&self, leg: &str) -> Outcome {
        self.choose_radio(if leg == "left" { "Left leg" } else { "Right leg" }).await?;
        wait_until(format!("the diagram of the {leg} leg"), async || {
            Ok((self.diagram_leg().await? == leg).then_some(()))
        })
        .await
    }

    /// Fails unless diagram and list both show marks at these positions, within one percent, numbered from the hip
    /// down.
    pub async fn expect_marks(&self, heights: &[i64]) -> Outcome {
        wait_until(format!("{} marks", heights.len()), async || {
            Ok((self.marks().await?.len() == heights.len()).then_some(()))
        })
        .await?;
        let marks = self.marks().await?;
        for ((number, height), mark) in (1..).zip(heights).zip(&marks) {
            ensure!(mark.number == number, "marks are numbered {marks:?}");
            ensure!((mark.position - height).abs() <= 1, "spot {number} is not at {height}: {marks:?}");
            let name = format!("Spot {number} position");
            let listed: Option<i64> = self.call_helper("listedPosition", json!([name])).await?;
            ensure!(
                listed == Some(mark.position),
                "spot {number} is at {} and listed at {listed:?}",
                mark.position
            );
        }
        let extra = format!("Spot {} position", heights.len() + 1);
        let extra: Option<i64> = self.call_helper("listedPosition", json!([extra])).await?;
        ensure!(extra.is_none(), "the list has one more spot than the diagram");
        Ok(())
    }

    /// Shows all controls of a spot.
    pub async fn open_spot(&self, number: usize) -> Outcome {
        self.press_button(&format!("Spot {number}: more")).await?;
        self.wait_for(ControlKind::Range, &format!("Spot {number} position")).await
    }

    /// Taps a score on a scale of 0 to 10 and waits until it is set.
    pub async fn rate(&self, name: &str, score: u8) -> Outcome {
        self.tap_scale(name, score).await?;
        wait_until(format!("{score} on the ramp \"{name}\""), async || {
            Ok((self.range_value(name).await? == i64::from(score)).then_some(()))
        })
        .await
    }

    /// Taps a step of a scale.
    pub async fn tap_scale(&self, name: &str, score: u8) -> Outcome {
        let found = wait_until(format!("the ramp \"{name}\""), async || {
            self.call_helper::<Option<Value>>("scalePoint", json!([name, score])).await
        })
        .await?;
        self.tap(parse_point(&found)?).await
    }

    /// The name of the gate's button that scrolls down; it is shown until the end of the list has been in view.
    pub async fn gate_scroll_button(&self) -> Outcome<Option<String>> {
        let buttons = self.control_names(ControlKind::Button).await?;
        Ok(buttons.into_iter().find(|name| name.ends_with(" more to read")))
    }

    /// Scrolls the safety gate to its end.
    pub async fn scroll_gate_to_end(&self) -> Outcome {
        self.scroll_gate_until("None of these").await
    }

    /// Scrolls the safety gate to its end, until the button of this name is there.
    pub async fn scroll_gate_until(&self, none_of_these: &str) -> Outcome {
        wait_until("the end of the gate's list", async || {
            if self.has(ControlKind::Button, none_of_these).await? {
                return Ok(Some(()));
            }
            // The button is replaced as soon as more of the list has been in view.
            self.js("document.querySelector('dialog .is-scroll-button')?.click()", vec![]).await?;
            Ok(None)
        })
        .await?;
        // A press too soon after the last one would count as a double press.
        self.wait_page_ms(700).await
    }
}
