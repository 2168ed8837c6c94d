//! Changes of the draft on the leg screen.

use crate::domain::{
    effect::{Announcement, Effect},
    event::MarkEvent,
    leg::{Position, ZoneEnd},
    model::Model,
    spot::{PositionSource, Spot},
};

use super::output::Output;

/// Applies a change to the draft.
pub fn change(model: &mut Model, event: MarkEvent, out: &mut Output) {
    let draft = &mut model.draft;
    let leg = draft.leg;
    match event {
        MarkEvent::LegChosen(other) => {
            // Leaving the leg ends the change of a position.
            draft.finish_edit(leg);
            draft.leg = other;
        }
        MarkEvent::Tapped(milli) => {
            if let Some(end) = ZoneEnd::outside_zone(milli) {
                // Bone must not be rolled: nothing changes and nothing is saved.
                return out.announce(Announcement::OutsideZone(end));
            }
            add(model, unrated(Position::from_milli(milli), PositionSource::Tapped), out);
        }
        MarkEvent::Added => {
            let position = draft.middle_of_largest_gap(leg);
            add(model, unrated(position, PositionSource::List), out);
        }
        MarkEvent::EarlierSpotAdopted(position, track) => {
            let spot = Spot { pinned_track: Some(track), ..unrated(position, PositionSource::EarlierSpot) };
            add(model, spot, out);
        }
        MarkEvent::PositionInput(id, position, position_source) => {
            draft.change(leg, id, true, |spot| move_spot(spot, position, position_source));
        }
        MarkEvent::PositionEditEnded => {
            draft.finish_edit(leg);
        }
        MarkEvent::PositionCommitted(id, position, position_source) => {
            draft.change(leg, id, true, |spot| move_spot(spot, position, position_source));
            draft.finish_edit(leg);
            if let Some(number) = draft.number(leg, id) {
                out.announce(Announcement::MarkMoved(number, position));
            }
        }
        MarkEvent::Rated(id, pain) => {
            draft.change(leg, id, false, |spot| spot.pain = pain);
        }
        MarkEvent::Removed(id) => {
            if let Some(number) = draft.remove(leg, id) {
                out.announce(Announcement::MarkRemoved(number));
            }
        }
        MarkEvent::Copied => {
            draft.finish_edit(leg);
            let other = leg.other();
            out.announce(match draft.copy_to_other_leg(leg) {
                (0, 0) => Announcement::NothingToCopy(other),
                (0, _) => Announcement::LegFull,
                (copied, 0) => Announcement::Copied(other, copied),
                (copied, _) => Announcement::CopiedUntilFull(other, copied),
            });
        }
        MarkEvent::Undone => {
            if let Some(leg) = draft.undo() {
                draft.leg = leg;
                out.announce(Announcement::Undone);
            }
        }
    }
    out.push(Effect::SaveDraft);
}

const fn unrated(position: Position, position_source: PositionSource) -> Spot {
    Spot { position, position_source, pinned_track: None, pain: None }
}

/// Moves a mark. The same position changes nothing.
fn move_spot(spot: &mut Spot, position: Position, position_source: PositionSource) {
    if spot.position != position {
        // At another position it is not the same spot, so its track is dropped.
        *spot = Spot { position, position_source, pinned_track: None, pain: spot.pain };
    }
}

fn add(model: &mut Model, spot: Spot, out: &mut Output) {
    let leg = model.draft.leg;
    out.announce(match model.draft.add(leg, spot) {
        Some(number) => Announcement::MarkAdded(number, spot.position),
        None => Announcement::LegFull,
    });
}
