//! The browser's own sound and voice, stood in for: what they were asked for can be read.

use crate::browser::until;
use crate::failure::{Outcome, fail};
use crate::stage::Stage;

/// Stands in for the browser's own sound and voice.
pub const EAR: &str = include_str!("../../page/ear.js");

/// Opens the app with ears; `wish` is what else the page is to be like.
pub async fn open(s: &mut Stage, wish: &str) -> Outcome {
    s.use_script(EAR)?;
    s.page.open_app(&format!("{}?ear{wish}", s.site.url())).await
}

/// What is scheduled: names, and milliseconds from now.
pub async fn ahead(s: &Stage) -> Outcome<Vec<(String, i64)>> {
    Ok(serde_json::from_value(s.page.js("return ear.ahead()", vec![]).await?)?)
}

/// Waits until these tones and no others are ahead, in this order, and gives back their milliseconds from now.
pub async fn wait_ahead(s: &Stage, wanted: &[&str]) -> Outcome<Vec<i64>> {
    let found = until(format!("{wanted:?} ahead"), async || {
        let ahead = ahead(s).await?;
        Ok(ahead.iter().map(|tone| tone.0.as_str()).eq(wanted.iter().copied()).then_some(ahead))
    });
    match found.await {
        Ok(ahead) => Ok(ahead.into_iter().map(|tone| tone.1).collect()),
        Err(why) => fail!("{why}; ahead is {:?}", ahead(s).await?),
    }
}

/// Waits until these tones are the first of all, whether they have sounded since or are ahead: a machine may be busy
/// while they are counted. Gives back their milliseconds from now.
pub async fn wait_first(s: &Stage, wanted: &[&str]) -> Outcome<Vec<i64>> {
    until(format!("{wanted:?} at first"), async || {
        let laid: Vec<(String, i64)> = serde_json::from_value(s.page.js("return ear.laid()", vec![]).await?)?;
        let first = laid.iter().take(wanted.len());
        Ok(first
            .clone()
            .map(|tone| tone.0.as_str())
            .eq(wanted.iter().copied())
            .then(|| first.map(|tone| tone.1).collect()))
    })
    .await
}

/// What was asked to be spoken.
pub async fn spoken(s: &Stage) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(s.page.js("return ear.spoken.map((said) => said.text)", vec![]).await?)?)
}
