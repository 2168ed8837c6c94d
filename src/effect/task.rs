//! Work that waits for the browser in between: a future, gone on with by whatever it waited for.
//!
//! An answer of IndexedDB goes on with its work before it returns to the browser, while its transaction is
//! active. There is no queue and no waker: each answer knows the one piece of work that waits for it.

use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use js_sys::Function;

use super::{
    call::{self, End, ends},
    clock,
};

/// A piece of work, until it is done.
struct Task(RefCell<Option<Pin<Box<dyn Future<Output = ()>>>>>);

thread_local! {
    /// What is being worked at.
    static NOW: RefCell<Option<Rc<Task>>> = const { RefCell::new(None) };
}

/// Begins a piece of work.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    go_on(&Rc::new(Task(RefCell::new(Some(Box::pin(work))))));
}

fn go_on(task: &Rc<Task>) {
    let before = NOW.replace(Some(task.clone()));
    let mut work = task.0.borrow_mut();
    let done = work
        .as_mut()
        .is_some_and(|work| work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
    if done {
        work.take();
    }
    NOW.set(before);
}

/// Something that is still to come.
pub struct Answer(Rc<RefCell<Option<End>>>);

impl Answer {
    /// For the work that is going on now, and the functions that tell it: of a good end, and of a bad one.
    pub fn awaited() -> (Self, [Function; 2]) {
        let come = Rc::new(RefCell::new(None));
        let (told, task) = (come.clone(), NOW.with_borrow(Clone::clone));
        let then = move |end| {
            told.replace(Some(end));
            if let Some(task) = &task {
                go_on(task);
            }
        };
        (Self(come), ends(Box::new(then)))
    }
}

impl Future for Answer {
    type Output = End;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<End> {
        self.0.take().map_or(Poll::Pending, Poll::Ready)
    }
}

/// How long work may go on before the browser has its turn, milliseconds: half a frame.
const TURN_MS: i64 = 8;

/// Work that would keep the browser from all else, cut into turns.
pub struct Turn {
    began_mono_ms: i64,
}

impl Turn {
    /// It begins now.
    pub fn begins() -> Self {
        Self { began_mono_ms: clock::mono_ms() }
    }

    /// Lets the browser do what has come up meanwhile, if it has waited for long.
    pub async fn ends_when_long(&mut self) {
        if clock::mono_ms() - self.began_mono_ms < TURN_MS {
            return;
        }
        let (next, [well, _]) = Answer::awaited();
        if call::after(0, &well).is_some() {
            // It comes to nothing but itself.
            next.await.ok();
        }
        *self = Self::begins();
    }
}
