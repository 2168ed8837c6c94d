//! Keys and their checksums.

use eased::{
    domain::session::SessionId,
    storage::keys::{self, KeyKind, RevisionKey},
};

#[test]
fn the_checksum_is_crc_32() {
    assert_eq!(eased::storage::checksum::checksum(""), 0);
    assert_eq!(eased::storage::checksum::checksum("123456789"), 0xcbf4_3926);
    assert_eq!(
        eased::storage::checksum::checksum("The quick brown fox jumps over the lazy dog"),
        0x414f_a339
    );
}

#[test]
fn a_revision_has_one_key() {
    let key = RevisionKey { id: SessionId::parse("a1b2c3d4e5").expect("a name"), rev: 12, crc: 0x00ab_cdef };
    assert_eq!(key.to_text(), "eased.s.a1b2c3d4e5.12.00abcdef");
    assert_eq!(RevisionKey::parse(&key.to_text()), Some(key));
    for other in [
        "eased.s.a1b2c3d4e5.012.00abcdef",
        "eased.s.a1b2c3d4e5.+12.00abcdef",
        "eased.s.a1b2c3d4e5.12.00ABCDEF",
        "eased.s.a1b2c3d4e5.12.abcdef",
        "eased.s.a1b2c3d4e5.12.00abcdef.",
        "eased.s.a1b2c3d4e5.0.00abcdef",
        "eased.s.a1b2c3d4e5.4294967296.00abcdef",
        "eased.s.A1b2c3d4e5.12.00abcdef",
        "eased.s.a1b2c3d4.12.00abcdef",
        "eased.s.",
    ] {
        assert_eq!(RevisionKey::parse(other), None, "{other}");
        assert_eq!(keys::kind(other), Some(KeyKind::Revision(None)), "{other}");
    }
    assert_eq!(keys::kind("eased.sx"), None);
    assert_eq!(keys::kind("eased.liver"), None);
    assert_eq!(keys::kind("theirs"), None);
}
