//! Checks the plate against its table, and the generated files against those in the tree.

use std::io::Write as _;
use std::path::Path;

use kurbo::{ParamCurve, Shape};

use super::constants::{CROPS, MIRROR};
use super::path::{outline, resting, sampled, width_at};
use super::plate::{band, band_at, band_edges, silhouette};
use super::table::{LANDMARKS, PROFILE, ZONE_BOTTOM, ZONE_TOP, landmark, place, position_of, y_of};
use super::{files, shapes};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn generated_files_are_up_to_date() {
    for (path, text) in files() {
        let kept = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        assert!(kept == text, "{path} is stale: run `cargo run -p eased-tools -- draw`");
    }
}

#[test]
fn position_to_height_and_back_within_half_a_point() {
    for position in 0..=100 {
        // The screen shows whole pixels: at the least zone, 260 of them, none may move a position.
        let pixel = (y_of(f64::from(position)) * 260.0 / 340.0).round();
        assert!((position_of(pixel * 340.0 / 260.0) - f64::from(position)).abs() <= 0.5);
    }
}

#[test]
fn the_zone_runs_between_the_measured_heights() {
    assert!((ZONE_TOP - place(7.0, 930.0).y).abs() < 1e-9);
    assert!((ZONE_BOTTOM - place(23.0, 590.0).y).abs() < 1e-9);
    let lower_border = landmark("trochanter lower border").unwrap();
    let epicondyle = landmark("lateral epicondyle").unwrap();
    assert!(lower_border.y < ZONE_TOP && ZONE_BOTTOM < epicondyle.y, "bone is kept off");
}

#[test]
fn the_outline_keeps_to_the_profile() {
    let skin = silhouette();
    for (v, front, back) in PROFILE {
        let y = place(0.0, v).y.max(0.01);
        let (b, f) = width_at(&skin, y).unwrap();
        // Front of the knee and the foot are corrected on purpose.
        let allowed = if (480.0..=600.0).contains(&v) {
            14.0
        } else if v < 120.0 {
            40.0
        } else {
            4.5
        };
        assert!((f - place(front, v).x).abs() <= allowed, "front at {v}: {f}");
        let allowed = if v < 120.0 { 12.0 } else { 4.5 };
        assert!((b - place(back, v).x).abs() <= allowed, "back at {v}: {b}");
    }
}

#[test]
fn the_band_lies_inside_the_outline_and_where_the_table_says() {
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
fn landmarks_are_where_the_table_says() {
    let box_of = |runs| outline(runs, resting).bounding_box();
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
    // It is rounded off below the middle of its insertion.
    assert!((0.0..=8.0).contains(&(end - landmark("Gerdy's tubercle").unwrap().y)), "end of the band: {end}");
    // All of them lie within the skin.
    let skin = silhouette();
    for (name, u, v) in LANDMARKS {
        let place = place(u, v);
        let (back, front) = width_at(&skin, place.y).unwrap();
        assert!(back < place.x && place.x < front, "{name}");
    }
}

#[test]
fn everything_stays_within_the_skin() {
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
        for point in sampled(&outline(runs, resting)) {
            let (back, front) = width_at(&skin, point.y).unwrap();
            assert!(back < point.x && point.x < front, "{point}");
        }
    }
}

#[test]
fn crops_are_symmetrical_so_that_left_is_right_mirrored() {
    for crop in &CROPS {
        let [x, _, width, _] = crop.view_box;
        assert_eq!(2 * x + width, MIRROR, "{}", crop.name);
    }
    // The zone is at least 260 px tall on a phone 390 px wide.
    let [_, _, width, _] = CROPS[0].view_box;
    assert!(340.0 * 390.0 / f64::from(width) >= 260.0);
}

#[test]
fn the_style_sheets_give_each_crop_its_own_proportions() {
    // Words beside the leg stand by percent of the box.
    for (crop, file) in CROPS.iter().zip(["leg", "anatomy", "anatomy"]) {
        let [_, _, width, height] = crop.view_box;
        let css = std::fs::read_to_string(root().join(format!("style/{file}.css"))).unwrap();
        assert!(css.contains(&format!("--shape: {width} / {height};")), "{}", crop.name);
    }
}

#[test]
fn the_symbols_stay_small() {
    let mut bytes = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut bytes, 4096, 11, 22);
    writer.write_all(super::plate::svg().as_bytes()).unwrap();
    drop(writer);
    assert!(bytes.len() <= 4900, "{} bytes brotli", bytes.len());
}

#[test]
fn every_colour_is_set_in_every_light() {
    let css = std::fs::read_to_string(root().join("style/plate.css")).unwrap();
    let svg = super::plate::svg() + &super::pose::svg();
    let blocks: Vec<&str> = css.split('{').filter(|b| b.contains("--plate-outline:")).collect();
    assert_eq!(blocks.len(), 5, "day, night, night by the system, paper, forced colours");
    for used in svg
        .split("var(")
        .skip(1)
        .filter_map(|part| part.split(')').next())
        // The page may set a width as well, but need not.
        .filter(|name| !name.contains(','))
    {
        assert!(blocks.iter().all(|b| b.contains(&format!("{used}:"))), "{used}");
    }
    let declarations = |block: &str| -> Vec<String> {
        block.lines().map(|l| l.trim().to_owned()).filter(|l| l.starts_with("--plate")).collect()
    };
    assert_eq!(declarations(blocks[1]), declarations(blocks[2]), "both nights are the same night");
}
