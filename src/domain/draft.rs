//! The marks on the leg screen that have not been rolled yet.

use super::{
    leg::{Leg, Position},
    running::NEAR,
    spot::{MOST_MARKS, Placed, Spot},
    unknown_fields::UnknownFields,
};

/// A mark with a name that lasts while it is moved and renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Unique within the draft; says nothing about order.
    pub id: u32,
    /// The place.
    pub spot: Spot,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

/// Most steps that Undo remembers on the leg screen.
const MOST_UNDO: usize = 30;

/// How things stood before a change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Undoable {
    /// The leg from which it was made.
    seen: Leg,
    marks: [Vec<Mark>; 2],
}

/// The marks of both legs and the leg being looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The leg being looked at; a session begins with it.
    pub leg: Leg,
    marks: [Vec<Mark>; 2],
    next_id: u32,
    undo: Vec<Undoable>,
    /// A value is being changed, so one undo step for it is already there and numbers wait.
    moving: Option<u32>,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

impl Draft {
    /// No marks, looking at `leg`.
    pub const fn empty(leg: Leg) -> Self {
        Self {
            leg,
            marks: [Vec::new(), Vec::new()],
            next_id: 1,
            undo: Vec::new(),
            moving: None,
            unknown: UnknownFields::NONE,
        }
    }

    /// Marks as read from the store; more than [`MOST_MARKS`] a leg are cut off.
    pub fn restored(leg: Leg, marks: [Vec<(Spot, UnknownFields)>; 2]) -> Self {
        let mut draft = Self::empty(leg);
        for (which, marks) in Leg::BOTH.into_iter().zip(marks) {
            for (spot, unknown) in marks.into_iter().take(MOST_MARKS) {
                draft.push(which, spot);
                if let Some(mark) = draft.marks[which.index()].last_mut() {
                    mark.unknown = unknown;
                }
            }
            draft.settle(which);
        }
        draft
    }

    /// The marks of a leg in the order of their numbers: number 1 first.
    pub fn marks(&self, leg: Leg) -> &[Mark] {
        &self.marks[leg.index()]
    }

    /// The places of a leg, hip to knee.
    pub fn spots(&self, leg: Leg) -> Vec<Spot> {
        let mut spots: Vec<Spot> = self.marks(leg).iter().map(|m| m.spot).collect();
        spots.sort_by_key(|s| s.position);
        spots
    }

    /// No marks on either leg.
    pub fn is_empty(&self) -> bool {
        self.marks.iter().all(Vec::is_empty)
    }

    /// Whether Undo has something to give back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether another mark fits on the leg.
    pub fn has_room(&self, leg: Leg) -> bool {
        self.marks(leg).len() < MOST_MARKS
    }

    /// Adds a mark and returns its number; `None` when the leg is full.
    pub fn add(&mut self, leg: Leg, spot: Spot) -> Option<usize> {
        if !self.has_room(leg) {
            return None;
        }
        self.remember();
        let id = self.push(leg, spot);
        self.settle(leg);
        self.number(leg, id)
    }

    /// Changes a mark; `moving` says that more changes of the same value will follow before
    /// [`Draft::settle`]. Returns whether there was such a mark and it changed.
    pub fn change(&mut self, leg: Leg, id: u32, moving: bool, change: impl FnOnce(&mut Spot)) -> bool {
        let Some(at) = self.marks(leg).iter().position(|m| m.id == id) else {
            return false;
        };
        let mut spot = self.marks(leg)[at].spot;
        change(&mut spot);
        if spot == self.marks(leg)[at].spot {
            return false;
        }
        if self.moving != Some(id) {
            self.remember();
        }
        self.moving = moving.then_some(id);
        self.marks[leg.index()][at].spot = spot;
        if !moving {
            self.settle(leg);
        }
        true
    }

    /// Renumbers by height, once a value has come to rest. Returns whether any number changed.
    pub fn settle(&mut self, leg: Leg) -> bool {
        self.moving = None;
        let marks = &mut self.marks[leg.index()];
        let sorted = marks.is_sorted_by_key(|m| m.spot.position);
        marks.sort_by_key(|m| m.spot.position);
        !sorted
    }

    /// Removes a mark and returns the number it had.
    pub fn remove(&mut self, leg: Leg, id: u32) -> Option<usize> {
        let number = self.number(leg, id)?;
        self.remember();
        self.marks[leg.index()].remove(number - 1);
        Some(number)
    }

    /// Copies the places of a leg to the other one, as one step of Undo. How much one of them hurts says
    /// nothing about the other, and what is marked there already stays as it is. Returns how many were copied
    /// and for how many there was no room.
    pub fn copy(&mut self, from: Leg) -> (usize, usize) {
        let to = from.other();
        let places = self.copies(from);
        let copied = places.len().min(MOST_MARKS - self.marks(to).len());
        if copied > 0 {
            self.remember();
        }
        for &position in places.iter().take(copied) {
            self.push(to, Spot { position, placed: Placed::List, track: None, pain: None });
        }
        self.settle(to);
        (copied, places.len() - copied)
    }

    /// Whether anything of a leg would be copied to the other one.
    pub fn can_copy(&self, from: Leg) -> bool {
        self.has_room(from.other()) && !self.copies(from).is_empty()
    }

    /// The places of a leg that are not marked on the other one.
    fn copies(&self, from: Leg) -> Vec<Position> {
        let there = self.marks(from.other());
        let is_new = |place: &Position| there.iter().all(|m| m.spot.position.distance(*place) > NEAR);
        self.marks(from).iter().map(|m| m.spot.position).filter(is_new).collect()
    }

    /// Marks what is planned on both legs, as one step of Undo; a place that is marked already stays as it is.
    pub fn adopt(&mut self, planned: &[Vec<Spot>; 2]) {
        let mut remembered = false;
        for leg in Leg::BOTH {
            for spot in &planned[leg.index()] {
                let taken =
                    |m: &Mark| m.spot.track == spot.track || m.spot.position.distance(spot.position) <= NEAR;
                if self.has_room(leg) && !self.marks(leg).iter().any(taken) {
                    if !remembered {
                        self.remember();
                        remembered = true;
                    }
                    self.push(leg, *spot);
                }
            }
            self.settle(leg);
        }
    }

    /// Gives back what stood before the last change, and says from which leg it was made.
    pub fn undo(&mut self) -> Option<Leg> {
        let Undoable { seen, marks } = self.undo.pop()?;
        self.moving = None;
        self.marks = marks;
        Some(seen)
    }

    /// The middle of the largest gap, ends of the zone included; the upper of equal gaps.
    pub fn largest_gap(&self, leg: Leg) -> Position {
        let mut edges = vec![0i32];
        edges.extend(self.spots(leg).iter().map(|s| i32::from(s.position.percent())));
        edges.push(100);
        let mut best = (0, 50);
        for pair in edges.windows(2) {
            let width = pair[1] - pair[0];
            if width > best.0 {
                best = (width, pair[0] + width / 2);
            }
        }
        Position::clamped(best.1)
    }

    /// Number of a mark, from 1.
    pub fn number(&self, leg: Leg, id: u32) -> Option<usize> {
        self.marks(leg).iter().position(|m| m.id == id).map(|i| i + 1)
    }

    fn push(&mut self, leg: Leg, spot: Spot) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        self.marks[leg.index()].push(Mark { id, spot, unknown: UnknownFields::NONE });
        id
    }

    fn remember(&mut self) {
        if self.undo.len() == MOST_UNDO {
            self.undo.remove(0);
        }
        self.undo.push(Undoable { seen: self.leg, marks: self.marks.clone() });
    }
}
