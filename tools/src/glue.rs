//! Rewrites the JavaScript that wasm-bindgen puts around the program, together with the names in the program:
//! what both say is said shorter. Made for the wasm-bindgen of tools/versions.env; what is not as that one
//! writes it is an error, never a guess.
//!
//! The imports become an array and their names the places in it, so that neither side spells them; functions
//! of a known shape become arrows; the support code is our own (glue/support.js), and only what is needed. In
//! brotli: the glue 7,268 bytes to 2,222, the program 117,133 to 113,733. (The imports sorted by their text
//! would take 110 bytes off the glue and put 150 on the program.)

mod import;
mod parts;

use std::collections::BTreeMap;

use crate::wasm::{Names, Renamed};
use crate::{digest, squeeze};
use import::functions;
pub(crate) use parts::letter;
use parts::{exports_used, has_word, needed, parts, words};

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

#[cfg(test)]
mod tests;
