//! The plate with its words, and the size that it has come out at.

use std::rc::Rc;

use web_sys::{Event, MouseEvent, PointerEvent};

use super::{
    anatomy,
    crop::Crop,
    decimal::decimal,
    drawing,
    hand::Hand,
    layout::Size,
    marks, place, plate,
    rings::{self, Rings},
    sheet::Sheet,
    side,
    touch::Touch,
    watch::watch_size,
};
use crate::{
    domain::leg::Leg,
    view::{
        ctx::Ctx,
        dom::{El, el, svg},
    },
};

/// The leg that is looked at, with its marks. The list below says and does the same.
pub fn diagram(ctx: Ctx, hand: Hand, rings: &Rings) -> El {
    let t = ctx.words();
    let sheet = Sheet::new(ctx, hand);
    let zone = svg("rect")
        .attr("data-zone", "")
        .attr("fill", "none")
        .attr("x", move || zone_left(leg(ctx)))
        .attr("y", decimal(plate::ZONE[1]))
        .attr("width", decimal(plate::ZONE[2]))
        .attr("height", decimal(plate::ZONE[3]));
    let front = el("span").class("plate-word is-front").text(t.shell.front);
    let plate = el("div").class("plate");
    let touch = Touch::new(ctx, hand, sheet.clone(), rings.clone(), plate.clone(), zone.clone());
    measured(hand, &plate, &front);
    let how = move || anatomy::naming(hand).map(|naming| (naming, leg(ctx)));
    let plate = touched(plate, touch)
        .attr("data-crop", move || hand.get().crop.name())
        .child(drawn(ctx, hand, &sheet, rings, zone))
        .child(el("span").class("plate-word is-back").text(t.shell.back))
        .child(front)
        .child(el("span").class("plate-word is-hip").text(t.shell.hip_keep_off))
        .child(el("span").class("plate-word is-knee").text(t.shell.knee_keep_off))
        .switch(how, move |how| {
            let names = how.map(|(naming, leg)| anatomy::names(&t.leg.structures, naming, leg));
            names.unwrap_or_default()
        });
    marks::grips(plate, &sheet).child(marks::callout(ctx, hand, sheet))
}

/// The drawing, and what is drawn upon it.
fn drawn(ctx: Ctx, hand: Hand, sheet: &Sheet, rings: &Rings, zone: El) -> El {
    let leaders = move || anatomy::naming(hand).map(|naming| drawing::leaders(naming, leg(ctx)));
    let figure = svg("g")
        .attr("mask", move || hand.get().crop.mask())
        .attr("transform", move || mirror(leg(ctx)))
        .child(svg("use").attr("href", "#leg-plate"));
    let upon = svg("g")
        .attr("transform", move || {
            let held = hand.get();
            in_pixels(held.crop, held.size)
        })
        .child(rings::rings(ctx, hand, rings.clone()))
        .child(marks::beside(ctx, sheet.clone()));
    svg("svg")
        .attr("viewBox", move || hand.get().crop.view_box())
        .attr("role", "img")
        .attr("aria-labelledby", "leg-which leg-words")
        .attr("data-diagram", move || side(leg(ctx)))
        .child(figure)
        .child(svg("g").markup(leaders))
        .child(zone)
        .child(marks::marks(upon, hand, sheet))
}

/// Pointers are heard by the whole plate.
fn touched(plate: El, touch: Touch) -> El {
    let touch = Rc::new(touch);
    let [pressed, moved, up, cancelled, lifted] = [(); 5].map(|()| touch.clone());
    plate
        .on("pointerdown", move |event: &PointerEvent| touch.down(event))
        .on("mousedown", move |event: &MouseEvent| pressed.pressed(event))
        .on("pointermove", move |event: &PointerEvent| moved.moved(event))
        .on("pointerup", move |event: &PointerEvent| up.up(event))
        .on("pointercancel", move |event: &PointerEvent| cancelled.cancelled(event))
        .on("touchend", move |event: &Event| lifted.lifted(event))
}

/// How large the plate has come out, and the small text on it.
fn measured(hand: Hand, plate: &El, word: &El) {
    let (sheet, line) = (plate.clone(), word.clone());
    let seen = move || {
        let width = f64::from(sheet.client_width());
        let line = f64::from(line.html().offset_height());
        hand.change(|held| {
            let scale = width / held.crop.frame()[2];
            held.size = (width > 0.0).then_some(Size { scale, line });
        });
    };
    watch_size([plate, word], Rc::new(seen));
}

/// The leg that is looked at.
fn leg(ctx: Ctx) -> Leg {
    ctx.read(|m| m.draft.leg)
}

const fn mirror(leg: Leg) -> Option<&'static str> {
    match leg {
        Leg::Left => Some(plate::MIRROR),
        Leg::Right => None,
    }
}

fn zone_left(leg: Leg) -> String {
    let [left, _, width, _] = plate::ZONE;
    let right = left + width;
    decimal(place::on_side(leg, left).min(place::on_side(leg, right)))
}

/// Inside this group a unit is a pixel, however large the plate is: marks and text keep their size.
fn in_pixels(crop: Crop, size: Option<Size>) -> String {
    let [left, top, ..] = crop.frame();
    let mut moved = drawing::translated([left, top]);
    moved.push_str(" scale(");
    moved.push_str(&decimal(size.map_or(1.0, |size| 1.0 / size.scale)));
    moved.push(')');
    moved
}
