//! Cuts a program where its functions say: numbers in either half, and the way from the first to the rest.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{
    CodeSection, CustomSection, Function, Instruction, Module, NameMap, NameSection, TypeSection,
    reencode::{Error, Reencode, RoundtripReencoder},
};
use wasmparser::{FunctionBody, Operator};

use super::{FEATURES, Halves, Program, first::first, rest::rest, words::Words};

/// Gives functions the numbers that they have in one half, and calls of the door a way around by its place.
pub(super) struct Renumber<'a> {
    numbers: BTreeMap<u32, u32>,
    doors: BTreeMap<u32, u32>,
    pub(super) program: &'a Program<'a>,
}

impl Reencode for Renumber<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        let name = || self.program.names.get(&function).copied().unwrap_or("a function");
        let number = self.numbers.get(&function).copied();
        number.ok_or_else(|| Error::UserError(format!("{} is not where it is needed", name())))
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<String>> {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Operator::Call { function_index } = operator
                && let Some(place) = self.doors.get(&function_index)
            {
                let of = self.program.functions[function_index as usize];
                function.instruction(&Instruction::I32Const(place.cast_signed()));
                function.instruction(&Instruction::CallIndirect { type_index: of, table_index: 0 });
            } else {
                function.instruction(&self.instruction(operator)?);
            }
        }
        code.function(&function);
        Ok(())
    }
}

/// The halves of a program of which `moved` goes, with the words that go along.
pub(super) fn cut(program: &Program<'_>, moved: &BTreeSet<u32>, words: &Words) -> Result<Halves, String> {
    // A place for each function of the rest that is called by its number: the door.
    let mut places = program.places.clone();
    let mut next = program.tables.first().map_or(0, |table| table.ty.initial);
    let mut doors = BTreeMap::new();
    for function in 0..count(program.functions.len()) {
        if !moved.contains(&function) {
            for called in program.calls(function)?.intersection(moved) {
                doors.entry(*called).or_insert_with(|| {
                    let place = u32::try_from(next).unwrap_or_default();
                    next += 1;
                    places.insert(place, *called);
                    place
                });
            }
        }
    }
    let half = |numbers, doors| Renumber { numbers, doors, program };
    let mut needed: BTreeSet<u32> = BTreeSet::new();
    for function in moved {
        needed.extend(program.calls(*function)?.difference(moved));
    }
    let first = first(&mut half(stayed(program, moved), doors), &needed, moved, next, words);
    let rest = rest(&mut half(went(&needed, moved), BTreeMap::new()), &needed, moved, &places, words);
    let told = |error: Error<String>| format!("the program cannot be cut: {error}");
    Ok(Halves { first: first.map_err(told)?, rest: rest.map_err(told)? })
}

/// The numbers in the first part: as before, without those that went.
fn stayed(program: &Program<'_>, moved: &BTreeSet<u32>) -> BTreeMap<u32, u32> {
    let kept = (0..count(program.functions.len())).filter(|function| !moved.contains(function));
    kept.zip(0..).collect()
}

/// The numbers in the rest: what it asks for first, then its own.
fn went(needed: &BTreeSet<u32>, moved: &BTreeSet<u32>) -> BTreeMap<u32, u32> {
    needed.iter().chain(moved).copied().zip(0..).collect()
}

pub(super) fn types(program: &Program<'_>) -> Result<TypeSection, Error<String>> {
    let mut types = TypeSection::new();
    for of in &program.types {
        let of =
            RoundtripReencoder.func_type(of.clone()).map_err(|error| Error::UserError(error.to_string()))?;
        types.ty().func_type(&of);
    }
    Ok(types)
}

/// What binaryen wants to know, and the names, for whoever looks what weighs so much.
pub(super) fn customs(renumber: &Renumber<'_>, module: &mut Module) {
    let program = renumber.program;
    if let Some(data) = program.features {
        module.section(&CustomSection { name: FEATURES.into(), data: data.into() });
    }
    let told = renumber.numbers.iter().filter_map(|(old, new)| Some((*new, *program.names.get(old)?)));
    let mut functions = NameMap::new();
    for (number, name) in told.collect::<BTreeMap<u32, &str>>() {
        functions.append(number, name);
    }
    let mut names = NameSection::new();
    names.functions(&functions);
    module.section(&names);
}

/// Neighbouring places together, with where they begin.
pub(super) fn runs(places: &BTreeMap<u32, u32>) -> Vec<(u32, Vec<u32>)> {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (place, function) in places {
        match runs.last_mut() {
            Some((start, run)) if *start + count(run.len()) == *place => run.push(*function),
            _ => runs.push((*place, vec![*function])),
        }
    }
    runs
}

/// A module counts in 32 bits.
pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
