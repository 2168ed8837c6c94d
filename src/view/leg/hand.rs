//! What the person has in hand on the leg screen; nothing of it is kept.

use leptos::prelude::*;

use super::{crop::Crop, layout::Size};

/// Where the focus shall go next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To the place of this mark.
    Place(u32),
    /// To the button that removes this mark.
    Remove(u32),
    /// To "Add spot".
    Add,
}

/// The end of the zone that a tap went past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    /// The upper one.
    Hip,
    /// The lower one.
    Knee,
}

/// What the person has in hand on the leg screen.
#[derive(Clone, Copy)]
pub struct Hand {
    /// How much of the leg is shown.
    pub crop: RwSignal<Crop>,
    /// How large the plate has come out; unknown until it stands on the page.
    pub size: RwSignal<Option<Size>>,
    /// The mark whose row has the focus.
    pub selected: RwSignal<Option<u32>>,
    /// The mark under the finger.
    pub dragged: RwSignal<Option<u32>>,
    /// The last tap went past an end of the zone.
    pub past: RwSignal<Option<Past>>,
    /// Where the focus shall go next.
    pub wish: RwSignal<Option<Wish>>,
}

impl Hand {
    /// Nothing in hand.
    pub fn new() -> Self {
        Self {
            crop: RwSignal::new(Crop::default()),
            size: RwSignal::new(None),
            selected: RwSignal::new(None),
            dragged: RwSignal::new(None),
            past: RwSignal::new(None),
            wish: RwSignal::new(None),
        }
    }

    /// Whether this is where the focus shall go; a wish is fulfilled once.
    pub fn fulfils(self, wish: Wish) -> bool {
        let yes = self.wish.get() == Some(wish);
        if yes {
            self.wish.set(None);
        }
        yes
    }
}
