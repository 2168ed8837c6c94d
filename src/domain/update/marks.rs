//! What the person does on the leg screen.

use crate::domain::{
    effect::{Announcement, Effect},
    event::MarkEvent,
    leg::{Position, ZoneEnd},
    model::Model,
    spot::{Placed, Spot},
};

use super::output::Output;

/// Changes the draft.
pub fn change(model: &mut Model, event: MarkEvent, out: &mut Output) {
    let draft = &mut model.draft;
    let leg = draft.leg;
    match event {
        MarkEvent::LegChosen(other) => {
            // A value that was being changed is left behind, so it has come to rest.
            draft.settle(leg);
            draft.leg = other;
        }
        MarkEvent::Tapped(milli) => {
            if let Some(end) = ZoneEnd::beyond(milli) {
                // Bone is kept off: nothing changes, and nothing is saved.
                return out.say(Announcement::KeptOff(end));
            }
            add(model, unrated(Position::from_milli(milli), Placed::Tapped), out);
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
            draft.change(leg, id, true, |spot| put(spot, position, placed));
        }
        MarkEvent::Settled => {
            draft.settle(leg);
        }
        MarkEvent::Put(id, position, placed) => {
            draft.change(leg, id, true, |spot| put(spot, position, placed));
            draft.settle(leg);
            if let Some(number) = draft.number(leg, id) {
                out.say(Announcement::MarkMoved(number, position));
            }
        }
        MarkEvent::Rated(id, pain) => {
            draft.change(leg, id, false, |spot| spot.pain = pain);
        }
        MarkEvent::Removed(id) => {
            if let Some(number) = draft.remove(leg, id) {
                out.say(Announcement::MarkRemoved(number));
            }
        }
        MarkEvent::Copied => {
            draft.settle(leg);
            let other = leg.other();
            out.say(match draft.copy(leg) {
                (0, 0) => Announcement::CopiedNone(other),
                (0, _) => Announcement::LegFull,
                (copied, 0) => Announcement::Copied(other, copied),
                (copied, _) => Announcement::CopiedSome(other, copied),
            });
        }
        MarkEvent::Undone => {
            if let Some(leg) = draft.undo() {
                draft.leg = leg;
                out.say(Announcement::Undone);
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

fn add(model: &mut Model, spot: Spot, out: &mut Output) {
    let leg = model.draft.leg;
    out.say(match model.draft.add(leg, spot) {
        Some(number) => Announcement::MarkAdded(number, spot.position),
        None => Announcement::LegFull,
    });
}
