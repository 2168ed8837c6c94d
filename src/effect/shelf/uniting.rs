//! The two stores are laid together when the app is idle, and each gets what it misses.

use super::{
    Shelves,
    db::{Done, Order},
};
use crate::{
    domain::{
        draft::Draft,
        history::{Entry, History},
        live::Live,
        model::{Meta, Trouble},
        session::SessionId,
        settings::Settings,
    },
    effect::{
        clock,
        task::{self, Turn},
    },
    store::{
        keys,
        load::{self, Pile, Single},
        records::Records,
        shelf::{Put, ShelfError},
        union::{Missing, Union},
    },
};

/// How many texts go into one transaction: each costs the disk one visit, each must not take long.
const AT_ONCE: usize = 100;

/// What both stores know together.
#[derive(Clone, Debug)]
pub struct Found {
    /// Every session by its highest revision, each with where it is kept now.
    pub entries: Vec<(SessionId, Entry)>,
    /// A later draft than localStorage had.
    pub draft: Option<Draft>,
    /// Later settings than localStorage had.
    pub settings: Option<Settings>,
    /// Later facts than localStorage had.
    pub meta: Option<Meta>,
    /// The running session, as [`Shelves::read_live`].
    pub live: Option<Box<Live>>,
    /// What has to be told.
    pub trouble: Trouble,
    /// Whether IndexedDB could be read.
    pub far: bool,
}

/// A union under way: what has to be remembered until both stores have what they miss.
struct Uniting {
    union: Union,
    /// The numbers of the last writes when it began.
    before: [u32; 3],
    reachable: bool,
    found: Box<dyn FnOnce(Found)>,
}

/// Lays both stores and `history` together, gives each store what it misses, then tells what was
/// found. To be called when idle, and again when the stores may have been cleared.
pub fn unite(shelves: &Shelves, history: History, found: Box<dyn FnOnce(Found)>) {
    let this = shelves.clone();
    let read = move |done: Result<Done, ShelfError>| {
        task::begin(async move {
            let reachable = done.is_ok();
            let known = this.0.known.take();
            let mut far = Pile { far: true, newer: this.0.far.is_newer(), ..Pile::default() };
            let mut turn = Turn::begins();
            for (key, text) in done.unwrap_or_default().texts {
                far.add_beside(&known, key, text);
                turn.ends_when_long().await;
            }
            lay_together(&this, far, reachable, &known, &history, found);
        });
    };
    shelves.0.far.order(Order::Hand(vec![keys::OURS.to_owned()]), Box::new(read));
}

fn lay_together(
    shelves: &Shelves,
    far: Pile,
    reachable: bool,
    known: &Records,
    history: &History,
    found: Box<dyn FnOnce(Found)>,
) {
    let near = Pile::of(&shelves.0.near, known);
    take_numbers(shelves, &far);
    let before = shelves.0.numbers.get();
    let spoilt = (near.spoilt.clone(), far.spoilt.clone());
    let mut union = Union::of(near, far, history);
    if union.trouble.newer {
        shelves.0.frozen.set(true);
    }
    if shelves.0.frozen.get() {
        union.far.clear();
    } else {
        // Nothing is waited for between reading localStorage and writing it, so that a change made in
        // the meantime is never undone.
        load::clear_away(&shelves.0.near, &spoilt.0, clock::now().unix_ms);
        repair_near(shelves, &mut union);
        if reachable && !spoilt.1.is_empty() {
            shelves.0.far.order_quietly(Order::SetAside(spoilt.1));
        }
    }
    repair_far(shelves, Box::new(Uniting { union, before, reachable, found }));
}

/// Gives the far store some of what it misses, then the rest; at the end lets go what is superseded.
fn repair_far(shelves: &Shelves, mut uniting: Box<Uniting>) {
    let missing = &mut uniting.union.far;
    if missing.is_empty() || !uniting.reachable {
        return united(shelves, *uniting);
    }
    let some: Vec<Missing> = missing.drain(..missing.len().min(AT_ONCE)).collect();
    let texts = some.iter().map(|m| (m.key.clone(), m.text.clone())).collect();
    let this = shelves.clone();
    let told = move |done: Result<Done, ShelfError>| {
        for (missing, kept) in some.iter().zip(done.unwrap_or_default().kept) {
            if kept == Ok(Put::Kept) {
                uniting.union.stands(missing, true);
            }
        }
        repair_far(&this, uniting);
    };
    shelves.0.far.order(Order::Keep(texts), Box::new(told));
}

fn united(shelves: &Shelves, Uniting { union, before, reachable, found }: Uniting) {
    if reachable && !shelves.0.frozen.get() {
        shelves.remove(&union.superseded(false), union.superseded(true));
    }
    let now = shelves.0.numbers.get();
    let untouched = |single: Single| before[single as usize] == now[single as usize];
    found(Found {
        entries: union.entries(),
        draft: union.later.draft.filter(|_| untouched(Single::Draft)),
        settings: union.later.settings.filter(|_| untouched(Single::Settings)),
        meta: union.later.meta.filter(|_| untouched(Single::Meta)),
        live: union.live,
        trouble: union.trouble,
        far: reachable,
    });
}

/// What is written next is to be later than what the far store has.
fn take_numbers(shelves: &Shelves, far: &Pile) {
    let mut numbers = shelves.0.numbers.get();
    for (last, found) in numbers.iter_mut().zip(&far.singles) {
        *last = (*last).max(found.as_ref().map_or(0, |found| found.number));
    }
    shelves.0.numbers.set(numbers);
}

fn repair_near(shelves: &Shelves, union: &mut Union) {
    for missing in std::mem::take(&mut union.near) {
        if shelves.put_near(&missing.key, &missing.text) == Ok(Put::Kept) {
            union.stands(&missing, false);
        }
    }
}
