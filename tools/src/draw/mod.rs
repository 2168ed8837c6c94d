//! Draws the leg, the poses and the icon as SVG from tables of measurements, and writes the view's constants.

mod constants;
mod engraving;
#[rustfmt::skip] // One row of a table per line.
mod fibres;
mod icon;
mod path;
mod plate;
mod pose;
#[rustfmt::skip] // One run of anchors per line.
mod shapes;
pub mod table;
#[cfg(test)]
#[path = "../../tests/draw.rs"]
mod tests;

use std::path::Path;

/// Every generated file: its place in the project and its text.
pub fn files() -> Vec<(&'static str, String)> {
    vec![
        ("tools/drawing/leg.svg", plate::svg()),
        ("src/screens/leg/plate.rs", constants::rust()),
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

/// Renders the icons from `tools/drawing/icon.svg`'s drawing.
#[cfg(feature = "icons")]
pub use icon::render as icons;
