// A kill switch for a broken service worker: published in place of sw.js, it deletes the stored app from every device
// that updates its worker and unregisters itself, so that the page is loaded from the host again. Records are not
// touched: they are not in the worker's caches. See docs/hosting.md.
const CACHE_PREFIX = "eased " + registration.scope + " ";

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(removeApp()));

async function removeApp() {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
