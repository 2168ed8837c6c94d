//! Finds the methods that a file defines in inherent `impl` blocks, and those that it calls.

use std::collections::BTreeSet;

use super::tokens::is_name;

/// The methods of a file.
pub struct Methods {
    /// The types that the file defines.
    types: BTreeSet<String>,
    /// Type and name of each method in an inherent `impl` block.
    defined: BTreeSet<(String, String)>,
    /// The name of each method that the file calls.
    pub called: BTreeSet<String>,
}

impl Methods {
    /// Whether the file defines a method of this name.
    pub fn defines(&self, name: &str) -> bool {
        self.defined.iter().any(|(_, method)| method == name)
    }

    /// Whether the file adds a method of this name to a type of another file.
    pub fn extends(&self, name: &str) -> bool {
        self.defined.iter().any(|(of_type, method)| method == name && !self.types.contains(of_type))
    }
}

/// Reads the methods from the tokens of a file.
pub fn read_methods(tokens: &[String]) -> Methods {
    let after = |keywords: &[&str]| -> BTreeSet<String> {
        let pairs = tokens.windows(2).filter(|pair| keywords.contains(&pair[0].as_str()));
        pairs.map(|pair| pair[1].clone()).collect()
    };
    let is_call =
        |call: &&[String]| call[0] == "." && is_name(&call[1]) && (call[2] == "(" || call[2] == "::");
    let called = tokens.windows(3).filter(is_call).map(|call| call[1].clone()).collect();
    let mut methods =
        Methods { types: after(&["struct", "enum", "trait", "type"]), defined: BTreeSet::new(), called };
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| *token == "impl") {
        // Elsewhere, `impl` is part of a type.
        let is_item = at == 0 || [";", "}", "]", "{"].contains(&tokens[at - 1].as_str());
        let Some(length) = tokens[at..].iter().position(|token| token == "{").filter(|_| is_item) else {
            continue;
        };
        let header = &tokens[at + 1..at + length];
        if header.iter().any(|token| token == "for") {
            continue;
        }
        if let Some(of_type) = type_name(header) {
            let names = method_names(&tokens[at + length..]);
            methods.defined.extend(names.into_iter().map(|name| (of_type.to_owned(), name)));
        }
    }
    methods
}

/// The name of the type in the header of an `impl` block: the last name outside angle brackets.
fn type_name(header: &[String]) -> Option<&str> {
    let (mut depth, mut name) = (0, None);
    for token in header {
        match token.as_str() {
            "<" => depth += 1,
            ">" => depth -= 1,
            "where" => break,
            token if depth == 0 && is_name(token) => name = Some(token),
            _ => {}
        }
    }
    name
}

/// The names of the functions with a `self` parameter in the block that the tokens begin with.
fn method_names(tokens: &[String]) -> Vec<String> {
    let (mut depth, mut names) = (0, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "fn" if depth == 1 => {
                let parameters = tokens[at..].iter().skip_while(|token| *token != "(").skip(1);
                let mut first =
                    parameters.take_while(|token| *token != "," && *token != ")" && *token != ":");
                if first.any(|token| token == "self") {
                    names.extend(tokens.get(at + 1).cloned());
                }
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

#[test]
fn methods_of_inherent_impls_are_found() {
    let code = "struct A; impl<T> A<T> { fn new() {} fn a(&self) { x.c::<B>() } } impl B { fn b(mut self) {} } \
                impl C for A { fn c(&self) {} } fn f(x: impl D) {}";
    let methods = read_methods(&super::tokens::tokens(code));
    assert!(methods.defines("a") && !methods.extends("a"));
    assert!(methods.extends("b"));
    assert!(!methods.defines("c") && !methods.defines("new"));
    assert_eq!(methods.called.into_iter().collect::<Vec<_>>(), ["c"]);
}
