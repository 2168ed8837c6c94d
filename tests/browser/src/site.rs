//! The built site on a loopback port: served with a log, stopped, started again, or copied with one script added.

use crate::failure::{Failure, Outcome};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use eased_tools::serve::Server;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::path::Path;

pub use eased_tools::serve::Asked;

/// One site for one scenario.
#[derive(Debug)]
pub struct Site {
    server: Server,
}

impl Site {
    /// Serves the folder on a free port.
    pub fn of(folder: &Path) -> Outcome<Self> {
        Ok(Self { server: Server::start(folder)? })
    }

    /// Serves a copy whose page runs `script` before anything else.
    ///
    /// The script is a file of the site's own, which a policy of `script-src 'self'` allows, in every engine. The
    /// worker's list gets the new page's checksum, so that offline storage works in the copy as in the original.
    pub fn with_script(dist: &Path, copy: &Path, script: &str) -> Outcome<Self> {
        copy_folder(dist, copy)?;
        let page = copy.join("index.html");
        let old = fs::read_to_string(&page)?;
        // The policy stands before the title, so it governs this script too.
        let Some(title) = old.find("<title") else {
            return Err(Failure("index.html has no <title>".into()));
        };
        let new = format!("{}<script src=\"./added-by-test.js\"></script>{}", &old[..title], &old[title..]);
        fs::write(&page, &new)?;
        fs::write(copy.join("added-by-test.js"), script)?;
        if copy.join("sw.js").exists() {
            relist(copy, &old, &new)?;
        }
        Self::of(copy)
    }

    /// Serves a copy in which the script that starts the app is another one; the worker's list gets its checksum.
    pub fn with_boot(dist: &Path, copy: &Path, script: &str) -> Outcome<Self> {
        copy_folder(dist, copy)?;
        let is_boot = |name: &str| name.starts_with("boot-");
        let names = fs::read_dir(copy)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let Some(boot) = names.into_iter().find(|name| is_boot(name)) else {
            return Err(Failure("the site has no boot script".into()));
        };
        let old = fs::read_to_string(copy.join(&boot))?;
        fs::write(copy.join(&boot), script)?;
        relist(copy, &old, script)?;
        Self::of(copy)
    }

    /// Serves the folder below a path.
    pub fn below(folder: &Path, mount: &str) -> Outcome<Self> {
        Ok(Self { server: Server::start_at(folder, mount, 0)? })
    }

    /// From now on another folder at the same address: a new version.
    pub fn serve(&self, folder: &Path) {
        self.server.set_folder(folder);
    }

    /// From now on files whose path ends so have this content type.
    pub fn set_type(&self, end: &str, kind: &'static str) {
        self.server.say(end, CONTENT_TYPE, kind);
    }

    /// From now on files whose path ends so have this header.
    pub fn set_header(&self, end: &str, name: HeaderName, value: &'static str) {
        self.server.say(end, name, value);
    }

    /// From now on no browser keeps anything by itself: what is not the worker's is of the network.
    pub fn forbid_keeping(&self) {
        self.server.say("", CACHE_CONTROL, "no-store");
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// The network is gone: nothing listens and open connections break.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// The network is back, at the same address.
    pub fn start_again(&mut self) -> Outcome {
        Ok(self.server.restart()?)
    }

    /// Everything that was asked for so far, in the order it was answered.
    pub fn requests(&self) -> Vec<Asked> {
        self.server.log()
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Makes another version of the app: the same program, but no file with a hash in its name is called as before, the page
/// says `data-made`, and the worker's list and cache are its own.
pub fn another_version(dist: &Path, copy: &Path, made: &str) -> Outcome {
    copy_folder(dist, copy)?;
    let files = eased_tools::site::files(copy).map_err(Failure)?;
    let names: Vec<(String, String)> = files
        .iter()
        .filter_map(|file| {
            let hash = file.path.rsplit_once('-')?.1.get(..16)?;
            let is_hash = hash.bytes().all(|digit| digit.is_ascii_hexdigit());
            // Another for each version, and as long.
            let other = made.repeat(16).get(..16)?.to_owned();
            is_hash.then(|| (file.path.clone(), file.path.replace(hash, &other)))
        })
        .collect();
    let renamed = |text: &str| names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let mut sums = Vec::new();
    for file in files.iter().filter(|file| file.path != "sw.js") {
        let mut bytes = file.bytes.clone();
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            let text = renamed(text).replacen("<html ", &format!("<html data-made=\"{made}\" "), 1);
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
    let cache = list.find("NAME=OURS").and_then(|at| Some(at + list[at..].find('"')? + 1));
    let Some(cache) = cache else {
        return Err(Failure("the worker's cache has another name".into()));
    };
    list.insert_str(cache, made);
    fs::write(&worker, list)?;
    Ok(())
}

/// The worker's list gets the checksum of what a file has become.
fn relist(copy: &Path, old: &str, new: &str) -> Outcome {
    let worker = copy.join("sw.js");
    let mut list = fs::read_to_string(&worker)?;
    for (was, is) in checksums(old).iter().zip(checksums(new)) {
        list = list.replace(was, &is);
    }
    Ok(fs::write(&worker, list)?)
}

/// The checksum as hex and as base64: whichever the worker's list is written in.
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
            // Compressed twins would still hold the page without the script.
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
