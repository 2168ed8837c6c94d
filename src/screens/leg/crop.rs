//! The visible part of the leg.

use super::plate;

/// The visible part of the leg plate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Crop {
    /// Hip to knee: the zone is as large as possible.
    #[default]
    Thigh,
    /// Iliac crest to below the knee, with space for structure labels on both sides.
    Anatomy,
    /// The whole leg down to the foot.
    Whole,
}

impl Crop {
    /// The `viewBox` as x, y, width and height, plate units.
    pub const fn bounds(self) -> [f64; 4] {
        match self {
            Self::Thigh => plate::THIGH,
            Self::Anatomy => plate::ANATOMY,
            Self::Whole => plate::WHOLE,
        }
    }

    /// The `viewBox` attribute.
    pub const fn view_box(self) -> &'static str {
        match self {
            Self::Thigh => plate::THIGH_VIEW_BOX,
            Self::Anatomy => plate::ANATOMY_VIEW_BOX,
            Self::Whole => plate::WHOLE_VIEW_BOX,
        }
    }

    /// The mask that fades the figure at the edges.
    pub const fn mask(self) -> &'static str {
        match self {
            Self::Thigh => plate::THIGH_MASK,
            Self::Anatomy => plate::ANATOMY_MASK,
            Self::Whole => plate::WHOLE_MASK,
        }
    }

    /// The value of the `data-crop` attribute, which the style sheets select.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::Thigh => "thigh",
            Self::Anatomy => "anatomy",
            Self::Whole => "whole",
        }
    }
}
