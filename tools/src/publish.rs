//! `make dist`: the finished site as one folder that any static host can serve, with what only a host needs: headers,
//! a page for wrong addresses, and the licences of the crates that are inside the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{site, static_pages};

/// Copies the site to `to`, which is made anew, and adds what belongs to a host.
pub fn run(from: &Path, to: &Path) -> Result<(), String> {
    let page = read(&from.join("index.html"))?;
    site::remove_folder(to)?;
    site::copy_folder(from, to)?;
    site::write(&to.join("_headers"), headers(policy_of(&page)?).as_bytes())?;
    let switch = read(&site::root().join("tools/sw-off.js"))?;
    site::write(&to.join("sw-off.js"), switch.as_bytes())?;
    // It needs no file, so that it can be read at any depth; its links lead to the app from wrong addresses in the app's folder.
    let not_found = static_pages::in_every_language("404", &["not_found", "fail_safe"]);
    site::write(&to.join("404.html"), not_found.as_bytes())?;
    // A host that builds pages itself is told to leave them as they are: names may begin with "_".
    site::write(&to.join(".nojekyll"), "".as_bytes())?;
    site::write(&to.join("licences.txt"), licences(&metadata(&site::root())?)?.as_bytes())?;
    println!("{}: ready for any static host", to.display());
    Ok(())
}

/// The policy as it stands in the page, so that header and page never differ.
fn policy_of(page: &str) -> Result<&str, String> {
    let start = "http-equiv=\"Content-Security-Policy\" content=\"";
    let (_, rest) = page.split_once(start).ok_or("index.html carries no policy")?;
    rest.split_once('"').map(|(policy, _)| policy).ok_or_else(|| "the policy has no end".to_owned())
}

/// Headers in the form that several static hosts read from `_headers`. `frame-ancestors` means something in a header
/// alone. A name with a hash never changes its content; everything else is asked for anew.
fn headers(policy: &str) -> String {
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n  \
         Cross-Origin-Opener-Policy: same-origin\n  \
         Referrer-Policy: no-referrer\n  \
         X-Content-Type-Options: nosniff\n  \
         Cache-Control: no-cache\n"
    )
}

/// What cargo knows of the crates, for the program's own target.
fn metadata(root: &Path) -> Result<Value, String> {
    let asked = Command::new("cargo")
        .args([
            "metadata",
            "--locked",
            "--format-version",
            "1",
            "--filter-platform",
            "wasm32-unknown-unknown",
        ])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !asked.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&asked.stderr)));
    }
    serde_json::from_slice(&asked.stdout).map_err(|error| format!("cargo metadata: {error}"))
}

/// The licence texts of every crate inside the program, each text once.
///
/// Not by cargo-about: it is one more command-line tool to compile on every machine that publishes, for what are some
/// fifty lines over `cargo metadata`. That every licence is an allowed one is checked by cargo-deny.
fn licences(metadata: &Value) -> Result<String, String> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let ours = packages.iter().find(|(_, package)| package["name"] == "eased").map(|(id, _)| id.clone());
    let ours = ours.ok_or("cargo knows no crate named eased")?;
    // Crates that only run while compiling are not inside.
    let runs = |id: &String| {
        let kinds = packages.get(id).map(|package| list(&package["targets"])).unwrap_or_default();
        !kinds.iter().any(|target| list(&target["kind"]).contains(&Value::from("proc-macro")))
    };
    let (mut inside, mut open) = (BTreeSet::new(), vec![ours.clone()]);
    while let Some(id) = open.pop() {
        for dependency in list(&nodes.get(&id).map_or(Value::Null, |node| node["deps"].clone())) {
            let usual = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = text(&dependency["pkg"]);
            if usual && runs(&id) && inside.insert(id.clone()) {
                open.push(id);
            }
        }
    }
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in &inside {
        let Some(package) = packages.get(id) else { continue };
        let name = format!("{} {}", text(&package["name"]), text(&package["version"]));
        let folder = PathBuf::from(text(&package["manifest_path"]));
        let found = notices(folder.parent().unwrap_or(&folder))?;
        if found.is_empty() {
            texts.entry(format!("{}\n", text(&package["license"]))).or_default().push(name.clone());
        }
        for notice in found {
            texts.entry(notice).or_default().push(name.clone());
        }
    }
    let mut out = format!("{} crates are inside Eased. Their licences:\n", inside.len());
    for (notice, mut names) in texts {
        names.dedup();
        let _ = write!(out, "\n======== {}\n\n{}\n", names.join(", "), notice.trim_end());
    }
    Ok(out)
}

/// The licence files beside a crate's manifest.
fn notices(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.into_iter().filter(|path| path.is_file()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|kind| name.starts_with(kind)) {
            found.push(read(&path)?);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_page_have_one_policy() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let headers = headers(policy_of(page).expect("a policy"));
        assert!(headers.contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"));
        for header in ["Permissions-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy", "nosniff"] {
            assert!(headers.contains(header), "{header}");
        }
        assert!(policy_of("<html>").is_err(), "a page without a policy is not published");
    }

    #[test]
    fn the_licences_of_what_is_inside_are_told_and_no_others() {
        let metadata = metadata(&site::root()).expect("cargo answers");
        let told = licences(&metadata).expect("licences");
        for inside in ["wasm-bindgen 0", "web-sys 0", "reactive_graph 0"] {
            assert!(told.contains(inside), "{inside} is inside");
        }
        for outside in ["proptest 1", "axum 0", "syn 2"] {
            assert!(!told.contains(outside), "{outside} is not inside");
        }
        assert!(told.contains("Permission is hereby granted"), "{told}");
    }

    #[test]
    fn the_folder_is_whole_and_made_anew() {
        let base = std::env::temp_dir().join(format!("eased-publish-{}", std::process::id()));
        let (site, to) = (base.join("site"), base.join("to"));
        fs::create_dir_all(site.join("icons")).expect("a folder");
        fs::create_dir_all(&to).expect("a folder");
        fs::write(to.join("old"), "of before").expect("a file");
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        fs::write(site.join("index.html"), page).expect("a file");
        fs::write(site.join("icons/a.svg.br"), "x").expect("a file");
        run(&site, &to).expect("published");
        for file in
            ["index.html", "icons/a.svg.br", "_headers", "sw-off.js", "404.html", ".nojekyll", "licences.txt"]
        {
            assert!(to.join(file).exists(), "{file}");
        }
        assert!(!to.join("old").exists());
        fs::remove_dir_all(&base).expect("removed");
    }
}
