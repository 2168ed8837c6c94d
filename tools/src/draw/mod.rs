//! Draws the leg and the poses: from tables of measurements to symbols, the view's constants and the icon.

mod constants;
mod engraving;
#[rustfmt::skip] // A fan is a line: tables are read across.
mod fibres;
mod icon;
mod plate;
mod pose;
#[rustfmt::skip] // Likewise, a run of anchors.
mod shapes;
mod spline;
pub mod table;
#[cfg(test)]
mod tests;

use std::path::Path;

/// Every generated file: its place in the project and its text.
pub fn files() -> Vec<(&'static str, String)> {
    vec![
        ("tools/drawing/leg.svg", plate::svg()),
        ("src/view/leg/plate.rs", constants::rust()),
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
