//! Tests that the drawing of the leg matches the measurements, and that the generated files are up to date.

use std::io::Write as _;
use std::path::Path;

use kurbo::{ParamCurve, Shape};

use super::constants::{CROPS, MIRROR};
use super::measurements::{
    LANDMARKS, PROFILE, ZONE_BOTTOM, ZONE_TOP, landmark, plate_point, position_of, y_of,
};
use super::path::{identity, outline, sample_points, width_at};
use super::plate::{band, band_at, band_edges, silhouette};
use super::{files, shapes};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn generated_files_are_up_to_date() {
    for (path, text) in files() {
        let committed = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        assert!(committed == text, "{path} is stale: run `cargo run -p eased-tools -- draw`");
    }
}

#[test]
fn positions_survive_rounding_to_pixels() {
    for position in 0..=100 {
        // Rounding to whole pixels must not change a position in the smallest zone, 260 px.
        let pixel = (y_of(f64::from(position)) * 260.0 / 340.0).round();
        assert!((position_of(pixel * 340.0 / 260.0) - f64::from(position)).abs() <= 0.5);
    }
}

#[test]
fn the_zone_runs_between_the_measured_heights() {
    assert!((ZONE_TOP - plate_point(7.0, 930.0).y).abs() < 1e-9);
    assert!((ZONE_BOTTOM - plate_point(23.0, 590.0).y).abs() < 1e-9);
    let lower_border = landmark("trochanter lower border").unwrap();
    let epicondyle = landmark("lateral epicondyle").unwrap();
    assert!(lower_border.y < ZONE_TOP && ZONE_BOTTOM < epicondyle.y, "the zone must not reach the bone");
}

#[test]
fn the_outline_follows_the_profile() {
    let skin = silhouette();
    for (v, front, back) in PROFILE {
        let y = plate_point(0.0, v).y.max(0.01);
        let (b, f) = width_at(&skin, y).unwrap();
        // The front of the knee and the foot differ on purpose.
        let allowed = if (480.0..=600.0).contains(&v) {
            14.0
        } else if v < 120.0 {
            40.0
        } else {
            4.5
        };
        assert!((f - plate_point(front, v).x).abs() <= allowed, "front at {v}: {f}");
        let allowed = if v < 120.0 { 12.0 } else { 4.5 };
        assert!((b - plate_point(back, v).x).abs() <= allowed, "back at {v}: {b}");
    }
}

#[test]
fn the_band_is_inside_the_outline_and_matches_the_table() {
    let (skin, drawn) = (silhouette(), band());
    for step in 0..=200 {
        let y = y_of(f64::from(step) / 2.0);
        let (back, front) = width_at(&skin, y).unwrap();
        let (b, f) = width_at(&drawn, y).unwrap();
        assert!(back + 8.0 < b && f < front - 8.0, "at {y}");
        let (middle, width) = band_at(y);
        assert!((b - (middle - width / 2.0)).abs() < 1.5, "back edge at {y}: {b}");
        assert!((f - (middle + width / 2.0)).abs() < 1.5, "front edge at {y}: {f}");
    }
    let (front, back) = band_edges();
    assert_eq!(front.len(), back.len());
}

#[test]
fn landmarks_match_the_table() {
    let box_of = |runs| outline(runs, identity).bounding_box();
    let near = |a: f64, b: f64, what: &str| assert!((a - b).abs() <= 4.0, "{what}: {a} is not {b}");
    let patella = box_of(shapes::PATELLA);
    near(patella.y0, landmark("patella top").unwrap().y, "patella top");
    near(patella.y1, landmark("patella tip").unwrap().y, "patella tip");
    let fibula = box_of(shapes::FIBULAR_HEAD);
    let head = landmark("fibular head").unwrap();
    assert!(
        (fibula.x0..=fibula.x1).contains(&head.x) && (fibula.y0 - 1.0..fibula.y0 + 12.0).contains(&head.y)
    );
    let trochanter = box_of(shapes::TROCHANTER);
    near(trochanter.y0, landmark("trochanter tip").unwrap().y, "trochanter tip");
    near(trochanter.y1, landmark("trochanter lower border").unwrap().y, "trochanter lower border");
    let crest = box_of(shapes::CREST);
    near(crest.y0, landmark("iliac crest top").unwrap().y, "crest");
    near(crest.x0, landmark("back spine").unwrap().x, "back spine");
    near(crest.x1, landmark("front spine").unwrap().x, "front spine");
    let end = band().segments().fold(0.0_f64, |low, segment| low.max(segment.end().y));
    // The band ends with a round cap below the centre of its insertion.
    assert!((0.0..=8.0).contains(&(end - landmark("Gerdy's tubercle").unwrap().y)), "end of the band: {end}");
    // All landmarks are inside the silhouette.
    let skin = silhouette();
    for (name, u, v) in LANDMARKS {
        let place = plate_point(u, v);
        let (back, front) = width_at(&skin, place.y).unwrap();
        assert!(back < place.x && place.x < front, "{name}");
    }
}

#[test]
fn every_shape_is_inside_the_silhouette() {
    let skin = silhouette();
    for runs in [
        shapes::GLUTEUS_MEDIUS,
        shapes::GLUTEUS_MAXIMUS,
        shapes::TENSOR,
        shapes::SARTORIUS,
        shapes::RECTUS,
        shapes::VASTUS,
        shapes::BICEPS,
        shapes::INNER_HAMSTRINGS,
        shapes::KNEE,
        shapes::PATELLA,
        shapes::TENDONS[0],
        shapes::TENDONS[1],
    ] {
        for point in sample_points(&outline(runs, identity)) {
            let (back, front) = width_at(&skin, point.y).unwrap();
            assert!(back < point.x && point.x < front, "{point}");
        }
    }
}

#[test]
fn crops_are_symmetrical_about_the_mirror_axis() {
    for crop in &CROPS {
        let [x, _, width, _] = crop.view_box;
        assert_eq!(2 * x + width, MIRROR, "{}", crop.name);
    }
    // The zone is at least 260 px tall on a phone 390 px wide.
    let [_, _, width, _] = CROPS[0].view_box;
    assert!(340.0 * 390.0 / f64::from(width) >= 260.0);
}

#[test]
fn the_style_sheets_have_the_aspect_ratio_of_each_crop() {
    // Labels beside the leg are positioned in percent of the box.
    for (crop, file) in CROPS.iter().zip(["leg", "anatomy", "anatomy"]) {
        let [_, _, width, height] = crop.view_box;
        let css = std::fs::read_to_string(root().join(format!("style/{file}.css"))).unwrap();
        assert!(css.contains(&format!("--shape: {width} / {height};")), "{}", crop.name);
    }
}

#[test]
fn the_symbols_have_a_size_limit() {
    let mut bytes = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut bytes, 4096, 11, 22);
    writer.write_all(super::plate::svg().as_bytes()).unwrap();
    drop(writer);
    assert!(bytes.len() <= 4900, "{} bytes brotli", bytes.len());
}

#[test]
fn every_colour_is_set_in_every_theme() {
    let css = std::fs::read_to_string(root().join("style/plate.css")).unwrap();
    let svg = super::plate::svg() + &super::pose::svg();
    let blocks: Vec<&str> = css.split('{').filter(|b| b.contains("--plate-outline:")).collect();
    assert_eq!(blocks.len(), 5, "light, dark, dark by the system, print, forced colours");
    for used in svg
        .split("var(")
        .skip(1)
        .filter_map(|part| part.split(')').next())
        // Variables with a fallback, such as widths, need not be set.
        .filter(|name| !name.contains(','))
    {
        assert!(blocks.iter().all(|b| b.contains(&format!("{used}:"))), "{used}");
    }
    let declarations = |block: &str| -> Vec<String> {
        block.lines().map(|l| l.trim().to_owned()).filter(|l| l.starts_with("--plate")).collect()
    };
    assert_eq!(declarations(blocks[1]), declarations(blocks[2]), "both dark themes have the same colours");
}
