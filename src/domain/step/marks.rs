//! What the person does on the leg screen.

use crate::domain::{
    effect::{Effect, Said},
    event::MarkEvent,
    leg::Position,
    model::Model,
    spot::{Placed, Spot},
};

use super::Out;

/// Changes the draft.
pub fn change(model: &mut Model, event: MarkEvent, out: &mut Out) {
    let draft = &mut model.draft;
    let leg = draft.leg;
    match event {
        MarkEvent::LegChosen(other) => {
            // A value that was being changed is left behind, so it has come to rest.
            draft.settle(leg);
            draft.leg = other;
        }
        MarkEvent::Tapped(milli) => {
            if milli < 0 {
                out.say(Said::AboveZone);
            } else if milli > 100_000 {
                out.say(Said::BelowZone);
            }
            let position = Position::clamped(milli.saturating_add(500).div_euclid(1_000));
            add(model, unrated(position, Placed::Tapped), out);
        }
        MarkEvent::Added => {
            let position = draft.largest_gap(leg);
            add(model, unrated(position, Placed::List), out);
        }
        MarkEvent::Adopted(position, track) => {
            let spot = Spot { track: Some(track), ..unrated(position, Placed::Ring) };
            add(model, spot, out);
        }
        MarkEvent::Moved(id, position, placed) => {
            draft.change(leg, id, true, |spot| {
                spot.position = position;
                spot.placed = placed;
                // Elsewhere it is another place.
                spot.track = None;
            });
        }
        MarkEvent::Settled => {
            draft.settle(leg);
        }
        MarkEvent::Rated(id, pain) => {
            draft.change(leg, id, false, |spot| spot.pain = pain);
        }
        MarkEvent::Removed(id) => {
            if let Some(number) = draft.remove(leg, id) {
                out.say(Said::MarkRemoved(number));
            }
        }
        MarkEvent::Undone => {
            if let Some(leg) = draft.undo() {
                draft.leg = leg;
                out.say(Said::Undone);
            }
        }
    }
    out.push(Effect::SaveDraft);
}

const fn unrated(position: Position, placed: Placed) -> Spot {
    Spot { position, placed, track: None, pain: None }
}

fn add(model: &mut Model, spot: Spot, out: &mut Out) {
    let leg = model.draft.leg;
    match model.draft.add(leg, spot) {
        Some(number) => out.say(Said::MarkAdded(number, spot.position.percent())),
        None => out.say(Said::LegFull),
    }
}
