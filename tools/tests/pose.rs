//! Tests that the poses match the measured contacts and stay within the view box.

use kurbo::Shape;

use super::super::path::sample_points;
use super::*;

/// All parts except the front leg, which is transformed differently when the hips are lifted.
const PARTS: [ShapeTable; 12] = [
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

fn drawn(part: ShapeTable, point_map: PointMap) -> Vec<Point> {
    sample_points(&outline(part, point_map))
}

/// The y of the leg's underside at an x.
fn underside(x: f64, point_map: PointMap) -> f64 {
    let points = [figure::LEG, figure::SHORTS].map(|part| drawn(part, point_map)).concat();
    points.iter().filter(|p| (p.x - x).abs() < 6.0).map(|p| p.y).fold(f64::MIN, f64::max)
}

#[test]
fn everything_lies_within_the_view_box_and_above_the_floor() {
    // Half the maximum line width in use.
    let margin = 4.5;
    let check = |part: ShapeTable, point_map: PointMap| {
        let bounds = outline(part, point_map).bounding_box();
        assert!(bounds.x0 >= margin && bounds.x1 <= SIZE.0 - margin, "{bounds}");
        assert!(bounds.y0 >= margin && bounds.y1 <= FLOOR_Y + 1.0, "{bounds}");
    };
    for part in PARTS {
        check(part, identity);
        check(part, lifted);
    }
    check(figure::FRONT_LEG, identity);
    check(figure::FRONT_LEG, lifted_front_leg);
    for x in ROLLER_X {
        assert!(x - ROLLER_RADIUS > 0.0 && x + ROLLER_RADIUS < SIZE.0);
    }
    for path_points in [figure::TRAVEL, figure::PRESS] {
        assert!(path_points.iter().all(|p| p.0 > 20.0 && p.0 < SIZE.0 - 20.0 && p.1 > 20.0 && p.1 < FLOOR_Y));
    }
}

#[test]
fn the_roller_is_at_the_measured_shares_of_the_thigh() {
    // The x of the hip joint and the knee joint in the mesh.
    let (hip, knee) = (463.0, 693.0);
    for (x, share) in ROLLER_X.into_iter().zip([0.20, 0.52, 0.86]) {
        assert!((x - (hip + (knee - hip) * share)).abs() <= 1.0, "{x}");
    }
}

#[test]
fn the_thigh_touches_the_roller_in_every_pose_unless_lifted() {
    let top = FLOOR_Y - 2.0 * ROLLER_RADIUS;
    for x in ROLLER_X {
        let sinks = underside(x, identity) - top;
        assert!((-1.0..=6.0).contains(&sinks), "at {x} the roller sinks in by {sinks}");
    }
    let gap = top - underside(ROLLER_X[1], lifted);
    assert!(gap >= 18.0, "lifted by {gap}: too little to be seen 160 pixels wide");
}

#[test]
fn hands_head_and_front_foot_do_not_move_when_the_hips_are_lifted() {
    let stays = |part: ShapeTable, point_map: PointMap, below: f64| {
        for (before, after) in drawn(part, identity).into_iter().zip(drawn(part, point_map)) {
            assert!(before.y < below || before.distance(after) < 1.0, "{before:?} {after:?}");
        }
    };
    stays(figure::HEAD, lifted, 0.0);
    stays(figure::ARM, lifted, 0.0);
    stays(figure::FRONT_ARM, lifted, 0.0);
    stays(figure::FRONT_LEG, lifted_front_leg, 322.0);
}

#[test]
fn both_transformations_agree_at_the_groin() {
    for x in [464.0, 500.0, 530.0] {
        let (above, below) = (lifted(Point::new(x, GROIN_Y - 0.1)).y, lifted(Point::new(x, GROIN_Y + 0.1)).y);
        assert!((above - below).abs() < 3.0, "{x}: {above} {below}");
    }
}

#[test]
fn every_reference_has_a_target_and_nothing_has_an_inline_style() {
    let svg = svg();
    for id in svg.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(svg.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    for name in ["upper", "middle", "lower", "lifted", "floor", "roller", "body", "travel", "press"] {
        assert_eq!(svg.matches(&format!("id=\"pose-{name}\"")).count(), 1, "{name}");
    }
    // The content security policy forbids inline styles; references to gradients do not work across files.
    assert!(!svg.contains("style=") && !svg.contains("<style") && !svg.contains("url("));
}

#[test]
fn the_style_sheet_moves_the_roller_to_the_same_positions() {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../style/learn.css")).unwrap();
    let moved: Vec<&str> =
        css.split("translateX(").skip(1).filter_map(|rest| rest.split("px)").next()).collect();
    assert_eq!(moved, ROLLER_X.map(|x| x.to_string()));
}

#[test]
fn the_picture_has_a_size_limit() {
    let bytes = crate::site::brotli(svg().as_bytes()).len();
    assert!(bytes <= 6_000, "{bytes} bytes brotli");
}
