// The service worker of the harness page: answers from the cache, else from the network.
addEventListener('install', (e) => e.waitUntil(caches.open('1').then((c) => c.addAll(['./', './page.js']))));
addEventListener('fetch', (e) => e.respondWith(caches.match(e.request).then((found) => found ?? fetch(e.request))));
