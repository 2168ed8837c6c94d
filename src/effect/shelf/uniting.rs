//! The two stores are laid together when the app is idle, and each gets what it misses.

use wasm_bindgen_futures::spawn_local;

use super::{Shelves, Single, db::Order};
use crate::{
    domain::{
        draft::Draft,
        history::{Entry, History},
        live::Live,
        model::{Meta, Trouble},
        session::SessionId,
        settings::Settings,
    },
    effect::clock,
    store::{
        load::{self, Pile},
        shelf::Put,
        union::Union,
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

impl Shelves {
    /// Lays both stores and `history` together, gives each store what it misses, then tells what was
    /// found. To be called when idle, and again when the stores may have been cleared.
    pub fn unite(&self, history: History, found: impl FnOnce(Found) + 'static) {
        let this = self.clone();
        spawn_local(async move { found(this.united(&history).await) });
    }

    async fn united(&self, history: &History) -> Found {
        let stored = self.0.far.all().await;
        let reachable = stored.is_ok();
        let mut far = stored.unwrap_or_default();
        far.newer |= self.0.far.is_newer();
        let near = Pile::of(&self.0.near).unwrap_or_default();
        self.take_numbers(&far);
        let before = self.0.numbers.get();
        let spoilt = (near.spoilt.clone(), far.spoilt.clone());
        let mut union = Union::of(near, far, history);
        if union.trouble.newer {
            self.0.frozen.set(true);
        }
        if !self.0.frozen.get() {
            // Nothing is waited for between reading localStorage and writing it, so that a change made in
            // the meantime is never undone.
            load::clear_away(&self.0.near, &spoilt.0, clock::now().unix_ms);
            self.repair_near(&mut union);
            if reachable {
                if !spoilt.1.is_empty() {
                    self.0.far.order(Order::SetAside(spoilt.1)).await;
                }
                self.repair_far(&mut union).await;
                self.remove(&union.superseded(false), union.superseded(true)).await;
            }
        }
        let now = self.0.numbers.get();
        let untouched = |single: Single| before[single as usize] == now[single as usize];
        Found {
            entries: union.entries(),
            draft: union.draft.filter(|_| untouched(Single::Draft)),
            settings: union.settings.filter(|_| untouched(Single::Settings)),
            meta: union.meta.filter(|_| untouched(Single::Meta)),
            live: union.live,
            trouble: union.trouble,
            far: reachable,
        }
    }

    /// What is written next is to be later than what the far store has.
    fn take_numbers(&self, far: &Pile) {
        let found = [
            far.draft.as_ref().map(|d| d.value.number),
            far.settings.as_ref().map(|s| s.value.number),
            far.meta.as_ref().map(|m| m.value.number),
        ];
        let mut numbers = self.0.numbers.get();
        for (last, found) in numbers.iter_mut().zip(found) {
            *last = (*last).max(found.unwrap_or(0));
        }
        self.0.numbers.set(numbers);
    }

    fn repair_near(&self, union: &mut Union) {
        for missing in std::mem::take(&mut union.near) {
            if self.put_near(&missing.key, &missing.text) == Ok(Put::Kept) {
                union.stands(&missing, false);
            }
        }
    }

    async fn repair_far(&self, union: &mut Union) {
        let all = std::mem::take(&mut union.far);
        for some in all.chunks(AT_ONCE) {
            let texts = some.iter().map(|m| (m.key.clone(), m.text.clone())).collect();
            let kept = self.0.far.keep(texts).await.unwrap_or_default();
            for (missing, kept) in some.iter().zip(kept) {
                if kept == Ok(Put::Kept) {
                    union.stands(missing, true);
                }
            }
        }
    }
}
