//! The plate as it is laid out now, at one cost per change, however many closures follow it.

use std::{cell::RefCell, rc::Rc};

use super::{
    hand::{Hand, Held},
    layout::{Given, Layout, Placed},
};
use crate::{domain::draft::Draft, view::ctx::Ctx};

/// The layout of the plate. A clone is the same sheet.
#[derive(Clone)]
pub struct Sheet {
    ctx: Ctx,
    hand: Hand,
    last: Rc<RefCell<Option<Rc<Layout>>>>,
}

impl Sheet {
    /// Nothing is laid out until somebody looks.
    pub fn new(ctx: Ctx, hand: Hand) -> Self {
        Self { ctx, hand, last: Rc::default() }
    }

    /// What is shown; a closure that a view follows, follows it. `None` until the plate's size is known.
    pub fn get(&self) -> Option<Rc<Layout>> {
        let given = given(self.hand.get())?;
        Some(self.ctx.read(|m| self.laid_out(&m.draft, given)))
    }

    /// What is shown now.
    pub fn peek(&self) -> Option<Rc<Layout>> {
        let given = given(self.hand.peek())?;
        Some(self.ctx.peek(|m| self.laid_out(&m.draft, given)))
    }

    /// Where a mark is, followed; `None` for one that is not shown.
    pub fn placed(&self, id: u32) -> Option<Placed> {
        self.get()?.get(id).copied()
    }

    /// The names of the marks that are shown, followed, in the order of their numbers.
    pub fn ids(&self) -> Vec<u32> {
        self.get().map_or_else(Vec::new, |layout| layout.marks.iter().map(|m| m.mark.id).collect())
    }

    fn laid_out(&self, draft: &Draft, given: Given) -> Rc<Layout> {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some(layout) if layout.holds(draft, given) => layout.clone(),
            _ => last.insert(Rc::new(Layout::new(draft, given))).clone(),
        }
    }
}

fn given(held: Held) -> Option<Given> {
    Some(Given { crop: held.crop, size: held.size?, in_hand: held.dragged.or(held.selected) })
}
