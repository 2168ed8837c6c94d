//! The running session, of which each store may know something else.

use super::keys::RevisionKey;
use crate::domain::live::SessionSnapshot;

/// Of two records of running sessions the one that knows more. One whose session has been written as
/// finished, in this revision or a later one, counts no more.
pub fn later_live(
    local: Option<Box<SessionSnapshot>>,
    database: Option<Box<SessionSnapshot>>,
    written: &[RevisionKey],
) -> Option<Box<SessionSnapshot>> {
    let open = |live: &SessionSnapshot| {
        let running = &live.running;
        !written.iter().any(|key| key.id == running.id && key.rev >= running.rev)
    };
    match (local.filter(|live| open(live)), database.filter(|live| open(live))) {
        (Some(local), Some(database)) => {
            let (x, y) = (&local.running, &database.running);
            let database_is_later = if x.id == y.id {
                (y.epoch, y.seq) > (x.epoch, x.seq)
            } else {
                database.written_unix_ms > local.written_unix_ms
            };
            Some(if database_is_later { database } else { local })
        }
        (local, database) => local.or(database),
    }
}
