//! Corrupt storage: readable data is kept, and unreadable values are quarantined, not deleted.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::StoredTexts;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of corrupt storage.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "corrupt_storage: garbage in every key of localStorage is quarantined",
            scenario_fn!(local),
        ),
        Scenario::new(
            "corrupt_storage: garbage in every record of IndexedDB is quarantined",
            scenario_fn!(indexed),
        ),
        Scenario::new("corrupt_storage: garbage in both stores is quarantined", scenario_fn!(both)),
    ]
}

async fn local(ctx: &mut TestContext) -> Outcome {
    corrupt(ctx, true, false).await
}

async fn indexed(ctx: &mut TestContext) -> Outcome {
    corrupt(ctx, false, true).await
}

async fn both(ctx: &mut TestContext) -> Outcome {
    corrupt(ctx, true, true).await
}

/// Different garbage for each key, so that each can be found again. Some of it is valid JSON.
fn garbage(texts: &StoredTexts, place: &str) -> StoredTexts {
    let unreadable = |number: usize| match number % 3 {
        0 => format!("{{\"garbage\":\"{place} {number}\"}}"),
        1 => format!("[1,garbage {place} {number}"),
        _ => format!("\u{fffd}garbage {place} {number}\u{1f9b5}"),
    };
    texts.keys().enumerate().map(|(number, key)| (key.clone(), unreadable(number))).collect()
}

async fn corrupt(ctx: &TestContext, in_local: bool, in_indexed: bool) -> Outcome {
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    p.do_short_session().await?;
    // A draft, so that there is more to corrupt.
    p.visit("Leg").await?;
    p.add_mark(40).await?;
    p.wait_until_both_stores_agree().await?;
    // On a file of the site without the app, so that nothing is written meanwhile.
    p.open_without_app(&url).await?;
    let mut corrupt_texts = StoredTexts::new();
    if in_local {
        let texts = garbage(&p.local_storage().await?, "local");
        ensure!(texts.len() >= 2, "localStorage has only {:?}", texts.keys());
        p.set_local_storage(&texts).await?;
        corrupt_texts.extend(texts);
    }
    if in_indexed {
        let texts = garbage(&p.indexed_db().await?, "indexed");
        ensure!(!texts.is_empty(), "IndexedDB is empty");
        p.overwrite_indexed_db(&texts).await?;
        corrupt_texts.extend(texts.into_iter().map(|(key, text)| (format!("{key} (IndexedDB)"), text)));
    }

    p.open_app(&format!("{url}#/history")).await?;
    let readable = usize::from(!(in_local && in_indexed));
    p.wait_for_session_count(readable).await?;
    // Opened again after the repair. The transaction must have ended before: WebKitGTK caches a page that is left
    // during a transaction, and every later page would wait for that transaction.
    wait_until("unreadable IndexedDB records to be quarantined", async || {
        let records = p.indexed_db().await?;
        let quarantined: Vec<&String> =
            records.iter().filter(|(key, _)| key.starts_with("eased.q.")).map(|(_, text)| text).collect();
        let expected = corrupt_texts.iter().filter(|(key, _)| key.ends_with("(IndexedDB)"));
        Ok(expected.clone().all(|(_, text)| quarantined.contains(&text)).then_some(()))
    })
    .await?;
    if readable > 0 {
        p.wait_until_both_stores_agree().await?;
    }
    p.open_without_app(&url).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.wait_for_session_count(readable).await?;
    let (local, indexed) = (p.local_storage().await?, p.indexed_db().await?);
    let is_quarantined = |text: &String| {
        let escaped = serde_json::to_string(text).unwrap_or_default();
        local.values().chain(indexed.values()).any(|stored| {
            stored == text || stored.contains(escaped.trim_matches('"')) || stored.contains(text)
        })
    };
    for (key, text) in &corrupt_texts {
        ensure!(
            is_quarantined(text),
            "the text of {key} is gone; local keys {:?}, records {:?}",
            local.keys(),
            indexed.keys()
        );
    }
    // The app works: another session is done and stored.
    p.visit("Leg").await?;
    p.do_short_session().await?;
    p.visit("History").await?;
    p.wait_for_session_count(readable + 1).await
}
