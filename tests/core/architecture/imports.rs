//! Which file of `src/` uses which other file, read off the paths that begin with `crate`, `super`, `self` or a child
//! module.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, lexer::lex, sources};

/// The segments of a path from the crate's root.
pub type Path = Vec<String>;

/// What a file says of its surroundings.
struct Module {
    file: String,
    /// Every path of ours that the file uses, re-exports left out.
    used: Vec<Path>,
    /// What its `use` declarations bring into scope, by name.
    bindings: BTreeMap<String, Path>,
}

/// All files of some folders of `src/`.
pub struct Imports(BTreeMap<Path, Module>);

impl Imports {
    /// Reads the files of these folders, and what of `src/` itself has their names.
    pub fn of(layers: &[&str]) -> Self {
        let is_in = |file: &Source| layers.contains(&layer(&file.path));
        Self::of_files(sources("src", ".rs").into_iter().filter(is_in))
    }

    fn of_files(files: impl Iterator<Item = Source>) -> Self {
        Self(files.map(|file| read(&file)).collect())
    }

    /// Every path that each file uses.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.0.values().flat_map(|module| module.used.iter().map(|path| (module.file.as_str(), path)))
    }

    /// The groups of files that use each other in a circle, each with the uses within the group.
    pub fn cycles(&self) -> Vec<String> {
        let targets: BTreeMap<&Path, BTreeSet<&Path>> =
            self.0.keys().map(|path| (path, self.targets(path))).collect();
        let reach: BTreeMap<&Path, BTreeSet<&Path>> =
            targets.keys().map(|path| (*path, reached(&targets, path))).collect();
        let mut seen = BTreeSet::new();
        let mut cycles = Vec::new();
        for path in self.0.keys() {
            let group: BTreeSet<&Path> =
                reach[path].iter().copied().filter(|other| reach[*other].contains(path)).collect();
            if group.len() < 2 || !seen.insert(group.clone()) {
                continue;
            }
            let mut lines = vec![format!("{} files use each other:", group.len())];
            for from in &group {
                for to in targets[*from].intersection(&group) {
                    lines.push(format!("  {} -> {}", self.0[*from].file, self.0[*to].file));
                }
            }
            cycles.push(lines.join("\n"));
        }
        cycles
    }

    /// The other modules that one uses directly.
    fn targets(&self, from: &Path) -> BTreeSet<&Path> {
        let defined = self.0[from].used.iter().filter_map(|path| self.definition(path, 0));
        defined.filter(|to| *to != from).collect()
    }

    /// The module in which a path's item is defined: a re-export is followed to its end.
    fn definition(&self, path: &[String], followed: usize) -> Option<&Path> {
        let length = (1..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let (key, module) = self.0.get_key_value(module)?;
        match rest.first().and_then(|name| module.bindings.get(name)) {
            Some(target) if followed < 8 => self.definition(target, followed + 1).or(Some(key)),
            _ => Some(key),
        }
    }
}

/// Every module that one uses, directly or through others.
fn reached<'a>(targets: &BTreeMap<&'a Path, BTreeSet<&'a Path>>, from: &Path) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut open = targets[from].clone();
    while let Some(next) = open.pop_first() {
        if reached.insert(next) {
            open.extend(&targets[next]);
        }
    }
    reached
}

/// The folder directly under `src/` that a file belongs to; a file there is its own.
pub fn layer(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs")
}

/// The path of the module that a file is.
fn module_path(file: &str) -> Path {
    let module = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    module.split('/').map(str::to_owned).collect()
}

fn read(file: &Source) -> (Path, Module) {
    let path = module_path(&file.path);
    let tokens = tokens(&lex(&file.text).code);
    let children: BTreeSet<&str> = tokens
        .windows(3)
        .filter(|three| three[0] == "mod" && three[2] == ";")
        .map(|three| three[1].as_str())
        .collect();
    let mut module = Module { file: file.path.clone(), used: Vec::new(), bindings: BTreeMap::new() };
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or(";", |before| tokens[before].as_str());
        if tokens[at] == "use" && tokens.get(at + 1).is_some_and(|next| next != "<") {
            let is_exported = before == "pub" || before == ")";
            let mut found = Vec::new();
            at = use_tree(&tokens, at + 1, &Path::new(), &mut found);
            for (segments, name) in found {
                if let Some(target) = absolute(&path, &children, &segments) {
                    if !is_exported {
                        module.used.push(target.clone());
                    }
                    module.bindings.insert(name, target);
                }
            }
        } else if is_name(&tokens[at]) && before != "::" && before != "." {
            let mut segments = vec![tokens[at].clone()];
            while tokens.get(at + 1).is_some_and(|next| next == "::")
                && tokens.get(at + 2).is_some_and(|next| is_name(next))
            {
                segments.push(tokens[at + 2].clone());
                at += 2;
            }
            at += 1;
            if segments.len() > 1 {
                module.used.extend(absolute(&path, &children, &segments));
            }
        } else {
            at += 1;
        }
    }
    (path, module)
}

/// Reads what follows `use`: its paths, each with the name that it brings into scope. Returns where it ends.
fn use_tree(tokens: &[String], mut at: usize, prefix: &Path, found: &mut Vec<(Path, String)>) -> usize {
    let mut path = prefix.clone();
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "::" | "*" => at += 1,
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = use_tree(tokens, at, &path, found);
                    if tokens.get(at).is_some_and(|token| token == ",") {
                        at += 1;
                    }
                }
                return at + 1;
            }
            "as" => {
                let name = tokens.get(at + 1).cloned().unwrap_or_default();
                found.push((path, name));
                return at + 2;
            }
            // `a::{self}` is `a`.
            "self" if !prefix.is_empty() && path.len() == prefix.len() => at += 1,
            name if is_name(name) => {
                path.push(name.to_owned());
                at += 1;
            }
            _ => break,
        }
    }
    let name = path.last().cloned().unwrap_or_default();
    found.push((path, name));
    at
}

/// A path from the crate's root; `None` for one that leads out of the crate, or begins with a name of this file.
fn absolute(module: &[String], children: &BTreeSet<&str>, segments: &[String]) -> Option<Path> {
    let (first, rest) = segments.split_first()?;
    let mut base = match first.as_str() {
        "crate" => Path::new(),
        "self" => module.to_vec(),
        "super" => module.split_last()?.1.to_vec(),
        child if children.contains(child) => [module, &[child.to_owned()]].concat(),
        _ => return None,
    };
    for segment in rest {
        if segment == "super" {
            base.pop()?;
        } else {
            base.push(segment.clone());
        }
    }
    Some(base)
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Names and signs; `::` is one sign.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = code.trim_start();
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("::") {
            2
        } else if c.is_alphanumeric() || c == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

fn imports(files: &[(&str, &str)]) -> Imports {
    let source = |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
    Imports::of_files(files.iter().map(source))
}

#[test]
fn groups_and_ways_out_are_understood() {
    let paths = |file: &str, text: &str| -> Vec<String> {
        imports(&[(file, text)]).paths().map(|(_, path)| path.join("::")).collect()
    };
    let group = "use crate::{\n domain::{self, Event, store::{A as B}},\n i18n::EN,\n};";
    assert_eq!(paths("src/a/mod.rs", group), ["domain", "domain::Event", "domain::store::A", "i18n::EN"]);
    assert_eq!(paths("src/a/b/c.rs", "use super::super::super::platform::page;"), ["platform::page"]);
    assert_eq!(paths("src/a/b.rs", "fn f() { super::d::e(); x.super::y } // crate::z"), ["a::d::e"]);
    assert_eq!(paths("src/a/mod.rs", "mod b; pub use b::C; fn f() { b::d() }"), ["a::b::d"]);
}

#[test]
fn circles_are_found_and_re_exports_are_none() {
    let parent = "mod b; mod c; pub use b::B;";
    let innocent = [("src/a/mod.rs", parent), ("src/a/b.rs", ""), ("src/a/c.rs", "use super::B;")];
    assert!(imports(&innocent).cycles().is_empty());
    let two = [("src/a/mod.rs", parent), ("src/a/b.rs", "use super::c::C;"), ("src/a/c.rs", "use super::B;")];
    assert_eq!(
        imports(&two).cycles(),
        ["2 files use each other:\n  src/a/b.rs -> src/a/c.rs\n  src/a/c.rs -> src/a/b.rs"]
    );
    let with_parent =
        [("src/a/mod.rs", "mod b; struct A; fn f() { b::f() }"), ("src/a/b.rs", "use super::A;")];
    assert_eq!(imports(&with_parent).cycles().len(), 1);
}
