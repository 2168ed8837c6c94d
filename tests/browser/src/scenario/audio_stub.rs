//! Stubs of Web Audio and speech synthesis that record all calls.

use crate::browser::wait_until;
use crate::failure::{Outcome, fail};
use crate::test_context::TestContext;

/// The script with the stubs.
pub const AUDIO_STUB: &str = include_str!("../../page/audio_stub.js");

/// Opens the app with the stubs; `options` are more query parameters for the stubs.
pub async fn open_with_stub(ctx: &mut TestContext, options: &str) -> Outcome {
    ctx.add_page_script(AUDIO_STUB)?;
    ctx.page.open_app(&format!("{}?audio-stub{options}", ctx.site.url())).await
}

/// The scheduled tones: names, and milliseconds from now.
pub async fn scheduled_tones(ctx: &TestContext) -> Outcome<Vec<(String, i64)>> {
    Ok(serde_json::from_value(ctx.page.js("return audioStub.upcoming()", vec![]).await?)?)
}

/// Waits until exactly these tones are scheduled, in this order; returns their milliseconds from now.
pub async fn wait_scheduled(ctx: &TestContext, wanted: &[&str]) -> Outcome<Vec<i64>> {
    let found = wait_until(format!("{wanted:?} ahead"), async || {
        let scheduled_tones = scheduled_tones(ctx).await?;
        Ok(scheduled_tones
            .iter()
            .map(|tone| tone.0.as_str())
            .eq(wanted.iter().copied())
            .then_some(scheduled_tones))
    });
    match found.await {
        Ok(scheduled_tones) => Ok(scheduled_tones.into_iter().map(|tone| tone.1).collect()),
        Err(why) => fail!("{why}; scheduled are {:?}", scheduled_tones(ctx).await?),
    }
}

/// Waits until these are the first tones since the start, whether they have sounded already or not: a busy machine may
/// read them late. Returns their milliseconds from now.
pub async fn wait_first_tones(ctx: &TestContext, wanted: &[&str]) -> Outcome<Vec<i64>> {
    wait_until(format!("{wanted:?} as the first tones"), async || {
        let all_tones: Vec<(String, i64)> =
            serde_json::from_value(ctx.page.js("return audioStub.scheduled()", vec![]).await?)?;
        let first = all_tones.iter().take(wanted.len());
        Ok(first
            .clone()
            .map(|tone| tone.0.as_str())
            .eq(wanted.iter().copied())
            .then(|| first.map(|tone| tone.1).collect()))
    })
    .await
}

/// The texts of all utterances.
pub async fn spoken_texts(ctx: &TestContext) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(
        ctx.page.js("return audioStub.utterances.map((said) => said.text)", vec![]).await?,
    )?)
}
