//! Time: the seconds of the session screen, and the page's own clock.

use crate::browser::{Browser, until};
use crate::failure::{Failure, Outcome, fail};
use serde_json::json;

impl Browser {
    /// The seconds on the screen.
    pub async fn seconds(&self) -> Outcome<u32> {
        let Some(text) = self.ask::<Option<String>>("digits", json!([])).await? else {
            fail!("there is no timer")
        };
        let seconds = match text.split_once(':') {
            Some((minutes, seconds)) => {
                minutes.parse::<u32>().ok().zip(seconds.parse::<u32>().ok()).map(|(m, s)| 60 * m + s)
            }
            None => text.parse().ok(),
        };
        seconds.ok_or_else(|| Failure(format!("the timer reads {text:?}")))
    }

    /// Waits until the timer shows at least so many seconds: here real time is the subject.
    pub async fn wait_seconds(&self, at_least: u32) -> Outcome {
        until(format!("the timer to reach {at_least}"), async || {
            Ok((self.seconds().await? >= at_least).then_some(()))
        })
        .await
    }

    /// Lets time go by on the page's own clock: only where real time is the subject.
    pub async fn page_time(&self, ms: u32) -> Outcome {
        let since = self.js("return performance.now()", vec![]).await?;
        until(format!("{ms} ms to pass"), async || {
            let gone = self.js("return performance.now() - arguments[0]", vec![since.clone()]).await?;
            Ok((gone.as_f64().unwrap_or_default() >= f64::from(ms)).then_some(()))
        })
        .await
    }
}
