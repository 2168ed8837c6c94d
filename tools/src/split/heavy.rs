//! What weighs most in a program that still has its names: rooms and functions, before anything is squeezed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Program, plain};

/// Lines of each table.
const LINES: usize = 10;
/// Characters of a function's name.
const NAME: usize = 90;

/// Tables of the heaviest rooms and functions, in bytes of code.
pub fn table(what: &str, module: &[u8]) -> Result<String, String> {
    let all = functions(module).map_err(|error| error.to_string())?;
    let mut rooms: BTreeMap<String, usize> = BTreeMap::new();
    for (name, bytes) in &all {
        *rooms.entry(room(name)).or_default() += bytes;
    }
    let sum: usize = all.iter().map(|(_, bytes)| bytes).sum();
    let mut text = format!("{what}, {sum} bytes of code.\n\n");
    for (head, list) in [("room or crate", rooms.into_iter().collect()), ("function", all)] {
        let _ = writeln!(text, "| {head} | bytes |\n|---|---|");
        for (name, bytes) in heaviest(list) {
            let _ = writeln!(text, "| `{}` | {bytes} |", name.chars().take(NAME).collect::<String>());
        }
        text.push('\n');
    }
    Ok(text)
}

fn heaviest(mut all: Vec<(String, usize)>) -> Vec<(String, usize)> {
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(LINES);
    all
}

/// Where a function belongs: two steps into our own crate, or the first crate that its name has.
fn room(name: &str) -> String {
    let end =
        |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(text.len());
    if let Some((_, inside)) = name.split_once("eased::") {
        let path: Vec<&str> = inside[..end(inside)].split("::").take(2).collect();
        return format!("eased::{}", path.join("::"));
    }
    let from = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    from[..end(from)].split("::").next().unwrap_or_default().to_owned()
}

/// Every function's name, without the numbers of crates, and its bytes.
fn functions(module: &[u8]) -> wasmparser::Result<Vec<(String, usize)>> {
    let program = Program::read(module)?;
    let name = |at: u32| program.names.get(&at).map_or_else(|| "?".to_owned(), |name| plain(name));
    let numbers = u32::try_from(program.imported).unwrap_or(u32::MAX)..;
    Ok(numbers.zip(&program.bodies).map(|(at, body)| (name(at), body.range().len())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_room_that_its_name_begins_with() {
        assert_eq!(room("<eased::view::dom::el::El>::switch::<eased::domain::Model>"), "eased::view::dom");
        assert_eq!(room("eased::main"), "eased::main");
        assert_eq!(room("<alloc::vec::Vec<u8> as core::Clone>::clone"), "alloc");
        assert_eq!(room("core::ptr::drop::<eased::store::Pile>"), "eased::store::Pile");
    }

    #[test]
    fn the_heaviest_come_first_and_ties_by_name() {
        let all = vec![("b".to_owned(), 1), ("a".to_owned(), 1), ("c".to_owned(), 2)];
        let names: Vec<String> = heaviest(all).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["c", "a", "b"]);
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(table("x", b"no").is_err());
    }
}
