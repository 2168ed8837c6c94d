//! Garbage in every key of either store: nothing readable is lost, nothing unreadable is thrown away.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::Texts;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about texts that nobody can read.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("spoilt: garbage in every key of localStorage", play!(local)),
        Scenario::new("spoilt: garbage in every record of IndexedDB", play!(indexed)),
        Scenario::new("spoilt: garbage in both", play!(both)),
    ]
}

async fn local(s: &mut Stage) -> Outcome {
    spoil(s, true, false).await
}

async fn indexed(s: &mut Stage) -> Outcome {
    spoil(s, false, true).await
}

async fn both(s: &mut Stage) -> Outcome {
    spoil(s, true, true).await
}

/// A different garbage for each key, so that each can be found again. One looks like JSON, one like nothing.
fn garbage(texts: &Texts, place: &str) -> Texts {
    let ugly = |number: usize| match number % 3 {
        0 => format!("{{\"garbage\":\"{place} {number}\"}}"),
        1 => format!("[1,garbage {place} {number}"),
        _ => format!("\u{fffd}garbage {place} {number}\u{1f9b5}"),
    };
    texts.keys().enumerate().map(|(number, key)| (key.clone(), ugly(number))).collect()
}

async fn spoil(s: &Stage, in_local: bool, in_indexed: bool) -> Outcome {
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    p.short_session().await?;
    // A draft and settings, so that there is something to spoil.
    p.visit("Leg").await?;
    p.mark(40).await?;
    p.wait_until_both_stores_agree().await?;
    // On a file of the site without the app, so that nothing is written meanwhile.
    p.open_bare(&url).await?;
    let mut spoilt = Texts::new();
    if in_local {
        let texts = garbage(&p.local().await?, "local");
        ensure!(texts.len() >= 2, "localStorage holds only {:?}", texts.keys());
        p.spoil_local(&texts).await?;
        spoilt.extend(texts);
    }
    if in_indexed {
        let texts = garbage(&p.indexed().await?, "indexed");
        ensure!(!texts.is_empty(), "IndexedDB holds nothing");
        p.spoil_indexed(&texts).await?;
        spoilt.extend(texts.into_iter().map(|(key, text)| (format!("{key} (IndexedDB)"), text)));
    }

    p.open_app(&format!("{url}#/history")).await?;
    let readable = usize::from(!(in_local && in_indexed));
    p.wait_listed(readable).await?;
    // And again, after the repair. WebKitGTK keeps a page that is left in the middle of a transaction, and
    // the transaction with it: every later page would wait for it.
    until("what cannot be read in IndexedDB to be set aside", async || {
        let records = p.indexed().await?;
        let aside: Vec<&String> =
            records.iter().filter(|(key, _)| key.starts_with("eased.q.")).map(|(_, text)| text).collect();
        let waits = spoilt.iter().filter(|(key, _)| key.ends_with("(IndexedDB)"));
        Ok(waits.clone().all(|(_, text)| aside.contains(&text)).then_some(()))
    })
    .await?;
    if readable > 0 {
        p.wait_until_both_stores_agree().await?;
    }
    p.open_bare(&url).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.wait_listed(readable).await?;
    let (local, indexed) = (p.local().await?, p.indexed().await?);
    let kept = |text: &String| {
        let escaped = serde_json::to_string(text).unwrap_or_default();
        local
            .values()
            .chain(indexed.values())
            .any(|kept| kept == text || kept.contains(escaped.trim_matches('"')) || kept.contains(text))
    };
    for (key, text) in &spoilt {
        ensure!(
            kept(text),
            "what stood in {key} is gone; local keys {:?}, records {:?}",
            local.keys(),
            indexed.keys()
        );
    }
    // The app is alive: another session is done and kept.
    p.visit("Leg").await?;
    p.short_session().await?;
    p.visit("History").await?;
    p.wait_listed(readable + 1).await
}
