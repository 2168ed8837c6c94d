//! The built site on a loopback port: served with a request log, stopped, restarted, or copied with changes.

use crate::failure::{Failure, Outcome};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use eased_tools::serve::Server;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::path::Path;

pub use eased_tools::serve::LoggedRequest;

/// The server of one scenario's site.
#[derive(Debug)]
pub struct Site {
    server: Server,
}

impl Site {
    /// Serves the folder on a free port.
    pub fn start(folder: &Path) -> Outcome<Self> {
        Ok(Self { server: Server::start(folder)? })
    }

    /// Serves a copy whose page runs `script` before anything else.
    ///
    /// The script is a file of the site, which `script-src 'self'` allows in every engine. The service worker's list
    /// gets the new page's checksum, so that the copy works offline as the original does.
    pub fn with_script(dist: &Path, copy: &Path, script: &str) -> Outcome<Self> {
        copy_folder(dist, copy)?;
        let page = copy.join("index.html");
        let old = fs::read_to_string(&page)?;
        // The policy comes before the title, so it applies to this script too.
        let Some(title) = old.find("<title") else {
            return Err(Failure("index.html has no <title>".into()));
        };
        let new = format!("{}<script src=\"./added-by-test.js\"></script>{}", &old[..title], &old[title..]);
        fs::write(&page, &new)?;
        fs::write(copy.join("added-by-test.js"), script)?;
        if copy.join("sw.js").exists() {
            update_worker_checksum(copy, &old, &new)?;
        }
        Self::start(copy)
    }

    /// Serves a copy with another boot script; the service worker's list gets its checksum.
    pub fn with_boot(dist: &Path, copy: &Path, script: &str) -> Outcome<Self> {
        copy_folder(dist, copy)?;
        let is_boot = |name: &str| name.starts_with("boot-");
        let names = fs::read_dir(copy)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let Some(boot) = names.into_iter().find(|name| is_boot(name)) else {
            return Err(Failure("the site has no boot script".into()));
        };
        let old = fs::read_to_string(copy.join(&boot))?;
        fs::write(copy.join(&boot), script)?;
        update_worker_checksum(copy, &old, script)?;
        Self::start(copy)
    }

    /// Serves the folder below a path.
    pub fn start_below(folder: &Path, mount: &str) -> Outcome<Self> {
        Ok(Self { server: Server::start_at(folder, mount, 0)? })
    }

    /// Serves another folder at the same address from now on, as when a new version is published.
    pub fn serve(&self, folder: &Path) {
        self.server.set_folder(folder);
    }

    /// Sets the content type of files whose path ends with `end`.
    pub fn set_content_type(&self, end: &str, kind: &'static str) {
        self.server.override_header(end, CONTENT_TYPE, kind);
    }

    /// Sets a header of files whose path ends with `end`.
    pub fn set_header(&self, end: &str, name: HeaderName, value: &'static str) {
        self.server.override_header(end, name, value);
    }

    /// Sends `Cache-Control: no-store`, so that every file comes from the service worker or from the network.
    pub fn disable_http_cache(&self) {
        self.server.override_header("", CACHE_CONTROL, "no-store");
    }

    /// The URL of the page.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// Simulates the loss of the network: the server stops and open connections break.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Starts the server again at the same address.
    pub fn restart(&mut self) -> Outcome {
        Ok(self.server.restart()?)
    }

    /// All requests so far, in the order of their responses.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.server.log()
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Writes another version of the app: the same program, but every file with a hash in its name has another name, the
/// page has the attribute `data-made`, and the service worker has its own list and cache.
pub fn write_new_version(dist: &Path, copy: &Path, version: &str) -> Outcome {
    copy_folder(dist, copy)?;
    let files = eased_tools::site::files(copy).map_err(Failure)?;
    let names: Vec<(String, String)> = files
        .iter()
        .filter_map(|file| {
            let hash = file.path.rsplit_once('-')?.1.get(..16)?;
            let is_hash = hash.bytes().all(|digit| digit.is_ascii_hexdigit());
            // Different for each version, and of the same length.
            let version_hash = version.repeat(16).get(..16)?.to_owned();
            is_hash.then(|| (file.path.clone(), file.path.replace(hash, &version_hash)))
        })
        .collect();
    let renamed = |text: &str| names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let mut sums = Vec::new();
    for file in files.iter().filter(|file| file.path != "sw.js") {
        let mut bytes = file.bytes.clone();
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            let text = renamed(text).replacen("<html ", &format!("<html data-made=\"{version}\" "), 1);
            bytes = text.into_bytes();
        }
        fs::remove_file(copy.join(&file.path))?;
        fs::write(copy.join(renamed(&file.path)), &bytes)?;
        sums.push((STANDARD.encode(Sha256::digest(&file.bytes)), STANDARD.encode(Sha256::digest(&bytes))));
    }
    let worker = copy.join("sw.js");
    let mut list = renamed(&fs::read_to_string(&worker)?);
    for (was, is) in sums {
        list = list.replace(&was, &is);
    }
    let cache = list.find("CACHE_NAME=CACHE_PREFIX").and_then(|at| Some(at + list[at..].find('"')? + 1));
    let Some(cache) = cache else {
        return Err(Failure("the worker's cache has another name".into()));
    };
    list.insert_str(cache, version);
    fs::write(&worker, list)?;
    Ok(())
}

/// Replaces a file's checksum in the service worker's list.
fn update_worker_checksum(copy: &Path, old: &str, new: &str) -> Outcome {
    let worker = copy.join("sw.js");
    let mut list = fs::read_to_string(&worker)?;
    for (was, is) in checksums(old).iter().zip(checksums(new)) {
        list = list.replace(was, &is);
    }
    Ok(fs::write(&worker, list)?)
}

/// The SHA-256 checksum as hex and as base64: the list may use either.
fn checksums(text: &str) -> [String; 2] {
    let digest = Sha256::digest(text.as_bytes());
    let hex = digest.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing to a string cannot fail");
        hex
    });
    [hex, STANDARD.encode(digest)]
}

pub fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else if !matches!(target.extension().and_then(|e| e.to_str()), Some("br" | "gz")) {
            // Compressed copies would still have the page without the script.
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
