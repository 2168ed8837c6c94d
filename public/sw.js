// The service worker: stores one complete version of the app and serves it, online or offline.
//
// `eased-tools` fills in the lists and the version (tools/src/sw_manifest.rs). Rules: a file is stored only if its
// SHA-256 is correct; a version is installed completely or not at all; a new version activates only on request; the
// files of an older version are kept while a page of that version is open; every request gets a response.
//
// The messages (`ask`) are a protocol between versions: a page may be older or newer than the worker.

// The files that are stored at installation. Path below the scope: [content type, SHA-256 as base64]; the page is "./".
const PRECACHED = {{precached}};
// Files that are stored after the first visit: the lazy parts of the program, pictures of the poses.
const DEFERRED = {{deferred}};
// Files that only some people need: the phrases and the manifest of a language.
const ON_DEMAND = {{on-demand}};
// The app starts without these. Each is stored when a page requests it or reports that it uses it.
const NOT_PRECACHED = { ...DEFERRED, ...ON_DEMAND };
const ALL = { ...PRECACHED, ...NOT_PRECACHED };
// `Object.hasOwn`, because every object inherits properties such as "constructor".
const hasPath = (list, path) => Object.hasOwn(list, path);

// Several copies of the app can share an origin: the scope in the names keeps their caches apart.
const SCOPE = registration.scope;
const CACHE_PREFIX = "eased " + SCOPE + " ";
const CACHE_NAME = CACHE_PREFIX + "{{version}}";

// The names of the caches of this app's older versions, newest first, without those of other scripts of the origin.
const olderCaches = async () =>
  (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME).reverse();
const matchInCache = (url, cacheName) => caches.match(url, { cacheName });

// A first installation stores little. An update replaces a version that was stored completely, so it is stored
// completely as well before it can activate.
addEventListener("install", (event) => {
  event.waitUntil(registration.active ? installUpdate() : store(Object.keys(PRECACHED)));
  // The static routing API, where supported: the browser reads the cache without starting the worker. Not for the page,
  // which the worker verifies before it responds.
  if (event.addRoutes) event.waitUntil(event.addRoutes(routes()).catch(() => {}));
});

async function installUpdate() {
  await store([...Object.keys(PRECACHED), ...Object.keys(DEFERRED), ...(await onDemandFilesOfOlderVersions())]);
}

// The on-demand files whose counterparts older versions have stored: a language that was chosen once stays stored. A
// version without a stored file of phrases had English inside the program.
async function onDemandFilesOfOlderVersions() {
  const kind = (path) => path.replace(/(-[^-.]+)?\.\w+$/, "");
  const paths = [];
  for (const name of await olderCaches()) {
    const requests = await (await caches.open(name)).keys();
    paths.push(...requests.map(({ url }) => url.slice(SCOPE.length)));
  }
  const kinds = new Set(paths.map(kind));
  if (!paths.some((path) => /^words-.*\.json$/.test(path))) kinds.add("words-en");
  return Object.keys(ON_DEMAND).filter((path) => kinds.has(kind(path)));
}

const routes = () => ({
  condition: {
    or: Object.keys(PRECACHED)
      .filter((path) => path !== "./")
      .map((path) => ({ urlPattern: (SCOPE + path).replace(/[^\w:/.-]/g, "\\$&") })),
  },
  source: { cacheName: CACHE_NAME },
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(SCOPE)) event.respondWith(respond(event.request));
});

addEventListener("message", (event) => {
  const port = event.ports[0];
  const { ask, page, uses } = event.data;
  if (ask === "go") event.waitUntil(storeChosenLanguages().finally(() => skipWaiting()));
  if (ask === "go-if-alone") event.waitUntil(activateIfAlone(port));
  if (ask === "extras") event.waitUntil(storeDeferred());
  if (ask === "repair") event.waitUntil(repair().catch(() => false).then((yes) => port.postMessage(yes)));
  if (ask === "whole") event.waitUntil(verifyAll(page, uses).then((yes) => port.postMessage(yes)));
});

// Verifies all files before it stores any: a damaged file does not leave half a version behind.
async function store(paths) {
  const checked = await Promise.all(paths.map(async (path) => [path, await loadVerified(path)]));
  const cache = await caches.open(CACHE_NAME);
  await Promise.all(checked.map(([path, response]) => cache.put(SCOPE + path, response)));
}

// The file as it was built: from a cache of this app, else by a normal request, else past the HTTP cache. The last
// option is used only after a mismatch, because otherwise a first visit would load everything twice.
async function loadVerified(path) {
  const url = SCOPE + path;
  const names = [CACHE_NAME, ...(await olderCaches().catch(() => []))];
  const fromCaches = names.map((name) => () => matchInCache(url, name));
  const sources = [...fromCaches, () => fetch(url), () => fetch(url, { cache: "reload" })];
  for (const load of sources) {
    const response = await load().catch(() => undefined);
    const verified = response && response.ok && (await verify(path, response));
    if (verified) return verified;
  }
  throw new Error("not as built: " + path);
}

// The response with correct content and content type, or nothing if the hash is wrong.
async function verify(path, response) {
  const [type, expectedHash] = ALL[path];
  const body = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  if (btoa(String.fromCharCode(...digest)) !== expectedHash) return undefined;
  const sentType = (response.headers.get("content-type") || "").split(";")[0].trim();
  // The original response if possible, because browsers store compiled code with it. A redirected response must not be
  // used for a navigation, and a host may send WebAssembly with a wrong content type.
  const typeMatches = sentType === type || (sentType === "application/javascript" && type === "text/javascript");
  if (typeMatches && !response.redirected) return response;
  // All other headers are kept, such as a security policy. The body is decoded already and does not vary.
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  if (!typeMatches) headers.set("content-type", type);
  return new Response(body, { headers });
}

async function respond(request) {
  const path = request.url.slice(SCOPE.length).split(/[?#]/)[0];
  const isNavigation = request.mode === "navigate";
  const file = isNavigation && (path === "" || path === "index.html") ? "./" : path;
  try {
    if (hasPath(NOT_PRECACHED, file)) await storeIfPossible(file);
    let stored = await matchStored(file);
    // The page can report and repair other damaged files, but not itself.
    if (isNavigation && stored && !(await verify(file, stored))) {
      await repair();
      stored = await matchStored(file);
    }
    if (stored) return stored;
    // A page of an older version may request files of that version. Its cache has only verified files.
    for (const name of isNavigation ? [] : await olderCaches()) {
      const found = await matchInCache(request.url, name);
      if (found) return found;
    }
  } catch {
    // The cache cannot be read: try the network.
  }
  try {
    return await fetch(request);
  } catch {
    if (isNavigation && file !== "./") return Response.redirect(SCOPE);
    return new Response(await fallbackPage(), { status: 503, headers: FALLBACK_HEADERS });
  }
}

// The fallback page is text only: it loads nothing and must not be framed.
const FALLBACK_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

// The page that is shown where the app's page is neither stored nor reachable, in all stored languages, else in
// English.
async function fallbackPage() {
  let messages = "";
  for (const path of Object.keys(ON_DEMAND)) {
    try {
      const { tag, page } = await (await matchStored(path)).json();
      messages += `<p lang=${tag} dir=auto>` + page.files_missing.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt()};`);
    } catch {
      // Not stored, or not a file of phrases.
    }
  }
  return {{fallback-page}}.replace("%messages%", () => messages || {{fallback-english}});
}

const matchStored = async (path) => hasPath(ALL, path) && (await caches.open(CACHE_NAME)).match(SCOPE + path);

async function openPages() {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((client) => client.url.startsWith(SCOPE));
}

// Activates this version if at most one page is open. Answers first, so that the page does not wait for the activation.
async function activateIfAlone(port) {
  const alone = (await openPages()).length < 2 && (await storeChosenLanguages());
  port.postMessage(alone);
  if (alone) await skipWaiting();
}

// Stores languages that were chosen while this version was waiting. Resolves with whether all are stored.
const storeChosenLanguages = () => onDemandFilesOfOlderVersions().then(storeMissing).then(() => true, () => false);

// Loads and stores those of the files that are missing or damaged. Resolves with their number.
async function storeMissing(paths) {
  const missing = [];
  for (const path of paths) {
    const stored = await matchStored(path);
    if (!stored || !(await verify(path, stored))) missing.push(path);
  }
  await store(missing);
  return missing.length;
}

// Verifies all files that are stored or should be. Resolves with whether a file was
// missing or damaged and has been repaired.
async function repair() {
  const stored = (await (await caches.open(CACHE_NAME)).keys()).map(({ url }) => url.slice(SCOPE.length));
  return (await storeMissing(Object.keys(PRECACHED).concat(stored.filter((path) => hasPath(NOT_PRECACHED, path))))) > 0;
}

// A file that cannot be loaded is requested again at the next start and does not affect the others.
const storeIfPossible = (path) => storeMissing([path]).catch(() => {});
const storeDeferred = () => Promise.all(Object.keys(DEFERRED).map(storeIfPossible));

// Resolves with whether all precached files, and the others that this page uses, are stored and correct; loads those
// that are not. Then deletes the caches of older versions if no page can need them.
async function verifyAll(page, uses) {
  try {
    await storeMissing(Object.keys(PRECACHED).concat(uses.filter((path) => hasPath(NOT_PRECACHED, path))));
    await deleteOldCaches(page);
    return true;
  } catch {
    return false;
  }
}

// Deletes the caches of older versions if the page that asks is of this version and the only one.
async function deleteOldCaches(page) {
  const names = await olderCaches();
  // The cache of a newer version must not be deleted: one that is created after `names` was read is not in the list,
  // and one that exists belongs to a worker that is installing or waiting.
  if (registration.installing || registration.waiting) return;
  if (!hasPath(PRECACHED, page.slice(SCOPE.length)) || (await openPages()).length > 1) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}
