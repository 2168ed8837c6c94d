//! Writes the first part: all that stays, and what it offers the rest.

use std::collections::BTreeSet;

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportKind, ExportSection,
    FunctionSection, GlobalSection, ImportSection, MemorySection, Module, StartSection, TableSection,
    reencode::{Error, Reencode},
};
use wasmparser::DataKind;

use super::{
    FOR_THE_REST, Program,
    cut::{Renumber, count, customs, runs, types},
    words::Words,
};

/// The first part.
pub(super) fn first(
    renumber: &mut Renumber<'_>,
    needed: &BTreeSet<u32>,
    moved: &BTreeSet<u32>,
    places: u64,
    words: &Words,
) -> Result<Vec<u8>, Error<String>> {
    let program = renumber.program;
    let mut module = Module::new();
    module.section(&types(program)?);

    let mut imports = ImportSection::new();
    for import in &program.imports {
        renumber.parse_import(&mut imports, *import)?;
    }
    module.section(&imports);

    let mut functions = FunctionSection::new();
    let own = program.imported..program.functions.len();
    for function in own.clone().filter(|function| !moved.contains(&count(*function))) {
        functions.function(program.functions[function]);
    }
    module.section(&functions);

    let mut tables = TableSection::new();
    for (number, table) in program.tables.iter().enumerate() {
        let mut table = table.clone();
        if number == 0 {
            table.ty.initial = places;
            table.ty.maximum = table.ty.maximum.map(|most| most.max(places));
        }
        renumber.parse_table(&mut tables, table)?;
    }
    module.section(&tables);
    let mut memories = MemorySection::new();
    for memory in &program.memories {
        memories.memory(renumber.memory_type(*memory)?);
    }
    module.section(&memories);
    let mut globals = GlobalSection::new();
    for global in &program.globals {
        renumber.parse_global(&mut globals, global.clone())?;
    }
    module.section(&globals);

    let mut exports = ExportSection::new();
    for export in &program.exports {
        renumber.parse_export(&mut exports, *export)?;
    }
    for (kind, letter, all) in shared(program) {
        for number in 0..all {
            exports.export(&format!("{FOR_THE_REST}{letter}{number}"), kind, number);
        }
    }
    for function in needed {
        let number = renumber.function_index(*function)?;
        exports.export(&format!("{FOR_THE_REST}f{function}"), ExportKind::Func, number);
    }
    module.section(&exports);
    if let Some(start) = program.start {
        module.section(&StartSection { function_index: renumber.function_index(start)? });
    }

    // In the places of what is not here yet stands a function that cannot be meant: its type is another.
    let mut elements = ElementSection::new();
    for (start, run) in runs(&program.places) {
        let of = |function: u32| program.functions[function as usize];
        let numbers = run.iter().map(|function| {
            let stand_in = || {
                program.places.values().copied().find(|other| {
                    !moved.contains(other)
                        && program.types[of(*other) as usize] != program.types[of(*function) as usize]
                })
            };
            let here = if moved.contains(function) { stand_in().unwrap_or(*function) } else { *function };
            renumber.function_index(here)
        });
        let numbers: Vec<u32> = numbers.collect::<Result<_, _>>()?;
        elements.active(
            None,
            &ConstExpr::i32_const(start.cast_signed()),
            Elements::Functions(numbers.into()),
        );
    }
    for segment in &program.segments {
        renumber.parse_element(&mut elements, segment.clone())?;
    }
    module.section(&elements);

    let mut code = CodeSection::new();
    for function in own.filter(|function| !moved.contains(&count(*function))) {
        renumber.parse_function_body(&mut code, program.bodies[function - program.imported].clone())?;
    }
    module.section(&code);

    let mut data = DataSection::new();
    for (number, segment) in program.data.iter().enumerate() {
        let bytes = words.without(number, segment.data);
        match &segment.kind {
            DataKind::Active { memory_index, offset_expr } => {
                data.active(*memory_index, &renumber.const_expr(offset_expr.clone())?, bytes);
            }
            DataKind::Passive => {
                data.passive(bytes);
            }
        }
    }
    module.section(&data);
    customs(renumber, &mut module);
    Ok(module.finish())
}

/// What both halves use and only the first one owns: kind, letter and how many there are.
fn shared(program: &Program<'_>) -> [(ExportKind, char, u32); 3] {
    [
        (ExportKind::Table, 't', count(program.tables.len())),
        (ExportKind::Memory, 'm', count(program.memories.len())),
        (ExportKind::Global, 'g', count(program.globals.len())),
    ]
}
