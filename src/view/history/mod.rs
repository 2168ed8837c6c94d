//! The finished sessions: newest first, month by month; and what they tell together.

mod chart;
mod details;
mod filter;
mod knee;
mod list;
mod map;
mod markup;
mod pick;
mod plan;
mod prompts;
mod scale;
mod sheet;
mod sitting;
mod spots;
mod table;
mod weeks;

use std::rc::Rc;

use self::{list::List, pick::Chosen};
use super::{
    ctx::ctx,
    dom::{El, Els, el, svg},
    files::{backup_line, import},
    leg::plate,
    ui::{focus, when},
};
use crate::{
    domain::listing::{Filter, begun_after},
    text::Text,
};

/// From so many sessions on there is something to choose from.
const FILTER_FROM: usize = 4;

/// The History screen: the sessions one by one, or what they tell together.
pub fn screen() -> El {
    let ctx = ctx();
    let t = ctx.words();
    let list = Rc::new(List::new());
    let all = move || ctx.read(|m| begun_after(&m.history, i64::MIN));
    let count = move || {
        let sessions = all();
        (sessions > 0).then(|| t.history.sessions.of(sessions))
    };
    let masthead = el("header")
        .class("masthead")
        .child(el("h1").class("title").attr("tabindex", "-1").text(t.shell.nav_history))
        .child(el("p").class("masthead-note").text(count));
    let looked = list.clone();
    el("main")
        .class("history")
        .child(masthead)
        .switch(move || looked.is_bare(), move |bare| if bare { nothing_yet(t) } else { both(list.clone()) })
}

/// The two parts of the screen. It begins with the sessions: what one did last time is what one comes for.
fn both(list: Rc<List>) -> El {
    let words = &ctx().words().history.weeks;
    let chosen = Chosen::new(None);
    let looked = chosen.clone();
    el("div")
        .child(backup_line())
        .child(prompts::prompts())
        .child(pick::picks("history-part", words.which_part, &words.parts, &chosen, 0))
        .switch(
            move || looked.get() == Some(1),
            move |weeks| if weeks { weeks::weeks() } else { sessions(list.clone()) },
        )
}

/// Gives the focus to the heading of the screen.
fn to_heading(near: &El) {
    if let Some(page) = near.owner_document().and_then(|document| document.document_element()) {
        focus::first(&page, "h1[tabindex]");
    }
}

/// The sessions, month by month.
fn sessions(list: Rc<List>) -> El {
    let ctx = ctx();
    let (filtered, looked, none, shown) = (list.clone(), list.clone(), list.clone(), list.clone());
    let many = move || {
        filtered.filter() != Filter::default()
            || ctx.read(|m| begun_after(&m.history, i64::MIN)) >= FILTER_FROM
    };
    let filter = list.clone();
    let sessions = el("div")
        .when(many, move || filter::filter(&filter))
        .when(move || looked.listing().months.is_empty(), move || filter::nothing(none.clone()))
        .each(move || shown.months(), {
            let list = list.clone();
            move |number| month(list.clone(), number)
        });
    more(sessions, list)
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
        import(),
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
fn more(sessions: El, list: Rc<List>) -> El {
    let t = ctx().words();
    let any = list.clone();
    sessions.when(
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
