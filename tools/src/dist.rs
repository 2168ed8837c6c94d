//! Finishes what Trunk has staged: the page, the styles, languages, boot, manifests, the worker's lists,
//! compression.

use std::borrow::Cow;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use eased::text::LANGUAGES;

use crate::program::{self, Optimise};
use crate::worker::File;
use crate::{digest, page, squeeze, worker};

/// The app's IndexedDB database, as `src/effect` opens it.
const DATABASE: &str = "eased";

/// Turns the staged build in `site` into the finished one. `root` is the project's folder.
pub fn finish(root: &Path, site: &Path, optimise: Optimise<'_>) -> Result<(), String> {
    let template = read(&root.join("index.html"))?;
    let built = files(site)?;
    let program =
        program::write(site, &one(&built, "text/javascript")?, &one(&built, "application/wasm")?, optimise)?;

    let critical = styles(root, &template, "critical")?;
    let sheet = |kind: &str| {
        let styles = styles(root, &template, kind)?;
        named(site, kind, "css", styles.as_bytes())
    };
    let (late, rest) = (sheet("late")?, sheet("rest")?);

    let words = words(site)?;
    let begins = [
        ("glue", program.glue.as_str()),
        ("wasm", program.first.as_str()),
        ("styles", late.as_str()),
        ("words", words.as_str()),
    ];
    let boot = page::begins(&squeeze::javascript(&read(&site.join("boot.js"))?), &begins)
        .replace("{{rest}}", &program.rest)
        .replace("{{rest-styles}}", &rest);
    // The program, its styles and its words in few letters: sessions carry them (docs/stored-form.md).
    let name = digest::short(boot.as_bytes());
    let boot = boot.replace("{{build}}", name.get(..7).unwrap_or_default());
    let boot_name = named(site, "boot", "js", boot.as_bytes())?;
    remove(&site.join("boot.js"))?;

    let manifest = read(&site.join("manifest.webmanifest"))?;
    for text in LANGUAGES {
        let filled = page::manifest(&manifest, text)?;
        write(&site.join(page::manifest_name(text)), filled.as_bytes())?;
    }

    let drawing = read(&root.join("tools/drawing/leg.svg"))?;
    let parts = page::Parts {
        drawing: &squeeze::html(&drawing),
        critical: &critical,
        boot: &boot_name,
        begins: &begins,
        database: DATABASE,
    };
    let page = page::fill(&template, &parts)?;
    write(&site.join("index.html"), page.html.as_bytes())?;

    // Last, because it is made of all the others.
    let service_worker = read(&site.join("sw.js"))?;
    let service_worker = worker::fill(&service_worker, &files(site)?);
    write(&site.join("sw.js"), service_worker.as_bytes())?;

    compress(site)
}

/// Writes a file whose name changes with what is in it; says the name.
pub(crate) fn named(site: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<String, String> {
    let name = format!("{name}-{}.{extension}", digest::short(bytes));
    write(&site.join(&name), bytes)?;
    Ok(name)
}

/// Writes the words of every language but the first, which the app carries; says which language has which
/// file, as JavaScript.
fn words(site: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    for text in &LANGUAGES[1..] {
        let pack = text.pack();
        let name = named(site, &format!("words-{}", text.tag), "txt", pack.as_bytes())?;
        files.push(format!("\"{}\":\"{name}\"", text.tag));
    }
    Ok(format!("{{{}}}", files.join(",")))
}

/// Every file below `site`, without the compressed twins of an earlier run, in a stable order.
pub fn files(site: &Path) -> Result<Vec<File>, String> {
    let mut found = Vec::new();
    let mut folders = vec![site.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            // Trunk leaves a hidden folder behind when a build fails.
            let hidden = entry_name(&path).starts_with('.');
            if path.is_dir() && !hidden {
                folders.push(path);
            } else if path.is_file() && !is_twin(&path) {
                let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                found.push(File { path: below(site, &path), bytes });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Compressed as a good host would send it.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut reader = bytes;
    // Writing into memory cannot fail.
    let _ = brotli::BrotliCompress(&mut reader, &mut out, &params);
    out
}

/// Does compressing this file help? Pictures are compressed in themselves.
pub fn is_compressible(path: &str) -> bool {
    !matches!(worker::content_type(path), "image/png" | "application/octet-stream")
}

fn compress(site: &Path) -> Result<(), String> {
    for file in files(site)? {
        if !is_compressible(&file.path) {
            continue;
        }
        write(&site.join(format!("{}.br", file.path)), &brotli(&file.bytes))?;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let gzip = encoder.write_all(&file.bytes).and_then(|()| encoder.finish());
        write(&site.join(format!("{}.gz", file.path)), &gzip.map_err(|error| error.to_string())?)?;
    }
    Ok(())
}

fn styles(root: &Path, template: &str, kind: &str) -> Result<String, String> {
    let mut all = String::new();
    for file in page::styles(template, kind) {
        all += &squeeze::css(&read(&root.join(file))?);
    }
    Ok(all)
}

/// Trunk's one file of that type: none or two mean that the build is not what this program knows.
fn one(files: &[File], content_type: &str) -> Result<String, String> {
    let fits = |path: &&str| path.starts_with("eased-") && worker::content_type(path) == content_type;
    let found: Vec<&str> = files.iter().map(|file| file.path.as_str()).filter(fits).collect();
    match found[..] {
        [only] => Ok(only.to_owned()),
        _ => Err(format!("expected one built file of the type {content_type}, found {found:?}")),
    }
}

fn entry_name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

fn is_twin(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

fn below(site: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(site).unwrap_or(path).iter();
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn remove(path: &Path) -> Result<(), String> {
    fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The project's folder: where this program was built.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "stands in for one that may fail")]
    fn same(module: &[u8]) -> Result<Vec<u8>, String> {
        Ok(module.to_vec())
    }

    /// A staged build of a few bytes, made from the project's real templates.
    fn staged(name: &str) -> PathBuf {
        let site = std::env::temp_dir().join(format!("eased-dist-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&site);
        fs::create_dir_all(&site).expect("a folder");
        for file in ["boot.js", "sw.js", "manifest.webmanifest"] {
            fs::copy(root().join("public").join(file), site.join(file)).expect("a template");
        }
        fs::write(site.join("eased-0123456789abcdef.js"), include_str!("glue/example.js")).expect("glue");
        fs::write(site.join("eased-0123456789abcdef_bg.wasm"), crate::wasm::example()).expect("wasm");
        site
    }

    #[test]
    fn the_real_templates_leave_no_placeholder() {
        let site = staged("whole");
        finish(&root(), &site, &same).expect("finishes");
        let found = files(&site).expect("reads");
        for file in &found {
            let text = String::from_utf8_lossy(&file.bytes);
            assert!(!text.contains("{{"), "{} keeps a placeholder", file.path);
        }
        let names: Vec<&str> = found.iter().map(|file| file.path.as_str()).collect();
        assert!(names.contains(&"manifest.de.webmanifest") && !names.contains(&"boot.js"), "{names:?}");
        assert!(site.join("index.html.br").exists() && site.join("sw.js.gz").exists());
        fs::remove_dir_all(site).expect("cleans");
    }

    #[test]
    fn the_same_build_gives_the_same_bytes() {
        let (one, two) = (staged("one"), staged("two"));
        finish(&root(), &one, &same).expect("finishes");
        finish(&root(), &two, &same).expect("finishes");
        assert_eq!(files(&one), files(&two));
        for site in [one, two] {
            fs::remove_dir_all(site).expect("cleans");
        }
    }

    #[test]
    fn the_worker_lists_the_page_as_it_is() {
        let site = staged("list");
        finish(&root(), &site, &same).expect("finishes");
        let page = fs::read(site.join("index.html")).expect("reads");
        let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
        assert!(worker.contains(&format!("\"./\":[\"text/html\",\"{}\"]", digest::base64(&page))));
        fs::remove_dir_all(site).expect("cleans");
    }

    #[test]
    fn boot_and_worker_know_the_words_of_other_languages() {
        let site = staged("words");
        finish(&root(), &site, &same).expect("finishes");
        let found = files(&site).expect("reads");
        let words: Vec<&File> = found.iter().filter(|file| file.path.starts_with("words-")).collect();
        assert_eq!(words.len(), LANGUAGES.len() - 1);
        let boot = found.iter().find(|file| file.path.starts_with("boot-")).expect("boot");
        let worker = fs::read_to_string(site.join("sw.js")).expect("reads");
        for file in words {
            let pack = String::from_utf8_lossy(&file.bytes);
            assert!(eased::text::Text::from_pack(&pack).is_some(), "{}", file.path);
            assert!(String::from_utf8_lossy(&boot.bytes).contains(&file.path), "{}", file.path);
            assert!(worker.contains(&digest::base64(&file.bytes)), "{}", file.path);
        }
        fs::remove_dir_all(site).expect("cleans");
    }

    #[test]
    fn a_missing_part_of_the_build_is_an_error() {
        let site = staged("missing");
        fs::remove_file(site.join("eased-0123456789abcdef_bg.wasm")).expect("removes");
        assert!(finish(&root(), &site, &same).is_err());
        fs::remove_dir_all(site).expect("cleans");
    }
}
