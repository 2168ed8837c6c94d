//! The texts that could not be read: each can be looked at, saved as a file, and deleted.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, FilesRequest, SetAsideText, use_app},
    components::dialog::Dialog,
    i18n::date,
};

/// So many are shown at once; the others come up as these are deleted.
const SHOWN: usize = 50;
/// So many characters of each are shown.
const CHARACTERS: usize = 4_000;
/// The id of the heading of the dialog.
const TITLE: &str = "set-aside-title";

/// The list, closed at first; nothing where there is no such text.
#[component]
pub fn SetAsideTexts() -> impl IntoView {
    let app = use_app();
    let is_any = Memo::new(move |_| app.trouble.get().set_aside > 0);
    view! { {move || is_any.get().then(|| view! { <List/> })} }
}

#[component]
fn List() -> impl IntoView {
    let app = use_app();
    // Of how many texts the person is asked whether they are to be deleted.
    let asked = RwSignal::new(None::<usize>);
    let title = move || app.text.get().files.unreadable.title.of(app.trouble.get().set_aside);
    let count = move || app.files().set_aside.with(|all| all.as_ref().map_or(0, Vec::len));
    let shown = move || {
        let some = |all: &Option<Vec<SetAsideText>>| all.iter().flatten().take(SHOWN).cloned().collect();
        app.files().set_aside.with::<Vec<SetAsideText>>(some)
    };
    let more = move || {
        let more = count().saturating_sub(SHOWN);
        if more > 0 { app.text.get().files.unreadable.more.of(more) } else { String::new() }
    };
    view! {
        <details
            class="sources set-aside"
            on:toggle=move |_| app.request(AppRequest::Files(FilesRequest::ReadSetAside))
        >
            <summary>{title}</summary>
            <p class="settings-words">{app.phrase(|t| t.files.unreadable.note)}</p>
            <Buttons text=None asked/>
            <ul>
                <For
                    each=shown
                    key=|entry| entry.clone()
                    children=move |text| view! { <Entry text asked/> }
                />
            </ul>
            <p>{more}</p>
        </details>
        {move || asked.get().map(|count| view! { <Question count asked/> })}
    }
}

/// One text.
#[component]
fn Entry(text: SetAsideText, asked: RwSignal<Option<usize>>) -> impl IntoView {
    let app = use_app();
    let this = Some(text.clone());
    let SetAsideText { unix_ms, name, text, .. } = text;
    let start: String = text.chars().take(CHARACTERS).collect();
    let is_cut = start.len() < text.len();
    let title = move || {
        let t = app.text.get();
        let date = |ms| date::day_and_year(app.moment(ms).local_ms());
        match unix_ms.map(date) {
            Some(date) => t.files.unreadable.entry.with(&[name.as_str().into(), date.as_str().into()]),
            None => name.clone(),
        }
    };
    view! {
        <li>
            <details class="sources">
                <summary>{title}</summary>
                <pre>{start}{is_cut.then_some(" …")}</pre>
                <Buttons text=this asked/>
            </details>
        </li>
    }
}

/// Save, and delete unless a newer app has written here: then nothing may be changed. Both mean one text, or all that are
/// listed when the button is pressed.
#[component]
fn Buttons(text: Option<SetAsideText>, asked: RwSignal<Option<usize>>) -> impl IntoView {
    let app = use_app();
    let is_one = text.is_some();
    let words = move || {
        let t = &app.text.get().files.unreadable;
        if is_one { [t.save, t.delete] } else { [t.save_all, t.delete_all] }
    };
    let text = StoredValue::new(text);
    let choose = move || {
        let files = app.files();
        let all = || files.set_aside.with_untracked(|all| all.clone().unwrap_or_default());
        let texts = text.get_value().map_or_else(all, |text| vec![text]);
        let count = texts.len();
        files.chosen_texts.set_value(texts);
        count
    };
    let save = move |_| {
        choose();
        app.request(AppRequest::Files(FilesRequest::SaveSetAside));
    };
    let may_delete = Memo::new(move |_| !app.trouble.get().newer);
    view! {
        <p class="set-aside-acts">
            <button type="button" on:click=save>{move || words()[0]}</button>
            {move || may_delete.get().then(|| view! {
                <button type="button" on:click=move |_| asked.set(Some(choose()))>{move || words()[1]}</button>
            })}
        </p>
    }
}

/// Whether it is to be deleted for good.
#[component]
fn Question(count: usize, asked: RwSignal<Option<usize>>) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.files.unreadable;
    let save = if count == 1 { t.save } else { t.save_all };
    let delete = move |_| {
        app.request(AppRequest::Files(FilesRequest::DeleteSetAside));
        asked.set(None);
    };
    view! {
        <Dialog labelled_by=TITLE class="sheet" on_close=move |()| asked.set(None)>
            <h2 id=TITLE>{t.ask.of(count)}</h2>
            <p class="sheet-lead">{t.warning}</p>
            <button
                type="button"
                on:click=move |_| app.request(AppRequest::Files(FilesRequest::SaveSetAside))
            >
                {save}
            </button>
            <div class="sheet-foot">
                <button type="button" on:click=delete>{if count == 1 { t.delete } else { t.delete_all }}</button>
                <button type="button" class="action" on:click=move |_| asked.set(None)>
                    {text.files.preview.cancel}
                </button>
            </div>
        </Dialog>
    }
}
