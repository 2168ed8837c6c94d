//! An element of the page, built by chaining.

use std::{cell::RefCell, ops::Deref, rc::Rc};

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, Node, Text};

use super::{
    page::document,
    region::{Els, follow, keep, listen},
    slot::{each, slot, when},
    value::{Bind, Bound, Word},
};

/// An element of the page. A clone is the same element.
#[derive(Clone, Debug)]
pub struct El(Element);

/// An element of HTML.
pub fn el(tag: &str) -> El {
    // Tag names are written in the code, and a good name cannot fail.
    El(document().create_element(tag).unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

/// An element of SVG.
pub fn svg(tag: &str) -> El {
    let made = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    El(made.unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

impl From<Element> for El {
    fn from(element: Element) -> Self {
        Self(element)
    }
}

impl Deref for El {
    type Target = Element;

    fn deref(&self) -> &Element {
        &self.0
    }
}

/// Where on an element something is written.
enum Place {
    Attribute(&'static str),
    Class(&'static str),
    Property(&'static str),
    Flag(&'static str),
    Style(&'static str),
    Inside,
    Text(Text),
}

#[expect(clippy::return_self_not_must_use, reason = "an element that stands on the page is not lost")]
impl El {
    /// The classes that stay.
    pub fn class(self, classes: &'static str) -> Self {
        self.attr("class", classes)
    }

    /// A class that comes and goes.
    pub fn class_if(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.written(Place::Class(class), on.bound())
    }

    /// An attribute; without a value it is not there.
    pub fn attr(self, name: &'static str, value: impl Bind) -> Self {
        self.written(Place::Attribute(name), value.bound())
    }

    /// A property that is a text, such as `value`.
    ///
    /// It is written when what is followed has changed, not when the person has changed it: nobody's typing
    /// is overwritten. Where both can differ in the end, whoever hears the change also sets the property.
    pub fn prop(self, name: &'static str, value: impl Bind) -> Self {
        self.written(Place::Property(name), value.bound())
    }

    /// A property that is true or false, such as `checked`; written as [`El::prop`] is.
    pub fn flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.written(Place::Flag(name), on.bound())
    }

    /// A style or a custom property. A policy forbids the attribute `style`, but not this.
    pub fn style(self, name: &'static str, value: impl Bind) -> Self {
        self.written(Place::Style(name), value.bound())
    }

    /// Text at the end of the element.
    pub fn text(self, words: impl Bind) -> Self {
        let bound = words.bound();
        let text = document().create_text_node("");
        self.append(&text);
        self.written(Place::Text(text), bound)
    }

    /// Markup inside the element, for drawings of our own numbers and escaped phrases only.
    pub fn markup(self, markup: impl Bind) -> Self {
        self.written(Place::Inside, markup.bound())
    }

    /// An element at the end of this one.
    #[expect(clippy::needless_pass_by_value, reason = "a child is given away")]
    pub fn child(self, child: El) -> Self {
        self.append(&child.0);
        self
    }

    /// Elements at the end of this one.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self.append(&child.0);
        }
        self
    }

    /// What is there while a condition holds.
    pub fn when<E: Into<Els>>(
        self,
        holds: impl Fn() -> bool + 'static,
        make: impl Fn() -> E + 'static,
    ) -> Self {
        when(&self.0, Box::new(holds), Box::new(make));
        self
    }

    /// What depends on a key, made anew whenever the key changes and only then.
    pub fn switch<K: PartialEq + Clone + 'static, E: Into<Els>>(
        self,
        key: impl Fn() -> K + 'static,
        make: impl Fn(K) -> E + 'static,
    ) -> Self {
        let last = Rc::new(RefCell::new(None::<K>));
        let seen = last.clone();
        let turned = move || {
            let now = Some(key());
            let turned = now != *seen.borrow();
            seen.replace(now);
            turned
        };
        let make = move || {
            let key = last.borrow().clone();
            key.map_or_else(Els::default, |key| make(key).into())
        };
        slot(&self.0, Box::new(turned), Box::new(make));
        self
    }

    /// One element per name, in the order of the names; who keeps the name keeps the element.
    pub fn each(self, names: impl Fn() -> Vec<u32> + 'static, make: impl Fn(u32) -> El + 'static) -> Self {
        each(&self.0, Box::new(names), Box::new(make));
        self
    }

    /// Hears an event.
    pub fn on<E: JsCast>(self, name: &'static str, heard: impl Fn(&E) + 'static) -> Self {
        keep(listen(&self.0, name, move |event: &Event| heard(event.unchecked_ref())));
        self
    }

    /// Hears a press, by whatever means.
    pub fn click(self, pressed: impl Fn() + 'static) -> Self {
        keep(listen(&self.0, "click", move |_: &Event| pressed()));
        self
    }

    /// The same element with the ways of an HTML element: the focus, its size.
    pub fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    fn append(&self, node: &Node) {
        // It fails only where a node would hold itself.
        self.0.append_child(node).ok();
    }

    fn written(self, place: Place, bound: Bound) -> Self {
        match bound {
            Bound::Once(None) => {}
            Bound::Once(Some(word)) => place.write(&self.0, Some(&word)),
            Bound::Followed(now) => {
                let element = self.0.clone();
                let mut last: Option<Word> = None;
                follow(move || {
                    let word = now.now();
                    if word != last {
                        place.write(&element, word.as_deref());
                        last = word;
                    }
                });
            }
        }
        self
    }
}

impl Place {
    /// Writes it; nothing of this can fail for the names and values that the views use.
    fn write(&self, element: &Element, word: Option<&str>) {
        match self {
            Self::Attribute(name) => match word {
                Some(word) => element.set_attribute(name, word).ok(),
                None => element.remove_attribute(name).ok(),
            },
            Self::Class(class) => {
                element.class_list().toggle_with_force(class, word.is_some()).ok().map(|_| ())
            }
            Self::Property(name) => set(element, name, &word.unwrap_or_default().into()),
            Self::Flag(name) => set(element, name, &word.is_some().into()),
            Self::Style(name) => {
                let style = element.unchecked_ref::<HtmlElement>().style();
                style.set_property(name, word.unwrap_or_default()).ok()
            }
            Self::Inside => {
                element.set_inner_html(word.unwrap_or_default());
                Some(())
            }
            Self::Text(text) => {
                text.set_data(word.unwrap_or_default());
                Some(())
            }
        };
    }
}

fn set(element: &Element, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(element, &name.into(), value).ok().map(|_| ())
}
