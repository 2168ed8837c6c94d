//! The program as it is served: in two parts, each made smaller by binaryen, with names as short as can be.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::dist::{named, read, remove, write as save};
use crate::split::{self, FOR_THE_REST};
use crate::{glue, wasm};

/// Makes a part of the program smaller.
pub type Optimise<'a> = &'a dyn Fn(&[u8]) -> Result<Vec<u8>, String>;

/// The names of the program's files.
pub(crate) struct Program {
    pub(crate) glue: String,
    pub(crate) first: String,
    pub(crate) rest: String,
}

/// Writes the program anew in two parts and its glue, thinner and together, and says how the files are called
/// now.
pub(crate) fn write(site: &Path, glue: &str, wasm: &str, optimise: Optimise<'_>) -> Result<Program, String> {
    let (old_glue, old_wasm) = (site.join(glue), site.join(wasm));
    let module = fs::read(&old_wasm).map_err(|error| format!("{}: {error}", old_wasm.display()))?;
    let words = split::words()?;
    let halves = split::split(&module, &words.iter().map(String::as_str).collect::<Vec<_>>())?;
    let (first, rest) = (optimise(&halves.first)?, optimise(&halves.rest)?);
    let names = wasm::names(&first)?;
    let (text, mut renamed) = glue::thin(&read(&old_glue)?, &names)?;
    // What the first part offers the rest, under names that the glue leaves free.
    let wanted: Vec<String> = wasm::names(&rest)?.imports.into_iter().map(|import| import.name).collect();
    let mut asked = wasm::Renamed { module: "0".to_owned(), ..wasm::Renamed::default() };
    let offered = names.exports.iter().filter(|name| name.starts_with(FOR_THE_REST) && wanted.contains(name));
    for (place, name) in offered.enumerate() {
        let short = glue::letter('A', place);
        renamed.exports.insert(name.clone(), short.clone());
        asked.imports.insert(name.clone(), short);
    }
    let (first, rest) = (wasm::rename(&first, &renamed)?, wasm::rename(&rest, &asked)?);
    remove(&old_glue)?;
    remove(&old_wasm)?;
    Ok(Program {
        glue: named(site, "eased", "js", text.as_bytes())?,
        first: named(site, "eased", "wasm", &first)?,
        rest: named(site, "rest", "wasm", &rest)?,
    })
}

/// What binaryen makes of a module, for size. `--low-memory-unused`: no data lies below 1 KiB.
pub fn optimise(module: &[u8]) -> Result<Vec<u8>, String> {
    const FLAGS: [&str; 5] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];
    let folder = std::env::temp_dir();
    let place = |what: &str| folder.join(format!("eased-{}-{what}.wasm", std::process::id()));
    let (before, after) = (place("before"), place("after"));
    save(&before, module)?;
    let names = wasm::keeps_names().then_some("-g");
    let done = Command::new("wasm-opt").args(FLAGS).args(names).arg("-o").args([&after, &before]).status();
    let told = match done {
        Ok(status) if status.success() => fs::read(&after).map_err(|error| format!("wasm-opt: {error}")),
        Ok(status) => Err(format!("wasm-opt: {status}")),
        Err(error) => Err(format!("wasm-opt: {error}")),
    };
    remove(&before)?;
    // Not there if it failed, which is told already.
    let _ = fs::remove_file(&after);
    told
}

/// Cuts a program as wasm-bindgen leaves it, and writes both halves beside it, whole and with names.
pub fn cut(program: &Path) -> Result<(), String> {
    let module = fs::read(program).map_err(|error| format!("{}: {error}", program.display()))?;
    let words = split::words()?;
    let halves = split::split(&module, &words.iter().map(String::as_str).collect::<Vec<_>>())?;
    save(&program.with_file_name("first.wasm"), &halves.first)?;
    save(&program.with_file_name("rest.wasm"), &halves.rest)
}
