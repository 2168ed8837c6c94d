//! Tables: the same as a drawing, for everyone who would rather read.

use leptos::prelude::*;

/// A table with a head; the first cell of each row names the row.
#[component]
pub fn DataTable(
    /// The heads of the columns.
    heads: Vec<&'static str>,
    /// The rows, as many cells as there are heads in each.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let head = |words| view! { <th scope="col">{words}</th> };
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        view! {
            <tr>
                {cells.next().map(|words| view! { <th scope="row">{words}</th> })}
                {cells.map(|words| view! { <td>{words}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <table>
            <thead>
                <tr>{heads.into_iter().map(head).collect_view()}</tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// The table of a drawing, closed at first.
#[component]
pub fn TableDisclosure(
    /// The words that open it.
    summary: &'static str,
    /// The heads of the columns.
    heads: Vec<&'static str>,
    /// The rows.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    view! {
        <details class="sources">
            <summary>{summary}</summary>
            <div class="twin-table" tabindex="0" role="group" aria-label=summary>
                <DataTable heads rows/>
            </div>
        </details>
    }
}
