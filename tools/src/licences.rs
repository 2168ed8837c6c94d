//! `licences.txt`: the licences of Eased and of everything in the site that others have written: the crates of the
//! program, the Rust standard library, and the tools that write a part of the JavaScript.
//!
//! Not by cargo-about: it is one more command-line tool to compile on every machine that builds, for what is one file
//! over `cargo metadata`. That every licence is an allowed one is checked by cargo-deny.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::site::read;

/// The file's name in the site.
pub const FILE: &str = "licences.txt";

/// No licence text is shorter. A shorter file beside a crate's manifest only refers to the others.
const SHORTEST: usize = 500;

/// Stands before each entry.
const RULE: &str =
    "================================================================================================";

/// The standard text with a placeholder for the copyright line.
const MIT: &str = include_str!("../licences/MIT.txt");
const APACHE: &str = include_str!("../licences/Apache-2.0.txt");
const UNICODE: &str = include_str!("../licences/Unicode-3.0.txt");
const LLVM_EXCEPTION: &str = include_str!("../licences/LLVM-exception.txt");

/// Crates of the build that write code of their own into the site's JavaScript. What they depend on does not.
const CODE_GENERATORS: [&str; 2] = ["wasm-bindgen-cli-support", "wasm_split_cli_support"];

/// What the pictures were drawn after: facts, which need no licence.
const DRAWINGS: &str = "The drawings are Eased's own. Their proportions are those of the MakeHuman base mesh (hm08, CC0 1.0), \
                        scaled with ANSUR II (public domain).";

/// One licence text and the works to which it belongs.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    /// One line each: the name and the version of a work, its licence, and who holds the copyright.
    works: Vec<String>,
    text: String,
}

/// The whole file.
pub fn text(root: &Path) -> Result<String, String> {
    let mut out = format!(
        "The site is made of Eased and of the works of others. Each entry names works, then gives their licence.\n{DRAWINGS}\n"
    );
    for Entry { works, text } in entries(root)? {
        let _ = write!(out, "\n{RULE}\n{}\n\n{text}\n", works.join("\n"));
    }
    Ok(out)
}

/// Eased first, then the standard library and esbuild, then the crates by name.
fn entries(root: &Path) -> Result<Vec<Entry>, String> {
    let own = Entry {
        works: vec!["Eased (MIT OR Apache-2.0), by the Eased contributors".to_owned()],
        text: read(&root.join("LICENSE"))?.trim_end().to_owned(),
    };
    let value = |file: &str, before: &str| -> Result<String, String> {
        let found = read(&root.join(file))?;
        let rest = found.split_once(before).ok_or_else(|| format!("{file} has no {before}"))?.1;
        Ok(rest.split(['"', '\n']).next().unwrap_or_default().to_owned())
    };
    let rust = value("rust-toolchain.toml", "channel = \"")?;
    // Bundles contain functions of its own.
    let esbuild = Entry {
        works: vec![format!(
            "esbuild {} (MIT), by Evan Wallace",
            value("tools/versions.env", "ESBUILD_VERSION=")?
        )],
        text: mit("2020 Evan Wallace"),
    };
    let mut entries = vec![own];
    entries.extend(standard_library(&rust));
    entries.push(esbuild);
    entries.extend(crates(&metadata(root)?)?);
    Ok(entries)
}

/// The standard library and the works inside it that can be linked into a program for wasm32-unknown-unknown. A minimal
/// installation of Rust has no file that says so: the facts are from `COPYRIGHT-library.html` of the component rustc, and
/// from `library/compiler-builtins/LICENSE.txt` and the licence of libm in the sources of Rust 1.95.
fn standard_library(version: &str) -> Vec<Entry> {
    let rust = "The Rust Project Developers (see https://thanks.rust-lang.org)";
    let entry = |works: &[&str], text: String| Entry {
        works: works.iter().map(|work| (*work).to_owned()).collect(),
        text,
    };
    vec![
        entry(
            &[&format!(
                "The Rust Standard Library {version} (MIT OR Apache-2.0), by The Rust Project Developers"
            )],
            both(rust),
        ),
        entry(
            &["Tables of Unicode, in the Rust Standard Library (Unicode-3.0), by Unicode, Inc."],
            UNICODE.trim().to_owned(),
        ),
        entry(
            &[
                "std::sync::mpmc, in the Rust Standard Library (MIT OR Apache-2.0), by The Crossbeam Project Developers",
            ],
            mit("2019 The Crossbeam Project Developers"),
        ),
        entry(
            &[
                "dlmalloc, in the Rust Standard Library (MIT OR Apache-2.0), by Alex Crichton",
                "cfg-if, in the Rust Standard Library (MIT OR Apache-2.0), by Alex Crichton",
                "rustc-demangle, in the Rust Standard Library (MIT OR Apache-2.0), by Alex Crichton",
            ],
            mit("2014 Alex Crichton"),
        ),
        entry(
            &["hashbrown, in the Rust Standard Library (MIT OR Apache-2.0), by Amanieu d'Antras"],
            mit("2016 Amanieu d'Antras"),
        ),
        entry(
            &[
                "compiler-builtins, in the Rust Standard Library (MIT AND Apache-2.0 WITH LLVM-exception), by The Rust \
                 Project Developers and, for what is derived from compiler-rt, the contributors to LLVM",
            ],
            format!(
                "{}\n\n{}\n\n{}",
                mit("2009-2016 by the contributors listed in CREDITS.TXT of LLVM's compiler-rt"),
                APACHE.trim_end(),
                LLVM_EXCEPTION.trim()
            ),
        ),
        entry(
            &["libm, in the Rust Standard Library (MIT), by Jorge Aparicio and others"],
            mit("2018 Jorge Aparicio\n\
                 Copyright (c) 2005-2020 Rich Felker, et al. (musl libc)\n\
                 Copyright (c) 1993,2004 Sun Microsystems\n\
                 Copyright (c) 2003-2011 David Schultz\n\
                 Copyright (c) 2003-2009 Steven G. Kargl\n\
                 Copyright (c) 2003-2009 Bruce D. Evans\n\
                 Copyright (c) 2008 Stephen L. Moshier\n\
                 Copyright (c) 2017-2018 Arm Limited"),
        ),
    ]
}

/// The text of MIT with a copyright line.
fn mit(holder: &str) -> String {
    MIT.trim_end().replace("<year> <copyright holders>", holder)
}

fn apache(holder: &str) -> String {
    format!("Copyright {holder}\n\n{}", APACHE.trim_matches('\n'))
}

fn both(holder: &str) -> String {
    format!("{}\n\n{}", mit(holder), APACHE.trim_matches('\n'))
}

/// The licence texts of every crate whose code reaches the site, each text once.
fn crates(metadata: &Value) -> Result<Vec<Entry>, String> {
    let packages: BTreeMap<&str, &Value> =
        list(&metadata["packages"]).iter().map(|package| (text_of(&package["id"]), package)).collect();
    let mut inside = dependencies(metadata, &packages)?;
    for name in CODE_GENERATORS {
        let found = packages.iter().find(|(_, package)| package["name"] == name);
        inside.insert(found.ok_or_else(|| format!("cargo knows no crate named {name}"))?.0);
    }
    let mut works: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in inside.iter().filter_map(|id| packages.get(id)) {
        let (name, licence) = (text_of(&package["name"]), text_of(&package["license"]));
        let holder = holder(package).ok_or_else(|| format!("{name} names no author and no repository"))?;
        let work = format!("{name} {} ({licence}), by {holder}", text_of(&package["version"]));
        let manifest = Path::new(text_of(&package["manifest_path"]));
        let mut texts = shipped(manifest.parent().unwrap_or(manifest))?;
        if texts.is_empty() {
            texts.push(standard(licence, &holder).ok_or_else(|| {
                format!("{name} ships no licence text and none of {licence} is in tools/licences")
            })?);
        }
        for text in texts {
            works.entry(text).or_default().insert(work.clone());
        }
    }
    let mut entries: Vec<Entry> =
        works.into_iter().map(|(text, works)| Entry { works: works.into_iter().collect(), text }).collect();
    entries.sort_by(|a, b| (&a.works, &a.text).cmp(&(&b.works, &b.text)));
    Ok(entries)
}

/// The crates on which the program depends. Crates that only run while compiling are not inside.
fn dependencies<'a>(
    metadata: &'a Value,
    packages: &BTreeMap<&str, &Value>,
) -> Result<BTreeSet<&'a str>, String> {
    let nodes: BTreeMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).iter().map(|node| (text_of(&node["id"]), node)).collect();
    let ours = nodes.keys().find(|id| packages.get(*id).is_some_and(|package| package["name"] == "eased"));
    let runs = |id: &str| {
        let kinds = packages.get(id).map(|package| list(&package["targets"])).unwrap_or_default();
        !kinds.iter().any(|target| list(&target["kind"]).contains(&Value::from("proc-macro")))
    };
    let (mut inside, mut open) = (BTreeSet::new(), vec![*ours.ok_or("cargo knows no crate named eased")?]);
    while let Some(id) = open.pop() {
        for dependency in nodes.get(id).map(|node| list(&node["deps"])).unwrap_or_default() {
            let usual = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = text_of(&dependency["pkg"]);
            if usual && runs(id) && inside.insert(id) {
                open.push(id);
            }
        }
    }
    Ok(inside)
}

/// Who has written a crate, without addresses of mail.
fn holder(package: &Value) -> Option<String> {
    let authors = list(&package["authors"]).iter().map(text_of);
    let authors: Vec<&str> =
        authors.map(|author| author.split('<').next().unwrap_or_default().trim()).collect();
    let repository = text_of(&package["repository"]);
    match (authors.is_empty(), repository.is_empty()) {
        (false, _) => Some(authors.join(", ")),
        (true, false) => Some(format!("the contributors to {repository}")),
        (true, true) => None,
    }
}

/// The licence files beside a crate's manifest, or in its folder LICENSES.
fn shipped(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for path in sorted(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_dir() && name == "LICENSES" {
            found.extend(sorted(&path)?);
        } else if path.is_file()
            && ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|kind| name.starts_with(kind))
        {
            found.push(path);
        }
    }
    let is_notice = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().to_uppercase().starts_with("NOTICE"))
    };
    found.sort_by_key(is_notice);
    let mut texts: Vec<String> = Vec::new();
    for path in found {
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        let text = text.trim_matches('\n').trim_end();
        match texts.last_mut() {
            // Apache-2.0 asks for it beside the licence.
            Some(licence) if is_notice(&path) => {
                licence.push_str("\n\n");
                licence.push_str(text);
            }
            _ if text.len() >= SHORTEST => texts.push(text.to_owned()),
            _ => {}
        }
    }
    Ok(texts)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// The full text of one of the licences that an expression offers.
fn standard(expression: &str, holder: &str) -> Option<String> {
    let offered: Vec<&str> =
        expression.split(" OR ").flat_map(|some| some.split('/')).map(str::trim).collect();
    let text = |name: &str, text: fn(&str) -> String| offered.contains(&name).then(|| text(holder));
    text("MIT", mit).or_else(|| text("Apache-2.0", apache))
}

/// What cargo knows of the crates, for the program's own target.
fn metadata(root: &Path) -> Result<Value, String> {
    let asked = Command::new("cargo")
        .args(["metadata", "--locked", "--format-version=1", "--features=split"])
        .arg("--filter-platform=wasm32-unknown-unknown")
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !asked.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&asked.stderr)));
    }
    serde_json::from_slice(&asked.stdout).map_err(|error| format!("cargo metadata: {error}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
#[path = "../tests/licences.rs"]
mod tests;
