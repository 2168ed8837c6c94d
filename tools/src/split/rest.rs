//! Writes the rest: what went, asking the first part for everything else.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Module,
    reencode::{Error, Reencode},
};

use super::{
    FOR_THE_REST,
    cut::{Renumber, customs, runs, types},
    words::Words,
};

/// The rest.
pub(super) fn rest(
    renumber: &mut Renumber<'_>,
    needed: &BTreeSet<u32>,
    moved: &BTreeSet<u32>,
    places: &BTreeMap<u32, u32>,
    words: &Words,
) -> Result<Vec<u8>, Error<String>> {
    let program = renumber.program;
    let mut module = Module::new();
    module.section(&types(program)?);

    let mut imports = ImportSection::new();
    let mut import = |name: String, what: EntityType| {
        imports.import("0", &format!("{FOR_THE_REST}{name}"), what);
    };
    for (number, table) in program.tables.iter().enumerate() {
        let mut of = renumber.table_type(table.ty)?;
        // At least as many as there were: the first part's table has grown by the doors.
        of.maximum = None;
        import(format!("t{number}"), of.into());
    }
    for (number, memory) in program.memories.iter().enumerate() {
        import(format!("m{number}"), renumber.memory_type(*memory)?.into());
    }
    for (number, global) in program.globals.iter().enumerate() {
        import(format!("g{number}"), renumber.global_type(global.ty)?.into());
    }
    for function in needed {
        import(format!("f{function}"), EntityType::Function(program.functions[*function as usize]));
    }
    module.section(&imports);

    let mut functions = FunctionSection::new();
    for function in moved {
        functions.function(program.functions[*function as usize]);
    }
    module.section(&functions);

    let own: BTreeMap<u32, u32> =
        places.iter().filter(|(_, function)| moved.contains(function)).map(|(p, f)| (*p, *f)).collect();
    let mut elements = ElementSection::new();
    for (start, run) in runs(&own) {
        let numbers: Vec<u32> = run.iter().map(|f| renumber.function_index(*f)).collect::<Result<_, _>>()?;
        elements.active(
            None,
            &ConstExpr::i32_const(start.cast_signed()),
            Elements::Functions(numbers.into()),
        );
    }
    module.section(&elements);

    let mut code = CodeSection::new();
    for function in moved {
        let body = program.bodies[*function as usize - program.imported].clone();
        renumber.parse_function_body(&mut code, body)?;
    }
    module.section(&code);

    let mut data = DataSection::new();
    for (address, bytes) in &words.pieces {
        data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }
    module.section(&data);
    customs(renumber, &mut module);
    Ok(module.finish())
}
