//! The finished site: the program, the page, the styles, languages, boot, manifests, the worker's lists, compression.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use eased::domain::language::LANGUAGES;
use eased::i18n;
use serde_json::json;

use crate::minify::{Minify, Syntax};
use crate::sw_manifest::File;
use crate::wasm_pipeline::{self, Program};
use crate::{digest, licences, page, static_pages, sw_manifest};

/// The app's IndexedDB database, as `src/platform` opens it.
const DATABASE: &str = "eased";

/// Where a release build leaves its modules as they were before wasm-opt, with names.
pub const MODULES: &str = "target/wasm32-unknown-unknown/release/site-parts";

/// What is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Optimised, in parts, with a service worker and compressed twins.
    Release,
    /// For `make dev`: quickly built; the page reloads itself after a build, and nothing is stored for offline use.
    Debug,
}

/// `eased-tools build`: builds the site into `dist` below the project's folder. It is replaced when all is done.
pub fn build(root: &Path, profile: Profile) -> Result<(), String> {
    let (dist, staging) = (root.join("dist"), root.join("target/site"));
    let failed = |error: std::io::Error| format!("{}: {error}", dist.display());
    remove_folder(&staging)?;
    copy_folder(&root.join("public"), &staging)?;
    post_build(root, &staging, profile)?;
    remove_folder(&dist)?;
    fs::rename(&staging, &dist).map_err(failed)
}

/// Trunk's hook: `site` is the folder into which Trunk has copied `public/`.
pub fn post_build(root: &Path, site: &Path, profile: Profile) -> Result<(), String> {
    match profile {
        Profile::Release => {
            finish(root, site, &wasm_pipeline::release(root, site)?, Minify::Yes)?;
            write(&site.join(licences::FILE), licences::text(root)?.as_bytes())?;
            compress(site)
        }
        Profile::Debug => {
            finish(root, site, &wasm_pipeline::debug(root, site)?, Minify::No)?;
            // A worker of an earlier release at this address would answer with that release.
            copy(&root.join("tools/sw-off.js"), &site.join("sw.js"))?;
            copy(&root.join("tools/dev-reload.js"), &site.join("dev-reload.js"))?;
            let page = read(&site.join("index.html"))? + "<script type=module src=dev-reload.js></script>\n";
            write(&site.join("index.html"), page.as_bytes())
        }
    }
}

/// Fills the templates in `site` and writes all that depends on the program.
fn finish(root: &Path, site: &Path, program: &Program, minify: Minify) -> Result<(), String> {
    let template = read(&root.join("index.html"))?;
    let critical = styles(root, &template, "critical", minify)?;
    let mut sheets = BTreeMap::new();
    for kind in page::style_kinds(&template) {
        if kind != "critical" {
            let styles = styles(root, &template, kind, minify)?;
            sheets.insert(kind, named(site, kind, "css", styles.as_bytes())?);
        }
    }
    let late = sheets.remove("late").ok_or("index.html names no late styles")?;
    let parts = parts(program, &sheets, minify)?;

    let phrases = phrases(site)?;
    let begins = [
        ("glue", program.glue.as_str()),
        ("wasm", program.main.as_str()),
        ("styles", late.as_str()),
        ("phrases", phrases.as_str()),
        ("parts", parts.as_str()),
    ];
    let boot = page::begins(&read(&site.join("boot.js"))?, &begins);
    let boot = minify.script(&boot, Syntax::Es2020)?;
    // The program, its styles and its phrases in few letters: sessions carry them (docs/stored-form.md).
    let name = digest::short(boot.as_bytes());
    let boot = boot.replace("{{build}}", name.get(..7).unwrap_or_default());
    let boot_name = named(site, "boot", "js", boot.as_bytes())?;
    remove(&site.join("boot.js"))?;

    let manifest = read(&site.join("manifest.webmanifest"))?;
    for text in i18n::all() {
        let filled = page::manifest(&manifest, text)?;
        write(&site.join(page::manifest_name(text)), filled.as_bytes())?;
    }

    write(
        &site.join("noscript.html"),
        static_pages::in_every_language("Eased", &["fail_script"]).as_bytes(),
    )?;
    write(&site.join("health.html"), static_pages::health().as_bytes())?;

    let drawing = read(&root.join("tools/drawing/leg.svg"))?;
    let texts = page::Parts {
        drawing: &page::without_comments(&drawing),
        critical: &critical,
        boot: &boot_name,
        begins: &begins,
        database: DATABASE,
    };
    let page = page::fill(&template, &texts, minify)?;
    write(&site.join("index.html"), page.as_bytes())?;

    // Last, because it is made of all the others.
    let service_worker = read(&site.join("sw.js"))?;
    let service_worker = sw_manifest::fill(&service_worker, &files(site)?, minify)?;
    write(&site.join("sw.js"), service_worker.as_bytes())?;
    for name in ["sw.js", "index.html", &boot_name] {
        if read(&site.join(name))?.contains("{{") {
            return Err(format!("{name} keeps a placeholder"));
        }
    }
    Ok(())
}

/// The lazy parts for boot, as JavaScript: by name, the style sheet and all files. A build that is not split has the
/// style sheets only.
fn parts(program: &Program, sheets: &BTreeMap<&str, String>, minify: Minify) -> Result<String, String> {
    if let Some(unknown) =
        sheets.keys().find(|kind| minify == Minify::Yes && !program.parts.contains_key(**kind))
    {
        return Err(format!("index.html: the program has no part {unknown}"));
    }
    let names = program.parts.keys().map(String::as_str).chain(sheets.keys().copied());
    let list = names.map(|name| {
        let sheet = sheets.get(name);
        let files: Vec<&String> = program.parts.get(name).into_iter().flatten().chain(sheet).collect();
        (name.to_owned(), json!({ "styles": sheet, "files": files }))
    });
    Ok(serde_json::Value::Object(list.collect()).to_string())
}

/// Writes a file whose name changes with what is in it; says the name.
pub(crate) fn named(site: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<String, String> {
    let name = format!("{name}-{}.{extension}", digest::short(bytes));
    write(&site.join(&name), bytes)?;
    Ok(name)
}

/// Writes the phrases of every language; says which language has which file, as JavaScript.
fn phrases(site: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        // Loaded once, so that a file that the app could not read stops the build.
        i18n::load(language.tag)?;
        let phrases = i18n::shipped(language.tag)?;
        let name = format!("{}{}", sw_manifest::PHRASES, language.tag);
        let name = named(site, &name, "json", phrases.as_bytes())?;
        files.push(format!("\"{}\":\"{name}\"", language.tag));
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
    !matches!(sw_manifest::content_type(path), "image/png" | "application/octet-stream")
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

fn styles(root: &Path, template: &str, kind: &str, minify: Minify) -> Result<String, String> {
    let mut all = String::new();
    for file in page::styles(template, kind) {
        all += &read(&root.join(file))?;
    }
    minify.styles(&all)
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

/// Copies a folder with all that is in it. Trunk leaves a hidden folder behind when a build fails: it stays behind.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, there) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            if !entry_name(&path).starts_with('.') {
                copy_folder(&path, &there)?;
            }
        } else {
            copy(&path, &there)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

pub(crate) fn remove_folder(path: &Path) -> Result<(), String> {
    if !path.exists() {
        return Ok(());
    }
    fs::remove_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The project's folder: where this program was built.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
#[path = "../tests/site.rs"]
mod tests;
