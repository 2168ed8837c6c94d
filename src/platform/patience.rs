//! Patience with the browser: an answer of it may never come, and nobody waits for ever.

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
};

use gloo_timers::future::TimeoutFuture;

/// How long an answer of the browser is waited for, milliseconds. A suspended page can hold a transaction of IndexedDB
/// for half an hour, and some iPhones never open the database at all.
pub const PATIENCE_MS: u32 = 5_000;

/// The same for what comes over the network, milliseconds.
pub const NETWORK_PATIENCE_MS: u32 = 20_000;

/// The browser has not answered in time. It may still do so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedOut;

/// Waits for an answer for at most so many milliseconds. An answer that is lent (`&mut`, `Pin<&mut _>`) can be awaited
/// again afterwards.
///
/// # Errors
/// [`TimedOut`] when it has not come by then.
pub async fn within<T>(ms: u32, answer: impl Future<Output = T>) -> Result<T, TimedOut> {
    race(ms, pin!(answer)).await
}

/// Waits for an answer for as long as it takes, and calls `late` once it has not come after so many milliseconds.
pub async fn notice_if_late<T>(ms: u32, answer: impl Future<Output = T>, late: impl FnOnce()) -> T {
    let mut answer = pin!(answer);
    if let Ok(answer) = race(ms, answer.as_mut()).await {
        return answer;
    }
    late();
    answer.await
}

/// One for each kind of answer, not for each future, and written out: `futures_util`'s `select` takes 0.5 kB more (brotli).
async fn race<T>(ms: u32, mut answer: Pin<&mut dyn Future<Output = T>>) -> Result<T, TimedOut> {
    let mut patience = TimeoutFuture::new(ms);
    poll_fn(|context| match answer.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Ok(answer)),
        Poll::Pending => Pin::new(&mut patience).poll(context).map(|()| Err(TimedOut)),
    })
    .await
}
