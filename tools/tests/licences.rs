//! Tests of the list of licences.

use super::*;
use crate::site::root;
use serde_json::json;

#[test]
fn every_entry_has_a_complete_licence_and_names_works_and_holders() {
    let entries = entries(&root()).expect("licences");
    assert!(entries.len() > 20, "{}", entries.len());
    for Entry { works, text } in &entries {
        assert!(text.len() >= MIN_LICENCE_BYTES, "{works:?}: {text}");
        assert!(!text.contains("<copyright holders>"), "{works:?}: {text}");
        assert!(!works.is_empty());
        for work in works {
            let (name, holder) = work.split_once("), by ").expect(work);
            assert!(name.contains(" (") && holder.len() > 2, "{work}");
        }
    }
}

#[test]
fn only_works_in_the_site_are_listed() {
    let text = text(&root()).expect("licences");
    let included =
        ["Eased", "wasm-bindgen 0", "web-sys 0", "reactive_graph 0", "leptos 0", "wasm_split_helpers 0"];
    let generators = ["wasm-bindgen-cli-support 0", "wasm_split_cli_support 0"];
    let others =
        ["esbuild 0", "The Rust Standard Library 1", "compiler-builtins", "dlmalloc", "hashbrown", "libm"];
    for work in included.into_iter().chain(generators).chain(others) {
        assert!(text.contains(&format!("\n{work}")), "{work} is included");
    }
    for outside in ["proptest 1", "axum 0", "serde_derive 1", "brotli 8"] {
        assert!(!text.contains(&format!("\n{outside}")), "{outside} is not included");
    }
    assert!(!text.contains(root().to_string_lossy().as_ref()), "a path of this machine");
}

#[test]
fn each_licence_text_is_listed_once() {
    let mut texts: Vec<String> =
        entries(&root()).expect("licences").into_iter().map(|entry| entry.text).collect();
    let all = texts.len();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), all);
}

#[test]
fn a_crate_without_a_licence_file_gets_the_standard_text() {
    let of = |expression| standard_text(expression, "A. Holder");
    assert!(of("Unlicense/MIT").expect("MIT").contains("\nCopyright (c) A. Holder\n"));
    assert_eq!(of("Apache-2.0 OR MIT"), of("MIT"));
    assert!(of("Zlib OR Apache-2.0").expect("Apache").starts_with("Copyright A. Holder\n"));
    for unknown in ["Zlib", "(MIT OR Apache-2.0) AND Unicode-3.0", ""] {
        assert_eq!(of(unknown), None, "{unknown}");
    }
}

#[test]
fn a_crate_without_authors_is_by_its_contributors() {
    let crate_of =
        |authors: &[&str], repository: &str| json!({ "authors": authors, "repository": repository });
    assert_eq!(holder(&crate_of(&["A <a@b.example>", "B"], "")).as_deref(), Some("A, B"));
    let by_repository = holder(&crate_of(&[], "https://x.example/y"));
    assert_eq!(by_repository.as_deref(), Some("the contributors to https://x.example/y"));
    assert_eq!(holder(&crate_of(&[], "")), None);
}

#[test]
fn a_notice_follows_its_licence_and_a_reference_is_left_out() {
    let folder = std::env::temp_dir().join(format!("eased-licences-{}", std::process::id()));
    fs::create_dir_all(folder.join("LICENSES")).expect("a folder");
    fs::write(folder.join("COPYING"), "See LICENSE.").expect("writes");
    fs::write(folder.join("LICENSE"), APACHE).expect("writes");
    fs::write(folder.join("LICENSES/MIT.txt"), MIT).expect("writes");
    fs::write(folder.join("NOTICE"), "Made by A.\r\n").expect("writes");
    let found = licence_files(&folder).expect("reads");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].contains("Apache License") && found[1].ends_with("SOFTWARE.\n\nMade by A."),
        "{found:?}"
    );
    fs::remove_dir_all(folder).expect("cleans");
}
