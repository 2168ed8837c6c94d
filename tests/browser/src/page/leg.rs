//! The leg screen: marks on the diagram and their list.

use super::{Kind, place};
use crate::browser::{Browser, until};
use crate::failure::{Outcome, ensure};
use crate::pointer::Place;
use serde_json::{Value, json};
use std::cell::Cell;

/// A mark as the diagram shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The number on it.
    pub spot: i64,
    /// Whole percent down the zone.
    pub position: i64,
}

impl Browser {
    /// Where the zone has this height, once the diagram stands still.
    pub async fn zone_place(&self, percent: u8) -> Outcome<Place> {
        let before = Cell::new(None);
        until("the diagram's zone to stand still", async || {
            let Some(found) = self.ask::<Option<Value>>("zone", json!([percent])).await? else {
                return Ok(None);
            };
            let place = Some(place(&found)?);
            Ok(place.filter(|_| before.replace(place) == place))
        })
        .await
    }

    /// Taps the thigh at this height and waits for one mark more.
    pub async fn mark(&self, percent: u8) -> Outcome {
        let before = self.marks().await?.len();
        let place = self.zone_place(percent).await?;
        self.tap(place).await?;
        until(format!("a mark after a tap at {percent} %"), async || {
            Ok((self.marks().await?.len() == before + 1).then_some(()))
        })
        .await
    }

    /// The marks on the diagram, in the order of their numbers.
    pub async fn marks(&self) -> Outcome<Vec<Mark>> {
        let pairs: Vec<(i64, i64)> = self.ask("marks", json!([])).await?;
        let mut marks: Vec<_> = pairs.into_iter().map(|(spot, position)| Mark { spot, position }).collect();
        marks.sort_by_key(|mark| mark.spot);
        Ok(marks)
    }

    /// The heights of the rings on the diagram.
    pub async fn rings(&self) -> Outcome<Vec<i64>> {
        self.ask("rings", json!([])).await
    }

    /// Fails unless the diagram shows rings at these heights and the list has as many buttons for them.
    pub async fn shows_rings(&self, heights: &[i64]) -> Outcome {
        until(format!("rings at {heights:?}"), async || Ok((self.rings().await? == heights).then_some(())))
            .await?;
        let buttons = self.names(Kind::Button).await?;
        let listed = buttons.iter().filter(|name| name.starts_with("Add earlier spot")).count();
        ensure!(listed == heights.len(), "rings at {heights:?}, and in the list {buttons:?}");
        Ok(())
    }

    /// Which leg the diagram shows.
    pub async fn diagram(&self) -> Outcome<String> {
        Ok(self.ask::<Option<String>>("diagram", json!([])).await?.unwrap_or_default())
    }

    /// Shows the other leg and waits for its diagram.
    pub async fn look_at(&self, leg: &str) -> Outcome {
        self.radio(if leg == "left" { "Left leg" } else { "Right leg" }).await?;
        until(format!("the diagram of the {leg} leg"), async || {
            Ok((self.diagram().await? == leg).then_some(()))
        })
        .await
    }

    /// Fails unless diagram and list both show marks at these heights, within one percent, numbered from the hip down.
    pub async fn shows_marks(&self, heights: &[i64]) -> Outcome {
        until(format!("{} marks", heights.len()), async || {
            Ok((self.marks().await?.len() == heights.len()).then_some(()))
        })
        .await?;
        let marks = self.marks().await?;
        for ((number, height), mark) in (1..).zip(heights).zip(&marks) {
            ensure!(mark.spot == number, "marks are numbered {marks:?}");
            ensure!((mark.position - height).abs() <= 1, "spot {number} is not at {height}: {marks:?}");
            let name = format!("Spot {number} position");
            let listed: Option<i64> = self.ask("listedPosition", json!([name])).await?;
            ensure!(
                listed == Some(mark.position),
                "spot {number} is at {} and listed at {listed:?}",
                mark.position
            );
        }
        let extra = format!("Spot {} position", heights.len() + 1);
        let extra: Option<i64> = self.ask("listedPosition", json!([extra])).await?;
        ensure!(extra.is_none(), "the list holds a spot more than the diagram");
        Ok(())
    }

    /// Shows all controls of a spot.
    pub async fn open_spot(&self, number: usize) -> Outcome {
        self.button(&format!("Spot {number}: more")).await?;
        self.wait_for(Kind::Range, &format!("Spot {number} position")).await
    }

    /// Gives a score on a ramp, as a finger on its step does.
    pub async fn rate(&self, name: &str, score: u8) -> Outcome {
        self.tap_step(name, score).await?;
        until(format!("{score} on the ramp \"{name}\""), async || {
            Ok((self.range(name).await? == i64::from(score)).then_some(()))
        })
        .await
    }

    /// Taps a step of a ramp.
    pub async fn tap_step(&self, name: &str, score: u8) -> Outcome {
        let found = until(format!("the ramp \"{name}\""), async || {
            self.ask::<Option<Value>>("rampStep", json!([name, score])).await
        })
        .await?;
        self.tap(place(&found)?).await
    }

    /// The button of the safety gate that leads on in the list, if the end of it has not been in view.
    pub async fn gate_leads_on(&self) -> Outcome<Option<String>> {
        let buttons = self.names(Kind::Button).await?;
        Ok(buttons.into_iter().find(|name| name.ends_with(" more to read")))
    }

    /// Reads the safety gate to its end.
    pub async fn read_gate(&self) -> Outcome {
        self.read_gate_to("None of these").await
    }

    /// Reads the safety gate to its end, where the button of this name is.
    pub async fn read_gate_to(&self, none_of_these: &str) -> Outcome {
        until("the end of the gate's list", async || {
            if self.has(Kind::Button, none_of_these).await? {
                return Ok(Some(()));
            }
            // It is another one as soon as more has been in view.
            self.js("document.querySelector('dialog .is-leading-on')?.click()", vec![]).await?;
            Ok(None)
        })
        .await?;
        // A press so soon after the last one would count as a second one of it.
        self.page_time(700).await
    }
}
