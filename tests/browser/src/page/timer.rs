//! Time: the seconds of the session screen, the page's own clock, and a wall clock that can be set.

use crate::browser::{Browser, until};
use crate::failure::{Failure, Outcome, fail};
use serde_json::json;

/// A wall clock that [`Browser::set_clock`] sets, in this window and for as long as it is open; in the time zone of Berlin
/// as it is in 2026. What the page repeats once a minute it repeats twice a second.
pub const CLOCK: &str = "(() => {\
    const RealDate = Date, ahead = () => Number(sessionStorage.ahead ?? 0), repeat = window.setInterval;\
    window.Date = class extends RealDate {\
        constructor(...given) { given.length ? super(...given) : super(RealDate.now() + ahead()); }\
        static now() { return RealDate.now() + ahead(); }\
        getTimezoneOffset() { const at = this.getTime();\
            return at >= RealDate.UTC(2026, 2, 29, 1) && at < RealDate.UTC(2026, 9, 25, 1) ? -120 : -60; } };\
    window.setClock = (to) => { sessionStorage.ahead = to - RealDate.now(); };\
    window.moveClock = (by) => { sessionStorage.ahead = ahead() + by; };\
    window.setInterval = (handle, ms, ...rest) => repeat(handle, ms === 60_000 ? 500 : ms, ...rest);\
})();";

/// Milliseconds of an hour and of a day.
pub const HOUR_MS: i64 = 3_600_000;
/// See [`HOUR_MS`].
pub const DAY_MS: i64 = 24 * HOUR_MS;

impl Browser {
    /// Sets the wall clock of this window, unix milliseconds. The page needs [`CLOCK`]. Nothing else happens in it.
    pub async fn set_clock(&self, unix_ms: i64) -> Outcome {
        self.js("setClock(arguments[0])", vec![json!(unix_ms)]).await.map(|_| ())
    }

    /// Sets it forward or back.
    pub async fn move_clock(&self, by_ms: i64) -> Outcome {
        self.js("moveClock(arguments[0])", vec![json!(by_ms)]).await.map(|_| ())
    }

    /// The page is seen again, or its window has the focus again: the event alone.
    pub async fn hears(&self, event: &str) -> Outcome {
        let target = if event == "visibilitychange" { "document" } else { "window" };
        self.js(&format!("{target}.dispatchEvent(new Event('{event}'))"), vec![]).await.map(|_| ())
    }

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
