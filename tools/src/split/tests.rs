//! A program of a handful of functions is cut, and both halves are read again.

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemorySection,
    MemoryType, Module, NameMap, NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};

use super::*;
use wasmparser::DataKind;

/// What each function is called, what it calls, and whether the table knows it. Number 0 is imported.
type Told = [(&'static str, &'static [u32], bool)];

const PROGRAM: &Told = &[
    ("console_log", &[], false),
    ("eased[0af3]::view::leg::screen", &[3, 4], false),
    (
        "<eased[0af3]::view::leg::screen::{closure#0} as eased[0af3]::view::dom::call::Makes>::make",
        &[4],
        true,
    ),
    ("eased[0af3]::view::rest::door::screen", &[5, 4, 0], false),
    ("eased[0af3]::view::dom::el", &[], false),
    ("eased[0af3]::view::history::screen", &[7, 0], false),
    (
        "<eased[0af3]::view::dom::El>::switch::<bool, eased[0af3]::view::history::screen::{closure#1}>",
        &[4],
        true,
    ),
    ("eased[0af3]::domain::listing::listing", &[], false),
];

/// Two phrases and a short one, and where the second stands: at 1024 + 18, 18 bytes long.
const DATA: &[u8] = b"Where it was tightHow to roll slowlyTotal\x12\x04\0\0\x12\0\0\0.";

fn program(told: &Told) -> Vec<u8> {
    let numbers = || (0_u32..).zip(told);
    let mut types = TypeSection::new();
    types.ty().function([], []);
    types.ty().function([ValType::I32], []);
    let mut imports = ImportSection::new();
    imports.import("./eased_bg.js", told[0].0, EntityType::Function(0));
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    for (_, calls, in_table) in &told[1..] {
        functions.function(0);
        let mut function = Function::new([]);
        for called in *calls {
            function.instruction(&Instruction::Call(*called));
        }
        if *in_table {
            function.instruction(&Instruction::I32Const(8)).instruction(&Instruction::GlobalSet(0));
        }
        function.instruction(&Instruction::End);
        code.function(&function);
    }
    // One of another type, so that a place can hold what never fits.
    functions.function(1);
    let mut other = Function::new([]);
    other.instruction(&Instruction::End);
    code.function(&other);
    let last = u32::try_from(told.len()).expect("few");
    let listed: Vec<u32> =
        numbers().filter(|(_, (.., in_table))| *in_table).map(|(number, _)| number).chain([last]).collect();
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: 1 + listed.len() as u64,
        maximum: Some(1 + listed.len() as u64),
        table64: false,
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    globals.global(
        GlobalType { val_type: ValType::I32, mutable: true, shared: false },
        &ConstExpr::i32_const(64),
    );
    let mut exports = ExportSection::new();
    exports.export("__wbindgen_start", ExportKind::Func, 1);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(listed.into()));
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(1024), DATA.iter().copied());
    let mut map = NameMap::new();
    for (number, (name, ..)) in numbers() {
        map.append(number, name);
    }
    let mut names = NameSection::new();
    names.functions(&map);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&globals)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&data)
        .section(&names);
    module.finish()
}

fn named<'a>(half: &Program<'a>) -> Vec<&'a str> {
    let last = |name: &&'a str| name.rsplit("::").next().unwrap_or(name);
    let own = half.imported..;
    half.names
        .iter()
        .filter(|(number, _)| own.contains(&(**number as usize)))
        .map(|(_, name)| last(name))
        .collect()
}

#[test]
fn what_only_the_rest_calls_goes_with_it() {
    let halves = split(&program(PROGRAM), &["How to roll slowly"]).expect("cuts");
    let first = Program::read(&halves.first).expect("reads");
    let rest = Program::read(&halves.rest).expect("reads");
    assert_eq!(named(&first), ["screen", "make", "el"]);
    assert_eq!(named(&rest), ["screen", "screen", "{closure#1}>", "listing"]);
}

#[test]
fn the_door_is_reached_through_the_table() {
    let halves = split(&program(PROGRAM), &[]).expect("cuts");
    let first = Program::read(&halves.first).expect("reads");
    let rest = Program::read(&halves.rest).expect("reads");
    // The table has grown by the door, whose place is empty until the rest comes.
    assert_eq!(first.tables[0].ty.initial, 5);
    assert!(!first.places.contains_key(&4));
    let operators: Vec<String> = first.bodies[0]
        .get_operators_reader()
        .expect("reads")
        .into_iter()
        .map(|operator| format!("{:?}", operator.expect("reads")))
        .collect();
    assert_eq!(operators[0], "I32Const { value: 4 }");
    assert!(operators[1].starts_with("CallIndirect { type_index: 0"), "{operators:?}");
    // The rest puts the door and its closure into their places.
    let places: Vec<(u32, &str)> = rest.places.iter().map(|(place, f)| (*place, rest.names[f])).collect();
    assert_eq!(places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [2, 4]);
    assert!(places[0].1.contains("closure#1") && places[1].1.contains("door"));
}

#[test]
fn a_place_that_waits_holds_what_never_fits() {
    let halves = split(&program(PROGRAM), &[]).expect("cuts");
    let first = Program::read(&halves.first).expect("reads");
    let stand_in = first.places[&2];
    assert_ne!(first.types[first.functions[stand_in as usize] as usize], first.types[0]);
}

#[test]
fn each_half_has_the_other_halfs_names() {
    let halves = split(&program(PROGRAM), &[]).expect("cuts");
    let offered = crate::wasm::names(&halves.first).expect("reads").exports;
    let asked = crate::wasm::names(&halves.rest).expect("reads").imports;
    assert_eq!(offered[0], "__wbindgen_start");
    for import in &asked {
        assert!(import.module == "0" && offered.contains(&import.name), "{}", import.name);
    }
    // Table, memory, stack pointer, the imported function and the one that both use.
    assert_eq!(asked.len(), 5);
}

#[test]
fn phrases_go_where_they_are_shown() {
    let halves = split(&program(PROGRAM), &["How to roll slowly", "Nowhere at all", "Total"]).expect("cuts");
    let first = Program::read(&halves.first).expect("reads");
    let rest = Program::read(&halves.rest).expect("reads");
    assert!(first.data[0].data.ends_with(b"tight\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Total\0\0\0\0\0\0\0\0."));
    assert_eq!(rest.data.len(), 2, "what is short stays");
    assert_eq!(rest.data[1].data, b"\x12\x04\0\0\x12\0\0\0");
    assert_eq!(rest.data[0].data, b"How to roll slowly");
    let DataKind::Active { offset_expr, .. } = &rest.data[0].kind else { panic!("it has a place") };
    let at = offset_expr.get_operators_reader().read().expect("reads");
    assert!(matches!(at, Operator::I32Const { value: 1042 }), "{at:?}");
}

#[test]
fn nobody_goes_around_the_door() {
    let mut told = PROGRAM.to_vec();
    told[2].1 = &[5];
    let error = split(&program(&told), &[]).err().expect("refuses");
    assert!(error.contains("view::history::screen") && error.contains("view::leg::screen"), "{error}");
}

#[test]
fn a_program_without_names_is_not_cut() {
    let told: Vec<_> = PROGRAM.iter().map(|(_, calls, in_table)| ("f", *calls, *in_table)).collect();
    assert!(split(&program(&told), &[]).err().expect("refuses").contains("names"));
}

#[test]
fn every_room_of_the_rest_is_there() {
    let src = crate::dist::root().join("src");
    for room in ROOMS {
        let path = room.trim_end_matches("::").replace("::", "/");
        let found = src.join(&path).is_dir() || src.join(format!("{path}.rs")).is_file();
        assert!(found, "{room}");
    }
    assert!(DOORS.iter().all(|door| ROOMS.iter().any(|room| door.starts_with(room))) && phrases().len() > 80);
}

#[test]
fn what_the_beginning_says_in_the_same_words_stays() {
    let text = eased::text::EN;
    assert_eq!(text.mat.red_card, text.shell.red_card);
    assert!(!phrases().contains(&text.shell.red_card));
    assert!(phrases().contains(&text.files.import));
}
