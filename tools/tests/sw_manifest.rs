//! Tests of the lists of files that the service worker stores.

use super::*;

fn file(path: &str, text: &str) -> SiteFile {
    SiteFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn fill(template: &str, files: &[SiteFile]) -> String {
    super::fill(template, files, Minify::No).expect("fills")
}

fn version(code: &str) -> &str {
    code.split_once("const CACHE_NAME = \"").and_then(|(_, rest)| rest.split_once('"')).expect("a version").0
}

const TEMPLATE: &str = "// why\nconst PRECACHED = {{precached}};\nconst CACHE_NAME = \"{{version}}\";";

#[test]
fn the_page_is_listed_as_the_folder() {
    let code = fill(
        TEMPLATE,
        &[file("index.html", ""), file("a.js", "x"), file("sw.js", ""), file("icons/b.png", "")],
    );
    assert_eq!(
        code.split_once("const CACHE_NAME").expect("a version").0,
        "// why\nconst PRECACHED = {\"a.js\":[\"text/javascript\",\"LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=\"],\
         \"./\":[\"text/html\",\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"],};\n"
    );
}

#[test]
fn a_changed_file_changes_the_version_and_the_order_of_files_does_not() {
    let one = fill(TEMPLATE, &[file("a.js", "1"), file("b.css", "2")]);
    let two = fill(TEMPLATE, &[file("b.css", "2"), file("a.js", "1")]);
    let three = fill(TEMPLATE, &[file("b.css", "2"), file("a.js", "3")]);
    assert_eq!(one, two);
    assert_ne!(version(&one), version(&three));
}

#[test]
fn a_changed_worker_changes_the_version() {
    let one = fill(TEMPLATE, &[]);
    let two = fill(&format!("{TEMPLATE}\nf();"), &[]);
    assert_ne!(version(&one), version(&two));
}

#[test]
fn deferred_and_on_demand_files_are_on_separate_lists() {
    let files = [
        file("words-de-0.json", "x"),
        file("pose.svg", ""),
        file("a.js", ""),
        file("eased-0.wasm", ""),
        file("late-0.css", ""),
        file("some_part-0.wasm", ""),
        file("some_part-0.css", ""),
    ];
    let code = fill("{{precached}};\n{{deferred}};\n{{on-demand}};", &files);
    let [precached, deferred, on_demand] = code.split("};\n{").collect::<Vec<_>>()[..] else {
        panic!("{code}")
    };
    assert!(
        precached.contains("a.js") && !precached.contains("words") && !precached.contains("pose"),
        "{precached}"
    );
    assert!(
        precached.contains("eased-0") && precached.contains("late-0") && !precached.contains("some_part"),
        "{precached}"
    );
    assert!(deferred.contains("some_part-0.wasm") && deferred.contains("some_part-0.css"), "{deferred}");
    assert!(
        deferred.contains("pose.svg") && !deferred.contains("a.js") && !deferred.contains("words"),
        "{deferred}"
    );
    assert!(on_demand.contains("\"words-de-0.json\":[\"application/json\",\"LXEW"), "{on_demand}");
    assert!(!on_demand.contains("pose.svg"), "{on_demand}");
}

#[test]
fn icons_for_the_system_are_not_precached() {
    assert!(
        is_precached("icons/icon.svg")
            && is_precached("manifest.webmanifest")
            && is_precached("snippets/x/inline0.js")
    );
    assert!(
        !is_precached("icons/icon-512.png")
            && !is_precached("sw.js")
            && !is_precached("manifest.de.webmanifest")
            && is_on_demand("manifest.de.webmanifest")
            && !is_precached("index.html.br")
            && !is_precached("_headers")
    );
}

#[test]
fn licences_are_served_and_not_stored() {
    let file = crate::licences::FILE;
    assert!(!is_precached(file) && !is_deferred(file) && !is_on_demand(file));
    assert_eq!(content_type(file), "text/plain");
}
