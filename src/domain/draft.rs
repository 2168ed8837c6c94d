//! The marks on the leg screen that have not been rolled yet.

use super::{
    leg::{Leg, Position},
    running::SAME_SPOT_PERCENT,
    spot::{MAX_MARKS_PER_LEG, PositionSource, Spot},
    unknown_fields::UnknownFields,
};

/// A mark on the leg screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Unique within the draft and stable while the mark is moved and renumbered. It says nothing about the order.
    pub id: u32,
    /// The spot.
    pub spot: Spot,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

/// Maximum number of changes that can be undone on the leg screen.
const MAX_UNDO_ENTRIES: usize = 30;

/// The state before a change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct UndoEntry {
    /// The leg that was shown when the change was made.
    shown_leg: Leg,
    marks: [Vec<Mark>; 2],
}

/// The marks of both legs, and which leg is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The leg that is shown. A session begins with it.
    pub leg: Leg,
    marks: [Vec<Mark>; 2],
    next_id: u32,
    undo: Vec<UndoEntry>,
    /// The mark whose position is being changed. Its undo entry exists already, and renumbering waits.
    edited_mark: Option<u32>,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

impl Draft {
    /// A draft without marks that shows `leg`.
    pub const fn empty(leg: Leg) -> Self {
        Self {
            leg,
            marks: [Vec::new(), Vec::new()],
            next_id: 1,
            undo: Vec::new(),
            edited_mark: None,
            unknown: UnknownFields::NONE,
        }
    }

    /// A draft with marks read from storage; at most [`MAX_MARKS_PER_LEG`] per leg are kept.
    pub fn from_stored(leg: Leg, marks: [Vec<(Spot, UnknownFields)>; 2]) -> Self {
        let mut draft = Self::empty(leg);
        for (leg, marks) in Leg::BOTH.into_iter().zip(marks) {
            for (spot, unknown) in marks.into_iter().take(MAX_MARKS_PER_LEG) {
                draft.push_mark(leg, spot);
                if let Some(mark) = draft.marks[leg.index()].last_mut() {
                    mark.unknown = unknown;
                }
            }
            draft.finish_edit(leg);
        }
        draft
    }

    /// The marks of a leg in the order of their numbers: number 1 first.
    pub fn marks(&self, leg: Leg) -> &[Mark] {
        &self.marks[leg.index()]
    }

    /// The spots of a leg, hip to knee.
    pub fn spots(&self, leg: Leg) -> Vec<Spot> {
        let mut spots: Vec<Spot> = self.marks(leg).iter().map(|m| m.spot).collect();
        spots.sort_by_key(|s| s.position);
        spots
    }

    /// Whether neither leg has marks.
    pub fn is_empty(&self) -> bool {
        self.marks.iter().all(Vec::is_empty)
    }

    /// Whether a change can be undone.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether another mark fits on the leg.
    pub fn has_room(&self, leg: Leg) -> bool {
        self.marks(leg).len() < MAX_MARKS_PER_LEG
    }

    /// Adds a mark and returns its number; `None` if the leg is full.
    pub fn add(&mut self, leg: Leg, spot: Spot) -> Option<usize> {
        if !self.has_room(leg) {
            return None;
        }
        self.push_undo_entry();
        let id = self.push_mark(leg, spot);
        self.finish_edit(leg);
        self.number(leg, id)
    }

    /// Changes a mark. With `more_follow`, further changes of the same value belong to the same undo entry until
    /// [`Draft::finish_edit`]. Returns whether the mark exists and changed.
    pub fn change(&mut self, leg: Leg, id: u32, more_follow: bool, change: impl FnOnce(&mut Spot)) -> bool {
        let Some(index) = self.marks(leg).iter().position(|m| m.id == id) else {
            return false;
        };
        let mut spot = self.marks(leg)[index].spot;
        change(&mut spot);
        if spot == self.marks(leg)[index].spot {
            return false;
        }
        if self.edited_mark != Some(id) {
            self.push_undo_entry();
        }
        self.edited_mark = more_follow.then_some(id);
        self.marks[leg.index()][index].spot = spot;
        if !more_follow {
            self.finish_edit(leg);
        }
        true
    }

    /// Ends the change of a position and renumbers the marks by height. Returns whether a number changed.
    pub fn finish_edit(&mut self, leg: Leg) -> bool {
        self.edited_mark = None;
        let marks = &mut self.marks[leg.index()];
        let sorted = marks.is_sorted_by_key(|m| m.spot.position);
        marks.sort_by_key(|m| m.spot.position);
        !sorted
    }

    /// Removes a mark and returns the number it had.
    pub fn remove(&mut self, leg: Leg, id: u32) -> Option<usize> {
        let number = self.number(leg, id)?;
        self.push_undo_entry();
        self.marks[leg.index()].remove(number - 1);
        Some(number)
    }

    /// Copies the positions of a leg to the other leg, as one undo entry. Pain is not copied, and existing marks of the
    /// other leg stay as they are. Returns how many were copied and how many did not fit.
    pub fn copy_to_other_leg(&mut self, from: Leg) -> (usize, usize) {
        let to = from.other();
        let positions = self.positions_to_copy(from);
        let copied = positions.len().min(MAX_MARKS_PER_LEG - self.marks(to).len());
        if copied > 0 {
            self.push_undo_entry();
        }
        for &position in positions.iter().take(copied) {
            self.push_mark(
                to,
                Spot { position, position_source: PositionSource::List, pinned_track: None, pain: None },
            );
        }
        self.finish_edit(to);
        (copied, positions.len() - copied)
    }

    /// Whether any position of the leg would be copied to the other leg.
    pub fn can_copy(&self, from: Leg) -> bool {
        self.has_room(from.other()) && !self.positions_to_copy(from).is_empty()
    }

    /// The positions of a leg that are not marked on the other leg.
    fn positions_to_copy(&self, from: Leg) -> Vec<Position> {
        let other_marks = self.marks(from.other());
        let is_new = |position: &Position| {
            other_marks.iter().all(|m| m.spot.position.distance(*position) > SAME_SPOT_PERCENT)
        };
        self.marks(from).iter().map(|m| m.spot.position).filter(is_new).collect()
    }

    /// Adds the planned spots of both legs, as one undo entry. A spot that is marked already is left as it is.
    pub fn adopt_plan(&mut self, planned: &[Vec<Spot>; 2]) {
        let mut has_pushed_undo = false;
        for leg in Leg::BOTH {
            for spot in &planned[leg.index()] {
                let is_occupied = |m: &Mark| {
                    m.spot.pinned_track == spot.pinned_track
                        || m.spot.position.distance(spot.position) <= SAME_SPOT_PERCENT
                };
                if self.has_room(leg) && !self.marks(leg).iter().any(is_occupied) {
                    if !has_pushed_undo {
                        self.push_undo_entry();
                        has_pushed_undo = true;
                    }
                    self.push_mark(leg, *spot);
                }
            }
            self.finish_edit(leg);
        }
    }

    /// Reverts the last change and returns the leg that was shown when it was made.
    pub fn undo(&mut self) -> Option<Leg> {
        let UndoEntry { shown_leg, marks } = self.undo.pop()?;
        self.edited_mark = None;
        self.marks = marks;
        Some(shown_leg)
    }

    /// The middle of the largest gap between marks and the ends of the zone; the upper one of equal gaps.
    pub fn middle_of_largest_gap(&self, leg: Leg) -> Position {
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

    /// The number of a mark, from 1.
    pub fn number(&self, leg: Leg, id: u32) -> Option<usize> {
        self.marks(leg).iter().position(|m| m.id == id).map(|i| i + 1)
    }

    fn push_mark(&mut self, leg: Leg, spot: Spot) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        self.marks[leg.index()].push(Mark { id, spot, unknown: UnknownFields::NONE });
        id
    }

    fn push_undo_entry(&mut self) {
        if self.undo.len() == MAX_UNDO_ENTRIES {
            self.undo.remove(0);
        }
        self.undo.push(UndoEntry { shown_leg: self.leg, marks: self.marks.clone() });
    }
}
