//! Tests of the site build, with the project's real templates and dummy WebAssembly files.

use super::*;

const PART: &str = "session_and_history";

fn program_files() -> ProgramFiles {
    let parts = BTreeMap::from([(PART.to_owned(), vec![format!("{PART}-0.wasm")])]);
    ProgramFiles { glue: "eased-0.js".to_owned(), main: "eased-0.wasm".to_owned(), parts }
}

fn assemble_site(site: &Path) {
    assemble(&root(), site, &program_files(), Minify::No).expect("finishes");
}

fn staging_folder(name: &str) -> PathBuf {
    let site = std::env::temp_dir().join(format!("eased-dist-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&site);
    fs::create_dir_all(&site).expect("a folder");
    for file in ["boot.js", "sw.js", "manifest.webmanifest"] {
        fs::copy(root().join("public").join(file), site.join(file)).expect("a template");
    }
    let program = program_files();
    for file in [&program.glue, &program.main, &program.parts[PART][0]] {
        fs::write(site.join(file), file).expect("a file of the program");
    }
    site
}

#[test]
fn every_placeholder_of_the_real_templates_is_filled() {
    let site = staging_folder("whole");
    assemble_site(&site);
    let found = files(&site).expect("reads");
    for file in &found {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains("{{"), "{} has an unfilled placeholder", file.path);
    }
    let names: Vec<&str> = found.iter().map(|file| file.path.as_str()).collect();
    assert!(names.contains(&"manifest.de.webmanifest") && !names.contains(&"boot.js"), "{names:?}");
    write_compressed_copies(&site).expect("compresses");
    assert!(site.join("index.html.br").exists() && site.join("sw.js.gz").exists());
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn the_same_build_gives_the_same_bytes() {
    let (one, two) = (staging_folder("one"), staging_folder("two"));
    assemble_site(&one);
    assemble_site(&two);
    assert_eq!(files(&one), files(&two));
    for site in [one, two] {
        fs::remove_dir_all(site).expect("cleans");
    }
}

#[test]
fn the_worker_lists_the_hash_of_the_finished_page() {
    let site = staging_folder("list");
    assemble_site(&site);
    let page = fs::read(site.join("index.html")).expect("reads");
    let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
    assert!(worker.contains(&format!("\"./\":[\"text/html\",\"{}\"]", digest::sha256_base64(&page))));
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn boot_and_worker_know_the_phrases_of_every_language() {
    let site = staging_folder("words");
    assemble_site(&site);
    let found = files(&site).expect("reads");
    let phrase_files: Vec<&SiteFile> = found.iter().filter(|file| file.path.starts_with("words-")).collect();
    assert_eq!(phrase_files.len(), LANGUAGES.len());
    let boot = found.iter().find(|file| file.path.starts_with("boot-")).expect("boot");
    let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
    for file in phrase_files {
        let json = String::from_utf8_lossy(&file.bytes).into_owned();
        assert!(eased::i18n::Text::from_json(json.leak()).is_ok(), "{}", file.path);
        assert!(String::from_utf8_lossy(&boot.bytes).contains(&file.path), "{}", file.path);
        assert!(worker.contains(&digest::sha256_base64(&file.bytes)), "{}", file.path);
    }
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn boot_and_worker_know_the_lazy_parts() {
    let site = staging_folder("parts");
    assemble_site(&site);
    let found = files(&site).expect("reads");
    let boot = found.iter().find(|file| file.path.starts_with("boot-")).expect("boot");
    let boot = String::from_utf8_lossy(&boot.bytes);
    let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
    let of_part: Vec<&SiteFile> = found.iter().filter(|file| sw_manifest::is_lazy_part(&file.path)).collect();
    assert_eq!(of_part.len(), 2, "a module and a style sheet: {of_part:?}");
    for file in of_part {
        assert!(
            boot.contains(&file.path) && worker.contains(&digest::sha256_base64(&file.bytes)),
            "{}",
            file.path
        );
    }
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn style_sheets_of_an_unknown_part_are_an_error() {
    let program = ProgramFiles { parts: BTreeMap::new(), ..program_files() };
    let sheets = BTreeMap::from([(PART, format!("{PART}-0.css"))]);
    assert!(lazy_parts_json(&program, &sheets, Minify::Yes).is_err());
    // A build that is not split has all parts in one module.
    assert!(lazy_parts_json(&program, &sheets, Minify::No).is_ok());
}

#[test]
fn a_missing_template_is_an_error() {
    let site = staging_folder("missing");
    fs::remove_file(site.join("sw.js")).expect("removes");
    assert!(assemble(&root(), &site, &program_files(), Minify::No).is_err());
    fs::remove_dir_all(site).expect("cleans");
}
