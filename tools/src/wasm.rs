//! The names in a WebAssembly module: read, exchanged, dropped. Not a general parser: it walks the sections
//! and copies all that it has no word about.

use std::collections::BTreeMap;

/// What a module asks its surroundings for and what it offers them, in its own order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// What it imports.
    pub imports: Vec<Import>,
    /// What it exports.
    pub exports: Vec<String>,
}

/// The two names of what is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The module's.
    pub module: String,
    /// Its own.
    pub name: String,
}

/// The new names of all imports and of those exports that stay, by their old ones.
#[derive(Debug, Default)]
pub struct Renamed {
    /// The one module that everything is imported from.
    pub module: String,
    /// Every import has one.
    pub imports: BTreeMap<String, String>,
    /// An export that is not here is dropped.
    pub exports: BTreeMap<String, String>,
}

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;
const FUNCTION: u8 = 0;
const TABLE: u8 = 1;
const MEMORY: u8 = 2;
const GLOBAL: u8 = 3;
/// "\0asm" and version 1.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// The names of a module.
pub fn names(module: &[u8]) -> Result<Names, String> {
    let mut names = Names::default();
    for (id, content) in sections(module)? {
        let mut from = Reader(content);
        match id {
            IMPORT => {
                for _ in 0..from.number()? {
                    names.imports.push(from.import()?.0);
                }
            }
            EXPORT => {
                for _ in 0..from.number()? {
                    names.exports.push(from.export()?.0);
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

/// The module with its new names and without its custom sections (who built it with what: nothing that a
/// browser needs); the names of its functions stay only for a profile ([`keeps_names`]). An error if a name is left
/// over on either side.
pub fn rename(module: &[u8], new: &Renamed) -> Result<Vec<u8>, String> {
    let mut out = HEADER.to_vec();
    let (mut imports, mut exports) = (0, 0);
    for (id, content) in sections(module)? {
        let mut from = Reader(content);
        let mut section = Vec::with_capacity(content.len());
        match id {
            CUSTOM if keeps_names() && from.text()? == "name" => section.extend(content),
            CUSTOM => continue,
            IMPORT => {
                let count = from.number()?;
                number(&mut section, count);
                for _ in 0..count {
                    let (Import { name, .. }, what) = from.import()?;
                    let name = new.imports.get(&name).ok_or(format!("the import {name} has no new name"))?;
                    text(&mut section, &new.module);
                    text(&mut section, name);
                    section.extend(what);
                    imports += 1;
                }
            }
            EXPORT => {
                let mut kept = Vec::new();
                for _ in 0..from.number()? {
                    let (name, kind, index) = from.export()?;
                    let Some(name) = new.exports.get(&name) else { continue };
                    text(&mut kept, name);
                    kept.push(kind);
                    number(&mut kept, index);
                    exports += 1;
                }
                number(&mut section, exports);
                section.extend(kept);
            }
            _ => section.extend(content),
        }
        out.push(id);
        number(&mut out, section.len());
        out.extend(section);
    }
    if imports != new.imports.len() || exports != new.exports.len() {
        return Err(format!(
            "{imports} imports and {exports} exports found a new name, not all that have one"
        ));
    }
    Ok(out)
}

/// Whether the program is built for a profile: it is larger then, and measured only as to where the time goes.
pub fn keeps_names() -> bool {
    std::env::var_os("EASED_NAMES").is_some()
}

/// Every section: its number and its content.
fn sections(module: &[u8]) -> Result<Vec<(u8, &[u8])>, String> {
    let mut from = Reader(module.strip_prefix(HEADER).ok_or("this is no WebAssembly module")?);
    let mut found = Vec::new();
    while !from.0.is_empty() {
        let id = from.byte()?;
        let length = from.number()?;
        found.push((id, from.take(length)?));
    }
    Ok(found)
}

/// The rest of what is read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or("the module ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, String> {
        self.take(1).map(|byte| byte[0])
    }

    /// An unsigned LEB128 number of 32 bits.
    fn number(&mut self) -> Result<usize, String> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err("a number is too long".to_owned())
    }

    fn text(&mut self) -> Result<String, String> {
        let length = self.number()?;
        String::from_utf8(self.take(length)?.to_vec()).map_err(|error| error.to_string())
    }

    /// An import and what it is: a function of some type, a table, a memory, a global.
    fn import(&mut self) -> Result<(Import, &'a [u8]), String> {
        let import = Import { module: self.text()?, name: self.text()? };
        let what = self.0;
        match self.byte()? {
            FUNCTION => {
                self.number()?;
            }
            TABLE => {
                self.byte()?;
                self.limits()?;
            }
            MEMORY => self.limits()?,
            GLOBAL => {
                self.take(2)?;
            }
            other => return Err(format!("the import {} is of the unknown kind {other}", import.name)),
        }
        Ok((import, &what[..what.len() - self.0.len()]))
    }

    /// How few and, with the lowest bit set, how many at most.
    fn limits(&mut self) -> Result<(), String> {
        let most = self.byte()? & 1 == 1;
        self.number()?;
        if most {
            self.number()?;
        }
        Ok(())
    }

    /// An export: its name, its kind and its index.
    fn export(&mut self) -> Result<(String, u8, usize), String> {
        Ok((self.text()?, self.byte()?, self.number()?))
    }
}

/// Seven bits at a time, the lowest first.
fn number(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len());
    out.extend(text.as_bytes());
}

/// A module with the names of glue/example.js, in another order, and one function, which is of the rest.
#[cfg(test)]
pub(crate) fn example() -> Vec<u8> {
    let glue = include_str!("glue/example.js");
    let mut imports: Vec<&str> = glue
        .lines()
        .filter_map(|line| line.trim_start().split_once(": function(").map(|(name, _)| name))
        .collect();
    imports.reverse();
    let mut exports: Vec<&str> = glue
        .split("wasm.")
        .skip(1)
        .filter_map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next())
        .collect();
    exports.sort_unstable();
    exports.dedup();
    exports.push("__instance_terminated");
    let mut function = Vec::new();
    number(&mut function, imports.len());
    text(&mut function, "eased[0123456789abcdef]::view::rest::door::screen");
    let names = [&[4][..], b"name", &[1, u8::try_from(function.len() + 1).expect("short"), 1], &function];
    let code = [(3, vec![1, 0]), (10, vec![1, 2, 0, 0x0b]), (CUSTOM, names.concat())];
    module(&imports, &exports, &code)
}

#[cfg(test)]
fn module(imports: &[&str], exports: &[&str], more: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut section = Vec::new();
    number(&mut section, imports.len());
    for name in imports {
        text(&mut section, "./eased_bg.js");
        text(&mut section, name);
        section.extend([FUNCTION, 0]);
    }
    let mut offers = Vec::new();
    number(&mut offers, exports.len());
    for name in exports {
        text(&mut offers, name);
        offers.extend([FUNCTION, 0]);
    }
    let mut out = HEADER.to_vec();
    let mut all = vec![(1, vec![1, 0x60, 0, 0]), (IMPORT, section), (EXPORT, offers)];
    all.extend_from_slice(more);
    // The names come last, and all else by its number.
    all.sort_by_key(|(id, _)| id.checked_sub(1).unwrap_or(u8::MAX));
    for (id, content) in all {
        out.push(id);
        number(&mut out, content.len());
        out.extend(content);
    }
    out
}

#[cfg(test)]
mod tests;
