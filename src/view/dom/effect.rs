//! Effects on Leptos' graph of signals: what runs again when something that it has read has changed.
//!
//! Leptos' own effects are futures, each woken by an executor; with the executor, the channels and the owners
//! that they live in they were a thirtieth of the program. Here an effect is a node of the same graph, and
//! all that are to run again run in one turn, the older first: what lies inside another is always younger, so
//! that an effect never sees a thing that the one around it is about to take away.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::{Arc, Weak},
};

use leptos::{
    prelude::ArcTrigger,
    reactive::graph::{
        AnySource, AnySubscriber, Observer, ReactiveNode, Source as _, Subscriber, WithObserver as _,
    },
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::js_sys::Function;

use super::{call::Update, page::window};

/// Something to be done once.
type Deed = Box<dyn FnOnce()>;

#[derive(Default)]
struct Turn {
    /// Every effect there is, the oldest first.
    all: RefCell<Vec<Rc<Inner>>>,
    /// The numbers of those that are to run again.
    dirty: RefCell<Vec<usize>>,
    /// What is to be done when they have run.
    then: RefCell<Vec<Deed>>,
    next: Cell<usize>,
    /// The browser has been asked to run the turn.
    asked: Cell<bool>,
    run: RefCell<Option<Function>>,
}

thread_local! {
    static TURN: Turn = Turn::default();
}

/// What the graph knows of an effect.
struct Node {
    number: usize,
}

struct Inner {
    node: Arc<Node>,
    updates: RefCell<Vec<Box<dyn Update>>>,
}

/// An effect; dropped, it has ended.
pub(super) struct Effect(Rc<Inner>);

impl Effect {
    /// Runs at once, and again whenever something has changed that was read while it ran.
    pub(super) fn new(updates: Vec<Box<dyn Update>>) -> Self {
        let number = TURN.with(|turn| turn.next.replace(turn.next.get() + 1));
        let node = Arc::new(Node { number });
        let inner = Rc::new(Inner { node, updates: RefCell::new(updates) });
        TURN.with(|turn| turn.all.borrow_mut().push(inner.clone()));
        inner.run();
        Self(inner)
    }
}

impl Drop for Effect {
    fn drop(&mut self) {
        TURN.with(|turn| turn.all.borrow_mut().retain(|other| !Rc::ptr_eq(other, &self.0)));
    }
}

/// Has the effect that runs now run again when this trigger tells.
///
/// A trigger forgets who follows it when it tells, and an effect that has ended is nobody to it. So nothing keeps
/// account of what an effect has read: at most it runs once more than it needs to.
pub fn track(trigger: &ArcTrigger) {
    if let Some(effect) = Observer::get() {
        trigger.add_subscriber(effect);
    }
}

impl Inner {
    fn subscriber(&self) -> AnySubscriber {
        let node: Weak<Node> = Arc::downgrade(&self.node);
        AnySubscriber(self.node.number, node)
    }

    fn run(&self) {
        self.subscriber().with_observer(|| {
            for update in &mut *self.updates.borrow_mut() {
                update.update();
            }
        });
    }
}

impl ReactiveNode for Node {
    fn mark_dirty(&self) {
        TURN.with(|turn| {
            turn.dirty.borrow_mut().push(self.number);
            turn.ask();
        });
    }

    fn mark_check(&self) {}

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        false
    }
}

impl Subscriber for Node {
    fn add_source(&self, _: AnySource) {}

    fn clear_sources(&self, _: &AnySubscriber) {}
}

/// Does something at the end of the turn: when what is being made stands on the page, and before it is
/// painted.
pub(super) fn after(then: Deed) {
    TURN.with(|turn| {
        turn.then.borrow_mut().push(then);
        turn.ask();
    });
}

impl Turn {
    /// Has the browser run the turn as soon as what runs now has ended.
    fn ask(&self) {
        if self.asked.replace(true) {
            return;
        }
        let mut run = self.run.borrow_mut();
        let run = run.get_or_insert_with(|| {
            Closure::<dyn Fn()>::new(|| TURN.with(Turn::run)).into_js_value().unchecked_into()
        });
        window().queue_microtask(run);
    }

    fn run(&self) {
        loop {
            // The oldest first, each time: one that runs may end others or wake them.
            let first = self.dirty.borrow().iter().copied().min();
            if let Some(first) = first {
                self.dirty.borrow_mut().retain(|number| *number != first);
                let all = self.all.borrow();
                let found = all.binary_search_by_key(&first, |effect| effect.node.number);
                let found = found.ok().map(|at| all[at].clone());
                drop(all);
                if let Some(effect) = found {
                    effect.run();
                }
                continue;
            }
            let then = std::mem::take(&mut *self.then.borrow_mut());
            if then.is_empty() {
                break;
            }
            for then in then {
                then();
            }
        }
        self.asked.set(false);
    }
}
