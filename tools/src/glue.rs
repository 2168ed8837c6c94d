//! Rewrites the JavaScript that wasm-bindgen puts around the program, together with the names in the program:
//! what both say is said shorter. Made for the wasm-bindgen of tools/versions.env; what is not as that one
//! writes it is an error, never a guess.
//!
//! The imports become an array and their names the places in it, so that neither side spells them; functions
//! of a known shape become arrows; the support code is our own (glue/support.js), and only what is needed. In
//! brotli: the glue 7,268 bytes to 2,222, the program 117,133 to 113,733. (The imports sorted by their text
//! would take 110 bytes off the glue and put 150 on the program.)

use std::collections::{BTreeMap, BTreeSet};

use crate::wasm::{Names, Renamed};
use crate::{digest, squeeze};

/// Around the imports, and the name of the module that they make.
const HEAD: &str = "function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n";
const FOOT: &str =
    "    };\n    return {\n        __proto__: null,\n        \"./eased_bg.js\": import0,\n    };\n}\n";
const MODULE: &str = "./eased_bg.js";

const SUPPORT: &str = include_str!("glue/support.js");

/// The parts of wasm-bindgen's support code in whose place glue/support.js stands, each with the digest of the
/// text that was read when that was written. A part that changes is to be read again.
const READ: &[(&str, &str)] = &[
    ("addToExternrefTable0", "01570b349682cd22"),
    ("CLOSURE_DTORS", "9d9caef9cf9d6af3"),
    ("getArrayU8FromWasm0", "bb47a84f9b4ca915"),
    ("cachedDataViewMemory0", "023b53e0c44cdff1"),
    ("getDataViewMemory0", "4777d9b12333510b"),
    ("getStringFromWasm0", "1b24ff837a581b7a"),
    ("cachedUint8ArrayMemory0", "dbc859718f9d18cb"),
    ("getUint8ArrayMemory0", "8c8840a651035288"),
    ("handleError", "f0ef19098374cf57"),
    ("isLikeNone", "c12b63e969e0db3d"),
    ("makeClosure", "e7141816f32f2a2e"),
    ("makeMutClosure", "1317a617827d93fe"),
    ("passStringToWasm0", "03e72bfc8af08dea"),
    ("takeFromExternrefTable0", "ed7867f537db659b"),
    ("cachedTextDecoder", "3e78df56a8cb70ee"),
    ("cachedTextDecoder.decode();", "9d7ba3d31c5b401c"),
    ("MAX_SAFARI_DECODE_BYTES", "9d0208b6905db594"),
    ("numBytesDecoded", "2d42a5f2b2edd2c8"),
    ("decodeText", "a035a08828b609fb"),
    ("cachedTextEncoder", "5d2815c9a6e1928d"),
    ("if (!('encodeInto' in cachedTextEncoder)) {", "9b996eeb72fc9d8c"),
    ("WASM_VECTOR_LEN", "c315ecd966cd627a"),
    ("wasmModule", "4cf0302a5ab98da3"),
    ("__wbg_finalize_init", "4847963bb083116c"),
    ("__wbg_load", "a5fc0b793100f8d3"),
    ("initSync", "04eeebe8799d6bc0"),
    ("__wbg_init", "4901f0cf64f1b643"),
    ("export { initSync, __wbg_init as default };", "1e2486c5f9601d1f"),
];

/// The glue, and the names in the program that go with it.
pub fn thin(glue: &str, names: &Names) -> Result<(String, Renamed), String> {
    let (imports, rest) = glue
        .strip_prefix(HEAD)
        .and_then(|rest| rest.split_once(FOOT))
        .ok_or("the glue does not begin with the program's imports")?;

    // The place of each import, in the program's order: there the numbers follow each other.
    let mut functions = functions(imports)?;
    let mut list = Vec::new();
    let mut renamed = Renamed { module: "0".to_owned(), ..Renamed::default() };
    for (place, import) in names.imports.iter().enumerate() {
        let function = functions.remove(import.name.as_str());
        let known = function.filter(|_| import.module == MODULE);
        list.push(known.ok_or(format!("the glue has no {} or the program has it twice", import.name))?);
        renamed.imports.insert(import.name.clone(), place.to_string());
    }
    if let Some(name) = functions.keys().next() {
        return Err(format!("the program does not import {name}"));
    }

    let mut known = parts(SUPPORT);
    let mut stands_for = BTreeMap::new();
    for part in parts(rest) {
        if let Some((_, read)) = READ.iter().find(|(name, _)| *name == part.name) {
            let found = digest::short(part.text.trim_end().as_bytes());
            if *read != found {
                return Err(format!(
                    "wasm-bindgen writes {} in a new way: read it, change glue/support.js if it matters there, \
                     and set its digest in glue.rs to {found}",
                    part.name
                ));
            }
        } else if let Some(other) = part.stands_for() {
            stands_for.insert(part.name, other);
        } else if part.is_declaration() {
            known.push(part);
        } else {
            return Err(format!("wasm-bindgen's glue has a part that nobody has read: {}", part.text));
        }
    }

    let list = words(&list.join(",\n"), |word, _| stands_for.get(word).cloned());
    let chosen = needed(&known, &list);
    let text: String = chosen.iter().map(|part| part.text).collect();
    let text = squeeze::javascript(&text.replace("IMPORTS", &format!("[{list}]")));
    let missing = |name: &&str| has_word(&text, name) && !chosen.iter().any(|part| part.name == *name);
    if let Some(name) = READ.iter().map(|(name, _)| *name).find(missing) {
        return Err(format!("the glue needs {name}, which glue/support.js does not have"));
    }

    for name in exports_used(&text) {
        if !names.exports.contains(&name) {
            return Err(format!("the program does not export {name}"));
        }
        let short = letter('a', renamed.exports.len());
        renamed.exports.insert(name, short);
    }
    let mut shorter = BTreeMap::new();
    for part in chosen.iter().filter(|part| part.is_declaration()) {
        let short = letter('A', shorter.len());
        if has_word(&text, &short) {
            return Err(format!("{short} means something in the glue already"));
        }
        shorter.insert(part.name, short);
    }
    let text = words(&text, |word, before| {
        let of_object = before.ends_with('.') && !before.ends_with("...");
        match before.ends_with("wasm.") {
            true => renamed.exports.get(word).cloned(),
            false if of_object => None,
            false => shorter.get(word).cloned(),
        }
    });
    Ok((text, renamed))
}

/// Every import as an arrow function, by its name.
fn functions(imports: &str) -> Result<BTreeMap<&str, String>, String> {
    let mut found = BTreeMap::new();
    let mut lines = imports.lines();
    while let Some(first) = lines.next() {
        let strange = || format!("the glue has an import in a new shape: {first}");
        let (name, head) = first.trim_start().split_once(": function(").ok_or_else(strange)?;
        // What throws here is to be told to the program.
        let (caught, head) = match head.strip_prefix(") { return handleError(function (") {
            Some(head) => (true, head),
            None => (false, head),
        };
        let parameters = head.strip_suffix(") {").ok_or_else(strange)?;
        let end = if caught { "        }, arguments); }," } else { "        }," };
        let mut body = Vec::new();
        loop {
            match lines.next() {
                Some(line) if line == end => break,
                Some(line) if line.starts_with("            ") => body.push(line.trim()),
                _ => return Err(strange()),
            }
        }
        body.retain(|line| !line.starts_with("//"));
        let arrow = arrow(parameters, &body);
        if has_word(&arrow, "this") || has_word(&arrow, "arguments") {
            return Err(strange());
        }
        let function = if caught { format!("handleError({arrow})") } else { arrow };
        if found.insert(name, function).is_some() {
            return Err(strange());
        }
    }
    Ok(found)
}

/// A function's parameters and the lines of its body as an arrow function.
fn arrow(parameters: &str, body: &[&str]) -> String {
    let result = match value(body) {
        Some(value) => value,
        None => format!("{{{}}}", body.join("\n")),
    };
    let parameters = if parameters.contains(',') || parameters.is_empty() {
        format!("({parameters})")
    } else {
        parameters.to_owned()
    };
    let arrow = format!("{parameters}=>{result}");
    let short = |word: &str| PARAMETERS.iter().find(|(long, _)| *long == word).map(|(_, short)| *short);
    if PARAMETERS.iter().any(|(_, short)| has_word(&arrow, short)) {
        return arrow;
    }
    words(&arrow, |word, _| short(word).map(str::to_owned))
}

const PARAMETERS: &[(&str, &str)] =
    &[("arg0", "a"), ("arg1", "b"), ("arg2", "c"), ("arg3", "d"), ("arg4", "f")];

/// What wasm-bindgen writes at the end of a function that returns a text through memory.
const TEXT: [&str; 4] = [
    "passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);",
    "len1 = WASM_VECTOR_LEN;",
    "getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);",
    "getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);",
];
const NUMBER: [&str; 2] = [
    "getDataViewMemory0().setFloat64(arg0 + 8 * 1, isLikeNone(ret) ? 0 : ret, true);",
    "getDataViewMemory0().setInt32(arg0 + 4 * 0, !isLikeNone(ret), true);",
];

/// The one expression that does what these lines do; nothing if they are of no known shape.
fn value(body: &[&str]) -> Option<String> {
    let expression = |line: &str| {
        let text = line.strip_suffix(';')?;
        let first = text.split(|letter: char| !letter.is_alphanumeric()).next()?;
        let statement =
            matches!(first, "const" | "let" | "var" | "return" | "throw" | "if" | "try" | "for" | "switch");
        (!statement && !text.starts_with('{') && !text.contains(';')).then(|| text.to_owned())
    };
    let returned = |line: &str| expression(line.strip_prefix("const ret = ")?);
    match body {
        // The program ignores what a function returns that returns nothing.
        [only] => expression(only),
        ["const obj = arg1;", rest @ ..] => {
            let rest: Vec<String> = rest
                .iter()
                .map(|line| words(line, |word, _| (word == "obj").then(|| "arg1".to_owned())))
                .collect();
            value(&rest.iter().map(String::as_str).collect::<Vec<_>>())
        }
        [first, "return ret;"] => returned(first),
        [first, "return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);"] => {
            Some(format!("option({})", returned(first)?))
        }
        [first, a, b, c, d] if [*c, *d] == TEXT[2..] => {
            let (function, pass, length) = if let Some(pass) = a.strip_prefix("const ptr1 = ") {
                ("string", pass, b.strip_prefix("const ")?)
            } else {
                let pass = a.strip_prefix("var ptr1 = isLikeNone(ret) ? 0 : ")?;
                ("optionString", pass, b.strip_prefix("var ")?)
            };
            let known = [pass, length] == TEXT[..2];
            known.then_some(format!("{function}(arg0,{})", returned(first)?))
        }
        [first, a, b] if [*a, *b] == NUMBER => Some(format!("optionNumber(arg0,{})", returned(first)?)),
        // An interface that every browser has: the question cannot fail.
        [
            "let result;",
            "try {",
            answer,
            "} catch (_) {",
            "result = false;",
            "}",
            "const ret = result;",
            "return ret;",
        ] => expression(answer.strip_prefix("result = ")?),
        // A promise calls its function once, at once, and never again.
        [
            "try {",
            "var state0 = {a: arg0, b: arg1};",
            "var cb0 = (arg0, arg1) => {",
            "const a = state0.a;",
            "state0.a = 0;",
            "try {",
            invoke,
            "} finally {",
            "state0.a = a;",
            "}",
            "};",
            "const ret = new Promise(cb0);",
            "return ret;",
            "} finally {",
            "state0.a = 0;",
            "}",
        ] => {
            let invoker = invoke.strip_prefix("return ")?.strip_suffix("(a, state0.b, arg0, arg1);")?;
            Some(format!("new Promise((x,y)=>{invoker}(arg0,arg1,x,y))"))
        }
        _ => None,
    }
}

/// A declaration or a statement that stands by itself.
struct Part<'a> {
    /// What it declares, or its first line.
    name: &'a str,
    text: &'a str,
}

impl Part<'_> {
    fn is_declaration(&self) -> bool {
        !self.text.starts_with(self.name)
    }

    /// A function that only passes on to an export, or a name with its vendor's twin: every browser that can
    /// run the program knows the plain one.
    fn stands_for(&self) -> Option<String> {
        let lines: Vec<&str> = self.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let name = self.name;
        match lines[..] {
            [head, call, "}"] | [head, call, "return ret;", "}"] => {
                let parameters = head.strip_prefix("function ")?.strip_prefix(name)?.strip_suffix(" {")?;
                let call = call.strip_prefix("const ret = ").unwrap_or(call);
                (call == format!("wasm.{name}{parameters};")).then(|| format!("wasm.{name}"))
            }
            [line] => {
                let plain = name.strip_prefix('l')?;
                let vendor = format!("typeof webkit{plain} !== 'undefined' ? webkit{plain} : undefined");
                let whole =
                    format!("const {name} = (typeof {plain} !== 'undefined' ? {plain} : ({vendor}));");
                (line == whole).then(|| plain.to_owned())
            }
            _ => None,
        }
    }
}

/// The parts of a file in which only what begins a part begins a line.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let inside = line.starts_with([' ', '}', ')', '\n']);
        if !inside {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(at);
    let texts = starts.windows(2).map(|ends| &text[ends[0]..ends[1]]);
    texts.filter(|text| !text.starts_with("//")).map(|text| Part { name: name(text), text }).collect()
}

fn name(part: &str) -> &str {
    let line = part.lines().next().unwrap_or_default();
    let declared =
        ["async function ", "function ", "const ", "let "].iter().find_map(|word| line.strip_prefix(word));
    declared.and_then(|rest| rest.split(|letter| !is_of_word(letter)).next()).unwrap_or(line)
}

/// The parts that the list or another needed part refers to, and those that are statements.
fn needed<'a, 'b>(parts: &'b [Part<'a>], list: &str) -> Vec<&'b Part<'a>> {
    let mut all: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<&str> = vec![list];
    open.extend(parts.iter().filter(|part| !part.is_declaration()).map(|part| part.text));
    while let Some(text) = open.pop() {
        words(text, |word, _| {
            if all.insert(word.to_owned()) {
                open.extend(parts.iter().filter(|part| part.name == word).map(|part| part.text));
            }
            None
        });
    }
    parts.iter().filter(|part| !part.is_declaration() || all.contains(part.name)).collect()
}

/// The program's exports that are named, in the order of their first use.
fn exports_used(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    words(text, |word, before| {
        if before.ends_with("wasm.") && !found.iter().any(|name| name == word) {
            found.push(word.to_owned());
        }
        None
    });
    found
}

fn has_word(text: &str, wanted: &str) -> bool {
    let mut found = false;
    words(text, |word, _| {
        found |= word == wanted;
        None
    });
    found
}

/// The text with other words where `other` has one; it is told the word and what stands before it. Texts in
/// quotation marks are left alone.
fn words(text: &str, mut other: impl FnMut(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if matches!(letter, '"' | '\'') {
            rest[1..].find(letter).map_or(rest.len(), |end| end + 2)
        } else if is_of_word(letter) {
            rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len())
        } else {
            letter.len_utf8()
        };
        let token = &rest[..length];
        let changed = is_of_word(letter).then(|| other(token, &text[..at])).flatten();
        out.push_str(changed.as_deref().unwrap_or(token));
        at += length;
    }
    out
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The shortest name at this place: the 26 letters from this one, then each with a number behind it.
fn letter(first: char, place: usize) -> String {
    let letter = (first..).nth(place % 26).unwrap_or(first);
    if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm;

    const EXAMPLE: &str = include_str!("glue/example.js");

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
}
