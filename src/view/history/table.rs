//! Tables: the same as a drawing, for everyone who would rather read.

use crate::view::dom::{El, el};

/// A table with a head; the first cell of each row names it.
pub fn table(heads: &[&'static str], rows: impl IntoIterator<Item = Vec<String>>) -> El {
    let head = heads.iter().map(|words| el("th").attr("scope", "col").text(*words));
    let row = |cells: Vec<String>| {
        let cell = |(at, words): (usize, String)| match at {
            0 => el("th").attr("scope", "row").text(words),
            _ => el("td").text(words),
        };
        el("tr").children(cells.into_iter().enumerate().map(cell))
    };
    el("table")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows.into_iter().map(row)))
}

/// The table behind its drawing: it opens.
pub fn twin(opens: &'static str, table: El) -> El {
    let scroll =
        el("div").class("twin-table").attr("tabindex", "0").attr("role", "group").attr("aria-label", opens);
    el("details").class("sources").child(el("summary").text(opens)).child(scroll.child(table))
}
