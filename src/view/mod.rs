//! What is seen. It decides nothing: it reads the model and says what happened.

mod ctx;
pub mod dom;
pub mod files;
mod found;
mod frame;
mod history;
mod learn;
mod leg;
mod rest;
mod safety;
mod scene;
mod session;
mod settings;
mod ui;
mod welcome;

pub use ctx::{Ask, Ctx, Device, Install, Task, ctx};
pub use frame::frame;
pub use rest::Rest;
pub use safety::is_free;

/// A height on the plate as thousandths of a percent down the zone; outside the zone it is below 0 or
/// above 100,000.
pub fn zone_milli(unit_y: f64) -> i32 {
    use leg::plate::{ZONE_BOTTOM, ZONE_TOP};
    let share = (unit_y - ZONE_TOP) / (ZONE_BOTTOM - ZONE_TOP);
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
    let milli = (share * 100_000.0).round() as i32;
    milli
}
