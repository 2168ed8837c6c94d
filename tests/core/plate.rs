//! Laws of the leg plate as the app lays it out: for every place, any set of marks, and every size that occurs.

use eased::domain::{
    draft::Draft,
    leg::{Leg, Position},
    spot::{Pain, Placed, Spot},
};
use proptest::prelude::*;

use crate::leg::{
    coordinates,
    crop::Crop,
    drawing::{Naming, end},
    layout::{Given, Layout, RADIUS, Size},
    plate::{BAND, BAND_STEP, NAMES, ZONE},
};

const CROPS: [Crop; 3] = [Crop::Thigh, Crop::Named, Crop::Whole];

/// Ways in which pages 320 to 1280 pixels wide show the plate: pixels per unit from the smallest phone to the
/// widest page, and lines of small text up to twice their size.
fn given() -> impl Strategy<Value = (Crop, Size)> {
    let least = |crop: Crop| match crop {
        // The plate is never lower than 20 times the text, and the whole leg never lower than 28 times.
        Crop::Thigh | Crop::Named => 320.0 / crop.frame()[3],
        Crop::Whole => 448.0 / crop.frame()[3],
    };
    let size = (0..3usize, 0.0..1.0f64, 18.0..38.0f64);
    size.prop_map(move |(crop, larger, line)| {
        let crop = CROPS[crop];
        (crop, Size { scale: least(crop) * (1.0 + 1.4 * larger), line })
    })
}

/// Up to eight marks, often crowded.
fn draft() -> impl Strategy<Value = Draft> {
    let places =
        (0u8..=100, 1u8..=100, prop::collection::vec((0u8..=100, prop::option::of(0u8..=10)), 0..=8));
    (any::<bool>(), places).prop_map(|(left, (from, within, marks))| {
        let leg = if left { Leg::Left } else { Leg::Right };
        let mut draft = Draft::empty(leg);
        for (place, pain) in marks {
            let position = Position::clamped(i32::from(from) + i32::from(place % within));
            let pain = pain.and_then(Pain::new);
            draft.add(leg, Spot { position, placed: Placed::Tapped, track: None, pain });
        }
        draft
    })
}

fn laid_out(draft: &Draft, (crop, size): (Crop, Size), in_hand: Option<usize>) -> Layout {
    let marks = draft.marks(draft.leg);
    let in_hand = in_hand.and_then(|at| marks.get(at)).map(|mark| mark.id);
    Layout::new(draft, Given { crop, size, in_hand })
}

fn apart(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

proptest! {
    #[test]
    fn numbers_never_overlap(draft in draft(), given in given(), in_hand in prop::option::of(0usize..8)) {
        let layout = laid_out(&draft, given, in_hand);
        for (at, a) in layout.marks.iter().enumerate() {
            for b in &layout.marks[..at] {
                let free = match (a.number_at, b.number_at) {
                    (Some(a), Some(b)) => (a[1] - b[1]).abs() >= given.1.line,
                    _ => apart(a.at, b.at) >= 2.0 * RADIUS - 1e-3,
                };
                prop_assert!(free, "{a:?} lies on {b:?}");
            }
        }
        if let Some(held) = layout.given.in_hand.and_then(|id| layout.get(id)) {
            prop_assert!(apart(held.at, held.home) < 1e-9, "the mark in hand stands at its place");
        }
    }

    #[test]
    fn a_mark_that_has_room_stands_at_its_place(draft in draft(), given in given()) {
        let layout = laid_out(&draft, given, None);
        for a in &layout.marks {
            let near = |b: &&_| {
                let b: &crate::leg::layout::Placed = b;
                b.id != a.id && (b.home[1] - a.home[1]).abs() < 6.0 * RADIUS
            };
            if !layout.marks.iter().any(|b| near(&b)) {
                prop_assert!(apart(a.at, a.home) < 1e-9, "{a:?}");
            }
        }
    }

    #[test]
    fn dots_on_the_whole_leg_are_no_wider_than_the_band(draft in draft(), (_, size) in given()) {
        let layout = laid_out(&draft, (Crop::Whole, size), None);
        for mark in &layout.marks {
            let band = coordinates::band_width(mark.spot.position) * size.scale;
            // With its edge.
            prop_assert!(2.0 * (mark.radius + 2.0) <= band + 1e-9 && mark.radius > 0.0, "{mark:?} on {band}");
            prop_assert!(apart(mark.at, mark.home) < 1e-9, "{mark:?} stands elsewhere");
        }
    }

    #[test]
    fn marks_stay_off_the_names(draft in draft(), (_, size) in given()) {
        let layout = laid_out(&draft, (Crop::Named, size), None);
        let naming = Naming::fitting(size);
        // A letter is a line high; words wrap to no more than four.
        let high = size.line * if naming == Naming::Letters { 1.0 } else { 4.0 };
        let [left, top, ..] = Crop::Named.frame();
        for mark in &layout.marks {
            for name in &NAMES {
                let away = ((name.text[1] - top) * size.scale - mark.at[1]).abs();
                let end = (coordinates::on_side(layout.leg, end(name, naming)) - left) * size.scale;
                let out = (end - mark.at[0]) * coordinates::forward(layout.leg) * if name.front { 1.0 } else { -1.0 };
                let apart = out > RADIUS + 3.0 || away > RADIUS + high / 2.0;
                prop_assert!(apart, "{mark:?} lies on the name of {:?}, {naming:?}", name.structure);
            }
        }
    }

    #[test]
    fn marks_stay_on_the_plate_and_off_the_facts(draft in draft(), given in given()) {
        let layout = laid_out(&draft, given, None);
        let [_, _, width, height] = given.0.frame().map(|units| units * given.1.scale);
        for mark in &layout.marks {
            for (middle, end) in [(mark.at[0], width), (mark.at[1], height)] {
                prop_assert!(middle >= RADIUS && middle <= end - RADIUS, "{mark:?}");
            }
            let ahead = (layout.facts_x - mark.at[0]) * coordinates::forward(layout.leg);
            prop_assert!(layout.lines == 0 || ahead > RADIUS + 2.0, "{mark:?} lies on its facts");
        }
    }

    #[test]
    fn facts_never_overlap(draft in draft(), given in given()) {
        let layout = laid_out(&draft, given, None);
        let label = f64::from(layout.lines) * given.1.line;
        for (at, a) in layout.marks.iter().enumerate() {
            for b in &layout.marks[..at] {
                prop_assert!(layout.lines == 0 || (a.facts_y - b.facts_y).abs() >= label, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_place_shown_and_tapped_is_the_same_place(percent in 0u8..=100, top in 0.0..900.0f64, height in 120.0..900.0f64) {
        let position = Position::clamped(percent.into());
        // The screen shows whole pixels, and so does a finger.
        let shown = (top + height * f64::from(percent) / 100.0).round();
        prop_assert_eq!(Position::from_milli(coordinates::milli((shown - top) / height)), position);
        let unit = (coordinates::y(position) - ZONE[1]) / ZONE[3];
        prop_assert!((unit * 100.0 - f64::from(percent)).abs() < 1e-9);
    }
}

#[test]
fn places_lie_on_the_band_of_either_leg() {
    for percent in 0..=100u8 {
        let position = Position::clamped(percent.into());
        let right = coordinates::x(Leg::Right, position);
        let around = [percent / BAND_STEP, percent.div_ceil(BAND_STEP)].map(|row| BAND[usize::from(row)]);
        let [low, high] = [around[0][0].min(around[1][0]), around[0][0].max(around[1][0])];
        assert!((low..=high).contains(&right), "at {percent}");
        assert!(ZONE[0] < right && right < ZONE[0] + ZONE[2], "at {percent}");
        let mirrored = coordinates::on_side(Leg::Left, coordinates::x(Leg::Left, position));
        assert!((mirrored - right).abs() < 1e-9, "at {percent}");
    }
}

#[test]
fn the_style_sheet_gives_each_plate_the_shape_of_its_drawing() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let css =
        ["leg.css", "anatomy.css"].map(|name| std::fs::read_to_string(root.join(name)).unwrap()).concat();
    for crop in CROPS {
        let [_, _, width, height] = crop.frame();
        assert!(css.contains(&format!("--shape: {width} / {height};")), "{crop:?}");
    }
}
