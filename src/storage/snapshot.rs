//! Chooses the snapshot of the running session that counts, of both stores.

use super::keys::RevisionKey;
use crate::domain::session_snapshot::SessionSnapshot;

/// The newer of two snapshots. A snapshot is stale if its session has been saved with its revision or a higher one.
pub fn newest_snapshot(
    local: Option<Box<SessionSnapshot>>,
    database: Option<Box<SessionSnapshot>>,
    saved_revisions: &[RevisionKey],
) -> Option<Box<SessionSnapshot>> {
    let is_current = |snapshot: &SessionSnapshot| {
        let running = &snapshot.running;
        !saved_revisions.iter().any(|key| key.id == running.id && key.rev >= running.rev)
    };
    match (local.filter(|snapshot| is_current(snapshot)), database.filter(|snapshot| is_current(snapshot))) {
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
