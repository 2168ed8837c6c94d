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
            let said: fn(usize, u8) -> Said = if milli < 0 {
                |number, _| Said::AboveZone(number)
            } else if milli > 100_000 {
                |number, _| Said::BelowZone(number)
            } else {
                Said::MarkAdded
            };
            add(model, unrated(Position::from_milli(milli), Placed::Tapped), said, out);
        }
        MarkEvent::Added => {
            let position = draft.largest_gap(leg);
            add(model, unrated(position, Placed::List), Said::MarkAdded, out);
        }
        MarkEvent::Adopted(position, track) => {
            let spot = Spot { track: Some(track), ..unrated(position, Placed::Ring) };
            add(model, spot, Said::MarkAdded, out);
        }
        MarkEvent::Moved(id, position, placed) => {
            draft.change(leg, id, true, |spot| put(spot, position, placed));
        }
        MarkEvent::Settled => {
            draft.settle(leg);
        }
        MarkEvent::Put(id, position, placed) => {
            draft.change(leg, id, true, |spot| put(spot, position, placed));
            draft.settle(leg);
            if let Some(number) = draft.number(leg, id) {
                out.say(Said::MarkMoved(number, position.percent()));
            }
        }
        MarkEvent::Rated(id, pain) => {
            draft.change(leg, id, false, |spot| spot.pain = pain);
        }
        MarkEvent::Removed(id) => {
            if let Some(number) = draft.remove(leg, id) {
                out.say(Said::MarkRemoved(number));
            }
        }
        MarkEvent::Copied => {
            draft.settle(leg);
            let other = leg.other();
            out.say(match draft.copy(leg) {
                (0, 0) => Said::CopiedNone(other),
                (0, _) => Said::LegFull,
                (copied, 0) => Said::Copied(other, copied),
                (copied, _) => Said::CopiedSome(other, copied),
            });
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

/// Another place for a mark; the same one changes nothing.
fn put(spot: &mut Spot, position: Position, placed: Placed) {
    if spot.position != position {
        // Elsewhere it is no known place any more.
        *spot = Spot { position, placed, track: None, pain: spot.pain };
    }
}

fn add(model: &mut Model, spot: Spot, said: fn(usize, u8) -> Said, out: &mut Out) {
    let leg = model.draft.leg;
    out.say(match model.draft.add(leg, spot) {
        Some(number) => said(number, spot.position.percent()),
        None => Said::LegFull,
    });
}
