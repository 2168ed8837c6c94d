//! The attribute value of a leg.

use crate::domain::leg::Leg;

/// The value of `data-leg`, `data-side` and `data-diagram`.
pub const fn leg_attribute(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "left",
        Leg::Right => "right",
    }
}
