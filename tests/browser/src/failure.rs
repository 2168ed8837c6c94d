//! What went wrong in a scenario, in one sentence, and the two macros that say it.

use std::fmt;

/// A sentence for the person who reads the run.
#[derive(Debug, Clone)]
pub struct Failure(pub String);

/// What every step of a scenario gives back.
pub type Outcome<T = ()> = Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<thirtyfour::error::WebDriverError> for Failure {
    fn from(error: thirtyfour::error::WebDriverError) -> Self {
        Self(format!("WebDriver: {error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(format!("input/output: {error}"))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("JSON: {error}"))
    }
}

/// Leaves the scenario with a sentence.
macro_rules! fail {
    ($($sentence:tt)*) => {
        return Err($crate::failure::Failure(format!($($sentence)*)))
    };
}

/// Leaves the scenario with a sentence unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($sentence:tt)*) => {
        if !$condition {
            $crate::failure::fail!($($sentence)*);
        }
    };
}

pub(crate) use {ensure, fail};
