//! What the person has in hand on the leg screen; nothing of it is kept.

use super::{crop::Crop, layout::Size};
use crate::view::dom::{El, Seen, follow, soon};

/// Where the focus shall go next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To the place of this mark.
    Place(u32),
    /// To the button that removes this mark.
    Remove(u32),
    /// To "Add spot".
    Add,
}

/// The end of the zone that a tap went past.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// The upper one.
    Hip,
    /// The lower one.
    Knee,
}

/// What the person has in hand on the leg screen.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Held {
    /// How much of the leg is shown.
    pub crop: Crop,
    /// How large the plate has come out; unknown until it stands on the page.
    pub size: Option<Size>,
    /// The mark whose row has the focus.
    pub selected: Option<u32>,
    /// The mark under the finger.
    pub dragged: Option<u32>,
    /// The mark whose pain is under the finger, and how much that is.
    pub rating: Option<(u32, u8)>,
    /// The last tap went past an end of the zone.
    pub past: Option<Past>,
    /// Where the focus shall go next.
    pub wish: Option<Wish>,
}

/// The same, followed.
#[derive(Clone, Copy)]
pub struct Hand(&'static Seen<Held>);

thread_local! {
    /// There is one leg screen at a time.
    static HAND: &'static Seen<Held> = Box::leak(Box::new(Seen::new(Held::default())));
}

impl Hand {
    /// Nothing in hand.
    pub fn new() -> Self {
        let hand = Self(HAND.with(|hand| *hand));
        hand.put(Held::default());
        hand
    }

    /// What is in hand; a closure that a view follows, follows it.
    #[inline(never)]
    pub fn get(self) -> Held {
        self.0.get()
    }

    /// What is in hand now.
    #[inline(never)]
    pub fn peek(self) -> Held {
        self.0.peek()
    }

    /// Takes something else in hand.
    pub fn change(self, change: impl FnOnce(&mut Held)) {
        let mut held = self.peek();
        change(&mut held);
        self.put(held);
    }

    /// Gives an element the focus whenever this is the wish, which is then fulfilled. To be called while the
    /// element is being made.
    pub fn fulfil(self, wish: Wish, focus: fn(&El), on: &El) {
        let on = on.clone();
        follow(move || {
            if self.get().wish == Some(wish) {
                self.change(|held| held.wish = None);
                let on = on.clone();
                soon(move || focus(&on));
            }
        });
    }

    #[inline(never)]
    fn put(self, held: Held) {
        if held != self.peek() {
            self.0.set(held);
        }
    }
}
