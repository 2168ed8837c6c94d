//! A group of phrases is a struct of plain data, and there is one way through all of it.

use super::{
    claim::Claim,
    placeholders::{Count, Fill},
};

/// Sees a phrase and may put another in its place.
pub type Visit<'a> = dyn FnMut(&mut &'static str) + 'a;

/// Phrases in a fixed order: that of the fields.
pub trait Phrases {
    /// How many there are.
    const COUNT: usize;

    /// Visits each phrase once.
    fn each(&mut self, visit: &mut Visit<'_>);
}

/// Defines groups: each field is a phrase or phrases, so that the way through them cannot miss one.
macro_rules! phrases {
    ($(
        $(#[$about:meta])*
        pub struct $group:ident {
            $($(#[$about_field:meta])* pub $field:ident: $kind:ty,)*
        }
    )*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $group {
            $($(#[$about_field])* pub $field: $kind,)*
        }

        impl $crate::i18n::group::Phrases for $group {
            const COUNT: usize = 0 $(+ <$kind as $crate::i18n::group::Phrases>::COUNT)*;

            fn each(&mut self, visit: &mut $crate::i18n::group::Visit<'_>) {
                $($crate::i18n::group::Phrases::each(&mut self.$field, visit);)*
            }
        }
    )*};
}

pub(super) use phrases;

impl Phrases for &'static str {
    const COUNT: usize = 1;

    fn each(&mut self, visit: &mut Visit<'_>) {
        visit(self);
    }
}

impl Phrases for Fill {
    const COUNT: usize = 1;

    fn each(&mut self, visit: &mut Visit<'_>) {
        visit(&mut self.0);
    }
}

impl Phrases for Count {
    const COUNT: usize = 1;

    fn each(&mut self, visit: &mut Visit<'_>) {
        visit(&mut self.0);
    }
}

impl Phrases for Claim {
    const COUNT: usize = 1;

    /// What a claim rests on is the same in every language.
    fn each(&mut self, visit: &mut Visit<'_>) {
        visit(&mut self.text);
    }
}

impl<P: Phrases, const N: usize> Phrases for [P; N] {
    const COUNT: usize = N * P::COUNT;

    fn each(&mut self, visit: &mut Visit<'_>) {
        for phrase in self {
            phrase.each(visit);
        }
    }
}
