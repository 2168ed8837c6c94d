//! Which picture the session screen shows: known before the part of the program is here that draws it.

use crate::domain::{
    model::{Model, Sitting},
    phase::Name,
};

/// Which of the session screen's pictures is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// A session in progress.
    Mat,
    /// The summary of a session that is over.
    Summary,
    /// A session that the app was closed on.
    Found,
    /// A session that another tab runs.
    Elsewhere,
    /// Nobody is on the mat.
    Empty,
}

impl Scene {
    /// Reads it off the model.
    pub fn of(model: &Model) -> Self {
        match &model.sitting {
            Sitting::Running(running) if running.phase_name() == Name::Done => Self::Summary,
            Sitting::Running(_) => Self::Mat,
            Sitting::Found { .. } => Self::Found,
            Sitting::Elsewhere(_) => Self::Elsewhere,
            Sitting::Idle | Sitting::Asking(_) => Self::Empty,
        }
    }
}
