//! Another tab wrote: what its write means. The news is only a hint, so the shelf itself is read again.

use super::{
    form::Read,
    keys::{self, Kind, RevisionKey},
    load::{self, Item, Pile},
    records::{Record, Records},
    shelf::Shelf,
};
use crate::domain::{
    draft::Draft,
    history::{Entry, Kept},
    live::Live,
    model::Meta,
    session::SessionId,
    settings::Settings,
};

/// What another tab changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Nothing that matters here.
    Nothing,
    /// A session was written, edited or deleted.
    Session(SessionId, Box<Entry>),
    /// The running session was written.
    Live(Box<Live>),
    /// No session is running any more.
    LiveGone,
    /// Marks were changed.
    Draft(Box<Draft>),
    /// Choices were changed.
    Settings(Settings),
    /// The safety gate was answered, or the like.
    Meta(Meta),
    /// A newer app wrote here: from now on hands off.
    Newer,
    /// Everything may have changed.
    Everything,
}

/// Reads what stands under `key` now; `None` means that all keys were cleared.
pub fn heard<S: Shelf + ?Sized>(shelf: &S, key: Option<&str>) -> Heard {
    let Some(key) = key else {
        return Heard::Everything;
    };
    let (Some(kind), Ok(text)) = (keys::kind(key), shelf.get(key)) else {
        return Heard::Nothing;
    };
    let found = text.and_then(|text| load::read(key, &text));
    match (kind, found) {
        (_, Some(Read::Newer)) => Heard::Newer,
        (_, Some(Read::Whole(Item::Live(live)))) => Heard::Live(live),
        (_, Some(Read::Whole(Item::Draft(draft)))) => Heard::Draft(Box::new(draft.value)),
        (_, Some(Read::Whole(Item::Settings(settings)))) => Heard::Settings(settings.value),
        (_, Some(Read::Whole(Item::Meta(meta)))) => Heard::Meta(meta.value),
        (Kind::Live, None) => Heard::LiveGone,
        // Written or superseded: either way its other revisions have a say.
        (Kind::Revision(Some(key)), _) => session(shelf, key.id),
        (_, Some(Read::Whole(Item::Revision(_)) | Read::Spoilt) | None) => Heard::Nothing,
    }
}

/// Every readable revision of a session on a shelf; none when the shelf cannot be read.
fn revisions_of<S: Shelf + ?Sized>(shelf: &S, id: SessionId) -> Vec<Record> {
    let mut pile = Pile::default();
    for key in shelf.keys().unwrap_or_default() {
        if key.starts_with(&keys::revisions_of(id)) {
            pile.take(shelf, key);
        }
    }
    pile.revisions
}

/// The names of these revisions.
pub fn names_of<S: Shelf + ?Sized>(shelf: &S, id: SessionId) -> Vec<RevisionKey> {
    revisions_of(shelf, id).iter().map(|record| record.key).collect()
}

fn session<S: Shelf + ?Sized>(shelf: &S, id: SessionId) -> Heard {
    let mut entries = Records::of(revisions_of(shelf, id)).entries(|_| Kept::Pending);
    entries.pop().map_or(Heard::Nothing, |(id, entry)| Heard::Session(id, Box::new(entry)))
}
