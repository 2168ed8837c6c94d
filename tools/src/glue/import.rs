//! The functions that the program imports, each as short as its shape allows.

use std::collections::BTreeMap;

use super::parts::{has_word, words};

/// Every import as an arrow function, by its name.
pub(super) fn functions(imports: &str) -> Result<BTreeMap<&str, String>, String> {
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
pub(super) fn arrow(parameters: &str, body: &[&str]) -> String {
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
