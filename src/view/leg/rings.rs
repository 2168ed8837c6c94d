//! The earlier spots of the leg that is looked at: faint rings on the plate, and the same as buttons below the
//! list.

use std::{cell::RefCell, rc::Rc};

use super::{
    drawing,
    hand::{Hand, Wish},
    layout::{self, Given, REACH},
};
use crate::{
    domain::{
        Event, Model,
        event::MarkEvent,
        leg::{Leg, Position},
        spot::TrackId,
        track::Track,
    },
    text::leg,
    view::{
        ctx::Ctx,
        dom::{El, el, svg},
        rest,
    },
};

/// The earlier spots. A clone is the same.
#[derive(Clone)]
pub struct Rings {
    ctx: Ctx,
    last: Rc<RefCell<Made>>,
}

/// Read off the whole history, so only when it has changed.
#[derive(Default)]
struct Made {
    of: Option<(u64, Leg, bool)>,
    tracks: Vec<Track>,
}

impl Rings {
    /// Nothing is read until somebody looks.
    pub fn new(ctx: Ctx) -> Self {
        Self { ctx, last: Rc::default() }
    }

    /// Their places, followed.
    fn places(&self) -> Vec<Position> {
        let shown = self.ctx.read(|m| self.shown(m));
        shown.iter().map(|(position, _)| *position).collect()
    }

    /// The place of the ring that a tap here means, in pixels from the plate's corner.
    pub fn hit(&self, at: [f64; 2], given: Given) -> Option<Position> {
        let (leg, shown) = self.ctx.peek(|m| (m.draft.leg, self.shown(m)));
        let distance = |(position, _): &(Position, TrackId)| {
            let [x, y] = layout::middle(leg, *position, given.crop, given.size);
            layout::distance([x, y], at)
        };
        let near = shown.iter().filter(|ring| distance(ring) <= REACH);
        near.min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|(position, _)| *position)
    }

    /// Makes a mark of the one at this place.
    pub fn adopt(&self, hand: Hand, position: Position) {
        let shown = self.ctx.peek(|m| self.shown(m));
        if let Some((_, track)) = shown.iter().find(|(place, _)| *place == position) {
            hand.change(|held| held.past = None);
            self.ctx.send(Event::Mark(MarkEvent::Adopted(position, *track)));
        }
    }

    /// Those that are shown. A place where a mark stands has no ring.
    fn shown(&self, model: &Model) -> Vec<(Position, TrackId)> {
        let leg = model.draft.leg;
        let of = Some((self.ctx.print(), leg, rest::is_here()));
        let mut last = self.last.borrow_mut();
        if last.of != of {
            *last = Made { of, tracks: rest::tracks(model) };
        }
        let marks = model.draft.marks(leg);
        let free = last.tracks.iter().filter(|track| !track.is_marked(marks));
        free.map(|track| (track.position, track.id)).collect()
    }
}

/// The rings, below the marks.
pub fn rings(ctx: Ctx, hand: Hand, rings: Rings) -> El {
    svg("g").markup(move || {
        let (held, leg) = (hand.get(), ctx.read(|m| m.draft.leg));
        let size = held.size?;
        let middle = |position: &Position| layout::middle(leg, *position, held.crop, size);
        Some(drawing::rings(&rings.places(), middle))
    })
}

/// The same as buttons, which are there while there are any.
pub fn earlier(ctx: Ctx, hand: Hand, rings: Rings) -> El {
    let t = &ctx.words().leg;
    let any = rings.clone();
    el("div").class("earlier").when(
        move || !any.places().is_empty(),
        move || {
            let (all, each) = (rings.clone(), rings.clone());
            let names = move || all.places().iter().map(|place| u32::from(place.percent())).collect();
            let list = el("ul").each(names, move |percent| button(ctx, hand, &each, percent));
            [el("h3").text(t.earlier), list]
        },
    )
}

/// A button's name is its percent, which says all that is on it.
fn button(ctx: Ctx, hand: Hand, rings: &Rings, percent: u32) -> El {
    let t = &ctx.words().leg;
    let position = Position::clamped(i32::try_from(percent).unwrap_or(0));
    let percent = position.percent();
    let mut place = leg::percent(percent);
    place.push_str(", ");
    place.push_str(t.stretch(percent));
    let rings = rings.clone();
    let adopt = move || {
        let newest = |m: &Model| m.draft.marks(m.draft.leg).iter().map(|mark| mark.id).max();
        let before = ctx.peek(newest);
        rings.adopt(hand, position);
        // The button is gone now, and the focus with it.
        let now = ctx.peek(newest);
        if now != before {
            hand.change(|held| held.wish = now.map(Wish::Place));
        }
    };
    let button = el("button")
        .attr("type", "button")
        .attr("aria-label", t.add_earlier.words(&place))
        .attr("aria-disabled", move || (!ctx.read(|m| m.draft.has_room(m.draft.leg))).then_some("true"))
        .text(place)
        .click(adopt);
    el("li").child(button)
}
