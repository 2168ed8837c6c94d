// Records the events that the harness's taps and keys cause in the browser.
window.events = [];
for (const type of ['pointerdown', 'pointerup', 'click', 'keydown'])
  addEventListener(type, (e) => events.push({ type, pointer: e.pointerType ?? '', primary: e.isPrimary ?? null, key: e.key ?? '', at: e.timeStamp }), true);
addEventListener('DOMContentLoaded', () => {
  const count = document.getElementById('count');
  count.textContent = localStorage.getItem('count') ?? '0';
  document.getElementById('go').addEventListener('click', () => {
    count.textContent = String(Number(count.textContent) + 1);
    localStorage.setItem('count', count.textContent);
  });
  if (location.hash === '#broken') setTimeout(() => { throw new Error('broken on purpose'); });
  navigator.serviceWorker.register('./sw.js').then(() => navigator.serviceWorker.ready).then(() => { document.documentElement.dataset.offline = 'ready'; });
});
