//! Properties of the layout of marks and labels on the leg diagram: for all positions, sets of marks, and sizes.

use eased::domain::{
    draft::Draft,
    leg::{Leg, Position},
    spot::{Pain, PositionSource, Spot},
};
use proptest::prelude::*;

use crate::leg::{
    coordinates,
    crop::Crop,
    layout::{DiagramSize, Layout, LayoutInput, MARK_RADIUS_PX},
    plate::{BAND, BAND_STEP, STRUCTURE_LABELS, ZONE},
    svg_markup::{LabelStyle, label_x},
};

const CROPS: [Crop; 3] = [Crop::Thigh, Crop::Anatomy, Crop::Whole];

/// The crops and sizes of the diagram on pages 320 to 1280 pixels wide: pixels per unit from the smallest phone to the
/// widest page, and line heights of small text up to twice the normal size.
fn crop_and_size() -> impl Strategy<Value = (Crop, DiagramSize)> {
    let min_px_per_unit = |crop: Crop| match crop {
        // The diagram is at least 20 times as high as the text, the whole leg at least 28 times.
        Crop::Thigh | Crop::Anatomy => 320.0 / crop.bounds()[3],
        Crop::Whole => 448.0 / crop.bounds()[3],
    };
    let size = (0..3usize, 0.0..1.0f64, 18.0..38.0f64);
    size.prop_map(move |(crop, larger, line_height_px)| {
        let crop = CROPS[crop];
        (crop, DiagramSize { px_per_unit: min_px_per_unit(crop) * (1.0 + 1.4 * larger), line_height_px })
    })
}

/// A draft with up to eight marks, often crowded.
fn draft() -> impl Strategy<Value = Draft> {
    let positions =
        (0u8..=100, 1u8..=100, prop::collection::vec((0u8..=100, prop::option::of(0u8..=10)), 0..=8));
    (any::<bool>(), positions).prop_map(|(left, (from, within, marks))| {
        let leg = if left { Leg::Left } else { Leg::Right };
        let mut draft = Draft::empty(leg);
        for (place, pain) in marks {
            let position = Position::clamped(i32::from(from) + i32::from(place % within));
            let pain = pain.and_then(Pain::new);
            draft.add(
                leg,
                Spot { position, position_source: PositionSource::Tapped, pinned_track: None, pain },
            );
        }
        draft
    })
}

fn layout_of(draft: &Draft, (crop, size): (Crop, DiagramSize), active_mark: Option<usize>) -> Layout {
    let marks = draft.marks(draft.leg);
    let active_mark = active_mark.and_then(|at| marks.get(at)).map(|mark| mark.id);
    Layout::new(draft, LayoutInput { crop, size, active_mark })
}

fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

proptest! {
    #[test]
    fn numbers_never_overlap(draft in draft(), crop_and_size in crop_and_size(), active_mark in prop::option::of(0usize..8)) {
        let layout = layout_of(&draft, crop_and_size, active_mark);
        for (at, a) in layout.marks.iter().enumerate() {
            for b in &layout.marks[..at] {
                let free = match (a.number_position, b.number_position) {
                    (Some(a), Some(b)) => (a[1] - b[1]).abs() >= crop_and_size.1.line_height_px,
                    _ => distance(a.center, b.center) >= 2.0 * MARK_RADIUS_PX - 1e-3,
                };
                prop_assert!(free, "{a:?} overlaps {b:?}");
            }
        }
        if let Some(held) = layout.input.active_mark.and_then(|id| layout.mark(id)) {
            prop_assert!(distance(held.center, held.anchor) < 1e-9, "the mark being dragged is at its position");
        }
    }

    #[test]
    fn a_mark_with_enough_space_is_at_its_position(draft in draft(), crop_and_size in crop_and_size()) {
        let layout = layout_of(&draft, crop_and_size, None);
        for a in &layout.marks {
            let near = |b: &&_| {
                let b: &crate::leg::layout::MarkLayout = b;
                b.id != a.id && (b.anchor[1] - a.anchor[1]).abs() < 6.0 * MARK_RADIUS_PX
            };
            if !layout.marks.iter().any(|b| near(&b)) {
                prop_assert!(distance(a.center, a.anchor) < 1e-9, "{a:?}");
            }
        }
    }

    #[test]
    fn dots_on_the_whole_leg_are_no_wider_than_the_band(draft in draft(), (_, size) in crop_and_size()) {
        let layout = layout_of(&draft, (Crop::Whole, size), None);
        for mark in &layout.marks {
            let band = coordinates::band_width(mark.spot.position) * size.px_per_unit;
            // Including the stroke.
            prop_assert!(2.0 * (mark.radius + 2.0) <= band + 1e-9 && mark.radius > 0.0, "{mark:?} on {band}");
            prop_assert!(distance(mark.center, mark.anchor) < 1e-9, "{mark:?} is displaced");
        }
    }

    #[test]
    fn marks_never_overlap_structure_labels(draft in draft(), (_, size) in crop_and_size()) {
        let layout = layout_of(&draft, (Crop::Anatomy, size), None);
        let label_style = LabelStyle::for_size(size);
        // A letter takes one line; words wrap to at most four lines.
        let label_height = size.line_height_px * if label_style == LabelStyle::Letters { 1.0 } else { 4.0 };
        let [left, top, ..] = Crop::Anatomy.bounds();
        for mark in &layout.marks {
            for label in &STRUCTURE_LABELS {
                let away = ((label.text_anchor[1] - top) * size.px_per_unit - mark.center[1]).abs();
                let end = (coordinates::x_on_leg(layout.leg, label_x(label, label_style)) - left) * size.px_per_unit;
                let out = (end - mark.center[0]) * coordinates::front_direction(layout.leg) * if label.is_in_front { 1.0 } else { -1.0 };
                let is_apart = out > MARK_RADIUS_PX + 3.0 || away > MARK_RADIUS_PX + label_height / 2.0;
                prop_assert!(is_apart, "{mark:?} overlaps the label of {:?}, {label_style:?}", label.structure);
            }
        }
    }

    #[test]
    fn marks_stay_on_the_diagram_and_never_overlap_their_labels(draft in draft(), crop_and_size in crop_and_size()) {
        let layout = layout_of(&draft, crop_and_size, None);
        let [_, _, width, height] = crop_and_size.0.bounds().map(|units| units * crop_and_size.1.px_per_unit);
        for mark in &layout.marks {
            for (middle, end) in [(mark.center[0], width), (mark.center[1], height)] {
                prop_assert!(middle >= MARK_RADIUS_PX && middle <= end - MARK_RADIUS_PX, "{mark:?}");
            }
            let ahead = (layout.labels_x - mark.center[0]) * coordinates::front_direction(layout.leg);
            prop_assert!(layout.label_lines == 0 || ahead > MARK_RADIUS_PX + 2.0, "{mark:?} overlaps its label");
        }
    }

    #[test]
    fn labels_never_overlap(draft in draft(), crop_and_size in crop_and_size()) {
        let layout = layout_of(&draft, crop_and_size, None);
        let label = f64::from(layout.label_lines) * crop_and_size.1.line_height_px;
        for (at, a) in layout.marks.iter().enumerate() {
            for b in &layout.marks[..at] {
                prop_assert!(layout.label_lines == 0 || (a.label_y - b.label_y).abs() >= label, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn tapping_a_shown_position_returns_the_same_position(percent in 0u8..=100, top in 0.0..900.0f64, height in 120.0..900.0f64) {
        let position = Position::clamped(percent.into());
        // Both drawing and touch coordinates are rounded to whole pixels.
        let shown = (top + height * f64::from(percent) / 100.0).round();
        prop_assert_eq!(Position::from_milli(coordinates::milli_percent((shown - top) / height)), position);
        let unit = (coordinates::position_y(position) - ZONE[1]) / ZONE[3];
        prop_assert!((unit * 100.0 - f64::from(percent)).abs() < 1e-9);
    }
}

#[test]
fn positions_are_on_the_band_of_both_legs() {
    for percent in 0..=100u8 {
        let position = Position::clamped(percent.into());
        let right = coordinates::band_center_x(Leg::Right, position);
        let around = [percent / BAND_STEP, percent.div_ceil(BAND_STEP)].map(|row| BAND[usize::from(row)]);
        let [low, high] = [around[0][0].min(around[1][0]), around[0][0].max(around[1][0])];
        assert!((low..=high).contains(&right), "at {percent}");
        assert!(ZONE[0] < right && right < ZONE[0] + ZONE[2], "at {percent}");
        let mirrored = coordinates::x_on_leg(Leg::Left, coordinates::band_center_x(Leg::Left, position));
        assert!((mirrored - right).abs() < 1e-9, "at {percent}");
    }
}

#[test]
fn the_style_sheet_has_the_aspect_ratio_of_each_crop() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let css =
        ["leg.css", "anatomy.css"].map(|name| std::fs::read_to_string(root.join(name)).unwrap()).concat();
    for crop in CROPS {
        let [_, _, width, height] = crop.bounds();
        assert!(css.contains(&format!("--shape: {width} / {height};")), "{crop:?}");
    }
}
