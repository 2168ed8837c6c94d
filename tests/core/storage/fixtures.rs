//! Frozen texts of released versions can still be read, and are written unchanged.

use eased::{
    domain::{history::RevisionBody, leg::Leg},
    storage::{
        codec::{ReadResult, session, singletons, snapshot},
        item::{self, StoredItem},
        keys::{self, RevisionKey},
    },
};

/// The keys and texts of a fixture: after a comment at the top, keys and texts alternate.
fn fixture(text: &str) -> Vec<(&str, &str)> {
    let (header, rest) = text.split_once('\n').expect("a header");
    assert!(header.contains("never edit"), "{header}");
    let lines: Vec<&str> = rest.lines().collect();
    assert!(!lines.is_empty() && lines.len().is_multiple_of(2));
    lines.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

fn rewritten(key: &str, item: &StoredItem) -> (String, String) {
    match item {
        StoredItem::Revision(body) => {
            let key = RevisionKey::parse(key).expect("a name");
            let (key, text) = match body {
                RevisionBody::Full(session) => session::write(key.rev, session),
                RevisionBody::Deleted(unix_ms) => session::write_tombstone(key.id, key.rev, *unix_ms),
                RevisionBody::Newer(newer) => session::write_newer(key.id, key.rev, newer),
            };
            (key.to_text(), text)
        }
        StoredItem::SessionSnapshot(it) => (key.to_owned(), snapshot::write(it)),
        StoredItem::Draft(it) => (key.to_owned(), singletons::write_draft(it.write_number, &it.value)),
        StoredItem::Settings(it) => (key.to_owned(), singletons::write_settings(it.write_number, &it.value)),
        StoredItem::Meta(it) => (key.to_owned(), singletons::write_meta(it.write_number, &it.value)),
    }
}

fn check(text: &str) -> Vec<StoredItem> {
    let read = |(key, text): (&str, &str)| {
        let Some(ReadResult::Valid(item)) = item::read(key, text) else {
            panic!("unreadable: {key} {text}");
        };
        let (key_again, text_again) = rewritten(key, &item);
        assert_eq!((key_again.as_str(), text_again.as_str()), (key, text));
        item
    };
    fixture(text).into_iter().map(read).collect()
}

#[test]
fn sessions_of_version_1() {
    let items = check(include_str!("../fixtures/v1/sessions.txt"));
    let StoredItem::Revision(RevisionBody::Full(first)) = &items[0] else {
        panic!("{items:?}");
    };
    assert_eq!(first.first_leg(), Some(Leg::Right));
    assert_eq!(first.holds.len(), 8);
    assert_eq!(first.holds[0].time_to_ease_ms(), Some(41_234));
}

#[test]
fn snapshots_of_version_1() {
    let items = check(include_str!("../fixtures/v1/live.txt"));
    assert!(matches!(&items[0], StoredItem::SessionSnapshot(snapshot) if snapshot.has_open_hold()));
}

#[test]
fn settings_of_version_2() {
    let items = check(include_str!("../fixtures/v2/settings.txt"));
    let StoredItem::Settings(first) = &items[0] else {
        panic!("{items:?}");
    };
    assert_eq!(first.value.language.as_deref(), Some("pt-BR"));
}

#[test]
fn singletons_of_version_1() {
    let items = check(include_str!("../fixtures/v1/singles.txt"));
    let kinds: Vec<_> =
        fixture(include_str!("../fixtures/v1/singles.txt")).iter().map(|(key, _)| keys::kind(key)).collect();
    assert_eq!(items.len(), kinds.len());
    for kind in [keys::KeyKind::Draft, keys::KeyKind::Settings, keys::KeyKind::Meta] {
        assert!(kinds.contains(&Some(kind)), "{kind:?}");
    }
}
