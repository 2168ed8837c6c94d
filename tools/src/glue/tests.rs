//! Held against a glue as wasm-bindgen writes it.

use super::import::arrow;
use super::*;
use crate::wasm;

const EXAMPLE: &str = include_str!("example.js");

fn example_names() -> Names {
    wasm::names(&wasm::example()).expect("a module")
}

#[test]
fn both_sides_speak_of_the_same() {
    let names = example_names();
    let (text, renamed) = thin(EXAMPLE, &names).expect("thins");
    for import in &names.imports {
        assert!(
            renamed.imports.contains_key(&import.name) && !text.contains(&import.name),
            "{}",
            import.name
        );
    }
    let module = wasm::rename(&wasm::example(), &renamed).expect("renames");
    let after = wasm::names(&module).expect("reads");
    let places: Vec<String> = (0..names.imports.len()).map(|place| place.to_string()).collect();
    assert_eq!(after.imports.iter().map(|import| import.name.clone()).collect::<Vec<_>>(), places);
    assert!(!text.contains("__wb") && !text.contains("arg1"), "{text}");
    assert!(text.len() < EXAMPLE.len() / 5, "{text}");
}

#[test]
fn functions_of_known_shapes_become_arrows() {
    let (text, _) = thin(EXAMPLE, &example_names()).expect("thins");
    for arrow in [
        "a=>a instanceof Window",
        "a=>a._wbg_cb_unref()",
        "new AudioContext())",
        "new Promise((x,y)=>",
        "typeof(b)==='string'?b:undefined)",
    ] {
        assert!(text.contains(arrow), "{arrow} in {text}");
    }
}

#[test]
fn the_support_code_is_found_whole() {
    let names: Vec<&str> = parts(SUPPORT).iter().map(|part| part.name).collect();
    assert!(names.contains(&"option") && names.contains(&"start") && names.len() > 20, "{names:?}");
}

#[test]
fn what_is_not_known_is_an_error() {
    let names = example_names();
    let first = names.imports[0].name.as_str();
    for changed in [
        EXAMPLE.replace("__proto__", "proto"),
        EXAMPLE.replacen(first, "another", 1),
        EXAMPLE.replace("--state.cnt", "state.cnt--"),
        EXAMPLE.replace("let WASM_VECTOR_LEN", "start();\nlet WASM_VECTOR_LEN"),
        EXAMPLE.replace("table.grow(4)", "wasm.grow(4)"),
        EXAMPLE.replace("table.grow(4)", "this.grow(4)"),
    ] {
        assert_ne!(changed, EXAMPLE);
        assert!(thin(&changed, &names).is_err());
    }
    let mut more = example_names();
    more.imports.push(wasm::Import { module: MODULE.to_owned(), name: "more".to_owned() });
    assert!(thin(EXAMPLE, &more).is_err());
    let mut twice = example_names();
    twice.imports.push(twice.imports[0].clone());
    assert!(thin(EXAMPLE, &twice).is_err());
}

#[test]
fn a_function_of_another_shape_stays_as_it_is() {
    assert_eq!(arrow("arg0", &["if (arg0) {", "return 1;", "}"]), "a=>{if (a) {\nreturn 1;\n}}");
    assert_eq!(
        arrow("arg0, arg1", &["const ret = arg0;", "a(ret);"]),
        "(arg0, arg1)=>{const ret = arg0;\na(ret);}"
    );
    assert_eq!(arrow("", &["const ret = new Date();", "return ret;"]), "()=>new Date()");
}

#[test]
fn words_in_quotation_marks_stay() {
    let other = |word: &str, _: &str| (word == "a").then(|| "b".to_owned());
    assert_eq!(words("a.c + \"a\" + aa('a') + a", other), "b.c + \"a\" + aa('a') + b");
    assert_eq!([letter('A', 25), letter('A', 26)], ["Z", "A1"]);
}
