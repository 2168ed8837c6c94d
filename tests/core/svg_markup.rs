//! The SVG markup that is drawn on the leg diagram for given marks.

use eased::{
    domain::{
        draft::Draft,
        leg::{Leg, Position, ZoneEnd},
        spot::{Pain, PositionSource, Spot},
    },
    i18n::{
        self,
        reader::{ReadErrors, ReadPhrases as _},
    },
};
use expect_test::expect;

use crate::leg::{
    crop::Crop,
    layout::{self, DiagramSize, Layout, LayoutInput},
    svg_markup::{LabelStyle, earlier_spot_rings, keep_off_flash, mark_labels, structure_leaders},
};

/// The crop and size on a phone 390 pixels wide.
const INPUT: LayoutInput = LayoutInput {
    crop: Crop::Thigh,
    size: DiagramSize { px_per_unit: 0.771, line_height_px: 18.75 },
    active_mark: None,
};

fn draft(leg: Leg, marks: &[(u8, Option<u8>)]) -> Draft {
    let spot = |&(percent, pain): &(u8, Option<u8>)| Spot {
        position: Position::clamped(percent.into()),
        position_source: PositionSource::Tapped,
        pinned_track: None,
        pain: pain.and_then(Pain::new),
    };
    let mut draft = Draft::empty(leg);
    for mark in marks {
        draft.add(leg, spot(mark));
    }
    draft
}

/// Puts each element on a line.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn a_mark_has_a_label() {
    let layout = Layout::new(&draft(Leg::Right, &[(50, Some(6))]), INPUT);
    expect![[r#"
        <path class="leader" d="M193.984 208.170L193.984 208.170"/>
        <circle class="mark-anchor" cx="193.984" cy="208.170" r="4"/>
        <g class="mark-label is-both" data-label-of="1">
        <path class="leader" d="M215.984 208.170L284.896 208.170"/>
        <text class="mark-label-pain" x="289.896" y="208.170">pain 6</text>
        <text class="mark-label-place" x="289.896" y="208.170">16 cm down</text>
        </g>"#]]
    .assert_eq(&lines(&mark_labels(&layout, &i18n::by_tag("en").leg, Some(180))));
}

#[test]
fn earlier_spots_are_rings_on_the_band() {
    let middle = |place: &Position| layout::band_center(Leg::Right, *place, INPUT.crop, INPUT.size);
    expect![[r#"
        <g data-ring="50">
        <circle class="ring-halo" cx="193.984" cy="208.170" r="14.000"/>
        <circle class="ring-line" cx="193.984" cy="208.170" r="14.000"/>
        </g>"#]]
    .assert_eq(&lines(&earlier_spot_rings(&[Position::clamped(50)], middle)));
}

#[test]
fn labels_of_the_left_leg_are_mirrored() {
    let layout = Layout::new(&draft(Leg::Left, &[(50, None)]), INPUT);
    expect![[r#"
        <path class="leader" d="M196.142 208.170L196.142 208.170"/>
        <circle class="mark-anchor" cx="196.142" cy="208.170" r="4"/>
        <g class="mark-label is-left" data-label-of="1">
        <path class="leader" d="M174.142 208.170L105.230 208.170"/>
        <text class="mark-label-pain" x="100.230" y="208.170">
        </text>
        <text class="mark-label-place" x="100.230" y="208.170">middle</text>
        </g>"#]]
    .assert_eq(&lines(&mark_labels(&layout, &i18n::by_tag("en").leg, None)));
}

#[test]
fn with_structure_labels_there_are_no_mark_labels() {
    let input = LayoutInput { crop: Crop::Anatomy, ..INPUT };
    let layout = Layout::new(&draft(Leg::Right, &[(20, None)]), input);
    assert!(!mark_labels(&layout, &i18n::by_tag("en").leg, None).contains("data-label-of"));
}

#[test]
fn phrases_are_escaped() {
    let mut text = i18n::by_tag("en").leg;
    text.distance_down.read("\"<{distance} & more>\"", &mut ReadErrors::default());
    let layout = Layout::new(&draft(Leg::Right, &[(20, None)]), INPUT);
    let svg = mark_labels(&layout, &text, Some(180));
    assert!(svg.contains(">&lt;6\u{a0}cm &amp; more&gt;</text>"), "{svg}");
}

#[test]
fn each_structure_label_has_a_horizontal_leader_with_one_bend() {
    for leg in Leg::BOTH {
        for label_style in [LabelStyle::Words, LabelStyle::Letters] {
            let svg = structure_leaders(label_style, leg);
            let lines: Vec<&str> = svg.split(" d=\"M").skip(1).filter_map(|d| d.split('"').next()).collect();
            assert_eq!(lines.len(), 11);
            for line in lines {
                let heights: Vec<&str> =
                    line.split('L').filter_map(|point| point.split(' ').nth(1)).collect();
                assert_eq!(heights.len(), 3, "{line}");
                assert_eq!(heights[0], heights[1], "{line} is not level at its name");
            }
        }
    }
}

#[test]
fn numbers_on_the_whole_leg_are_in_the_margin() {
    let input = LayoutInput { crop: Crop::Whole, ..INPUT };
    let layout = Layout::new(&draft(Leg::Right, &[(50, Some(6))]), input);
    expect![[r#"
        <path class="leader" d="M321.133 362.370L307.133 362.370L230.221 362.370"/>
        <text class="margin-number" x="326.133" y="362.370">1</text>"#]]
    .assert_eq(&lines(&mark_labels(&layout, &i18n::by_tag("en").leg, None)));
}

#[test]
fn the_keep_off_highlight_restarts_at_each_tap() {
    let [first, second] = [1, 2].map(|taps| keep_off_flash(ZoneEnd::Hip, taps));
    assert_ne!(first, second);
    assert!(first.starts_with("<ellipse class=\"keep-off\""), "{first}");
}

#[test]
fn numbers_do_not_change_while_a_mark_is_dragged_past_another() {
    let mut draft = draft(Leg::Right, &[(20, None), (60, None)]);
    let [first, second] = [0, 1].map(|at| draft.marks(Leg::Right)[at].id);
    draft.change(Leg::Right, first, true, |spot| spot.position = Position::clamped(61));
    let input = LayoutInput { active_mark: Some(first), ..INPUT };
    let layout = Layout::new(&draft, input);
    assert!(layout.is_current_for(&draft, input));
    assert!(!layout.is_current_for(&draft, INPUT));
    let shown: Vec<_> = layout.marks.iter().map(|m| (m.id, m.number)).collect();
    assert_eq!(shown, [(first, 1), (second, 2)]);
    let [moved, other] = [layout.marks[0], layout.marks[1]];
    // The dragged mark is on the band, the other one is displaced.
    assert!((moved.center[0] - moved.anchor[0]).abs() < 1e-9, "{layout:?}");
    assert!((other.center[0] - other.anchor[0]).abs() > 30.0, "{layout:?}");
    assert!(moved.center[1] > other.center[1] && moved.label_y > other.label_y, "{layout:?}");
    assert_eq!(layout.hit_test(moved.center).map(|m| m.id), Some(first));
    draft.finish_edit(Leg::Right);
    assert!(!layout.is_current_for(&draft, input));
}
