//! Files that others read, and files that others made.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Texts};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Everything about files that go elsewhere or come from there.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("files: two of one second have two names that sort by time", play!(names)),
        Scenario::new("files: a table opens in columns where numbers have a decimal comma", play!(columns)),
        Scenario::new("files: a reminder made in Berlin names its zone", play!(berlin)).zone("Europe/Berlin"),
        Scenario::new("files: a reminder made in Kolkata names its zone", play!(kolkata))
            .zone("Asia/Kolkata"),
        Scenario::new("files: a backup that went through a text editor is read or named", play!(encodings)),
        Scenario::new(
            "files: as many entries as there may be, and more, never hold the page up",
            play!(many),
        ),
        Scenario::new(
            "files: thousands of unreadable texts are looked at, saved and deleted",
            play!(set_aside),
        ),
        Scenario::new("files: unreadable texts at 320x568, dark", play!(access)).size(320, 568).dark(),
    ]
}

async fn names(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(2, 1).await?;
    p.visit("Settings").await?;
    for (button, begin, end) in [
        ("Export backup", "eased-backup-", ".json"),
        ("Save table (CSV)", "eased-holds-", ".csv"),
        ("Save calendar file", "eased-reminder-", ".ics"),
    ] {
        let mut names = Vec::new();
        for _ in 0..3 {
            let (name, ..) = p.file_of(button).await?;
            let moment = name.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)).unwrap_or_default();
            let digits = moment.split('-').map(str::len).collect::<Vec<_>>();
            ensure!(digits == [4, 2, 2, 6], "it is called {name}");
            names.push(name);
        }
        ensure!(names.is_sorted_by(|a, b| a < b), "they are called {names:?}");
    }
    Ok(())
}

/// The browser asks for German, as Austria writes it.
const GERMAN: &str = "Object.defineProperty(navigator, 'languages', { value: ['de-AT', 'en'] });\n";

async fn columns(s: &mut Stage) -> Outcome {
    s.use_script(GERMAN)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(2, 1).await?;
    p.open_app(&format!("{}#/settings", s.site.url())).await?;
    p.wait_for(Kind::Button, "Tabelle speichern (CSV)").await?;
    let (_, table, _) = p.file_of("Tabelle speichern (CSV)").await?;
    ensure!(table.starts_with("session;revision;date;time;"), "it begins with {table:.80}");
    s.shot("table-choice").await?;
    let tick = "document.querySelector('.files-more input[type=checkbox]').click()";
    p.js(tick, vec![]).await?;
    let (_, table, _) = p.file_of("Tabelle speichern (CSV)").await?;
    ensure!(table.starts_with("session,revision,date,time,"), "it begins with {table:.80}");
    Ok(())
}

async fn berlin(s: &mut Stage) -> Outcome {
    let zone = [
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT",
        "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD",
    ];
    reminder(s, "Europe/Berlin", &zone).await
}

async fn kolkata(s: &mut Stage) -> Outcome {
    // Some engines call it by its older name.
    let zone = [
        "BEGIN:STANDARD\r\nDTSTART:19700101T053000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD",
    ];
    reminder(s, "Asia/", &zone).await
}

async fn reminder(s: &Stage, name: &str, zone: &[&str]) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let own = p.js("return Intl.DateTimeFormat().resolvedOptions().timeZone", vec![]).await?;
    let Value::String(own) = own else { crate::failure::fail!("the browser tells no zone") };
    ensure!(own.starts_with(name), "the browser is in {own}");
    p.visit("Settings").await?;
    let (_, file, _) = p.file_of("Save calendar file").await?;
    for part in zone {
        ensure!(file.contains(part), "no {part} in {file}");
    }
    ensure!(file.contains(&format!("\r\nBEGIN:VTIMEZONE\r\nTZID:{own}\r\n")), "another zone in {file}");
    let start = format!("\r\nDTSTART;TZID={own}:");
    ensure!(
        file.contains(&start) && file.contains(&format!("\r\nDTEND;TZID={own}:")),
        "no such times in {file}"
    );
    ensure!(file.contains("T180000\r\n") && file.contains("T181500\r\n"), "not at six: {file}");
    ensure!(!file.contains("DURATION"), "{file}");
    Ok(())
}

async fn encodings(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 3).await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    let marked = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    let wide = |unit: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let little = wide(u16::to_le_bytes);
    // What an editor of today makes of it, and what one of the nineties does with a word of another language.
    for bytes in [marked.clone().into_bytes(), little.clone(), wide(u16::to_be_bytes), little[2..].to_vec()] {
        p.choose_bytes(&bytes).await?;
        p.wait_to_read(&["Everything in this file is here already."]).await?;
        p.button("Close").await?;
        p.wait_gone(Kind::Button, "Close").await?;
    }
    let mut old = file.into_bytes();
    old.push(0xfc);
    p.choose_bytes(&old).await?;
    p.wait_to_read(&["save it as UTF-8, and choose it again"]).await?;
    s.shot("import-encoding").await?;
    p.button("Close").await
}

/// Notes the longest time for which the page answered nothing, from now on: how late a timer of 5 ms is at most.
const WATCH: &str = "window.longest = 0; window.last = performance.now();\
    setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - window.last - 5); window.last = now; }, 5);";

/// Makes a file of many entries out of a small one and chooses it: what it is to have is told by name.
const MANY: &str = "const [file, kind] = arguments, whole = JSON.parse(file), one = whole.sessions[0];\
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

async fn many(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(3, 1).await?;
    p.visit("Settings").await?;
    p.wait_for(Kind::Button, "Import backup").await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    p.js(WATCH, vec![]).await?;
    for (kind, words) in [
        ("most", "40,000 sessions are new here."),
        ("sessions", "more entries than any backup"),
        ("values", "more entries than any backup"),
        ("texts", "more than 300 unreadable entries"),
        ("nested", "more entries than any backup"),
        ("quoted", "Unreadable entry 1 of the file cannot be read"),
        ("some", "3,000 sessions are new here."),
    ] {
        let bytes = p.js(MANY, vec![json!(file), json!(kind)]).await?;
        p.wait_to_read(&[words]).await?;
        waited(s, &format!("\"{kind}\", {bytes} bytes, read")).await?;
        match kind {
            "most" => p.button("Cancel").await?,
            "some" => {
                p.js("window.longest = 0; window.last = performance.now()", vec![]).await?;
                p.button("Import").await?;
                p.wait_to_read(&["Everything is saved.", "could not be saved"]).await?;
                waited(s, "3,000 sessions and 3,000 tombstones taken in").await?;
                p.button("Close").await?;
            }
            _ => p.button("Close").await?,
        }
        p.wait_gone(Kind::Button, "Close").await?;
    }
    Ok(())
}

/// Prints for how long the page answered nothing while something was done: a figure, no gate. What bounds each step is
/// counted by the native tests.
async fn waited(s: &Stage, what: &str) -> Outcome {
    let longest = s.page.js("return Math.ceil(window.longest)", vec![]).await?.as_i64().unwrap_or(i64::MAX);
    println!("       {:9}  {what}: the page answered nothing for {longest} ms at most", s.page.engine.name());
    // Nothing is always answered at once: the clock would not run.
    ensure!(longest > 0, "nothing was measured: {what}");
    Ok(())
}

/// So many unreadable texts of 200 characters.
fn unreadable(count: usize) -> Texts {
    let text = |n| format!("{:#<200}", format!("garbage {n} "));
    (0..count).map(|n| (format!("eased.q.{}.eased.meta", 1_700_000_000_000 + n), text(n))).collect()
}

/// How many texts are set aside in both stores.
async fn count(s: &Stage) -> Outcome<[usize; 2]> {
    let (local, indexed) = (s.page.local().await?, s.page.indexed().await?);
    Ok([local, indexed].map(|all| all.keys().filter(|key| key.starts_with("eased.q.")).count()))
}

async fn spoil(s: &Stage, texts: usize) -> Outcome {
    let (p, url) = (&s.page, s.site.url());
    // The first start makes the database.
    p.open_app(&url).await?;
    p.mark(40).await?;
    p.wait_kept("eased.draft").await?;
    p.open_bare(&url).await?;
    let in_both = unreadable(texts);
    p.spoil_local(&in_both).await?;
    p.put_indexed(&in_both).await?;
    p.open_app(&format!("{url}#/settings")).await?;
    // As the browser's English writes a number.
    let texts =
        if texts < 1_000 { texts.to_string() } else { format!("{},{:03}", texts / 1_000, texts % 1_000) };
    p.wait_to_read(&[&format!("{texts} stored entries could not be read.")]).await.map(|_| ())
}

const OPEN: &str = "document.querySelectorAll('.set-aside, .set-aside li:first-child details').forEach((one) => one.open = true)";

async fn set_aside(s: &mut Stage) -> Outcome {
    spoil(s, 5_000).await?;
    let p = &s.page;
    p.wait_for(Kind::Button, "Export backup").await?;
    p.js(WATCH, vec![]).await?;
    // None is lost, however many there are: what a file may not have is one text of it.
    let (_, file, _) = p.file_of("Export backup").await?;
    waited(s, "5,000 unreadable texts exported").await?;
    let file: Value = serde_json::from_str(&file)?;
    let texts = file["spoilt"].as_array().map_or(0, Vec::len);
    ensure!(texts <= 300, "{texts} texts are in the backup");
    for n in [0, 1, 2_500, 4_999] {
        ensure!(
            file["spoilt"].to_string().contains(&format!("garbage {n} #")),
            "text {n} is not in the backup"
        );
    }
    // Each can be looked at, saved and deleted.
    p.js(OPEN, vec![]).await?;
    p.wait_to_read(&["4,950 more are not shown here."]).await?;
    p.js(OPEN, vec![]).await?;
    p.wait_to_read(&["garbage 0 #"]).await?;
    s.shot("set-aside").await?;
    let (name, text, kind) = p.file_of("Save as a file").await?;
    ensure!(name.starts_with("eased-unreadable-") && kind.starts_with("text/plain"), "{name}, {kind}");
    ensure!(text == format!("{:#<200}", "garbage 0 "), "it holds {text}");
    p.press(Kind::Button, "Delete").await?;
    p.wait_to_read(&["Delete 1 entry for good?"]).await?;
    s.shot("set-aside-asks").await?;
    p.button("Cancel").await?;
    ensure!(count(s).await? == [5_000; 2], "it is gone without a yes");
    p.press(Kind::Button, "Delete").await?;
    p.wait_to_read(&["Delete 1 entry for good?"]).await?;
    p.js("document.querySelector('dialog .sheet-foot button:not(.action)').click()", vec![]).await?;
    until("one to be gone from both stores", async || Ok((count(s).await? == [4_999; 2]).then_some(())))
        .await?;
    p.wait_to_read(&["4,999 stored entries could not be read."]).await?;
    // All the others at once.
    let (name, text, _) = p.file_of("Save all as a file").await?;
    let all: Vec<(String, String)> = serde_json::from_str(&text)?;
    ensure!(all.len() == 4_999 && name.rsplit('.').next() == Some("json"), "{} texts in {name}", all.len());
    p.press(Kind::Button, "Delete all").await?;
    p.wait_to_read(&["Delete 4,999 entries for good?"]).await?;
    p.js("document.querySelector('dialog .sheet-foot button:not(.action)').click()", vec![]).await?;
    until("all to be gone from both stores", async || Ok((count(s).await? == [0; 2]).then_some(()))).await?;
    until("nothing to be said of them", async || {
        Ok((!p.text().await?.contains("could not be read")).then_some(()))
    })
    .await?;
    p.reload_app().await?;
    ensure!(!p.text().await?.contains("could not be read"), "they are back");
    Ok(())
}

async fn access(s: &mut Stage) -> Outcome {
    spoil(s, 3).await?;
    let p = &s.page;
    p.js(OPEN, vec![]).await?;
    p.wait_for(Kind::Button, "Delete all").await?;
    p.js(OPEN, vec![]).await?;
    s.shot("set-aside-small").await?;
    p.is_accessible("Settings with unreadable texts", s.settings.axe.as_deref()).await?;
    p.fits_sideways("Settings with unreadable texts").await?;
    p.press(Kind::Button, "Delete all").await?;
    p.wait_to_read(&["Delete 3 entries for good?"]).await?;
    p.is_accessible("the question before a deletion", s.settings.axe.as_deref()).await?;
    p.fits_sideways("the question before a deletion").await
}
