//! A leg as attributes name it.

use crate::domain::leg::Leg;

/// A leg as `data-leg`, `data-side` and `data-diagram` name it.
pub const fn leg_attribute(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "left",
        Leg::Right => "right",
    }
}
