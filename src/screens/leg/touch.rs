//! The pointer on the diagram: a tap adds or selects a mark, holding one moves it, everything else is left to the page.

use leptos::{html::Div, prelude::*, svg::Rect};
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, MouseEvent, PointerEvent, TouchEvent};

use super::{
    coordinates,
    earlier_spots::EarlierSpots,
    layout::{self, REACH},
    layout_cache::LayoutCache,
    ui_state::{FocusRequest, LegUiState, set_if_changed},
};
use crate::{
    app::context::AppContext,
    domain::{
        Event,
        event::MarkEvent,
        leg::{Position, ZoneEnd},
        spot::Placed,
    },
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
    /// It is near enough to the mark to drag it.
    can_drag: bool,
    /// How far below the pointer the mark's place is, pixels.
    offset: f64,
    /// Where the mark is now.
    position: Position,
    gesture: Gesture,
}

/// What a press has become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gesture {
    /// Still a tap, should it end now.
    Tap,
    /// Nothing: it went too far.
    Nothing,
    /// The mark is held, and has not been anywhere else.
    Drag,
    /// The mark was moved: Undo gives it back.
    Move,
}

impl Press {
    fn is_far(&self, at: [f64; 2]) -> bool {
        layout::distance(at, self.start) >= SLOP
    }
}

/// Handles the pointers of the diagram.
#[derive(Clone, Copy)]
pub struct Touch {
    app: AppContext,
    ui: LegUiState,
    layout: LayoutCache,
    earlier: EarlierSpots,
    plate: NodeRef<Div>,
    zone: NodeRef<Rect>,
    press: StoredValue<Option<Press>>,
    /// The last press was on a mark.
    was_on_mark: StoredValue<bool>,
    /// The last press was a tap, whose `touchend` has not come yet.
    was_tap: StoredValue<bool>,
}

impl Touch {
    /// For a diagram and what is laid out on it; `zone` says where positions 0 and 100 are on the screen.
    pub fn new(
        app: AppContext,
        ui: LegUiState,
        layout: LayoutCache,
        earlier: EarlierSpots,
        plate: NodeRef<Div>,
        zone: NodeRef<Rect>,
    ) -> Self {
        Self {
            app,
            ui,
            layout,
            earlier,
            plate,
            zone,
            press: StoredValue::new(None),
            was_on_mark: StoredValue::new(false),
            was_tap: StoredValue::new(false),
        }
    }

    /// `pointerdown`. A second pointer is the page's: two fingers zoom.
    pub fn pressed(self, event: &PointerEvent) {
        self.was_tap.set_value(false);
        // The buttons at the plate's corner are their own.
        if !event.is_primary() || event.button() != 0 || closest(event, "button").is_some() {
            self.was_on_mark.set_value(false);
            self.cancel();
            return;
        }
        let start = client(event);
        let mut press = Press {
            pointer: event.pointer_id(),
            start,
            on: None,
            can_drag: false,
            offset: 0.0,
            position: Position::TOP,
            gesture: Gesture::Tap,
        };
        match self.mark_at(start) {
            Some((placed, offset)) => {
                press.on = Some(placed.id);
                press.can_drag = true;
                press.offset = offset;
                press.position = placed.spot.position;
            }
            None => press.on = facts_at(event),
        }
        self.was_on_mark.set_value(press.on.is_some());
        self.press.set_value(Some(press));
    }

    /// `mousedown`: of a mouse, or the one that browsers send for a finger after it has left. By then a tap on a mark
    /// has given its row the focus, which the browser would move to the body, since the diagram cannot have it.
    pub fn mouse_pressed(self, event: &MouseEvent) {
        if self.was_on_mark.get_value() {
            event.prevent_default();
        }
    }

    /// `pointermove`.
    pub fn moved(self, event: &PointerEvent) {
        let Some(mut press) = self.press_of(event) else { return };
        let at = client(event);
        if press.gesture == Gesture::Tap && press.is_far(at) {
            press.gesture = Gesture::Nothing;
            if press.can_drag {
                press.gesture = Gesture::Drag;
                set_if_changed(self.ui.dragged, press.on);
                self.capture(press.pointer);
            }
        }
        if matches!(press.gesture, Gesture::Drag | Gesture::Move)
            && let Some(id) = press.on
            && let Some(milli) = self.milli(at[1] + press.offset)
        {
            let position = Position::from_milli(milli);
            if press.position != position {
                press.position = position;
                press.gesture = Gesture::Move;
                self.dispatch(MarkEvent::Moved(id, position, Placed::Tapped));
            }
        }
        self.press.set_value(Some(press));
    }

    /// `pointerup`.
    pub fn released(self, event: &PointerEvent) {
        let Some(press) = self.press_of(event) else { return };
        self.press.set_value(None);
        self.was_tap.set_value(press.gesture == Gesture::Tap);
        let at = client(event);
        match (press.gesture, press.on) {
            (Gesture::Tap, Some(id)) if !press.is_far(at) => {
                self.ui.request_focus(FocusRequest::PlaceWithoutScroll(id));
            }
            (Gesture::Tap, None) if !press.is_far(at) => self.add(at),
            (Gesture::Tap | Gesture::Nothing, _) => {}
            (Gesture::Drag | Gesture::Move, on) => {
                set_if_changed(self.ui.dragged, None);
                if let Some(id) = on.filter(|_| press.gesture == Gesture::Move) {
                    // Like a tap there: the mark stops at the end, and the words say why.
                    let past_end = self.milli(at[1] + press.offset).and_then(ZoneEnd::beyond);
                    set_if_changed(self.ui.past_end, past_end);
                    self.dispatch(MarkEvent::Put(id, press.position, Placed::Tapped));
                }
            }
        }
    }

    /// `touchend`. After a tap the browser would make a click of it, wherever things are by then.
    pub fn touch_ended(self, event: &TouchEvent) {
        let was_tap = self.was_tap.get_value();
        self.was_tap.set_value(false);
        if was_tap && event.cancelable() {
            event.prevent_default();
        }
    }

    /// `pointercancel`: the browser took the pointer, to scroll or to zoom.
    pub fn cancelled(self, event: &PointerEvent) {
        if self.press_of(event).is_some() {
            self.cancel();
        }
    }

    /// A mark that was moved and not released goes back to where it was.
    fn cancel(self) {
        let Some(press) = self.press.get_value() else { return };
        self.press.set_value(None);
        set_if_changed(self.ui.dragged, None);
        if press.gesture == Gesture::Move {
            self.dispatch(MarkEvent::Undone);
        }
    }

    /// An earlier spot that is hit is adopted. Else height alone decides, anywhere across the thigh.
    fn add(self, at: [f64; 2]) {
        let given = self.layout.with_untracked(|layout| layout.given);
        if let Some(position) = given.and_then(|given| self.earlier.hit(self.on_plate(at), given)) {
            self.earlier.adopt(self.ui, position);
            return;
        }
        let Some(zone) = self.zone_rect() else { return };
        let across = zone.left() - REACH..=zone.right() + REACH;
        if !across.contains(&at[0]) {
            return;
        }
        if let Some(milli) = self.milli(at[1]) {
            match ZoneEnd::beyond(milli) {
                Some(end) => self.ui.keep_off(end),
                None => self.ui.forget_past_end(),
            }
            self.dispatch(MarkEvent::Tapped(milli));
        }
    }

    /// Thousandths of a percent down the zone.
    fn milli(self, client_y: f64) -> Option<i32> {
        let zone = self.zone_rect()?;
        (zone.height() > 0.0).then(|| coordinates::milli((client_y - zone.top()) / zone.height()))
    }

    /// The mark under a place on the screen, and how far the place that it marks is below it.
    fn mark_at(self, at: [f64; 2]) -> Option<(layout::Placed, f64)> {
        let at = self.on_plate(at);
        let hit = self.layout.with_untracked(|layout| layout.hit(at).copied()).flatten()?;
        Some((hit, hit.home[1] - at[1]))
    }

    /// A place on the screen, in pixels from the diagram's corner.
    fn on_plate(self, at: [f64; 2]) -> [f64; 2] {
        let Some(plate) = self.plate.get_untracked() else { return at };
        let plate = plate.get_bounding_client_rect();
        [at[0] - plate.left(), at[1] - plate.top()]
    }

    fn zone_rect(self) -> Option<DomRect> {
        Some(self.zone.get_untracked()?.get_bounding_client_rect())
    }

    fn press_of(self, event: &PointerEvent) -> Option<Press> {
        self.press.get_value().filter(|press| press.pointer == event.pointer_id())
    }

    /// The pointer may leave the diagram while it moves a mark.
    fn capture(self, pointer: i32) {
        if let Some(plate) = self.plate.get_untracked() {
            plate.set_pointer_capture(pointer).ok();
        }
    }

    fn dispatch(self, event: MarkEvent) {
        self.app.dispatch(Event::Mark(event));
    }
}

fn client(event: &PointerEvent) -> [f64; 2] {
    [f64::from(event.client_x()), f64::from(event.client_y())]
}

/// The mark whose facts are under the pointer.
fn facts_at(event: &PointerEvent) -> Option<u32> {
    closest(event, "[data-facts]")?.get_attribute("data-facts")?.parse().ok()
}

/// The innermost element under the pointer that the selector names.
fn closest(event: &PointerEvent, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}
