//! The number to call in an emergency, where the browser's region tells it.

/// The emergency number of the first region that the language tags name, as it is dialled; `None` where no tag has a
/// region, the region's number is not known for certain, or the device's time zone lies on another continent.
///
/// The first region decides: browsers list the person's own language first and fall back to others. Many people keep a
/// browser in American English wherever they live, and 911 is not answered there: hence the time zone, an IANA name.
pub fn emergency_number<'a>(
    language_tags: impl IntoIterator<Item = &'a str>,
    time_zone: Option<&str>,
) -> Option<&'static str> {
    let region = language_tags.into_iter().find_map(region)?;
    let number = number_in(&region)?;
    let area = time_zone.and_then(|zone| zone.split_once('/')).map(|(area, _)| area);
    let is_there = area.is_none_or(|area| !CONTINENTS.contains(&area) || continents(&region).contains(&area));
    is_there.then_some(number)
}

/// The areas of IANA time zone names that are continents or oceans; "Etc" is not.
const CONTINENTS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// Those of a region's own time zones.
fn continents(region: &str) -> &'static [&'static str] {
    match region {
        "US" | "CA" | "MX" | "PR" => &["America", "Pacific"],
        "AU" => &["Australia", "Antarctica", "Indian"],
        "NZ" => &["Pacific", "Antarctica"],
        "JP" | "KR" | "SG" | "HK" | "IN" | "GE" => &["Asia", "Indian"],
        "CY" | "TR" => &["Asia", "Europe"],
        // The Azores, Madeira, the Canaries, Iceland; overseas France has other numbers.
        _ => &["Europe", "Atlantic", "Arctic", "Africa"],
    }
}

/// The region of a BCP 47 tag: "de-AT" and "de-Latn-AT" name AT.
fn region(tag: &str) -> Option<String> {
    let mut parts = tag.split(['-', '_']).skip(1);
    // What follows a single letter is an extension, not a region.
    let parts = std::iter::from_fn(|| parts.next().filter(|part| part.len() > 1));
    let mut regions = parts.filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    regions.next().map(str::to_ascii_uppercase)
}

/// Where one number reaches an ambulance from every telephone, mobile ones included.
fn number_in(region: &str) -> Option<&'static str> {
    Some(match region {
        // The European emergency number: by law in the EU and the European Economic Area, and in these neighbours.
        "AT" | "BE" | "BG" | "CY" | "CZ" | "DE" | "DK" | "EE" | "ES" | "FI" | "FR" | "GR" | "HR" | "HU"
        | "IE" | "IT" | "LT" | "LU" | "LV" | "MT" | "NL" | "PL" | "PT" | "RO" | "SE" | "SI" | "SK" | "IS"
        | "LI" | "NO" | "CH" | "GE" | "MD" | "TR" | "UA" | "IN" => "112",
        "US" | "CA" | "MX" | "PR" => "911",
        "GB" | "GG" | "IM" | "JE" | "HK" => "999",
        "AU" => "000",
        "NZ" => "111",
        "JP" | "KR" => "119",
        "SG" => "995",
        _ => return None,
    })
}
