//! Elements, built once and kept true by Leptos' signals.
//!
//! Leptos' own `view!` compiles a copy of its rendering code for every shape of element and every closure:
//! measured on this app, four fifths of the WebAssembly. Here every element and every closure is of one
//! kind, so that a view costs what it says and little more. The names are those of Leptos' builder.
//!
//! A view is made once. What changes is written as a closure: [`El::text`], [`El::attr`], [`El::when`],
//! [`El::each`] and their like take one in place of a value. Everything that was made together is a region;
//! when a signal that one of its closures has read changes, all closures of the region run again, and what
//! came out different is written to the page.
//!
//! A region runs again before those inside it. Still a closure must bear that its thing is gone: it may be
//! asked in an event that came before the turn.

mod call;
mod effect;
mod element;
mod page;
mod region;
mod seen;
mod slot;
mod value;

pub use effect::track;
pub use element::{El, el, svg};
pub use region::{Els, Listener, follow, frame_later, keep, listen, mount, soon};
pub use seen::Seen;
pub use value::{Bind, Value, Word};
