//! Tests that third-party tools are pinned by version and hash.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::site;

/// The npm packages that `tools/setup.sh` installs, and the names of their versions in `tools/versions.env`.
const NPM_TOOLS: [(&str, &str); 5] = [
    ("axe-core", "AXE_VERSION"),
    ("binaryen", "BINARYEN_VERSION"),
    ("esbuild", "ESBUILD_VERSION"),
    ("lighthouse", "LIGHTHOUSE_VERSION"),
    ("lightningcss-cli", "LIGHTNINGCSS_VERSION"),
];

fn text(path: &str) -> String {
    fs::read_to_string(site::root().join(path)).expect(path)
}

fn parsed(path: &str) -> Value {
    serde_json::from_str(&text(path)).expect(path)
}

fn entries(path: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(site::root().join(path)).expect(path);
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect(path).path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_github_action_is_pinned_by_commit() {
    let workflows = entries(".github/workflows");
    assert!(workflows.len() >= 2, "{workflows:?}");
    for path in workflows {
        let workflow = fs::read_to_string(&path).expect("a workflow");
        for line in workflow.lines() {
            let Some((_, used)) = line.split_once("uses:") else { continue };
            let (action, version) = used.split_once(" # v").expect(line);
            let commit = action.split_once('@').expect(line).1;
            let is_commit = commit.len() == 40 && commit.bytes().all(|digit| digit.is_ascii_hexdigit());
            assert!(is_commit && version.contains('.'), "{}: {line}", path.display());
        }
        let checkouts = workflow.matches("actions/checkout@").count();
        assert_eq!(workflow.matches("persist-credentials: false").count(), checkouts, "{}", path.display());
    }
}

#[test]
fn lock_files_match_the_versions() {
    let versions = text("tools/versions.env");
    for (package, name) in NPM_TOOLS {
        let version = versions.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        let version = version.expect(name);
        let wanted = json!({ package: version });
        let folder = format!("tools/npm/{package}");
        let lock = parsed(&format!("{folder}/package-lock.json"));
        assert_eq!(parsed(&format!("{folder}/package.json"))["dependencies"], wanted, "sh tools/npm/lock.sh");
        assert_eq!(lock["packages"][""]["dependencies"], wanted, "sh tools/npm/lock.sh");
        assert_eq!(lock["packages"][format!("node_modules/{package}")]["version"], version);
    }
}

#[test]
fn every_npm_tool_has_a_lock_file_and_is_installed_from_it() {
    let folders = entries("tools/npm").into_iter().filter(|path| path.is_dir());
    let folders: Vec<String> =
        folders.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    assert_eq!(folders, NPM_TOOLS.map(|(package, _)| package));
    let setup = text("tools/setup.sh");
    for (package, version) in NPM_TOOLS {
        assert!(setup.contains(&format!("npm_tool {package} \"${version}\" ")), "{package}");
    }
    assert!(setup.contains("npm ci ") && !setup.contains("npm install "), "only from a lock file");
}

#[test]
fn lock_files_have_hashes_and_no_registry_url() {
    for (package, _) in NPM_TOOLS {
        let lock = parsed(&format!("tools/npm/{package}/package-lock.json"));
        for (name, locked) in lock["packages"].as_object().expect("packages") {
            assert_eq!(locked.get("resolved"), None, "{package}: {name}");
            let hash = locked["integrity"].as_str().unwrap_or_default();
            assert!(name.is_empty() || hash.starts_with("sha512-"), "{package}: {name}");
        }
    }
}

#[test]
fn lock_files_include_the_executables_for_other_systems() {
    for (package, systems) in [
        (
            "esbuild",
            ["@esbuild/linux-x64", "@esbuild/linux-arm64", "@esbuild/darwin-x64", "@esbuild/darwin-arm64"],
        ),
        (
            "lightningcss-cli",
            [
                "lightningcss-cli-linux-x64-gnu",
                "lightningcss-cli-linux-arm64-gnu",
                "lightningcss-cli-darwin-x64",
                "lightningcss-cli-darwin-arm64",
            ],
        ),
    ] {
        let lock = parsed(&format!("tools/npm/{package}/package-lock.json"));
        for system in systems {
            assert_eq!(lock["packages"][format!("node_modules/{system}")]["optional"], true, "{system}");
        }
    }
}
