//! How much of the leg is shown.

use super::plate;

/// A part of the leg plate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Crop {
    /// Hip to knee, the zone as large as may be.
    #[default]
    Thigh,
    /// A little more, with room for the names of structures on both sides.
    Named,
    /// Down to the foot.
    Whole,
}

impl Crop {
    /// x, y, width and height in plate units.
    pub const fn frame(self) -> [f64; 4] {
        match self {
            Self::Thigh => plate::THIGH,
            Self::Named => plate::HIP_TO_KNEE,
            Self::Whole => plate::WHOLE,
        }
    }

    /// The same as the attribute of the `svg`.
    pub const fn view_box(self) -> &'static str {
        match self {
            Self::Thigh => plate::THIGH_VIEW_BOX,
            Self::Named => plate::HIP_TO_KNEE_VIEW_BOX,
            Self::Whole => plate::WHOLE_VIEW_BOX,
        }
    }

    /// The mask that lets the figure fade at the edges.
    pub const fn mask(self) -> &'static str {
        match self {
            Self::Thigh => plate::THIGH_MASK,
            Self::Named => plate::HIP_TO_KNEE_MASK,
            Self::Whole => plate::WHOLE_MASK,
        }
    }

    /// Its name in the style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Thigh => "thigh",
            Self::Named => "named",
            Self::Whole => "whole",
        }
    }
}
