//! Checks the contacts that were measured and that everything lies within the view box.

use kurbo::Shape;

use super::super::path::sampled;
use super::*;

/// All but the front leg, which rises differently.
const PARTS: [Runs; 12] = [
    figure::NECK,
    figure::HEAD,
    figure::EARS[0],
    figure::EARS[1],
    figure::HAIR,
    figure::LEG,
    figure::SHORTS,
    figure::SHIRT,
    figure::ARM,
    figure::SLEEVE,
    figure::FRONT_ARM,
    figure::FRONT_SLEEVE,
];

fn drawn(part: Runs, posture: Posture) -> Vec<Point> {
    sampled(&outline(part, posture))
}

/// Height of the leg's underside above the roller.
fn underside(x: f64, posture: Posture) -> f64 {
    let points = [figure::LEG, figure::SHORTS].map(|part| drawn(part, posture)).concat();
    points.iter().filter(|p| (p.x - x).abs() < 6.0).map(|p| p.y).fold(f64::MIN, f64::max)
}

#[test]
fn everything_lies_within_the_view_box_and_above_the_floor() {
    // Half of the boldest line in use.
    let margin = 4.5;
    let check = |part: Runs, posture: Posture| {
        let bounds = outline(part, posture).bounding_box();
        assert!(bounds.x0 >= margin && bounds.x1 <= SIZE.0 - margin, "{bounds}");
        assert!(bounds.y0 >= margin && bounds.y1 <= FLOOR_Y + 1.0, "{bounds}");
    };
    for part in PARTS {
        check(part, resting);
        check(part, lifted);
    }
    check(figure::FRONT_LEG, resting);
    check(figure::FRONT_LEG, lifted_front_leg);
    for x in ROLLER_X {
        assert!(x - ROLLER_RADIUS > 0.0 && x + ROLLER_RADIUS < SIZE.0);
    }
    for way in [figure::TRAVEL, figure::PRESS] {
        assert!(way.iter().all(|p| p.0 > 20.0 && p.0 < SIZE.0 - 20.0 && p.1 > 20.0 && p.1 < FLOOR_Y));
    }
}

#[test]
fn the_roller_lies_at_the_measured_shares_of_the_thigh() {
    // Hip and knee joint of the mesh.
    let (hip, knee) = (463.0, 693.0);
    for (x, share) in ROLLER_X.into_iter().zip([0.20, 0.52, 0.86]) {
        assert!((x - (hip + (knee - hip) * share)).abs() <= 1.0, "{x}");
    }
}

#[test]
fn the_thigh_rests_on_the_roller_at_every_place_and_leaves_it_when_lifted() {
    let top = FLOOR_Y - 2.0 * ROLLER_RADIUS;
    for x in ROLLER_X {
        let sinks = underside(x, resting) - top;
        assert!((-1.0..=6.0).contains(&sinks), "at {x} it sinks in by {sinks}");
    }
    let gap = top - underside(ROLLER_X[1], lifted);
    assert!(gap >= 18.0, "lifted by {gap}: too little to be seen 160 pixels wide");
}

#[test]
fn hands_head_and_front_foot_stay_when_the_hips_rise() {
    let stays = |part: Runs, posture: Posture, below: f64| {
        for (before, after) in drawn(part, resting).into_iter().zip(drawn(part, posture)) {
            assert!(before.y < below || before.distance(after) < 1.0, "{before:?} {after:?}");
        }
    };
    stays(figure::HEAD, lifted, 0.0);
    stays(figure::ARM, lifted, 0.0);
    stays(figure::FRONT_ARM, lifted, 0.0);
    stays(figure::FRONT_LEG, lifted_front_leg, 322.0);
}

#[test]
fn the_two_halves_of_the_lift_meet_at_the_groin() {
    for x in [464.0, 500.0, 530.0] {
        let (above, below) = (lifted(Point::new(x, GROIN_Y - 0.1)).y, lifted(Point::new(x, GROIN_Y + 0.1)).y);
        assert!((above - below).abs() < 3.0, "{x}: {above} {below}");
    }
}

#[test]
fn every_reference_has_its_target_and_nothing_needs_a_style() {
    let svg = svg();
    for id in svg.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(svg.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    for name in ["upper", "middle", "lower", "eased", "floor", "roller", "body", "travel", "press"] {
        assert_eq!(svg.matches(&format!("id=\"pose-{name}\"")).count(), 1, "{name}");
    }
    // The page's policy allows none, and references to paint servers would not reach across files.
    assert!(!svg.contains("style=") && !svg.contains("<style") && !svg.contains("url("));
}

#[test]
fn the_style_sheet_moves_the_roller_to_the_same_places() {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../style/learn.css")).unwrap();
    let moved: Vec<&str> =
        css.split("translateX(").skip(1).filter_map(|rest| rest.split("px)").next()).collect();
    assert_eq!(moved, ROLLER_X.map(|x| x.to_string()));
}

#[test]
fn the_picture_stays_small() {
    let bytes = crate::site::brotli(svg().as_bytes()).len();
    assert!(bytes <= 6_000, "{bytes} bytes brotli");
}
