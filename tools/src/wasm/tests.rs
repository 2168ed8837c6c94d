//! What is renamed, and what is left alone.

use super::*;

fn renamed(imports: &[(&str, &str)], exports: &[(&str, &str)]) -> Renamed {
    let map = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect::<BTreeMap<_, _>>()
    };
    Renamed { module: "0".to_owned(), imports: map(imports), exports: map(exports) }
}

#[test]
fn names_are_exchanged_and_the_rest_is_kept() {
    // Long enough that a length needs two bytes.
    let long = "l".repeat(200);
    let before = module(&[&long, "b"], &["memory", "unused"], &[(CUSTOM, b"\x04more".to_vec())]);
    let after = rename(&before, &renamed(&[(&long, "0"), ("b", "1")], &[("memory", "a")])).expect("renames");
    assert_eq!(
        after,
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x02\x010\x010\0\0\x010\x011\0\0\x07\x05\x01\x01a\0\0"
    );
    let names = names(&after).expect("reads");
    assert_eq!(names.exports, ["a"]);
    assert_eq!(names.imports[1], Import { module: "0".to_owned(), name: "1".to_owned() });
}

#[test]
fn a_name_without_its_other_half_is_an_error() {
    let before = module(&["a", "b"], &["memory"], &[]);
    assert!(rename(&before, &renamed(&[("a", "0")], &[])).is_err());
    assert!(rename(&before, &renamed(&[("a", "0"), ("b", "1"), ("c", "2")], &[])).is_err());
    assert!(rename(&before, &renamed(&[("a", "0"), ("b", "1")], &[("table", "a")])).is_err());
    assert!(rename(&module(&["a", "a"], &[], &[]), &renamed(&[("a", "0")], &[])).is_err());
}

#[test]
fn tables_memories_and_globals_are_imported_as_well() {
    let one = |what: &[u8]| [&[1, 1, b'0', 1, b'a'], what].concat();
    for what in [&[1, 0x70, 1, 3, 200, 1][..], &[2, 0, 17], &[3, 0x7f, 1], &[0, 0]] {
        let before = [HEADER, &[2, u8::try_from(what.len() + 5).expect("short")], &one(what)].concat();
        let after = rename(&before, &renamed(&[("a", "0")], &[])).expect("renames");
        assert_eq!(after, [HEADER, &[2, before[9]], &[1, 1, b'0', 1, b'0'], what].concat());
    }
}

#[test]
fn what_is_no_module_is_an_error() {
    let whole = example();
    assert!(names(b"wasm").is_err());
    assert!(names(&whole[..whole.len() - 1]).is_err());
    assert!(names(b"\0asm\x01\0\0\0\x02\xff\xff\xff\xff\xff\x01").is_err());
}
