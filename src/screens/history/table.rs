//! Tables with the same data as the charts.

use leptos::prelude::*;

/// A table with column headers. The first cell of each row is its header.
#[component]
pub fn DataTable(
    /// The column headers.
    heads: Vec<&'static str>,
    /// The rows, each with as many cells as there are headers.
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

/// A table in a disclosure widget, collapsed at first.
#[component]
pub fn TableDisclosure(
    /// The label of the disclosure widget.
    summary: &'static str,
    /// The column headers.
    heads: Vec<&'static str>,
    /// The rows.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary>{summary}</summary>
            <div class="scrollable-table" tabindex="0" role="group" aria-label=summary>
                <DataTable heads rows/>
            </div>
        </details>
    }
}
