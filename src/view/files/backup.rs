//! When the last backup was made, and the buttons that make one and take one in.

use super::{Files, Handed, board, import};
use crate::{
    domain::second_copy::second_copy,
    view::{
        ctx::{Ask, Ctx, ctx},
        dom::{El, el},
    },
};

/// A line that stays in sight: no app can prevent that a phone is lost.
pub fn backup_line() -> El {
    let ctx = ctx();
    ctx.ask(Ask::Files(Files::Prepare));
    let words = move || {
        let history = &ctx.t().history;
        let copy = ctx.read(second_copy);
        copy.days
            .map_or_else(|| history.never_backed_up(copy.since), |days| history.backed_up(days, copy.since))
    };
    let due = move || ctx.read(second_copy).is_due.then(|| ctx.t().files.due);
    let line = el("p").text(words).text(" ").child(el("b").class("is-caution").text(due));
    let export = el("button")
        .attr("type", "button")
        .text(ctx.phrase(|t| t.safety.notices.export_backup))
        .click(move || ctx.ask(Ask::Files(Files::Backup)));
    el("div").class("backup").children([line, export, import()]).child(handed(ctx))
}

/// What became of the last file, for who does not see it go.
fn handed(ctx: Ctx) -> El {
    let board = board();
    // What was told on another screen is old.
    board.handed(Handed::Nothing);
    el("p").class("backup-told").attr("role", "status").text(move || match board.last() {
        Handed::Nothing => None,
        Handed::Yes => Some(ctx.t().files.handed),
        Handed::No => Some(ctx.t().files.not_handed),
    })
}
