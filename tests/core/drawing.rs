//! What is drawn upon the leg plate, for marks that are known.

use eased::{
    domain::{
        draft::Draft,
        leg::{Leg, Position, ZoneEnd},
        spot::{Pain, Placed, Spot},
    },
    i18n::{
        self,
        read::{Faults, Read as _},
    },
};
use expect_test::expect;

use crate::leg::{
    crop::Crop,
    drawing::{Naming, beside, keep_off, leaders, rings},
    layout::{self, Given, Layout, Size},
};

/// As a phone 390 pixels wide shows it.
const GIVEN: Given = Given { crop: Crop::Thigh, size: Size { scale: 0.771, line: 18.75 }, in_hand: None };

fn draft(leg: Leg, marks: &[(u8, Option<u8>)]) -> Draft {
    let spot = |&(percent, pain): &(u8, Option<u8>)| Spot {
        position: Position::clamped(percent.into()),
        placed: Placed::Tapped,
        track: None,
        pain: pain.and_then(Pain::new),
    };
    let mut draft = Draft::empty(leg);
    for mark in marks {
        draft.add(leg, spot(mark));
    }
    draft
}

/// One element a line.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn a_mark_with_its_facts() {
    let layout = Layout::new(&draft(Leg::Right, &[(50, Some(6))]), GIVEN);
    expect![[r#"
        <path class="leader" d="M193.984 208.170L193.984 208.170"/>
        <circle class="mark-home" cx="193.984" cy="208.170" r="4"/>
        <g class="fact is-both" data-facts="1">
        <path class="leader" d="M215.984 208.170L284.896 208.170"/>
        <text class="fact-pain" x="289.896" y="208.170">pain 6</text>
        <text class="fact-place" x="289.896" y="208.170">16 cm down</text>
        </g>"#]]
    .assert_eq(&lines(&beside(&layout, &i18n::of("en").leg, Some(180))));
}

#[test]
fn earlier_spots_are_rings_on_the_band() {
    let middle = |place: &Position| layout::middle(Leg::Right, *place, GIVEN.crop, GIVEN.size);
    expect![[r#"
        <g data-ring="50">
        <circle class="ring-halo" cx="193.984" cy="208.170" r="14.000"/>
        <circle class="ring-line" cx="193.984" cy="208.170" r="14.000"/>
        </g>"#]]
    .assert_eq(&lines(&rings(&[Position::clamped(50)], middle)));
}

#[test]
fn facts_of_the_left_leg_end_where_those_of_the_right_begin() {
    let layout = Layout::new(&draft(Leg::Left, &[(50, None)]), GIVEN);
    expect![[r#"
        <path class="leader" d="M196.142 208.170L196.142 208.170"/>
        <circle class="mark-home" cx="196.142" cy="208.170" r="4"/>
        <g class="fact is-left" data-facts="1">
        <path class="leader" d="M174.142 208.170L105.230 208.170"/>
        <text class="fact-pain" x="100.230" y="208.170">
        </text>
        <text class="fact-place" x="100.230" y="208.170">middle</text>
        </g>"#]]
    .assert_eq(&lines(&beside(&layout, &i18n::of("en").leg, None)));
}

#[test]
fn where_names_stand_there_are_no_facts() {
    let given = Given { crop: Crop::Named, ..GIVEN };
    let layout = Layout::new(&draft(Leg::Right, &[(20, None)]), given);
    assert!(!beside(&layout, &i18n::of("en").leg, None).contains("data-facts"));
}

#[test]
fn phrases_are_no_markup() {
    let mut text = i18n::of("en").leg;
    text.down.read("\"<{distance} & more>\"", &mut Faults::default());
    let layout = Layout::new(&draft(Leg::Right, &[(20, None)]), GIVEN);
    let svg = beside(&layout, &text, Some(180));
    assert!(svg.contains(">&lt;6\u{a0}cm &amp; more&gt;</text>"), "{svg}");
}

#[test]
fn a_level_line_with_one_bend_leads_to_each_name() {
    for leg in Leg::BOTH {
        for naming in [Naming::Words, Naming::Letters] {
            let svg = leaders(naming, leg);
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
fn numbers_of_the_whole_leg_stand_in_the_margin() {
    let given = Given { crop: Crop::Whole, ..GIVEN };
    let layout = Layout::new(&draft(Leg::Right, &[(50, Some(6))]), given);
    expect![[r#"
        <path class="leader" d="M321.133 362.370L307.133 362.370L230.221 362.370"/>
        <text class="margin-number" x="326.133" y="362.370">1</text>"#]]
    .assert_eq(&lines(&beside(&layout, &i18n::of("en").leg, None)));
}

#[test]
fn what_is_kept_off_lights_up_anew_at_each_tap() {
    let [first, second] = [1, 2].map(|taps| keep_off(ZoneEnd::Hip, taps));
    assert_ne!(first, second);
    assert!(first.starts_with("<ellipse class=\"keep-off\""), "{first}");
}

#[test]
fn numbers_wait_while_a_mark_is_moved_past_another() {
    let mut draft = draft(Leg::Right, &[(20, None), (60, None)]);
    let [first, second] = [0, 1].map(|at| draft.marks(Leg::Right)[at].id);
    draft.change(Leg::Right, first, true, |spot| spot.position = Position::clamped(61));
    let given = Given { in_hand: Some(first), ..GIVEN };
    let layout = Layout::new(&draft, given);
    assert!(layout.holds(&draft, given));
    assert!(!layout.holds(&draft, GIVEN));
    let shown: Vec<_> = layout.marks.iter().map(|m| (m.id, m.number)).collect();
    assert_eq!(shown, [(first, 1), (second, 2)]);
    let [moved, other] = [layout.marks[0], layout.marks[1]];
    // The one in hand stands on the band, the other one has stepped aside.
    assert!((moved.at[0] - moved.home[0]).abs() < 1e-9, "{layout:?}");
    assert!((other.at[0] - other.home[0]).abs() > 30.0, "{layout:?}");
    assert!(moved.at[1] > other.at[1] && moved.facts_y > other.facts_y, "{layout:?}");
    assert_eq!(layout.hit(moved.at).map(|m| m.id), Some(first));
    draft.settle(Leg::Right);
    assert!(!layout.holds(&draft, given));
}
