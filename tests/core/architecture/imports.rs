//! Finds which file of `src/` uses which other file: from paths that begin with `crate`, `super`, `self` or a child
//! module, and from calls of extension methods, which are methods that a file adds to a type of another file.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Source,
    lexer::lex,
    methods::{Methods, read_methods},
    sources,
    tokens::{is_name, tokens},
};

/// The segments of a path from the crate's root.
pub type Path = Vec<String>;

/// The imports of a file.
struct Module {
    file: String,
    /// Every path in this crate that the file uses, without re-exports.
    used: Vec<Path>,
    /// The items that its `use` declarations bring into scope, by name.
    bindings: BTreeMap<String, Path>,
    methods: Methods,
}

/// The imports of all files in some layers of `src/`, by module path.
pub struct Imports(BTreeMap<Path, Module>);

impl Imports {
    /// Reads the files of these layers.
    pub fn of(layers: &[&str]) -> Self {
        let is_in = |file: &Source| layers.contains(&layer(&file.path));
        Self::of_files(sources("src", ".rs").into_iter().filter(is_in))
    }

    fn of_files(files: impl Iterator<Item = Source>) -> Self {
        Self(files.map(|file| read(&file)).collect())
    }

    /// Each file with each path that it uses.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.0.values().flat_map(|module| module.used.iter().map(|path| (module.file.as_str(), path)))
    }

    /// The dependency cycles: the strongly connected groups of files, each with the dependencies inside the group.
    pub fn cycles(&self) -> Vec<String> {
        let targets: BTreeMap<&Path, BTreeSet<&Path>> =
            self.0.keys().map(|path| (path, self.targets(path))).collect();
        let reachable: BTreeMap<&Path, BTreeSet<&Path>> =
            targets.keys().map(|path| (*path, reachable_from(&targets, path))).collect();
        let mut seen = BTreeSet::new();
        let mut cycles = Vec::new();
        for path in self.0.keys() {
            let group: BTreeSet<&Path> =
                reachable[path].iter().copied().filter(|other| reachable[*other].contains(path)).collect();
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

    /// The other modules that a module uses directly.
    fn targets(&self, from: &Path) -> BTreeSet<&Path> {
        let defined = self.0[from].used.iter().filter_map(|path| self.definition(path, 0));
        let methods = self.0[from].methods.called.iter().filter_map(|name| self.extension(name));
        defined.chain(methods).filter(|to| *to != from).collect()
    }

    /// The module of an extension method. `None` if the name has several definitions: then it is unknown which one a
    /// call refers to.
    fn extension(&self, name: &str) -> Option<&Path> {
        let mut definitions = self.0.iter().filter(|(_, module)| module.methods.defines(name));
        let (path, module) = definitions.next()?;
        (definitions.next().is_none() && module.methods.extends(name)).then_some(path)
    }

    /// The module in which the item of a path is defined. Follows re-exports, up to a depth of 8.
    fn definition(&self, path: &[String], depth: usize) -> Option<&Path> {
        let length = (1..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let (key, module) = self.0.get_key_value(module)?;
        match rest.first().and_then(|name| module.bindings.get(name)) {
            Some(target) if depth < 8 => self.definition(target, depth + 1).or(Some(key)),
            _ => Some(key),
        }
    }
}

/// Every module that a module uses, directly or indirectly.
fn reachable_from<'a>(targets: &BTreeMap<&'a Path, BTreeSet<&'a Path>>, from: &Path) -> BTreeSet<&'a Path> {
    let mut reachable = BTreeSet::new();
    let mut pending = targets[from].clone();
    while let Some(next) = pending.pop_first() {
        if reachable.insert(next) {
            pending.extend(&targets[next]);
        }
    }
    reachable
}

/// The layer of a file: the folder directly under `src/`, or for a file directly under `src/` its name.
pub fn layer(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs")
}

/// The module path of a file.
fn module_path(file: &str) -> Path {
    let module = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    module.split('/').map(str::to_owned).collect()
}

/// Reads the imports of a file.
fn read(file: &Source) -> (Path, Module) {
    let path = module_path(&file.path);
    let tokens = tokens(&lex(&file.text).code);
    let children: BTreeSet<&str> = tokens
        .windows(3)
        .filter(|three| three[0] == "mod" && three[2] == ";")
        .map(|three| three[1].as_str())
        .collect();
    let mut module = Module {
        file: file.path.clone(),
        used: Vec::new(),
        bindings: BTreeMap::new(),
        methods: read_methods(&tokens),
    };
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

/// Parses the tree after `use`: its paths, each with the name that it brings into scope. Returns the index of the
/// next token.
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

/// Resolves a path to a path from the root of the crate; `None` if it is outside the crate or begins with a local name.
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

fn imports(files: &[(&str, &str)]) -> Imports {
    let source = |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
    Imports::of_files(files.iter().map(source))
}

#[test]
fn use_groups_and_super_paths_are_resolved() {
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
fn cycles_are_found_and_re_exports_are_not_cycles() {
    let parent = "mod b; mod c; pub use b::B;";
    let acyclic = [("src/a/mod.rs", parent), ("src/a/b.rs", ""), ("src/a/c.rs", "use super::B;")];
    assert!(imports(&acyclic).cycles().is_empty());
    let two = [("src/a/mod.rs", parent), ("src/a/b.rs", "use super::c::C;"), ("src/a/c.rs", "use super::B;")];
    assert_eq!(
        imports(&two).cycles(),
        ["2 files use each other:\n  src/a/b.rs -> src/a/c.rs\n  src/a/c.rs -> src/a/b.rs"]
    );
    let with_parent =
        [("src/a/mod.rs", "mod b; struct A; fn f() { b::f() }"), ("src/a/b.rs", "use super::A;")];
    assert_eq!(imports(&with_parent).cycles().len(), 1);
}

#[test]
fn extension_methods_are_dependencies() {
    let circle = [
        ("src/a/mod.rs", "mod b; mod c;"),
        ("src/a/b.rs", "pub struct B; impl B { pub fn f(&self) { self.g() } }"),
        ("src/a/c.rs", "use super::b::B; impl B { pub fn g(&self) {} }"),
    ];
    assert_eq!(
        imports(&circle).cycles(),
        ["2 files use each other:\n  src/a/b.rs -> src/a/c.rs\n  src/a/c.rs -> src/a/b.rs"]
    );
    let no_circle = [
        ("src/a/mod.rs", "mod b; mod c;"),
        ("src/a/b.rs", "pub struct B; impl B { pub fn f(&self) { self.h() } fn h(&self) {} }"),
        ("src/a/c.rs", "use super::b::B; impl B { pub fn g(&self) { self.f() } }"),
    ];
    assert!(imports(&no_circle).cycles().is_empty());
}
