//! Places for what comes and goes: for a key, for a condition, for rows.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use web_sys::{Element, Node};

use super::{
    call::{Asks, Makes, MakesRow, Names},
    element::El,
    page::document,
    region::{Els, Ends, Region, follow, keep},
};

/// A place at the end of `parent` for what a key asks for, made anew when the key changes.
pub(super) fn slot(parent: &Element, turned: Box<dyn Asks>, make: Box<dyn Makes>) {
    let anchor = anchor(parent);
    let region = Rc::new(Region::default());
    keep(Ends(region.clone()));
    let mut shown = Els::default();
    follow(move || {
        if !turned.answer() {
            return;
        }
        region.end();
        for el in shown.drain() {
            el.remove();
        }
        shown = region.make(&*make);
        for el in shown.each() {
            insert(el, &anchor);
        }
    });
}

/// The same for a condition. A function of its own, so that it is compiled once.
pub(super) fn when(parent: &Element, holds: Box<dyn Asks>, make: Box<dyn Makes>) {
    let held = Rc::new(Cell::new(None));
    let seen = held.clone();
    let turned = move || {
        let now = Some(holds.answer());
        now != seen.replace(now)
    };
    let make = move || if held.get() == Some(true) { make.make() } else { Els::default() };
    slot(parent, Box::new(turned), Box::new(make));
}

/// A row and what lives with it.
struct Row {
    name: u32,
    region: Region,
    el: El,
}

/// The rows end with what they stand in.
struct AllEnd(Rc<RefCell<Vec<Row>>>);

impl Drop for AllEnd {
    fn drop(&mut self) {
        for row in self.0.take() {
            row.region.end();
        }
    }
}

/// A place at the end of `parent` for one element per name. A name that comes twice counts once.
pub(super) fn each(parent: &Element, names: Box<dyn Names>, make: Box<dyn MakesRow>) {
    let anchor = anchor(parent);
    let rows: Rc<RefCell<Vec<Row>>> = Rc::default();
    keep(AllEnd(rows.clone()));
    follow(move || {
        let names = names.names();
        let mut rows = rows.borrow_mut();
        for row in rows.extract_if(.., |row| !names.contains(&row.name)) {
            row.region.end();
            row.el.remove();
        }
        let mut at = 0;
        for name in names {
            match rows.iter().position(|row| row.name == name) {
                Some(now) if now < at => continue,
                Some(now) if now == at => {}
                Some(now) => {
                    let row = rows.remove(now);
                    if is_in_use(&row.el) {
                        // It would lose the focus, or the finger on it: the others go round it.
                        let after = place(&rows, now, &anchor);
                        for other in &rows[at..now] {
                            insert(&other.el, after);
                        }
                    } else {
                        insert(&row.el, place(&rows, at, &anchor));
                    }
                    rows.insert(at, row);
                }
                None => {
                    let region = Region::default();
                    let Some(el) = region.make(&|| make.row(name)).drain().next() else { continue };
                    insert(&el, place(&rows, at, &anchor));
                    rows.insert(at, Row { name, region, el });
                }
            }
            at += 1;
        }
    });
}

/// What stands at this place among the rows; behind the last one it is the anchor.
fn place<'a>(rows: &'a [Row], at: usize, anchor: &'a Node) -> &'a Node {
    rows.get(at).map_or(anchor, |row| &row.el)
}

/// Whether the focus or a finger is in it.
fn is_in_use(el: &Element) -> bool {
    el.matches(":focus-within, :active").unwrap_or(false)
}

/// An empty text that marks a place.
fn anchor(parent: &Element) -> Node {
    let anchor: Node = document().create_text_node("").into();
    parent.append_child(&anchor).ok();
    anchor
}

fn insert(el: &Element, before: &Node) {
    if let Some(parent) = before.parent_node() {
        parent.insert_before(el, Some(before)).ok();
    }
}
