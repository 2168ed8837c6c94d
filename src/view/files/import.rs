//! A backup comes back: the file is chosen, what it would bring is shown, and only a yes takes it in.

use web_sys::Event;

use super::{Board, Files, Stage, board};
use crate::{
    domain::{
        bring::{Preview, Refusal, Wish},
        listing::local_ms,
    },
    view::{
        ctx::{Ask, Ctx, ctx},
        dom::{El, el},
        ui::{dialog, when},
    },
};

/// The heading of the dialog.
const TITLE: &str = "import-title";

/// The button, the field that it stands for, and the dialog while there is one.
pub fn import() -> El {
    let ctx = ctx();
    let board = board();
    let field = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json,text/plain")
        .attr("hidden", true)
        .attr("aria-hidden", "true");
    let [chosen, pressed] = [field.clone(), field.clone()];
    let field = field.on("change", move |_: &Event| {
        board.set_field(chosen.clone());
        ctx.ask(Ask::Files(Files::Read));
        // The same file, chosen again, is news again.
        chosen.clone().prop("value", "");
    });
    let button = el("button")
        .attr("type", "button")
        .text(ctx.phrase(|t| t.files.import))
        .click(move || pressed.html().click());
    el("div").class("import").children([button, field]).switch(
        move || board.stage(),
        move |stage| match stage {
            Stage::Nothing => None,
            Stage::Refused(why) => Some(refused(ctx, why)),
            Stage::Asking(preview) => Some(asking(ctx, board, &preview)),
            Stage::Taking => Some(sheet(ctx, ctx.words().files.preview.taking, vec![], vec![])),
            Stage::Taken(one, nowhere, any) => Some(taken(ctx, one, nowhere, any)),
        },
    )
}

fn sheet(ctx: Ctx, title: &'static str, inside: Vec<El>, answers: Vec<El>) -> El {
    let mut all = vec![el("h2").attr("id", TITLE).text(title)];
    all.extend(inside);
    all.push(el("div").class("sheet-foot").children(answers));
    dialog(TITLE, "sheet", move || close(ctx), all)
}

/// Escape and the buttons; what is being written is not to be stopped.
fn close(ctx: Ctx) {
    if board().stage() != Stage::Taking {
        ctx.ask(Ask::Files(Files::Close));
    }
}

fn answer(word: &'static str, class: &'static str, pressed: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class(class).text(word).click(pressed)
}

fn refused(ctx: Ctx, why: Refusal) -> El {
    let words = &ctx.words().files;
    let inside = vec![
        el("p").class("sheet-lead").text(words.refused.why(why)),
        el("p").text(words.refused.nothing_changed),
    ];
    sheet(ctx, words.refused.title, inside, vec![answer(words.preview.close, "action", move || close(ctx))])
}

fn asking(ctx: Ctx, board: Board, preview: &Preview) -> El {
    let t = ctx.words();
    let words = &t.files.preview;
    let made = local_ms(preview.made_unix_ms, ctx.peek(|m| m.opened.utc_offset_min));
    let made = el("p").class("sheet-lead").text(words.made.words(&when::day_and_year(t, made)));
    let cancel = answer(words.cancel, "", move || close(ctx));
    if preview.is_nothing() {
        let nothing = el("p").text(words.nothing);
        let close = answer(words.close, "action", move || close(ctx));
        return sheet(ctx, words.title, vec![made, nothing], vec![close]);
    }
    let Preview { new, same, newer, older, conflicts, deletes, set_aside, .. } = *preview;
    let lines = [new, same, newer, older, conflicts, deletes, set_aside].into_iter().zip(words.counts);
    let lines = lines.filter(|(count, _)| *count > 0).map(|(count, words)| el("li").text(words.of(count)));
    let counts = el("ul").class("import-counts").children(lines);
    let deleted = preview.deleted_here;
    let bring_back =
        (deleted > 0).then(|| wish(words.bring_back.of(deleted), board, |wish, yes| wish.bring_back = yes));
    let settings =
        preview.settings.then(|| wish(words.settings.to_owned(), board, |wish, yes| wish.settings = yes));
    let any = ctx.peek(|m| m.history.entries().next().is_some());
    let copy = any.then(|| {
        let button = answer(words.copy, "", move || ctx.ask(Ask::Files(Files::Copy)));
        el("div").class("import-copy").child(el("p").class("soft").text(words.copy_note)).child(button)
    });
    let go = answer(words.go, "action", move || ctx.ask(Ask::Files(Files::Import)));
    let mut inside = vec![made, counts];
    inside.extend([bring_back, settings, copy].into_iter().flatten());
    sheet(ctx, words.title, inside, vec![cancel, go])
}

/// A box to tick.
fn wish(label: String, board: Board, set: fn(&mut Wish, bool)) -> El {
    let ticked = el("input").attr("type", "checkbox");
    let looked = ticked.clone();
    let ticked = ticked.on("change", move |_: &Event| {
        let mut wish = board.wish();
        set(&mut wish, looked.matches(":checked").unwrap_or(false));
        board.set_wish(wish);
    });
    el("label").class("concern").child(ticked).child(el("span").text(label))
}

fn taken(ctx: Ctx, one: usize, nowhere: usize, any: bool) -> El {
    let words = &ctx.words().files.preview;
    let (title, kept) = match (one, nowhere) {
        (0, 0) => (words.done, words.all_kept.to_owned()),
        (_, 0) => (words.done, words.not_all_kept.of(one)),
        (..) => (words.not_done, words.nowhere.of(nowhere)),
    };
    let close = answer(words.close, "action", move || close(ctx));
    let copy = || answer(words.copy_before, "", move || ctx.ask(Ask::Files(Files::Copy)));
    let told = el("p").class("sheet-lead").attr("role", "status").text(kept);
    sheet(ctx, title, vec![told], any.then(copy).into_iter().chain([close]).collect())
}
