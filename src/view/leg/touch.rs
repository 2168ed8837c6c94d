//! The finger on the plate: a tap adds or selects, holding a mark moves it, everything else is the page's.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

use super::{
    hand::{Hand, Past, Wish},
    layout::{self, REACH},
    place,
    rings::Rings,
    sheet::Sheet,
};
use crate::{
    domain::{Event, event::MarkEvent, leg::Position, spot::Placed},
    view::{ctx::Ctx, dom::El},
};

/// From this distance on a press is no tap any more, pixels.
const SLOP: f64 = 8.0;

/// A pointer that is down.
#[derive(Clone, Copy)]
struct Press {
    pointer: i32,
    start: [f64; 2],
    /// The mark under it.
    on: Option<u32>,
    /// It is near enough to be moved.
    held: bool,
    /// How far below the finger the mark's place is, pixels.
    offset: f64,
    /// Where the mark stands now.
    position: Position,
    became: Became,
}

/// What has become of a press.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Became {
    /// Still a tap, should it end now.
    Tap,
    /// Nothing: it went too far.
    Nothing,
    /// The mark is in hand, and has not been anywhere else.
    Drag,
    /// The mark was moved: Undo gives it back.
    Move,
}

impl Press {
    fn is_far(&self, at: [f64; 2]) -> bool {
        layout::distance(at, self.start) >= SLOP
    }
}

/// Hears the pointers of the plate.
pub struct Touch {
    ctx: Ctx,
    hand: Hand,
    sheet: Sheet,
    rings: Rings,
    plate: El,
    zone: El,
    press: Cell<Option<Press>>,
    /// The last press was on a mark.
    on_mark: Cell<bool>,
    /// The last press was a tap, whose end is not told as a touch yet.
    tapped: Cell<bool>,
}

impl Touch {
    /// For a plate and what is laid out on it; `zone` says where positions 0 and 100 are on the screen.
    pub fn new(ctx: Ctx, hand: Hand, sheet: Sheet, rings: Rings, plate: El, zone: El) -> Self {
        Self {
            ctx,
            hand,
            sheet,
            rings,
            plate,
            zone,
            press: Cell::new(None),
            on_mark: Cell::new(false),
            tapped: Cell::new(false),
        }
    }

    /// A pointer went down. A second one is the page's: two fingers zoom.
    pub fn down(&self, event: &PointerEvent) {
        if !event.is_primary() || event.button() != 0 {
            self.give_back();
            return;
        }
        let start = client(event);
        let mut press = Press {
            pointer: event.pointer_id(),
            start,
            on: None,
            held: false,
            offset: 0.0,
            position: Position::TOP,
            became: Became::Tap,
        };
        match self.mark_at(start) {
            Some((placed, offset)) => {
                press.on = Some(placed.mark.id);
                press.held = true;
                press.offset = offset;
                press.position = placed.mark.spot.position;
            }
            None => press.on = facts_at(event),
        }
        self.on_mark.set(press.on.is_some());
        self.press.set(Some(press));
    }

    /// A mouse button went down, or a finger is told once more as a mouse, after it has left: by then a tap on
    /// a mark has given its row the focus, which the browser would take away for a place that has none.
    pub fn pressed(&self, event: &MouseEvent) {
        if self.on_mark.get() {
            event.prevent_default();
        }
    }

    /// A pointer moved.
    pub fn moved(&self, event: &PointerEvent) {
        let Some(mut press) = self.press_of(event) else { return };
        let at = client(event);
        if press.became == Became::Tap && press.is_far(at) {
            press.became = Became::Nothing;
            if press.held {
                press.became = Became::Drag;
                self.hand.change(|held| held.dragged = press.on);
                self.capture(press.pointer);
            }
        }
        if matches!(press.became, Became::Drag | Became::Move)
            && let Some(id) = press.on
            && let Some(milli) = self.milli(at[1] + press.offset)
        {
            let position = Position::from_milli(milli);
            if press.position != position {
                press.position = position;
                press.became = Became::Move;
                self.send(MarkEvent::Moved(id, position, Placed::Tapped));
            }
        }
        self.press.set(Some(press));
    }

    /// A pointer went up.
    pub fn up(&self, event: &PointerEvent) {
        let Some(press) = self.press_of(event) else { return };
        self.press.set(None);
        self.tapped.set(press.became == Became::Tap);
        let at = client(event);
        match (press.became, press.on) {
            (Became::Tap, Some(id)) if !press.is_far(at) => {
                self.hand.change(|held| held.wish = Some(Wish::Tapped(id)));
            }
            (Became::Tap, None) if !press.is_far(at) => self.add(at),
            (Became::Tap | Became::Nothing, _) => {}
            (Became::Drag | Became::Move, on) => {
                self.hand.change(|held| held.dragged = None);
                if let Some(id) = on.filter(|_| press.became == Became::Move) {
                    // Like a tap there: it stands at the end, and the words say why.
                    let past = self.milli(at[1] + press.offset).and_then(past);
                    self.hand.change(|held| held.past = past);
                    self.send(MarkEvent::Put(id, press.position, Placed::Tapped));
                }
            }
        }
    }

    /// The finger has left. After a tap the browser would make a click of it, wherever things are by then.
    pub fn lifted(&self, event: &web_sys::Event) {
        if self.tapped.replace(false) && event.cancelable() {
            event.prevent_default();
        }
    }

    /// The browser took the pointer, to scroll or to zoom.
    pub fn cancelled(&self, event: &PointerEvent) {
        if self.press_of(event).is_some() {
            self.give_back();
        }
    }

    /// What was moved and not let go stands where it stood.
    fn give_back(&self) {
        let Some(press) = self.press.get() else { return };
        self.press.set(None);
        self.hand.change(|held| held.dragged = None);
        if press.became == Became::Move {
            self.send(MarkEvent::Undone);
        }
    }

    /// An earlier spot that is hit is adopted. Else height alone decides, anywhere across the thigh.
    fn add(&self, at: [f64; 2]) {
        if let Some(layout) = self.sheet.peek()
            && let Some(position) = self.rings.hit(self.on_plate(at), layout.given)
        {
            self.rings.adopt(self.hand, position);
            return;
        }
        let zone = self.zone.get_bounding_client_rect();
        let across = zone.left() - REACH..=zone.right() + REACH;
        if !across.contains(&at[0]) {
            return;
        }
        if let Some(milli) = self.milli(at[1]) {
            self.hand.change(|held| held.past = past(milli));
            self.send(MarkEvent::Tapped(milli));
        }
    }

    /// Thousandths of a percent down the zone.
    fn milli(&self, client_y: f64) -> Option<i32> {
        let zone = self.zone.get_bounding_client_rect();
        (zone.height() > 0.0).then(|| place::milli((client_y - zone.top()) / zone.height()))
    }

    /// The mark under a place on the screen, and how far the place that it marks is below it.
    fn mark_at(&self, at: [f64; 2]) -> Option<(layout::Placed, f64)> {
        let at = self.on_plate(at);
        let layout = self.sheet.peek()?;
        let hit = layout.hit(at)?;
        Some((*hit, hit.home[1] - at[1]))
    }

    /// A place on the screen, in pixels from the plate's corner.
    fn on_plate(&self, at: [f64; 2]) -> [f64; 2] {
        let plate = self.plate.get_bounding_client_rect();
        [at[0] - plate.left(), at[1] - plate.top()]
    }

    fn press_of(&self, event: &PointerEvent) -> Option<Press> {
        self.press.get().filter(|press| press.pointer == event.pointer_id())
    }

    /// The finger may leave the plate while it moves a mark.
    fn capture(&self, pointer: i32) {
        self.plate.set_pointer_capture(pointer).ok();
    }

    fn send(&self, event: MarkEvent) {
        self.ctx.send(Event::Mark(event));
    }
}

/// The end of the zone that lies before a height, in thousandths of a percent.
fn past(milli: i32) -> Option<Past> {
    if milli < 0 { Some(Past::Hip) } else { (milli > 100_000).then_some(Past::Knee) }
}

fn client(event: &PointerEvent) -> [f64; 2] {
    [f64::from(event.client_x()), f64::from(event.client_y())]
}

/// The mark whose facts are under the pointer.
fn facts_at(event: &PointerEvent) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let facts = target.closest("[data-facts]").ok()??;
    facts.get_attribute("data-facts")?.parse().ok()
}
