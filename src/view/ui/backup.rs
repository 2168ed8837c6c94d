//! When the last backup was made, and the button that makes one.

use leptos::prelude::*;

use super::when::When;
use crate::{
    domain::listing::{begun_after, local_ms, print},
    view::ctx::{Ask, ctx},
};

/// A line that stays in sight: no app can prevent that a phone is lost.
#[component]
pub fn BackupLine() -> impl IntoView {
    let ctx = ctx();
    let when = When::new();
    let print = ctx.part(|m| print(&m.history));
    let last = ctx.part(|m| m.meta.last_backup_unix_ms);
    let words = move || {
        print.get();
        let t = ctx.t();
        ctx.model.with_untracked(|m| match last.get() {
            Some(at) => {
                let day = when.day_and_year(local_ms(at, m.opened.utc_offset_min));
                (t.history.last_backup)(&day, begun_after(&m.history, at))
            }
            None => (t.history.no_backup)(begun_after(&m.history, i64::MIN)),
        })
    };
    view! {
        <div class="backup">
            <p>{words}</p>
            <button type="button" on:click=move |_| ctx.ask(Ask::Backup)>
                {move || ctx.t().safety.notices.export_backup}
            </button>
        </div>
    }
}
