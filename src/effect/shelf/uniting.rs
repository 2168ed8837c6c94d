//! The two stores are laid together once the near one has been read, and each gets what it misses.

use super::{
    Shelves,
    db::{Done, Order},
};
use crate::{
    domain::{
        history::{Entry, History},
        model::Trouble,
        session::SessionId,
    },
    effect::{
        clock,
        task::{self, Turn},
    },
    store::{
        keys,
        load::{self, Pile, Single, Singles},
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
    /// What localStorage had an earlier one of.
    pub later: Singles,
    /// A session is running, or was when the stores were read: ask [`Shelves::read_live`] now.
    pub live: bool,
    /// What has to be told.
    pub trouble: Trouble,
}

/// A union under way: what has to be remembered until both stores have what they miss.
struct Uniting {
    union: Union,
    /// How often each single thing had been saved when it began.
    before: [u32; 3],
    reachable: bool,
    found: Box<dyn FnOnce(Found)>,
}

/// Lays both stores and `history` together, gives each store what it misses, then tells what was
/// found. To be called once localStorage has been read, and again when the stores may have been cleared.
pub fn unite(shelves: &Shelves, history: History, found: Box<dyn FnOnce(Found)>) {
    let this = shelves.clone();
    let before = shelves.0.saves.get();
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
            let union = lay_together(&this, far, &known, before, &history);
            repair_far(&this, Box::new(Uniting { union, before, reachable, found }));
        });
    };
    shelves.0.far.order(Order::Hand(vec![keys::OURS.to_owned()]), Box::new(read));
}

fn lay_together(
    shelves: &Shelves,
    mut far: Pile,
    known: &Records,
    before: [u32; 3],
    history: &History,
) -> Union {
    shelves.take_numbers(&far);
    for ((single, was), is) in far.singles.iter_mut().zip(before).zip(shelves.0.saves.get()) {
        // It is earlier than what has been saved meanwhile.
        if was != is {
            *single = None;
        }
    }
    // Nothing is waited for between reading localStorage and writing it, so that a change made in the meantime is never
    // undone.
    let near = Pile::of(&shelves.0.near, known);
    let spoilt = (near.spoilt.clone(), far.spoilt.clone());
    let mut union = Union::of(near, far, history);
    if union.trouble.newer {
        shelves.0.frozen.set(true);
    }
    if shelves.0.frozen.get() {
        union.far.clear();
    } else {
        load::clear_away(&shelves.0.near, &spoilt.0, clock::now().unix_ms);
        repair_near(shelves, &mut union);
        if !spoilt.1.is_empty() {
            shelves.0.far.order_quietly(Order::SetAside(spoilt.1));
        }
    }
    union
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
    let now = shelves.0.saves.get();
    let untouched = |single: Single| before[single as usize] == now[single as usize];
    let entries = union.entries();
    let later = union.later;
    found(Found {
        entries,
        later: Singles {
            draft: later.draft.filter(|_| untouched(Single::Draft)),
            settings: later.settings.filter(|_| untouched(Single::Settings)),
            meta: later.meta.filter(|_| untouched(Single::Meta)),
        },
        live: union.live.is_some(),
        trouble: union.trouble,
    });
}

fn repair_near(shelves: &Shelves, union: &mut Union) {
    for missing in std::mem::take(&mut union.near) {
        if shelves.put_near(&missing.key, &missing.text) == Ok(Put::Kept) {
            union.stands(&missing, false);
        }
    }
}
