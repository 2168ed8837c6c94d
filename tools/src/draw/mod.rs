//! Generates the leg plate, the poses and the icon as SVG from tables, and the coordinates that the views need.

mod constants;
mod fibre_strokes;
#[rustfmt::skip] // One row of a table per line.
mod fibres;
mod icon;
mod path;
mod plate;
mod pose;
#[rustfmt::skip] // One run of anchors per line.
mod shapes;
pub mod measurements;
#[cfg(test)]
#[path = "../../tests/draw.rs"]
mod tests;

use std::path::Path;

/// Every generated file: its path in the project and its text.
pub fn files() -> Vec<(&'static str, String)> {
    vec![
        ("tools/drawing/leg.svg", plate::svg()),
        ("src/screens/leg/plate.rs", constants::plate_constants()),
        ("tools/drawing/icon.svg", icon::svg()),
        ("public/icons/icon.svg", icon::svg()),
        ("public/pose.svg", pose::svg()),
    ]
}

/// Writes every generated file below the project's root.
pub fn run(root: &Path) -> std::io::Result<()> {
    for (path, text) in files() {
        std::fs::write(root.join(path), text)?;
    }
    Ok(())
}

/// Renders the PNG icons.
#[cfg(feature = "icons")]
pub use icon::render as icons;
