//! Quarantined texts, which could not be read: each can be viewed, saved as a file, and deleted.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, FilesRequest, QuarantinedText, use_app},
    components::dialog::Dialog,
    i18n::date,
};

/// Maximum number of texts in the list; more appear as these are deleted.
const MAX_LISTED: usize = 50;
/// Maximum number of characters shown of each text.
const MAX_PREVIEW_CHARS: usize = 4_000;
/// The id of the heading of the dialog.
const TITLE: &str = "corrupt-title";

/// The list, collapsed at first; nothing if there is no such text.
#[component]
pub fn QuarantinedTexts() -> impl IntoView {
    let app = use_app();
    let has_any = Memo::new(move |_| app.storage_health.get().quarantined > 0);
    view! { {move || has_any.get().then(|| view! { <QuarantineList/> })} }
}

#[component]
fn QuarantineList() -> impl IntoView {
    let app = use_app();
    // The number of texts that the confirmation asks about.
    let delete_count = RwSignal::new(None::<usize>);
    let title = move || app.text.get().files.unreadable.title.for_count(app.storage_health.get().quarantined);
    let count = move || app.files().quarantined.with(|texts| texts.as_ref().map_or(0, Vec::len));
    let shown = move || {
        let first_texts =
            |texts: &Option<Vec<QuarantinedText>>| texts.iter().flatten().take(MAX_LISTED).cloned().collect();
        app.files().quarantined.with::<Vec<QuarantinedText>>(first_texts)
    };
    let not_shown = move || {
        let hidden_count = count().saturating_sub(MAX_LISTED);
        if hidden_count > 0 {
            app.text.get().files.unreadable.more_not_shown.for_count(hidden_count)
        } else {
            String::new()
        }
    };
    view! {
        <details
            class="disclosure quarantined"
            on:toggle=move |_| app.request(AppRequest::Files(FilesRequest::ReadQuarantined))
        >
            <summary>{title}</summary>
            <p class="settings-text">{app.phrase(|t| t.files.unreadable.note)}</p>
            <QuarantineButtons text=None delete_count/>
            <ul>
                <For
                    each=shown
                    key=|entry| entry.clone()
                    children=move |text| view! { <QuarantinedTextItem text delete_count/> }
                />
            </ul>
            <p>{not_shown}</p>
        </details>
        {move || delete_count.get().map(|count| view! { <DeleteQuestion count delete_count/> })}
    }
}

/// One quarantined text.
#[component]
fn QuarantinedTextItem(
    /// The text.
    text: QuarantinedText,
    /// The number of texts that the confirmation asks about; `None` while it is closed.
    delete_count: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    let item = Some(text.clone());
    let QuarantinedText { unix_ms, name, text, .. } = text;
    let start: String = text.chars().take(MAX_PREVIEW_CHARS).collect();
    let is_truncated = start.len() < text.len();
    let title = move || {
        let t = app.text.get();
        let date = |ms| date::day_and_year(app.moment(ms).local_ms());
        match unix_ms.map(date) {
            Some(date) => t.files.unreadable.entry.with_values(&[name.as_str().into(), date.as_str().into()]),
            None => name.clone(),
        }
    };
    view! {
        <li>
            <details class="disclosure">
                <summary>{title}</summary>
                <pre>{start}{is_truncated.then_some(" …")}</pre>
                <QuarantineButtons text=item delete_count/>
            </details>
        </li>
    }
}

/// Buttons to save and to delete. Deleting is unavailable if a newer app has written here: then nothing may be
/// changed. Without a text the buttons apply to all texts that are listed when they are pressed.
#[component]
fn QuarantineButtons(
    /// The text; `None` means all listed texts.
    text: Option<QuarantinedText>,
    /// The number of texts that the confirmation asks about; `None` while it is closed.
    delete_count: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    let is_single = text.is_some();
    let words = move || {
        let t = &app.text.get().files.unreadable;
        if is_single { [t.save, t.delete] } else { [t.save_all, t.delete_all] }
    };
    let text = StoredValue::new(text);
    let choose = move || {
        let files = app.files();
        let texts = || files.quarantined.with_untracked(|texts| texts.clone().unwrap_or_default());
        let texts = text.get_value().map_or_else(texts, |text| vec![text]);
        let count = texts.len();
        files.selected_texts.set_value(texts);
        count
    };
    let save = move |_| {
        choose();
        app.request(AppRequest::Files(FilesRequest::SaveQuarantined));
    };
    let may_delete = Memo::new(move |_| !app.storage_health.get().has_newer);
    view! {
        <p class="quarantined-actions">
            <button type="button" on:click=save>{move || words()[0]}</button>
            {move || may_delete.get().then(|| view! {
                <button type="button" on:click=move |_| delete_count.set(Some(choose()))>{move || words()[1]}</button>
            })}
        </p>
    }
}

/// Asks for confirmation of the deletion.
#[component]
fn DeleteQuestion(
    /// The number of texts.
    count: usize,
    /// The number of texts that the confirmation asks about; `None` while it is closed.
    delete_count: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.files.unreadable;
    let save = if count == 1 { t.save } else { t.save_all };
    let delete = move |_| {
        app.request(AppRequest::Files(FilesRequest::DeleteQuarantined));
        delete_count.set(None);
    };
    view! {
        <Dialog labelled_by=TITLE class="sheet" on_close=move |()| delete_count.set(None)>
            <h2 id=TITLE>{t.delete_question.for_count(count)}</h2>
            <p class="sheet-lead">{t.delete_warning}</p>
            <button
                type="button"
                on:click=move |_| app.request(AppRequest::Files(FilesRequest::SaveQuarantined))
            >
                {save}
            </button>
            <div class="sheet-foot">
                <button type="button" on:click=delete>{if count == 1 { t.delete } else { t.delete_all }}</button>
                <button type="button" class="action" on:click=move |_| delete_count.set(None)>
                    {text.files.preview.cancel}
                </button>
            </div>
        </Dialog>
    }
}
