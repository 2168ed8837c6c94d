//! Files for other programs, and files that other programs have changed.

use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// The scenarios of files.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "files: two files saved in one second have two names that sort by time",
            scenario_fn!(names),
        ),
        Scenario::new(
            "files: the CSV table uses semicolons where numbers have a decimal comma",
            scenario_fn!(columns),
        ),
        Scenario::new("files: a reminder made in Berlin names its time zone", scenario_fn!(berlin))
            .time_zone("Europe/Berlin"),
        Scenario::new("files: a reminder made in Kolkata names its time zone", scenario_fn!(kolkata))
            .time_zone("Asia/Kolkata"),
        Scenario::new(
            "files: a backup re-encoded by a text editor is read, or refused with a reason",
            scenario_fn!(encodings),
        ),
        Scenario::new(
            "files: the largest allowed number of entries, and more, never blocks the page",
            scenario_fn!(many),
        ),
    ]
}

async fn names(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(2, 1).await?;
    p.visit("Settings").await?;
    for (button, begin, end) in [
        ("Export backup", "eased-backup-", ".json"),
        ("Save table (CSV)", "eased-holds-", ".csv"),
        ("Save calendar file", "eased-reminder-", ".ics"),
    ] {
        let mut names = Vec::new();
        for _ in 0..3 {
            let (name, ..) = p.file_from_button(button).await?;
            let moment = name.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)).unwrap_or_default();
            let digits = moment.split('-').map(str::len).collect::<Vec<_>>();
            ensure!(digits == [4, 2, 2, 6], "the file is named {name}");
            names.push(name);
        }
        ensure!(names.is_sorted_by(|a, b| a < b), "the files are named {names:?}");
    }
    Ok(())
}

/// The browser's language is Austrian German.
const GERMAN: &str = "Object.defineProperty(navigator, 'languages', { value: ['de-AT', 'en'] });\n";

async fn columns(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(GERMAN)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(2, 1).await?;
    p.open_app(&format!("{}#/settings", ctx.site.url())).await?;
    p.wait_for(ControlKind::Button, "Tabelle speichern (CSV)").await?;
    let (_, table, _) = p.file_from_button("Tabelle speichern (CSV)").await?;
    ensure!(table.starts_with("session;revision;date;time;"), "the table begins with {table:.80}");
    ctx.take_screenshot("table-choice").await?;
    let tick = "document.querySelector('.files-more input[type=checkbox]').click()";
    p.js(tick, vec![]).await?;
    let (_, table, _) = p.file_from_button("Tabelle speichern (CSV)").await?;
    ensure!(table.starts_with("session,revision,date,time,"), "the table begins with {table:.80}");
    Ok(())
}

async fn berlin(ctx: &mut TestContext) -> Outcome {
    let zone = [
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT",
        "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD",
    ];
    reminder(ctx, "Europe/Berlin", &zone).await
}

async fn kolkata(ctx: &mut TestContext) -> Outcome {
    // Some engines use the zone's older name.
    let zone = [
        "BEGIN:STANDARD\r\nDTSTART:19700101T053000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD",
    ];
    reminder(ctx, "Asia/", &zone).await
}

async fn reminder(ctx: &TestContext, name: &str, zone: &[&str]) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let own = p.js("return Intl.DateTimeFormat().resolvedOptions().timeZone", vec![]).await?;
    let Value::String(own) = own else { crate::failure::fail!("the browser reports no time zone") };
    ensure!(own.starts_with(name), "the browser is in {own}");
    p.visit("Settings").await?;
    let (_, file, _) = p.file_from_button("Save calendar file").await?;
    for part in zone {
        ensure!(file.contains(part), "no {part} in {file}");
    }
    ensure!(file.contains(&format!("\r\nBEGIN:VTIMEZONE\r\nTZID:{own}\r\n")), "another zone in {file}");
    let start = format!("\r\nDTSTART;TZID={own}:");
    ensure!(
        file.contains(&start) && file.contains(&format!("\r\nDTEND;TZID={own}:")),
        "no such times in {file}"
    );
    ensure!(file.contains("T180000\r\n") && file.contains("T181500\r\n"), "not at 18:00: {file}");
    ensure!(!file.contains("DURATION"), "{file}");
    Ok(())
}

async fn encodings(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 3).await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    let marked = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    let wide = |unit: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let little = wide(u16::to_le_bytes);
    // UTF-8 with a byte order mark and UTF-16, as editors write them; then a byte of a legacy encoding.
    for bytes in [marked.clone().into_bytes(), little.clone(), wide(u16::to_be_bytes), little[2..].to_vec()] {
        p.choose_bytes(&bytes).await?;
        p.wait_for_text(&["Everything in this file is here already."]).await?;
        p.press_button("Close").await?;
        p.wait_gone(ControlKind::Button, "Close").await?;
    }
    let mut old = file.into_bytes();
    old.push(0xfc);
    p.choose_bytes(&old).await?;
    p.wait_for_text(&["save it as UTF-8, and choose it again"]).await?;
    ctx.take_screenshot("import-encoding").await?;
    p.press_button("Close").await
}

/// Measures the longest time for which the main thread is blocked: how late a timer of 5 ms is at most.
pub const MEASURE_BLOCKED: &str = "window.longest = 0; window.last = performance.now();\
    setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - window.last - 5); window.last = now; }, 5);";

/// Makes a file of many entries from a small one and chooses it; `kind` names the content.
const CHOOSE_LARGE_FILE: &str = "const [file, kind] = arguments, whole = JSON.parse(file), one = whole.sessions[0];\
    const holds = one.h, id = one.id; holds.length = Math.min(holds.length, 1);\
    const name = (n) => String(n).padStart(10, '0'), text = JSON.stringify(one);\
    const list = (count, entry) => Array.from({ length: count }, (_, n) => entry(n)).join(',');\
    const parts = {\
        some: [list(3000, (n) => text.replace(id, name(n))), list(3000, (n) => `[\"${name(50000 + n)}\",1,5]`), ''],\
        most: [list(40000, (n) => text.replace(id, name(n))), list(40000, (n) => `[\"${name(50000 + n)}\",1,5]`), list(300, (n) => `[\"eased.q.${n}.eased.meta\",\"garbage ${n}\"]`)],\
        sessions: [list(40001, (n) => text.replace(id, name(n))), '', ''],\
        values: [text, list(2999000, () => '1'), ''],\
        texts: [text, '', list(40000, (n) => `[\"eased.q.${n}.eased.meta\",\"garbage ${n}\"]`)],\
        nested: [list(100000, () => '['.repeat(20) + '1' + ']'.repeat(20)), '', ''],\
        quoted: [text, '', `[\"eased.q.1.eased.meta\",\"${'\\\\\\\\'.repeat(8 << 20)}\"]`],\
    }[kind];\
    const made = `{\"format\":\"eased-backup\",\"version\":1,\"exported_at\":5,\"sessions\":[${parts[0]}],\"deleted\":[${parts[1]}],\"spoilt\":[${parts[2]}],\"live\":null,\"settings\":${JSON.stringify(whole.settings)}}`;\
    const field = document.querySelector('input[type=file]'), files = new DataTransfer();\
    files.items.add(new File([made], 'chosen.json')); field.files = files.files;\
    field.dispatchEvent(new Event('change', { bubbles: true }));\
    window.longest = 0; window.last = performance.now();\
    return made.length";

async fn many(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(3, 1).await?;
    p.visit("Settings").await?;
    p.wait_for(ControlKind::Button, "Import backup").await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    p.js(MEASURE_BLOCKED, vec![]).await?;
    for (kind, words) in [
        ("most", "40,000 sessions are new here."),
        ("sessions", "more entries than any backup"),
        ("values", "more entries than any backup"),
        ("texts", "more than 300 unreadable entries"),
        ("nested", "more entries than any backup"),
        ("quoted", "Unreadable entry 1 of the file cannot be read"),
        ("some", "3,000 sessions are new here."),
    ] {
        let bytes = p.js(CHOOSE_LARGE_FILE, vec![json!(file), json!(kind)]).await?;
        p.wait_for_text(&[words]).await?;
        print_blocked_time(ctx, &format!("\"{kind}\", {bytes} bytes, read")).await?;
        match kind {
            "most" => p.press_button("Cancel").await?,
            "some" => {
                p.js("window.longest = 0; window.last = performance.now()", vec![]).await?;
                p.press_button("Import").await?;
                p.wait_for_text(&["Everything is saved.", "could not be saved"]).await?;
                print_blocked_time(ctx, "3,000 sessions and 3,000 tombstones imported").await?;
                p.press_button("Close").await?;
            }
            _ => p.press_button("Close").await?,
        }
        p.wait_gone(ControlKind::Button, "Close").await?;
    }
    Ok(())
}

/// Prints for how long the main thread was blocked at most. It is a measurement without a limit: the native tests bound
/// the work of each step.
pub async fn print_blocked_time(ctx: &TestContext, what: &str) -> Outcome {
    let longest = ctx.page.js("return Math.ceil(window.longest)", vec![]).await?.as_i64().unwrap_or(i64::MAX);
    println!("       {:9}  {what}: the page was blocked for at most {longest} ms", ctx.page.engine.name());
    // A timer is never exactly on time: 0 would mean that nothing was measured.
    ensure!(longest > 0, "nothing was measured: {what}");
    Ok(())
}
