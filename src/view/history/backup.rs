//! When the last backup was made, and the button that makes one.

use super::super::ui::when;
use crate::{
    domain::listing::{begun_after, local_ms},
    view::{
        ctx::{Ask, ctx},
        dom::{El, el},
    },
};

/// A line that stays in sight: no app can prevent that a phone is lost.
pub fn backup_line() -> El {
    let ctx = ctx();
    let words = move || {
        let t = ctx.t();
        ctx.read(|m| match m.meta.last_backup_unix_ms {
            Some(at) => {
                let day = when::day_and_year(t, local_ms(at, m.opened.utc_offset_min));
                t.history.backed_up(&day, begun_after(&m.history, at))
            }
            None => t.history.never_backed_up(begun_after(&m.history, i64::MIN)),
        })
    };
    let export = el("button")
        .attr("type", "button")
        .text(move || ctx.t().safety.notices.export_backup)
        .click(move || ctx.ask(Ask::Backup));
    el("div").class("backup").child(el("p").text(words)).child(export)
}
