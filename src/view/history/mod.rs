//! The finished sessions, newest first, month by month.

mod backup;
mod details;
mod list;
mod sitting;

use std::rc::Rc;

pub use self::backup::backup_line;
use self::list::List;
use super::{
    ctx::ctx,
    dom::{El, Els, el, svg},
    leg::plate,
    ui::when,
};
use crate::text::Text;

/// The History screen.
pub fn screen() -> El {
    let ctx = ctx();
    let t = ctx.words();
    let list = Rc::new(List::new());
    let (counted, looked, shown) = (list.clone(), list.clone(), list.clone());
    let count = move || {
        let sessions = counted.listing().sessions;
        (sessions > 0).then(|| t.history.sessions.of(sessions))
    };
    let masthead = el("header")
        .class("masthead")
        .child(el("h1").class("title").attr("tabindex", "-1").text(t.shell.nav_history))
        .child(el("p").class("masthead-note").text(count));
    let main = el("main")
        .class("history")
        .child(masthead)
        .switch(
            move || looked.listing().months.is_empty(),
            move |empty| if empty { nothing_yet(t) } else { backup_line() },
        )
        .each(move || shown.months(), {
            let list = list.clone();
            move |number| month(list.clone(), number)
        });
    more(main, list)
}

/// What will be here, and when.
fn nothing_yet(t: &'static Text) -> El {
    let leg = svg("svg")
        .attr("viewBox", plate::SMALL_VIEW_BOX)
        .attr("aria-hidden", "true")
        .child(svg("use").attr("href", "#leg-small"));
    let words = el("div").children([
        el("h2").text(t.history.empty),
        el("p").text(t.history.empty_what),
        el("a").class("button").attr("href", "#/").text(t.history.empty_go),
    ]);
    el("div").class("history-empty").child(leg).child(words)
}

fn month(list: Rc<List>, number: u32) -> El {
    let t = ctx().words();
    let title = list.month_ms(number).map(|ms| when::month(t, ms));
    let lines = list.clone();
    let lines = el("ul").each(
        move || lines.lines(number),
        move |name| match list.named(name) {
            Some(id) => sitting::sitting(list.clone(), id),
            None => el("li"),
        },
    );
    el("section").class("month").child(el("h2").text(title)).child(lines)
}

/// The way to older sessions. The focus goes on to the first of them.
fn more(main: El, list: Rc<List>) -> El {
    let t = ctx().words();
    let any = list.clone();
    main.when(
        move || any.listing().older > 0,
        move || {
            let (older, list) = (list.clone(), list.clone());
            let button = el("button")
                .attr("type", "button")
                .class("history-more")
                .text(move || t.history.more.n(older.listing().older))
                .click(move || list.show_more());
            Els::from(button)
        },
    )
}
