//! What can be shown: a value, or a closure that gives one.

use std::borrow::Cow;

use super::call::Now;
use crate::domain::digits::digits;

/// A piece of text that is shown, borrowed where it is a phrase.
pub type Word = Cow<'static, str>;

/// What is shown: for good, or followed.
pub enum Bound {
    /// For good.
    Once(Option<Word>),
    /// Whatever the closure says now.
    Followed(Box<dyn Now>),
}

/// Something that can be written to the page. `None` and `false` take it away, `true` is the empty text.
pub trait Value {
    /// As text.
    fn word(self) -> Option<Word>;
}

/// A [`Value`], or a closure that gives one.
pub trait Bind {
    /// As one of the two.
    fn bound(self) -> Bound;
}

impl<V: Value, F: Fn() -> V + 'static> Bind for F {
    fn bound(self) -> Bound {
        Bound::Followed(Box::new(self))
    }
}

impl<V: Value> Value for Option<V> {
    fn word(self) -> Option<Word> {
        self.and_then(V::word)
    }
}

impl<V: Value> Bind for Option<V> {
    fn bound(self) -> Bound {
        Bound::Once(self.word())
    }
}

macro_rules! values {
    ($($type:ty: $value:ident => $word:expr;)*) => {$(
        impl Value for $type {
            fn word(self) -> Option<Word> {
                let $value = self;
                $word
            }
        }

        impl Bind for $type {
            fn bound(self) -> Bound {
                Bound::Once(self.word())
            }
        }
    )*};
}

values! {
    &'static str: value => Some(Cow::Borrowed(value));
    String: value => Some(Cow::Owned(value));
    Word: value => Some(value);
    bool: value => value.then_some(Cow::Borrowed(""));
    u8: value => u32::from(value).word();
    u32: value => Some(Cow::Owned(digits(value)));
    usize: value => u32::try_from(value).ok().and_then(u32::word);
}
