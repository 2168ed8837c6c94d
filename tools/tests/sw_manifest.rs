//! The list of files that the service worker stores.

use super::*;

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn fill(template: &str, files: &[File]) -> String {
    super::fill(template, files, Minify::No).expect("fills")
}

fn version(code: &str) -> &str {
    code.split_once("const NAME = \"").and_then(|(_, rest)| rest.split_once('"')).expect("a version").0
}

const TEMPLATE: &str = "// why\nconst FILES = {{files}};\nconst NAME = \"{{version}}\";";

#[test]
fn the_page_is_listed_as_the_folder_itself() {
    let code = fill(
        TEMPLATE,
        &[file("index.html", ""), file("a.js", "x"), file("sw.js", ""), file("icons/b.png", "")],
    );
    assert_eq!(
        code.split_once("const NAME").expect("a version").0,
        "// why\nconst FILES = {\"a.js\":[\"text/javascript\",\"LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=\"],\
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
fn what_not_everyone_needs_is_on_a_list_of_its_own() {
    let files = [
        file("words-de-0.json", "x"),
        file("pose.svg", ""),
        file("a.js", ""),
        file("eased-0.wasm", ""),
        file("late-0.css", ""),
        file("some_part-0.wasm", ""),
        file("some_part-0.css", ""),
    ];
    let code = fill("{{files}};\n{{extras}};\n{{chosen}};", &files);
    let [kept, extras, chosen] = code.split("};\n{").collect::<Vec<_>>()[..] else { panic!("{code}") };
    assert!(kept.contains("a.js") && !kept.contains("words") && !kept.contains("pose"), "{kept}");
    assert!(kept.contains("eased-0") && kept.contains("late-0") && !kept.contains("some_part"), "{kept}");
    assert!(extras.contains("some_part-0.wasm") && extras.contains("some_part-0.css"), "{extras}");
    assert!(extras.contains("pose.svg") && !extras.contains("a.js") && !extras.contains("words"), "{extras}");
    assert!(chosen.contains("\"words-de-0.json\":[\"application/json\",\"LXEW"), "{chosen}");
    assert!(!chosen.contains("pose.svg"), "{chosen}");
}

#[test]
fn pictures_for_the_system_are_not_kept() {
    assert!(is_kept("icons/icon.svg") && is_kept("manifest.webmanifest") && is_kept("snippets/x/inline0.js"));
    assert!(
        !is_kept("icons/icon-512.png")
            && !is_kept("sw.js")
            && !is_kept("manifest.de.webmanifest")
            && is_chosen("manifest.de.webmanifest")
            && !is_kept("index.html.br")
            && !is_kept("_headers")
    );
}

#[test]
fn licences_are_served_and_not_stored() {
    let file = crate::licences::FILE;
    assert!(!is_kept(file) && !is_extra(file) && !is_chosen(file));
    assert_eq!(content_type(file), "text/plain");
}
