//! Builds the site: WebAssembly, page, styles, phrases, boot script, manifests, service worker, compressed copies.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use eased::domain::language::LANGUAGES;
use eased::i18n;
use serde_json::json;

use crate::minify::{Minify, Syntax};
use crate::sw_manifest::SiteFile;
use crate::wasm_pipeline::{self, ProgramFiles};
use crate::{digest, licences, page, static_pages, sw_manifest};

/// The name of the app's IndexedDB database, as in `src/platform`.
const DATABASE_NAME: &str = "eased";

/// The folder in which a release build leaves its modules as they were before wasm-opt, with function names.
pub const MODULES_FOLDER: &str = "target/wasm32-unknown-unknown/release/site-parts";

/// The kind of build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Optimised, with lazy parts, a service worker and compressed copies.
    Release,
    /// For `make dev`: built quickly; the page reloads itself after a build, and nothing is stored for offline use.
    Debug,
}

/// `eased-tools build`: builds the site into `dist` below the project's folder, which is replaced at the end.
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
            assemble(root, site, &wasm_pipeline::release(root, site)?, Minify::Yes)?;
            write(&site.join(licences::FILE), licences::text(root)?.as_bytes())?;
            write_compressed_copies(site)
        }
        Profile::Debug => {
            assemble(root, site, &wasm_pipeline::debug(root, site)?, Minify::No)?;
            // The service worker of a release that ran at this address would continue to serve that release.
            copy(&root.join("tools/sw-kill-switch.js"), &site.join("sw.js"))?;
            copy(&root.join("tools/dev-reload.js"), &site.join("dev-reload.js"))?;
            let page = read(&site.join("index.html"))? + "<script type=module src=dev-reload.js></script>\n";
            write(&site.join("index.html"), page.as_bytes())
        }
    }
}

/// Fills the templates in `site` and writes all files that depend on the compiled program.
fn assemble(root: &Path, site: &Path, program: &ProgramFiles, minify: Minify) -> Result<(), String> {
    let template = read(&root.join("index.html"))?;
    let critical = bundle_styles(root, &template, "critical", minify)?;
    let mut sheets = BTreeMap::new();
    for kind in page::style_groups(&template) {
        if kind != "critical" {
            let styles = bundle_styles(root, &template, kind, minify)?;
            sheets.insert(kind, write_hashed(site, kind, "css", styles.as_bytes())?);
        }
    }
    let late = sheets.remove("late").ok_or("index.html names no late styles")?;
    let parts = lazy_parts_json(program, &sheets, minify)?;

    let phrases = write_phrases(site)?;
    let startup_names = [
        ("glue", program.glue.as_str()),
        ("wasm", program.main.as_str()),
        ("styles", late.as_str()),
        ("phrases", phrases.as_str()),
        ("parts", parts.as_str()),
    ];
    let boot = page::fill_startup_names(&read(&site.join("boot.js"))?, &startup_names);
    let boot = minify.script(&boot, Syntax::Es2020)?;
    // The build id: a short hash over the program, its styles and phrases, stored with sessions
    // (docs/storage-format.md).
    let name = digest::short_hex(boot.as_bytes());
    let boot = boot.replace("{{build}}", name.get(..7).unwrap_or_default());
    let boot_name = write_hashed(site, "boot", "js", boot.as_bytes())?;
    remove(&site.join("boot.js"))?;

    let manifest = read(&site.join("manifest.webmanifest"))?;
    for text in i18n::all() {
        let filled = page::manifest(&manifest, text)?;
        write(&site.join(page::manifest_name(text)), filled.as_bytes())?;
    }

    write(
        &site.join("noscript.html"),
        static_pages::multilingual_page("Eased", &["fail_no_javascript"]).as_bytes(),
    )?;
    write(&site.join("health.html"), static_pages::health_page().as_bytes())?;

    let drawing = read(&root.join("tools/drawing/leg.svg"))?;
    let inputs = page::PageInputs {
        drawing: &page::without_comments(&drawing),
        critical: &critical,
        boot: &boot_name,
        startup_names: &startup_names,
        database: DATABASE_NAME,
    };
    let page = page::fill(&template, &inputs, minify)?;
    write(&site.join("index.html"), page.as_bytes())?;

    // Last, because it lists the hashes of all other files.
    let service_worker = read(&site.join("sw.js"))?;
    let service_worker = sw_manifest::fill(&service_worker, &files(site)?, minify)?;
    write(&site.join("sw.js"), service_worker.as_bytes())?;
    for name in ["sw.js", "index.html", &boot_name] {
        if read(&site.join(name))?.contains("{{") {
            return Err(format!("{name} has an unfilled placeholder"));
        }
    }
    Ok(())
}

/// The lazy parts for `boot.js`, as a JSON object: name to style sheet and all files. A build that is not split has
/// only style sheets.
fn lazy_parts_json(
    program: &ProgramFiles,
    sheets: &BTreeMap<&str, String>,
    minify: Minify,
) -> Result<String, String> {
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

/// Writes a file with a hash of its content in the name. Returns the name.
pub(crate) fn write_hashed(site: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<String, String> {
    let name = format!("{name}-{}.{extension}", digest::short_hex(bytes));
    write(&site.join(&name), bytes)?;
    Ok(name)
}

/// Writes the phrases of every language. Returns a JavaScript object from language tag to file name.
fn write_phrases(site: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        // Loaded here, so that a file that the app could not read stops the build.
        i18n::load(language.tag)?;
        let phrases = i18n::shipped(language.tag)?;
        let name = format!("{}{}", sw_manifest::PHRASES_PREFIX, language.tag);
        let name = write_hashed(site, &name, "json", phrases.as_bytes())?;
        files.push(format!("\"{}\":\"{name}\"", language.tag));
    }
    Ok(format!("{{{}}}", files.join(",")))
}

/// Every file below `site` except compressed copies, sorted by path.
pub fn files(site: &Path) -> Result<Vec<SiteFile>, String> {
    let mut found = Vec::new();
    let mut folders = vec![site.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            // A failed build of Trunk leaves a hidden folder behind.
            let hidden = file_name(&path).starts_with('.');
            if path.is_dir() && !hidden {
                folders.push(path);
            } else if path.is_file() && !is_precompressed(&path) {
                let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                found.push(SiteFile { path: relative_path(site, &path), bytes });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Compresses with Brotli at the highest quality, as a good host would.
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

/// Whether compressing this file makes it smaller. PNG files are compressed already.
pub fn is_compressible(path: &str) -> bool {
    !matches!(sw_manifest::content_type(path), "image/png" | "application/octet-stream")
}

fn write_compressed_copies(site: &Path) -> Result<(), String> {
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

fn bundle_styles(root: &Path, template: &str, kind: &str, minify: Minify) -> Result<String, String> {
    let mut all = String::new();
    for file in page::style_sheets(template, kind) {
        all += &read(&root.join(file))?;
    }
    minify.styles(&all)
}

fn file_name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

fn is_precompressed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

fn relative_path(site: &Path, path: &Path) -> String {
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

/// Copies a folder with its content, except for hidden folders, which a failed build of Trunk leaves behind.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, there) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            if !file_name(&path).starts_with('.') {
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

/// The project's folder, in which this program was built.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
#[path = "../tests/site.rs"]
mod tests;
