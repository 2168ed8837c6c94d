// The service worker: keeps one version of the app whole and answers with it, online or not.
//
// `eased-tools` fills in the lists and the version. Rules: nothing is kept that was not checked against
// its SHA-256; a version is installed whole or not at all; it never takes over by itself; an older version's
// files stay until no page of that version lives; every request gets an answer.

// Path below the scope: [content type, SHA-256 as base64]. The page itself is "./".
const FILES = {{files}};
// Files of the same version that are not needed at once: the lazy parts of the program, pictures of the poses.
const EXTRAS = {{extras}};
// Files of the same version that only some people need: the phrases and the manifest of a language.
const CHOSEN = {{chosen}};
// An app begins without these; each is kept from when a page first asks for it, or says that it uses it.
const OPTIONAL = { ...EXTRAS, ...CHOSEN };
const ALL = { ...FILES, ...OPTIONAL };
// A path such as "constructor" is on no list, although every object inherits a property of this name.
const lists = (list, path) => Object.hasOwn(list, path);

// Several copies of the app can live on one origin: the scope keeps their caches apart.
const SCOPE = registration.scope;
const OURS = "eased " + SCOPE + " ";
const NAME = OURS + "{{version}}";

// The caches of this app's older versions, newest first. What other scripts of the origin keep in theirs is not searched.
const older = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME).reverse();
const cached = (url, cacheName) => caches.match(url, { cacheName });

// Whoever comes for the first time begins with little. An update takes the place of a version that was whole, so it is
// whole as well before it may.
addEventListener("install", (event) => {
  event.waitUntil(registration.active ? update() : keep(Object.keys(FILES)));
  // Where the browser can look into the cache by itself, nobody waits for the worker to wake. Not for the page:
  // that one is looked at before it is handed over.
  if (event.addRoutes) event.waitUntil(event.addRoutes(ways()).catch(() => {}));
});

async function update() {
  await keep([...Object.keys(FILES), ...Object.keys(EXTRAS), ...(await chosenBefore())]);
}

// What older versions kept of languages: once a language was chosen, each version keeps it. Versions that kept phrases as
// text had English in their program and kept the others for everybody.
async function chosenBefore() {
  const kind = (path) => path.replace(/(-[^-.]+)?\.\w+$/, "");
  const kept = [];
  for (const name of await older()) {
    const requests = await (await caches.open(name)).keys();
    kept.push(...requests.map(({ url }) => url.slice(SCOPE.length)));
  }
  const kinds = new Set(kept.map(kind));
  if (!kept.some((path) => /^words-.*\.json$/.test(path))) kinds.add("words-en");
  return Object.keys(CHOSEN).filter((path) => kinds.has(kind(path)));
}

const ways = () => ({
  condition: {
    or: Object.keys(FILES)
      .filter((path) => path !== "./")
      .map((path) => ({ urlPattern: (SCOPE + path).replace(/[^\w:/.-]/g, "\\$&") })),
  },
  source: { cacheName: NAME },
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(SCOPE)) event.respondWith(answer(event.request));
});

addEventListener("message", (event) => {
  const port = event.ports[0];
  const { ask, page, uses } = event.data;
  if (ask === "go") event.waitUntil(withLanguages().finally(() => skipWaiting()));
  if (ask === "go-if-alone") event.waitUntil(goIfAlone(port));
  if (ask === "extras") event.waitUntil(extras());
  if (ask === "repair") event.waitUntil(repair().catch(() => false).then((yes) => port.postMessage(yes)));
  if (ask === "whole") event.waitUntil(whole(page, uses).then((yes) => port.postMessage(yes)));
});

// Everything is checked first and stored afterwards: a bad file leaves no half a version behind.
async function keep(paths) {
  const checked = await Promise.all(paths.map(async (path) => [path, await good(path)]));
  const cache = await caches.open(NAME);
  await Promise.all(checked.map(([path, response]) => cache.put(SCOPE + path, response)));
}

// The file as it was built: from a cache of this app, from the network as the browser sees fit, and
// past the browser's own cache only after a mismatch (else a first visit would load everything twice).
async function good(path) {
  const url = SCOPE + path;
  const names = [NAME, ...(await older().catch(() => []))];
  const stores = names.map((name) => () => cached(url, name));
  const ways = [...stores, () => fetch(url), () => fetch(url, { cache: "reload" })];
  for (const way of ways) {
    const response = await way().catch(() => undefined);
    const fits = response && response.ok && (await fitting(path, response));
    if (fits) return fits;
  }
  throw new Error("not as built: " + path);
}

async function fitting(path, response) {
  const [type, sum] = ALL[path];
  const body = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  if (btoa(String.fromCharCode(...digest)) !== sum) return undefined;
  const sent = (response.headers.get("content-type") || "").split(";")[0].trim();
  // The very response where it will do: browsers keep compiled code beside it. A redirected one cannot
  // answer a navigation, and a host may know no WebAssembly.
  const same = sent === type || (sent === "application/javascript" && type === "text/javascript");
  if (same && !response.redirected) return response;
  // All else that the host says of the file stays, such as its security policy. The body is decoded, and the same for everybody.
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  if (!same) headers.set("content-type", type);
  return new Response(body, { headers });
}

async function answer(request) {
  const path = request.url.slice(SCOPE.length).split(/[?#]/)[0];
  const opens = request.mode === "navigate";
  const ours = opens && (path === "" || path === "index.html") ? "./" : path;
  try {
    if (lists(OPTIONAL, ours)) await extra(ours);
    let kept = await stored(ours);
    // Whatever else is damaged, the page can say so and have it mended; of itself it cannot.
    if (opens && kept && !(await fitting(ours, kept))) {
      await repair();
      kept = await stored(ours);
    }
    if (kept) return kept;
    // A page of an older version may still ask for its own files. That version stored only what was on its list.
    for (const name of opens ? [] : await older()) {
      const found = await cached(request.url, name);
      if (found) return found;
    }
  } catch {
    // The cache cannot be read: the network may still answer.
  }
  try {
    return await fetch(request);
  } catch {
    if (opens && ours !== "./") return Response.redirect(SCOPE);
    return new Response(await lost(), { status: 503, headers: LOST_HEADERS });
  }
}

// The page below is text only: nothing is loaded, run, styled or framed.
const LOST_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

// What is shown where even the page is missing: a page of its own, in the languages that are stored, else in the first one.
async function lost() {
  let said = "";
  for (const path of Object.keys(CHOSEN)) {
    try {
      const { tag, page } = await (await stored(path)).json();
      said += `<p lang=${tag} dir=auto>` + page.lost.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt()};`);
    } catch {
      // Not stored, or no phrases.
    }
  }
  return {{lost}}.replace("%said%", () => said || {{lost-en}});
}

const stored = async (path) => lists(ALL, path) && (await caches.open(NAME)).match(SCOPE + path);

async function pages() {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((client) => client.url.startsWith(SCOPE));
}

// The answer goes out first: whoever waits for it must not wait for the taking over as well.
async function goIfAlone(port) {
  const alone = (await pages()).length < 2 && (await withLanguages());
  port.postMessage(alone);
  if (alone) await skipWaiting();
}

// A language may have been chosen while this version waited. Says whether all are here.
const withLanguages = () => chosenBefore().then(complete).then(() => true, () => false);

// Has those of these files anew that are not kept, or not as they were built; says how many.
async function complete(paths) {
  const bad = [];
  for (const path of paths) {
    const kept = await stored(path);
    if (!kept || !(await fitting(path, kept))) bad.push(path);
  }
  await keep(bad);
  return bad.length;
}

// Looks at everything that is kept or should be; says whether something was wrong and is well now.
async function repair() {
  const kept = (await (await caches.open(NAME)).keys()).map(({ url }) => url.slice(SCOPE.length));
  return (await complete(Object.keys(FILES).concat(kept.filter((path) => lists(OPTIONAL, path))))) > 0;
}

// One that cannot be had now is asked for again at the next start, and costs the others nothing.
const extra = (path) => complete([path]).catch(() => {});
const extras = () => Promise.all(Object.keys(EXTRAS).map(extra));

// Is every file stored as built that everyone needs, and those extras that this page uses? What is not is fetched
// again. Then, if the page that asks is of this version and the only one, nobody needs the older versions any
// more.
async function whole(page, uses) {
  try {
    await complete(Object.keys(FILES).concat(uses.filter((path) => lists(OPTIONAL, path))));
    await tidy(page);
    return true;
  } catch {
    return false;
  }
}

async function tidy(page) {
  const names = await older();
  // A newer version may be filling its cache: it would not be on this list yet, or it is seen here.
  if (registration.installing || registration.waiting) return;
  if (!lists(FILES, page.slice(SCOPE.length)) || (await pages()).length > 1) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}
