//! Time: the timer of the session screen, the page's monotonic clock, and an adjustable wall clock.

use crate::browser::{Browser, wait_until};
use crate::failure::{Failure, Outcome, fail};
use serde_json::json;

/// Replaces `Date` by a clock that [`Browser::set_clock`] sets, in this window and for as long as it is open; in the
/// time zone of Berlin as of 2026. Timers of one minute run every 500 ms instead.
pub const ADJUSTABLE_CLOCK: &str = "(() => {\
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
    /// Sets the wall clock of this window, unix milliseconds. The page needs [`ADJUSTABLE_CLOCK`]. No event is
    /// dispatched.
    pub async fn set_clock(&self, unix_ms: i64) -> Outcome {
        self.js("setClock(arguments[0])", vec![json!(unix_ms)]).await.map(|_| ())
    }

    /// Moves it forward or back.
    pub async fn move_clock(&self, by_ms: i64) -> Outcome {
        self.js("moveClock(arguments[0])", vec![json!(by_ms)]).await.map(|_| ())
    }

    /// Dispatches `visibilitychange`, `focus` or `pageshow` without any change of state.
    pub async fn dispatch_event(&self, event: &str) -> Outcome {
        let target = if event == "visibilitychange" { "document" } else { "window" };
        self.js(&format!("{target}.dispatchEvent(new Event('{event}'))"), vec![]).await.map(|_| ())
    }

    /// The seconds that the timer shows.
    pub async fn timer_seconds(&self) -> Outcome<u32> {
        let Some(text) = self.call_helper::<Option<String>>("digits", json!([])).await? else {
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

    /// Waits until the timer shows at least this number of seconds.
    pub async fn wait_timer(&self, at_least: u32) -> Outcome {
        wait_until(format!("the timer to reach {at_least}"), async || {
            Ok((self.timer_seconds().await? >= at_least).then_some(()))
        })
        .await
    }

    /// Waits for milliseconds of the page's clock. Only where real time matters.
    pub async fn wait_page_ms(&self, ms: u32) -> Outcome {
        let since = self.js("return performance.now()", vec![]).await?;
        wait_until(format!("{ms} ms to pass"), async || {
            let gone = self.js("return performance.now() - arguments[0]", vec![since.clone()]).await?;
            Ok((gone.as_f64().unwrap_or_default() >= f64::from(ms)).then_some(()))
        })
        .await
    }
}
