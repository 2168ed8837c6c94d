//! Timeouts for promises and events of the browser, some of which never settle.

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
};

use gloo_timers::future::TimeoutFuture;

/// How long the app waits for an answer of the browser, milliseconds. A suspended page can hold an IndexedDB
/// transaction for half an hour, and some iPhones never open the database at all.
pub const BROWSER_TIMEOUT_MS: u32 = 5_000;

/// How long the app waits for a file from the network, milliseconds.
pub const NETWORK_TIMEOUT_MS: u32 = 20_000;

/// The browser has not answered in time. It may still do so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedOut;

/// Awaits a future for at most `ms` milliseconds. A future that is passed by reference (`&mut`, `Pin<&mut _>`) can be
/// awaited again afterwards.
///
/// # Errors
/// [`TimedOut`] if the future is not ready by then.
pub async fn with_timeout<T>(ms: u32, future: impl Future<Output = T>) -> Result<T, TimedOut> {
    race(ms, pin!(future)).await
}

/// Awaits a future without a limit, and calls `on_late` once if it is not ready after `ms` milliseconds.
pub async fn call_if_late<T>(ms: u32, future: impl Future<Output = T>, on_late: impl FnOnce()) -> T {
    let mut future = pin!(future);
    if let Ok(output) = race(ms, future.as_mut()).await {
        return output;
    }
    on_late();
    future.await
}

/// Takes a trait object, so that it is compiled once per output type and not per future. `futures_util::future::select`
/// would add 0.5 kB (brotli).
async fn race<T>(ms: u32, mut future: Pin<&mut dyn Future<Output = T>>) -> Result<T, TimedOut> {
    let mut timeout = TimeoutFuture::new(ms);
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Ok(output)),
        Poll::Pending => Pin::new(&mut timeout).poll(context).map(|()| Err(TimedOut)),
    })
    .await
}
