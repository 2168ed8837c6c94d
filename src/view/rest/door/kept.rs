//! Where a session is kept, in words, and what can be done where that is not both places.

use crate::{
    domain::history::Kept,
    view::{
        ctx::{Ask, Ctx, Task},
        dom::{El, el},
    },
};

/// The line; none while it is being written.
pub fn kept_line(ctx: Ctx, kept: Kept) -> Option<El> {
    let t = ctx.words();
    let h = &t.kept;
    let (words, why) = match kept {
        Kept::Pending => return None,
        Kept::Both => return Some(el("p").class("kept").text(h.both)),
        Kept::One => (h.one, h.one_why),
        Kept::Nowhere => (h.nowhere, h.nowhere_why),
    };
    let export = el("button")
        .attr("type", "button")
        .text(t.safety.notices.export_backup)
        .click(move || ctx.ask(Ask::Do(Task::Backup)));
    let said = el("p").child(el("b").text(words)).text(" ").text(why);
    Some(el("div").class("not-kept").child(said).child(export))
}
