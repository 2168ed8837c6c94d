//! Tests of the finished site, made from the project's real templates and a program of a few bytes.

use super::*;

const PART: &str = "session_and_history";

fn program() -> Program {
    let parts = BTreeMap::from([(PART.to_owned(), vec![format!("{PART}-0.wasm")])]);
    Program { glue: "eased-0.js".to_owned(), main: "eased-0.wasm".to_owned(), parts }
}

fn finished(site: &Path) {
    finish(&root(), site, &program(), Minify::No).expect("finishes");
}

fn staged(name: &str) -> PathBuf {
    let site = std::env::temp_dir().join(format!("eased-dist-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&site);
    fs::create_dir_all(&site).expect("a folder");
    for file in ["boot.js", "sw.js", "manifest.webmanifest"] {
        fs::copy(root().join("public").join(file), site.join(file)).expect("a template");
    }
    let program = program();
    for file in [&program.glue, &program.main, &program.parts[PART][0]] {
        fs::write(site.join(file), file).expect("a file of the program");
    }
    site
}

#[test]
fn the_real_templates_leave_no_placeholder() {
    let site = staged("whole");
    finished(&site);
    let found = files(&site).expect("reads");
    for file in &found {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains("{{"), "{} keeps a placeholder", file.path);
    }
    let names: Vec<&str> = found.iter().map(|file| file.path.as_str()).collect();
    assert!(names.contains(&"manifest.de.webmanifest") && !names.contains(&"boot.js"), "{names:?}");
    compress(&site).expect("compresses");
    assert!(site.join("index.html.br").exists() && site.join("sw.js.gz").exists());
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn the_same_build_gives_the_same_bytes() {
    let (one, two) = (staged("one"), staged("two"));
    finished(&one);
    finished(&two);
    assert_eq!(files(&one), files(&two));
    for site in [one, two] {
        fs::remove_dir_all(site).expect("cleans");
    }
}

#[test]
fn the_worker_lists_the_page_as_it_is() {
    let site = staged("list");
    finished(&site);
    let page = fs::read(site.join("index.html")).expect("reads");
    let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
    assert!(worker.contains(&format!("\"./\":[\"text/html\",\"{}\"]", digest::base64(&page))));
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn boot_and_worker_know_the_phrases_of_every_language() {
    let site = staged("words");
    finished(&site);
    let found = files(&site).expect("reads");
    let words: Vec<&File> = found.iter().filter(|file| file.path.starts_with("words-")).collect();
    assert_eq!(words.len(), LANGUAGES.len());
    let boot = found.iter().find(|file| file.path.starts_with("boot-")).expect("boot");
    let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
    for file in words {
        let json = String::from_utf8_lossy(&file.bytes).into_owned();
        assert!(eased::i18n::Text::from_json(json.leak()).is_ok(), "{}", file.path);
        assert!(String::from_utf8_lossy(&boot.bytes).contains(&file.path), "{}", file.path);
        assert!(worker.contains(&digest::base64(&file.bytes)), "{}", file.path);
    }
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn boot_and_worker_know_the_parts() {
    let site = staged("parts");
    finished(&site);
    let found = files(&site).expect("reads");
    let boot = found.iter().find(|file| file.path.starts_with("boot-")).expect("boot");
    let boot = String::from_utf8_lossy(&boot.bytes);
    let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
    let of_part: Vec<&File> = found.iter().filter(|file| sw_manifest::is_of_a_part(&file.path)).collect();
    assert_eq!(of_part.len(), 2, "a module and a style sheet: {of_part:?}");
    for file in of_part {
        assert!(boot.contains(&file.path) && worker.contains(&digest::base64(&file.bytes)), "{}", file.path);
    }
    fs::remove_dir_all(site).expect("cleans");
}

#[test]
fn styles_of_a_part_that_the_program_does_not_have_are_an_error() {
    let program = Program { parts: BTreeMap::new(), ..program() };
    let sheets = BTreeMap::from([(PART, format!("{PART}-0.css"))]);
    assert!(parts(&program, &sheets, Minify::Yes).is_err());
    // A build that is not split has all of its parts in one module.
    assert!(parts(&program, &sheets, Minify::No).is_ok());
}

#[test]
fn a_missing_template_is_an_error() {
    let site = staged("missing");
    fs::remove_file(site.join("sw.js")).expect("removes");
    assert!(finish(&root(), &site, &program(), Minify::No).is_err());
    fs::remove_dir_all(site).expect("cleans");
}
