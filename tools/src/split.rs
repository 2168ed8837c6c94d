//! Cuts the program in two: the first part marks spots, runs the session and keeps what was done; the rest is
//! the screens that follow the leg (`src/view/rest`). Both share memory and tables, and
//! nothing in the source knows of it but the door through which the rest is entered.
//!
//! What belongs to the rest is read off the names of functions: all that one of its rooms is in the name of,
//! closures and what is made for them, and all that only these call. The first part reaches it through the
//! table of functions alone: the rest puts its own into their places there when it arrives. A place whose
//! function has not come yet holds another one that never fits; to enter the door too early is a trap, like any
//! other panic. The words of the rest's phrases go with it, as data of its own.
//!
//! It works on the program as wasm-bindgen leaves it, before anything merges functions that look alike.

mod cut;
mod first;
pub mod heavy;
mod literals;
mod rest;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use eased::text::{EN, Text, group::Phrases as _};
use wasmparser::{
    Data, Element, ElementItems, ElementKind, Export, ExternalKind, FuncType, FunctionBody, Global, Import,
    KnownCustom, MemoryType, Name, Operator, Parser, Payload, Table, TypeRef,
};

/// The rooms of the rest, as paths in the crate.
const ROOMS: [&str; 19] = [
    "view::session::",
    "view::history::",
    "view::files::",
    "view::learn::",
    "view::settings::",
    "view::welcome::",
    "view::rest::door::",
    "app::files::",
    "effect::file::",
    "effect::shelf::bringing::",
    "effect::shelf::reading::",
    "effect::shelf::room::",
    "effect::shelf::uniting::",
    "store::backup::",
    "store::calendar::",
    "store::import::",
    "store::room::",
    "store::table::",
    "store::union::",
];

/// The functions of the rest that the first part may call.
const DOORS: [&str; 2] = ["view::rest::door::", "app::files::door::"];

/// What an export is called that is there for the rest only.
pub const FOR_THE_REST: &str = "rest:";

/// The section that says which features of WebAssembly are in use.
const FEATURES: &str = "target_features";

/// The two halves.
pub struct Halves {
    /// What starts.
    pub first: Vec<u8>,
    /// What asks the first for everything it needs, as the module "0".
    pub rest: Vec<u8>,
}

/// Cuts `module` in two. `phrases` are those that only the rest shows.
pub fn split(module: &[u8], phrases: &[&str]) -> Result<Halves, String> {
    let program = Program::read(module).map_err(|error| error.to_string())?;
    let moved = program.rest()?;
    if moved.is_empty() {
        return Err("nothing is of the rest: have the names of functions been dropped?".to_owned());
    }
    let words = words::find(&program.data, phrases)?;
    let halves = cut::cut(&program, &moved, &words)?;
    for half in [&halves.first, &halves.rest] {
        wasmparser::validate(half).map_err(|error| format!("a half of the program is not valid: {error}"))?;
    }
    Ok(halves)
}

/// The phrases of the first language that only the rest shows. What the beginning says in the same words stays: the
/// compiler writes them down once for both.
pub fn phrases() -> Vec<&'static str> {
    let Text {
        mut files,
        mut gate,
        mut mat,
        mut hold,
        mut history,
        mut install,
        mut learn,
        mut settings,
        mut sound,
        mut welcome,
        ..
    } = EN;
    let mut phrases = Vec::new();
    let mut take = |phrase: &mut &'static str| phrases.push(*phrase);
    hold.each(&mut take);
    files.each(&mut take);
    history.each(&mut take);
    install.each(&mut take);
    learn.each(&mut take);
    settings.each(&mut take);
    sound.each(&mut take);
    welcome.each(&mut take);
    gate.each(&mut take);
    mat.each(&mut take);
    let mut everywhere = Vec::new();
    let mut text = EN;
    text.each(&mut |phrase| everywhere.push(*phrase));
    let times = |all: &[&str], phrase: &str| all.iter().filter(|other| **other == phrase).count();
    let of_the_rest = phrases.clone();
    phrases.retain(|phrase| times(&everywhere, phrase) == times(&of_the_rest, phrase));
    phrases
}

/// All words that go with the rest: its phrases, and what only its code says to the page.
pub fn words() -> Result<Vec<String>, String> {
    let mut words = literals::literals(&crate::dist::root().join("src"))?;
    words.extend(phrases().into_iter().map(str::to_owned));
    Ok(words)
}

/// The sections of a module.
#[derive(Default)]
struct Program<'a> {
    types: Vec<FuncType>,
    imports: Vec<Import<'a>>,
    /// The type of each function, imported ones first.
    functions: Vec<u32>,
    imported: usize,
    tables: Vec<Table<'a>>,
    memories: Vec<MemoryType>,
    globals: Vec<Global<'a>>,
    exports: Vec<Export<'a>>,
    start: Option<u32>,
    /// Places of the table of functions, and what stands there at first.
    places: BTreeMap<u32, u32>,
    /// Every other segment as it is.
    segments: Vec<Element<'a>>,
    bodies: Vec<FunctionBody<'a>>,
    data: Vec<Data<'a>>,
    names: BTreeMap<u32, &'a str>,
    /// What the compiler may have used, for binaryen.
    features: Option<&'a [u8]>,
}

impl<'a> Program<'a> {
    fn read(module: &'a [u8]) -> wasmparser::Result<Self> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => {
                    program.types = types.into_iter_err_on_gc_types().collect::<Result<_, _>>()?;
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        if let TypeRef::Func(of) = import.ty {
                            program.functions.push(of);
                        }
                        program.imports.push(import);
                    }
                    program.imported = program.functions.len();
                }
                Payload::FunctionSection(functions) => {
                    for of in functions {
                        program.functions.push(of?);
                    }
                }
                Payload::TableSection(tables) => {
                    program.tables = tables.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::MemorySection(all) => {
                    program.memories = all.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::GlobalSection(all) => program.globals = all.into_iter().collect::<Result<_, _>>()?,
                Payload::ExportSection(all) => program.exports = all.into_iter().collect::<Result<_, _>>()?,
                Payload::StartSection { func, .. } => program.start = Some(func),
                Payload::ElementSection(all) => {
                    for element in all {
                        program.element(element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => program.bodies.push(body),
                Payload::DataSection(all) => program.data = all.into_iter().collect::<Result<_, _>>()?,
                Payload::CustomSection(section) => {
                    if section.name() == FEATURES {
                        program.features = Some(section.data());
                    }
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(all) = name? {
                                program.names = all
                                    .into_iter()
                                    .map(|n| n.map(|n| (n.index, n.name)))
                                    .collect::<Result<_, _>>()?;
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(program)
    }

    /// Functions at fixed places of the first table are known one by one.
    fn element(&mut self, element: Element<'a>) -> wasmparser::Result<()> {
        if let ElementKind::Active { table_index: None | Some(0), offset_expr } = &element.kind
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
            && let ElementItems::Functions(functions) = &element.items
        {
            for (place, function) in (value.cast_unsigned()..).zip(functions.clone()) {
                self.places.insert(place, function?);
            }
        } else {
            self.segments.push(element);
        }
        Ok(())
    }

    /// What a function calls by its number, or names without calling it.
    fn calls(&self, function: u32) -> Result<BTreeSet<u32>, String> {
        let mut calls = BTreeSet::new();
        let Some(body) = (function as usize).checked_sub(self.imported).and_then(|i| self.bodies.get(i))
        else {
            return Ok(calls);
        };
        let operators = body.get_operators_reader().map_err(|error| error.to_string())?;
        for operator in operators {
            match operator.map_err(|error| error.to_string())? {
                Operator::Call { function_index } | Operator::RefFunc { function_index } => {
                    calls.insert(function_index);
                }
                Operator::ReturnCall { .. } => return Err("tail calls are not expected".to_owned()),
                _ => {}
            }
        }
        Ok(calls)
    }

    fn is_of_a_room(&self, function: u32) -> bool {
        let name = self.names.get(&function).map(|name| plain(name)).unwrap_or_default();
        ROOMS.iter().any(|room| name.contains(&format!("eased::{room}")))
    }

    fn is_door(&self, function: u32) -> bool {
        let name = self.names.get(&function).map(|name| plain(name)).unwrap_or_default();
        name.strip_prefix("eased::").is_some_and(|name| DOORS.iter().any(|door| name.starts_with(door)))
    }

    /// The functions that go: all that the first part does not reach.
    fn rest(&self) -> Result<BTreeSet<u32>, String> {
        let mut todo: Vec<u32> = self.places.values().copied().filter(|f| !self.is_of_a_room(*f)).collect();
        todo.extend(self.start);
        todo.extend(self.exports.iter().filter(|e| e.kind == ExternalKind::Func).map(|e| e.index));
        let mut first: BTreeSet<u32> = todo.iter().copied().collect();
        while let Some(function) = todo.pop() {
            for called in self.calls(function)? {
                if self.is_door(called) {
                    continue;
                }
                if self.is_of_a_room(called) {
                    let name = |f: u32| self.names.get(&f).copied().unwrap_or_default().to_owned();
                    return Err(format!(
                        "{} is of the rest, and {} of the first part calls it: only a door may be called",
                        name(called),
                        name(function)
                    ));
                }
                if first.insert(called) {
                    todo.push(called);
                }
            }
        }
        let imported = u32::try_from(self.imported).unwrap_or_default();
        let all = u32::try_from(self.functions.len()).unwrap_or_default();
        Ok((imported..all).filter(|function| !first.contains(function)).collect())
    }
}

/// A name without the compiler's numbers in brackets.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((number, behind)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_hexdigit()) => {
                rest = behind;
            }
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests;
