//! Lists the crates with the most code in each WebAssembly module of a release: bytes after splitting, before wasm-opt.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use wasmparser::{KnownCustom, Name, Parser, Payload};

/// The number of crates in each table.
const MAX_LINES: usize = 25;

/// One table for each module that the last release build wrote into `folder`.
pub fn tables(folder: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("{}: {error} (build first)", folder.display());
    let mut text = String::new();
    let mut paths: Vec<_> =
        fs::read_dir(folder).map_err(failed)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name == "main.wasm" || (name.starts_with("split_") && !name.ends_with(".optimised.wasm")) {
            let module = fs::read(&path).map_err(failed)?;
            text += &table(&name, &module).map_err(|error| format!("{name}: {error}"))?;
        }
    }
    Ok(text)
}

fn table(title: &str, module: &[u8]) -> wasmparser::Result<String> {
    let (mut imported, mut data, mut bodies, mut names) = (0, 0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(byte_len(&body.range())),
            Payload::DataSection(section) => data = byte_len(&section.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections.into_iter().flatten() {
                        if let Name::Function(map) = subsection {
                            names.extend(map.into_iter().flatten().map(|name| (name.index, name.name)));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for (index, bytes) in (imported..).zip(&bodies) {
        *crates.entry(names.get(&index).map_or_else(String::new, |name| crate_of(name))).or_default() +=
            bytes;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let code: usize = bodies.iter().sum();
    let mut text = format!("{title}: {code} bytes of code in {} functions, {data} of data\n", bodies.len());
    for (name, bytes) in crates.iter().take(MAX_LINES) {
        let _ = writeln!(text, "{bytes:>10}  {name}");
    }
    Ok(text)
}

fn byte_len(range: &std::ops::Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// The crate of a function, from the first path in its demangled name or in that of its type. For this crate's own
/// functions the first two modules are included.
fn crate_of(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let path = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(path.len());
    let parts: Vec<&str> = path[..end].split("::").collect();
    let depth = if parts[0] == "eased" { 3.min(parts.len() - 1) } else { 1 };
    parts[..depth.max(1)].join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_at_the_start_of_its_name() {
        assert_eq!(crate_of("_ZN6leptos4view3foo17h0123456789abcdefE"), "leptos");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::clone::Clone>::clone"), "alloc");
        assert_eq!(crate_of("eased::screens::leg::screen"), "eased::screens::leg");
        assert_eq!(crate_of("main"), "main");
    }

    #[test]
    fn bytes_that_are_not_a_module_are_an_error() {
        assert!(table("x", b"no").is_err());
    }
}
