// The worker that ends all workers: put in the place of sw.js, it takes the stored app away from every device that comes by,
// and the page is asked of the host again. What people have recorded is not the worker's and stays. See docs/update.md.
const OURS = "eased " + registration.scope + " ";

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
