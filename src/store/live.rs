//! The running session, of which each store may know something else.

use super::keys::RevisionKey;
use crate::domain::live::Live;

/// Of two records of running sessions the one that knows more. One whose session has been written as
/// finished, in this revision or a later one, counts no more.
pub fn later_live(
    near: Option<Box<Live>>,
    far: Option<Box<Live>>,
    written: &[RevisionKey],
) -> Option<Box<Live>> {
    let open = |live: &Live| {
        let running = &live.running;
        !written.iter().any(|key| key.id == running.id && key.rev >= running.rev)
    };
    match (near.filter(|live| open(live)), far.filter(|live| open(live))) {
        (Some(near), Some(far)) => {
            let (x, y) = (&near.running, &far.running);
            let far_is_later = if x.id == y.id {
                (y.epoch, y.seq) > (x.epoch, x.seq)
            } else {
                far.written_unix_ms > near.written_unix_ms
            };
            Some(if far_is_later { far } else { near })
        }
        (near, far) => near.or(far),
    }
}
