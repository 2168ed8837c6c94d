//! Writes `licences.txt`: the licences of Eased and of all third-party code in the site: the linked crates, the Rust
//! standard library, and the tools that generate a part of the JavaScript.
//!
//! cargo-about is not used: it would be one more command-line tool to compile on every build machine, and this file
//! does the same with `cargo metadata`. cargo-deny checks that every licence is allowed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::site::read;

/// The file's name in the site.
pub const FILE: &str = "licences.txt";

/// The minimum size of a licence text. A shorter file beside a crate's manifest only refers to another file.
const MIN_LICENCE_BYTES: usize = 500;

/// The separator before each entry.
const SEPARATOR: &str =
    "================================================================================================";

/// The standard text with a placeholder for the copyright line.
const MIT: &str = include_str!("../licences/MIT.txt");
const APACHE: &str = include_str!("../licences/Apache-2.0.txt");
const UNICODE: &str = include_str!("../licences/Unicode-3.0.txt");
const LLVM_EXCEPTION: &str = include_str!("../licences/LLVM-exception.txt");

/// Build dependencies whose own code is copied into the site's JavaScript. Code of their dependencies is not.
const CODE_GENERATORS: [&str; 2] = ["wasm-bindgen-cli-support", "wasm_split_cli_support"];

/// The sources of the drawings' proportions: facts, which need no licence.
const DRAWINGS: &str = "The drawings are Eased's own. Their proportions are those of the MakeHuman base mesh (hm08, CC0 1.0), \
                        scaled with ANSUR II (public domain).";

/// One licence text and the works that it covers.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    /// One line per work: name, version, licence and copyright holder.
    works: Vec<String>,
    text: String,
}

/// The content of `licences.txt`.
pub fn text(root: &Path) -> Result<String, String> {
    let mut out = format!(
        "The site is made of Eased and of the works of others. Each entry names works, then gives their licence.\n{DRAWINGS}\n"
    );
    for Entry { works, text } in entries(root)? {
        let _ = write!(out, "\n{SEPARATOR}\n{}\n\n{text}\n", works.join("\n"));
    }
    Ok(out)
}

/// Eased first, then the standard library and esbuild, then the crates by name.
fn entries(root: &Path) -> Result<Vec<Entry>, String> {
    let eased = Entry {
        works: vec!["Eased (MIT OR Apache-2.0), by the Eased contributors".to_owned()],
        text: read(&root.join("LICENSE"))?.trim_end().to_owned(),
    };
    let value = |file: &str, before: &str| -> Result<String, String> {
        let found = read(&root.join(file))?;
        let rest = found.split_once(before).ok_or_else(|| format!("{file} has no {before}"))?.1;
        Ok(rest.split(['"', '\n']).next().unwrap_or_default().to_owned())
    };
    let rust = value("rust-toolchain.toml", "channel = \"")?;
    // esbuild adds its own helper functions to a bundle.
    let esbuild = Entry {
        works: vec![format!(
            "esbuild {} (MIT), by Evan Wallace",
            value("tools/versions.env", "ESBUILD_VERSION=")?
        )],
        text: mit_text("2020 Evan Wallace"),
    };
    let mut entries = vec![eased];
    entries.extend(standard_library(&rust));
    entries.push(esbuild);
    entries.extend(crate_entries(&metadata(root)?)?);
    Ok(entries)
}

/// The standard library and the works in it that can be linked into a program for wasm32-unknown-unknown. A minimal
/// installation of Rust has no file with these facts. They are from `COPYRIGHT-library.html` of the component rustc,
/// and from `library/compiler-builtins/LICENSE.txt` and the licence of libm in the sources of Rust 1.95.
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
            mit_and_apache(rust),
        ),
        entry(
            &["Tables of Unicode, in the Rust Standard Library (Unicode-3.0), by Unicode, Inc."],
            UNICODE.trim().to_owned(),
        ),
        entry(
            &[
                "std::sync::mpmc, in the Rust Standard Library (MIT OR Apache-2.0), by The Crossbeam Project Developers",
            ],
            mit_text("2019 The Crossbeam Project Developers"),
        ),
        entry(
            &[
                "dlmalloc, in the Rust Standard Library (MIT OR Apache-2.0), by Alex Crichton",
                "cfg-if, in the Rust Standard Library (MIT OR Apache-2.0), by Alex Crichton",
                "rustc-demangle, in the Rust Standard Library (MIT OR Apache-2.0), by Alex Crichton",
            ],
            mit_text("2014 Alex Crichton"),
        ),
        entry(
            &["hashbrown, in the Rust Standard Library (MIT OR Apache-2.0), by Amanieu d'Antras"],
            mit_text("2016 Amanieu d'Antras"),
        ),
        entry(
            &[
                "compiler-builtins, in the Rust Standard Library (MIT AND Apache-2.0 WITH LLVM-exception), by The Rust \
                 Project Developers and, for what is derived from compiler-rt, the contributors to LLVM",
            ],
            format!(
                "{}\n\n{}\n\n{}",
                mit_text("2009-2016 by the contributors listed in CREDITS.TXT of LLVM's compiler-rt"),
                APACHE.trim_end(),
                LLVM_EXCEPTION.trim()
            ),
        ),
        entry(
            &["libm, in the Rust Standard Library (MIT), by Jorge Aparicio and others"],
            mit_text(
                "2018 Jorge Aparicio\n\
                 Copyright (c) 2005-2020 Rich Felker, et al. (musl libc)\n\
                 Copyright (c) 1993,2004 Sun Microsystems\n\
                 Copyright (c) 2003-2011 David Schultz\n\
                 Copyright (c) 2003-2009 Steven G. Kargl\n\
                 Copyright (c) 2003-2009 Bruce D. Evans\n\
                 Copyright (c) 2008 Stephen L. Moshier\n\
                 Copyright (c) 2017-2018 Arm Limited",
            ),
        ),
    ]
}

/// The MIT licence with a copyright line.
fn mit_text(holder: &str) -> String {
    MIT.trim_end().replace("<year> <copyright holders>", holder)
}

fn apache_text(holder: &str) -> String {
    format!("Copyright {holder}\n\n{}", APACHE.trim_matches('\n'))
}

fn mit_and_apache(holder: &str) -> String {
    format!("{}\n\n{}", mit_text(holder), APACHE.trim_matches('\n'))
}

/// The licence texts of every crate whose code is in the site, each text once.
fn crate_entries(metadata: &Value) -> Result<Vec<Entry>, String> {
    let packages: BTreeMap<&str, &Value> =
        as_array(&metadata["packages"]).iter().map(|package| (as_str(&package["id"]), package)).collect();
    let mut included = linked_dependencies(metadata, &packages)?;
    for name in CODE_GENERATORS {
        let found = packages.iter().find(|(_, package)| package["name"] == name);
        included.insert(found.ok_or_else(|| format!("cargo knows no crate named {name}"))?.0);
    }
    let mut works: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in included.iter().filter_map(|id| packages.get(id)) {
        let (name, licence) = (as_str(&package["name"]), as_str(&package["license"]));
        let holder = holder(package).ok_or_else(|| format!("{name} names no author and no repository"))?;
        let work = format!("{name} {} ({licence}), by {holder}", as_str(&package["version"]));
        let manifest = Path::new(as_str(&package["manifest_path"]));
        let mut texts = licence_files(manifest.parent().unwrap_or(manifest))?;
        if texts.is_empty() {
            texts.push(standard_text(licence, &holder).ok_or_else(|| {
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

/// The ids of the crates that are linked into the app. Procedural macros and build dependencies are left out.
fn linked_dependencies<'a>(
    metadata: &'a Value,
    packages: &BTreeMap<&str, &Value>,
) -> Result<BTreeSet<&'a str>, String> {
    let nodes: BTreeMap<&str, &Value> =
        as_array(&metadata["resolve"]["nodes"]).iter().map(|node| (as_str(&node["id"]), node)).collect();
    let app = nodes.keys().find(|id| packages.get(*id).is_some_and(|package| package["name"] == "eased"));
    let is_linked = |id: &str| {
        let kinds = packages.get(id).map(|package| as_array(&package["targets"])).unwrap_or_default();
        !kinds.iter().any(|target| as_array(&target["kind"]).contains(&Value::from("proc-macro")))
    };
    let (mut included, mut pending) =
        (BTreeSet::new(), vec![*app.ok_or("cargo knows no crate named eased")?]);
    while let Some(id) = pending.pop() {
        for dependency in nodes.get(id).map(|node| as_array(&node["deps"])).unwrap_or_default() {
            let is_normal = as_array(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = as_str(&dependency["pkg"]);
            if is_normal && is_linked(id) && included.insert(id) {
                pending.push(id);
            }
        }
    }
    Ok(included)
}

/// The authors of a crate without their e-mail addresses, else its contributors; nothing without a repository.
fn holder(package: &Value) -> Option<String> {
    let authors = as_array(&package["authors"]).iter().map(as_str);
    let authors: Vec<&str> =
        authors.map(|author| author.split('<').next().unwrap_or_default().trim()).collect();
    let repository = as_str(&package["repository"]);
    match (authors.is_empty(), repository.is_empty()) {
        (false, _) => Some(authors.join(", ")),
        (true, false) => Some(format!("the contributors to {repository}")),
        (true, true) => None,
    }
}

/// The licence texts beside a crate's manifest or in its folder `LICENSES`, each with the NOTICE file if there is one.
fn licence_files(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for path in sorted_entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_dir() && name == "LICENSES" {
            found.extend(sorted_entries(&path)?);
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
            // Apache-2.0 requires the notice to be distributed with the licence.
            Some(licence) if is_notice(&path) => {
                licence.push_str("\n\n");
                licence.push_str(text);
            }
            _ if text.len() >= MIN_LICENCE_BYTES => texts.push(text.to_owned()),
            _ => {}
        }
    }
    Ok(texts)
}

/// The paths in a folder, sorted.
fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// The standard text of MIT or Apache-2.0, whichever the licence expression offers first in this order.
fn standard_text(expression: &str, holder: &str) -> Option<String> {
    let offered: Vec<&str> =
        expression.split(" OR ").flat_map(|some| some.split('/')).map(str::trim).collect();
    let text = |name: &str, text: fn(&str) -> String| offered.contains(&name).then(|| text(holder));
    text("MIT", mit_text).or_else(|| text("Apache-2.0", apache_text))
}

/// The output of `cargo metadata` for the app's target.
fn metadata(root: &Path) -> Result<Value, String> {
    let output = Command::new("cargo")
        .args(["metadata", "--locked", "--format-version=1", "--features=split"])
        .arg("--filter-platform=wasm32-unknown-unknown")
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))
}

fn as_array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn as_str(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
#[path = "../tests/licences.rs"]
mod tests;
