//! Everything that a released version ever wrote can be read, for ever: frozen texts, one file a form.

use eased::{
    domain::leg::Leg,
    storage::{
        codec::{
            Read, live,
            session::{self, Written},
            singletons,
        },
        item::{self, Item},
        keys::{self, RevisionKey},
    },
};

/// The keys and texts of a fixture: a comment at the top, then keys and texts in turn.
fn fixture(text: &str) -> Vec<(&str, &str)> {
    let (header, rest) = text.split_once('\n').expect("a header");
    assert!(header.contains("never edit"), "{header}");
    let lines: Vec<&str> = rest.lines().collect();
    assert!(!lines.is_empty() && lines.len().is_multiple_of(2));
    lines.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

fn rewritten(key: &str, item: &Item) -> (String, String) {
    match item {
        Item::Revision(written) => {
            let key = RevisionKey::parse(key).expect("a name");
            let (key, text) = match written {
                Written::Full(session) => session::write(key.rev, session),
                Written::Deleted(unix_ms) => session::write_tombstone(key.id, key.rev, *unix_ms),
                Written::Newer(newer) => session::write_newer(key.id, key.rev, newer),
            };
            (key.to_text(), text)
        }
        Item::SessionSnapshot(it) => (key.to_owned(), live::write(it)),
        Item::Draft(it) => (key.to_owned(), singletons::write_draft(it.number, &it.value)),
        Item::Settings(it) => (key.to_owned(), singletons::write_settings(it.number, &it.value)),
        Item::Meta(it) => (key.to_owned(), singletons::write_meta(it.number, &it.value)),
    }
}

fn check(text: &str) -> Vec<Item> {
    let read = |(key, text): (&str, &str)| {
        let Some(Read::Whole(item)) = item::read(key, text) else {
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
    let Item::Revision(Written::Full(first)) = &items[0] else {
        panic!("{items:?}");
    };
    assert_eq!(first.first_leg(), Some(Leg::Right));
    assert_eq!(first.holds.len(), 8);
    assert_eq!(first.holds[0].time_to_ease_ms(), Some(41_234));
}

#[test]
fn live_records_of_version_1() {
    let items = check(include_str!("../fixtures/v1/live.txt"));
    assert!(matches!(&items[0], Item::SessionSnapshot(live) if live.in_hold()));
}

#[test]
fn settings_of_version_2() {
    let items = check(include_str!("../fixtures/v2/settings.txt"));
    let Item::Settings(first) = &items[0] else {
        panic!("{items:?}");
    };
    assert_eq!(first.value.language.as_deref(), Some("pt-BR"));
}

#[test]
fn what_there_is_one_of_in_version_1() {
    let items = check(include_str!("../fixtures/v1/singles.txt"));
    let kinds: Vec<_> =
        fixture(include_str!("../fixtures/v1/singles.txt")).iter().map(|(key, _)| keys::kind(key)).collect();
    assert_eq!(items.len(), kinds.len());
    for kind in [keys::Kind::Draft, keys::Kind::Settings, keys::Kind::Meta] {
        assert!(kinds.contains(&Some(kind)), "{kind:?}");
    }
}
