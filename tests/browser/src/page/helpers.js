// The page object: accessible names, tap points, and values of the visible page. Prepended to every script that calls
// it.
const eased = (() => {
  const KINDS = {
    button: 'button, [role="button"], summary, input[type="button"], input[type="submit"]',
    link: 'a[href]',
    radio: 'input[type="radio"], [role="radio"]',
    checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
    range: 'input[type="range"]',
    select: 'select',
  };
  KINDS.control = KINDS.button + ', ' + KINDS.link;
  KINDS.any = Object.values(KINDS).join(', ');

  const normaliseSpace = (text) => text.replace(/\s+/g, ' ').trim();

  const textOf = (node) => {
    let out = '';
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) out += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE || child.getAttribute('aria-hidden') === 'true') continue;
      if (/^(input|select|script|style)$/.test(child.localName)) continue;
      const style = getComputedStyle(child);
      if (style.display === 'none' || style.visibility === 'hidden') continue;
      const inside = child.getAttribute('aria-label') ?? textOf(child);
      out += style.display.startsWith('inline') ? inside : ' ' + inside + ' ';
    }
    return out;
  };

  const name = (e) => {
    const by = (e.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => id && document.getElementById(id)).filter(Boolean);
    if (by.length) return normaliseSpace(by.map((part) => part.getAttribute('aria-label') ?? textOf(part)).join(' '));
    if (e.getAttribute('aria-label')) return normaliseSpace(e.getAttribute('aria-label'));
    if (e.labels?.length) return normaliseSpace([...e.labels].map(textOf).join(' '));
    return normaliseSpace(textOf(e)) || normaliseSpace(e.value ?? '') || normaliseSpace(e.title ?? '');
  };

  const isVisible = (e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== 'hidden' && e.checkVisibility();
  };

  // Behind an open modal dialog no control can be used.
  const reachable = (e) => {
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    return isVisible(e) && !e.closest('[inert], [aria-hidden="true"]') && (!modal || modal.contains(e));
  };

  const all = (kind) => [...document.querySelectorAll(KINDS[kind])].filter(reachable);
  // A name may be longer than the wanted one: "Eased? Tap anywhere".
  const hasName = (e, wanted) => name(e).startsWith(wanted) && !/^\p{L}/u.test(name(e).slice(wanted.length));
  const find = (kind, wanted) => {
    const found = all(kind).filter((e) => !e.disabled);
    return found.find((e) => name(e) === wanted) ?? found.find((e) => hasName(e, wanted));
  };

  // A styled radio button or checkbox may be visible only by its label.
  const tapTarget = (e) => {
    const box = e.getBoundingClientRect();
    const drawn = box.width >= 8 && box.height >= 8 && getComputedStyle(e).opacity !== '0';
    return drawn || !e.labels?.length ? e : e.labels[0];
  };

  const centre = (box) => ({ x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) });
  const inside = (p) => p.x >= 0 && p.y >= 0 && p.x < innerWidth && p.y < innerHeight;
  const describe = (e) => (e ? `<${e.localName} class="${e.getAttribute('class') ?? ''}"> "${name(e).slice(0, 40)}"` : 'nothing');

  // The point to tap; scrolls there first. `over` is what covers it.
  const tapPoint = (kind, wanted) => {
    const found = find(kind, wanted);
    if (!found) return null;
    const e = tapTarget(found);
    let p = centre(e.getBoundingClientRect());
    let hit;
    // The browser scrolls a focused control into view: a control that is half in view would move during the tap.
    const isWhole = (box) => box.height > innerHeight / 2 || (box.top >= 0 && box.bottom <= innerHeight);
    const free = () => {
      p = centre(e.getBoundingClientRect());
      hit = inside(p) ? document.elementFromPoint(p.x, p.y) : null;
      return hit && (e.contains(hit) || (hit.contains(found) && hit.localName === 'label'));
    };
    // A control under the sticky bar is scrolled into view as well.
    if (!free() || !isWhole(e.getBoundingClientRect())) e.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const over = free() ? null : describe(hit);
    return { ...p, over };
  };

  // Records what the next `pointerdown` hits: the control (possibly replaced by the app), its label, or something else.
  const recordTap = (kind, wanted) => {
    delete window.recordedTap;
    const landed = ({ target }) => {
      const labelled = target.closest('label')?.control;
      const hit = [target.closest(KINDS.any), labelled].some((e) => e?.matches(KINDS[kind]) && hasName(e, wanted));
      window.recordedTap = { hit, on: describe(target) };
    };
    addEventListener('pointerdown', landed, { capture: true, once: true });
  };

  const zoneBox = () => document.querySelector('svg[data-diagram] [data-zone]')?.getBoundingClientRect();

  // The point at this percentage of the diagram's zone; scrolls there first.
  const zonePoint = (percent) => {
    const at = () => {
      const box = zoneBox();
      return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + (box.height * percent) / 100) };
    };
    let p = at();
    if (!p) return null;
    if (!document.elementFromPoint(p.x, p.y)?.closest('[data-diagram], [data-diagram] *, .plate')) scrollBy({ top: p.y - innerHeight / 2, behavior: 'instant' });
    p = at();
    return inside(p) ? { ...p, over: null } : null;
  };

  const session = () => [...document.querySelectorAll('[data-phase]')].find(isVisible);
  const timer = () => [...document.querySelectorAll('[role="timer"]')].find(isVisible);

  // The names of the whole-screen button in each phase.
  const BIG_BUTTON_NAMES = ['Ready now', 'Here', 'Eased', 'Switch now'];

  // Points where the whole-screen button is hit: the digits first, then points near the edges.
  const bigTapPoints = () => {
    const own = (p) => {
      const hit = inside(p) && document.elementFromPoint(p.x, p.y);
      const control = hit && hit.closest(KINDS.any);
      return control && session()?.contains(control) && BIG_BUTTON_NAMES.some((big) => hasName(control, big));
    };
    const digits = timer() && centre(timer().getBoundingClientRect());
    const grid = [];
    for (const fx of [0.12, 0.88, 0.5]) for (const fy of [0.08, 0.3, 0.5, 0.7, 0.92]) grid.push({ x: Math.round(innerWidth * fx), y: Math.round(innerHeight * fy) });
    return [digits, ...grid].filter((p) => p && own(p));
  };

  return {
    KINDS, name, tapPoint, recordTap, zonePoint, bigTapPoints,
    recordedTap: () => window.recordedTap ?? null,
    has: (kind, wanted) => !!find(kind, wanted),
    elements: () => all('any'),
    names: (kind) => all(kind).map(name),
    disabled: (kind, wanted) => !find(kind, wanted),
    // A phase has steps, which differ in their text: after a change a press has another meaning.
    state: () => {
      const steps = session()?.querySelectorAll('h1, .session-notice-buttons, .stop-question-text') ?? [];
      const step = [...steps].map((e) => e.textContent).join('|');
      return { phase: session()?.dataset.phase ?? null, step, now: performance.now() };
    },
    leg: () => session()?.dataset.leg ?? null,
    digits: () => timer()?.textContent.trim() ?? null,
    diagram: () => document.querySelector('svg[data-diagram]')?.dataset.diagram ?? null,
    marks: () => [...document.querySelectorAll('svg[data-diagram] [data-spot]')].filter((e) => e.checkVisibility()).map((e) => [Number(e.dataset.spot), Number(e.dataset.position)]),
    rings: () => [...document.querySelectorAll('svg[data-diagram] [data-ring]')].filter((e) => e.checkVisibility()).map((e) => Number(e.dataset.ring)),
    sessionCount: () => [...document.querySelectorAll('main .month li > details > summary')].filter((e) => !e.closest('.hold-list') && isVisible(e)).length,
    ranges: () => all('range').map((e) => [name(e), Number(e.value)]),
    // The point of a step of a scale from 0 to 10.
    scalePoint: (wanted, score) => {
      const range = find('range', wanted);
      if (!range) return null;
      range.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getBoundingClientRect();
      return { x: Math.round(box.x + (box.width * (score + 0.5)) / 11), y: Math.round(box.y + box.height / 2) };
    },
    // Also in a row whose further controls are hidden.
    listedPosition: (wanted) => { const e = [...document.querySelectorAll('.spot input')].find((e) => e.getAttribute('aria-label') === wanted); return e ? Number(e.value) : null; },
    value: (kind, wanted) => find(kind, wanted)?.value ?? null,
    checked: (kind, wanted) => find(kind, wanted)?.checked ?? null,
    // The visible text, without the parts behind a modal dialog.
    text: () => normaliseSpace(([...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body).innerText),
    focus: (wanted) => { const e = document.activeElement; return { wanted: !!wanted && e !== document.body && hasName(e, wanted), name: e && e !== document.body ? name(e) : null, seen: !!e && e.matches(':focus-visible') }; },
    // Does the control of that name come before the focus?
    isBefore: (wanted) => {
      const target = all('any').find((e) => name(e) === wanted), at = document.activeElement;
      return !!target && at !== document.body && !!(at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
    },
    // The last text of the live region.
    announcement: () => normaliseSpace(document.querySelector('.visually-hidden[role="status"]')?.textContent ?? ''),
    // Controls that are smaller than 48 px. The label around a checkbox or radio button is its target.
    smallTargets: () => all('any').map((e) => [e, (e.closest('label') ?? tapTarget(e)).getBoundingClientRect()])
      .filter(([, box]) => box.width < 47.9 || box.height < 47.9)
      .map(([e, box]) => `${describe(e)} ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`),
    // The centre of a mark on the diagram.
    markPoint: (number) => { const e = document.querySelector(`svg[data-diagram] [data-spot="${number}"] .mark-body`); return e && centre(e.getBoundingClientRect()); },
    // Mark numbers, mark labels and captions on the plate that overlap.
    overlaps: () => {
      const plate = document.querySelector('.plate');
      // On the whole leg the dots may touch: their numbers are in the margin.
      const discs = plate.dataset.crop === 'whole' ? [] : [...plate.querySelectorAll('.mark-body')].map((e) => ({ what: 'number ' + e.parentNode.dataset.spot, box: e.getBoundingClientRect(), round: true }));
      const texts = [...plate.querySelectorAll('.mark-label text, .margin-number, .plate-caption, .structure-label')]
        .filter((e) => e.textContent && getComputedStyle(e).visibility !== 'hidden')
        .map((e) => { const range = document.createRange(); range.selectNodeContents(e);
          return { what: normaliseSpace(e.textContent), box: e.closest('svg') ? e.getBoundingClientRect() : range.getBoundingClientRect() }; });
      const cover = (a, b) => {
        if (a.round && b.round) return Math.hypot(a.box.x - b.box.x, a.box.y - b.box.y) < a.box.width - 1;
        if (a.round) {
          const x = a.box.x + a.box.width / 2, y = a.box.y + a.box.height / 2;
          const dx = Math.max(b.box.left - x, 0, x - b.box.right), dy = Math.max(b.box.top + 3 - y, 0, y - b.box.bottom + 3);
          return Math.hypot(dx, dy) < a.box.width / 2 - 1;
        }
        // The bounding box of text is higher than its letters.
        return a.box.left < b.box.right && b.box.left < a.box.right && a.box.top + 3 < b.box.bottom - 3 && b.box.top + 3 < a.box.bottom - 3;
      };
      const all = [...discs, ...texts], found = [];
      all.forEach((a, i) => all.slice(i + 1).forEach((b) => { if (cover(a, b)) found.push(`${a.what} and ${b.what}`); }));
      return found;
    },
    // The height of two digits of the number (0 without one), and the font sizes of the side, of the phase and of the
    // smallest other text.
    sessionScreenSizes: () => {
      const digits = timer(), pen = document.createElement('canvas').getContext('2d');
      const style = digits && getComputedStyle(digits);
      if (style) pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const drawn = style ? pen.measureText('12') : { actualBoundingBoxAscent: 0, actualBoundingBoxDescent: 0 };
      const size = (what) => parseFloat(getComputedStyle(document.querySelector(what)).fontSize);
      const others = [...document.querySelectorAll('.instructions > p, .tap-label, .control > span, .pain-question b')].filter(isVisible).map((e) => parseFloat(getComputedStyle(e).fontSize));
      return [drawn.actualBoundingBoxAscent + drawn.actualBoundingBoxDescent, size('.session-side'), size('.session-phase'), Math.min(...others, 99)].map(Math.round);
    },
    // Text that extends beyond the viewport, its button or a clipping ancestor, and text that overlaps. Sticky bars
    // cover the page by design, so only text of the same layer is compared.
    textProblems: () => {
      const walker = document.createTreeWalker(document.querySelector('dialog:modal') ?? document.body, NodeFilter.SHOW_TEXT);
      const lines = [], found = [];
      const inner = (e) => { for (let at = e; at; at = at.parentElement) if (/sticky|fixed/.test(getComputedStyle(at).position)) return at; return null; };
      while (walker.nextNode()) {
        const node = walker.currentNode, e = node.parentElement;
        const isVisuallyHidden = getComputedStyle(e).clipPath === 'inset(50%)';
        if (!node.data.trim() || !isVisible(e) || isVisuallyHidden || e.closest('script, style, noscript, .visually-hidden, .plate svg, .large-leg, [hidden]')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const what = normaliseSpace(node.data).slice(0, 30), layer = inner(e);
        boxes: for (const box of range.getClientRects()) {
          if (box.width < 1) continue;
          if (box.left < -1 || box.right > innerWidth + 1) found.push(`"${what}" reaches from ${box.left.toFixed()} to ${box.right.toFixed()}`);
          for (let at = e; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at), edge = at.getBoundingClientRect();
            // Text that is scrolled out of view is outside of its ancestors and overlaps nothing.
            if (/auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight) {
              if (box.top < edge.top || box.bottom > edge.bottom) continue boxes;
              break;
            }
            const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) || (/^(button|a|label)$/.test(at.localName) && style.display !== 'inline');
            if (cuts && (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 4 || box.bottom > edge.bottom + 4)) {
              found.push(`"${what}" reaches out of ${describe(at)}`);
            }
          }
          // A line's bounding box is higher than its letters, more so for numbers.
          const air = box.height * (/\d/.test(what) && what.length < 5 ? 0.21 : 0.18);
          lines.push({ what, node, layer, left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air });
        }
      }
      lines.forEach((a, i) => lines.slice(i + 1).forEach((b) => {
        if (a.layer === b.layer && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom) found.push(`"${a.what}" and "${b.what}" lie over each other`);
      }));
      return [...new Set(found)];
    },
    // Moves all marks to these positions by input and change events, and rates them 1, 2, 3 ...
    setCrowdedMarks: (places) => {
      const slide = (range, value) => { range.value = value; for (const type of ['input', 'change']) range.dispatchEvent(new Event(type, { bubbles: true })); };
      [...document.querySelectorAll('.spot input[max="100"]')].forEach((range, i) => slide(range, places[i]));
      [...document.querySelectorAll('.spot input[max="10"]')].forEach((range, i) => slide(range, i + 1));
    },
    // Counts changes of the document from now on: inside each of these selectors, and outside of all of them.
    watchUpdates: (allowed) => {
      window.easedUpdates?.observer.disconnect();
      const inside = Object.fromEntries(allowed.map((selector) => [selector, 0])), outside = [];
      const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
      const note = (node, what) => {
        const where = allowed.find((selector) => element(node)?.closest(selector));
        if (where) inside[where]++; else outside.push(`${what} ${describe(element(node))}`);
      };
      // Comments and empty text nodes are placeholders of the framework.
      const shows = (node) => node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.data);
      const observer = new MutationObserver((records) => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
          const parent = allowed.some((selector) => element(target)?.closest(selector));
          if (parent || type !== 'childList') note(target, attributeName ?? type);
          else [...addedNodes, ...removedNodes].filter(shows).forEach((node) => note(node, 'added or removed'));
        }
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      window.easedUpdates = { observer, inside, outside };
    },
    updates: () => { const { inside, outside } = window.easedUpdates; return { inside, outside: [...new Set(outside)] }; },
    overflow: () => {
      const page = document.scrollingElement;
      // A vertical scroll bar reduces the width of the page.
      const availableWidth = page.clientWidth;
      if (page.scrollWidth <= availableWidth) return null;
      const wide = [...document.body.querySelectorAll('*')].find((e) => !e.ownerSVGElement && isVisible(e) && e.getBoundingClientRect().right > availableWidth + 0.5);
      // No element is wider, so its text overflows.
      const tight = () => [...document.body.querySelectorAll('*')].findLast((e) => isVisible(e) && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).overflowX === 'visible');
      return `${page.scrollWidth} px wide in ${availableWidth}: ${describe(wide ?? tight())}`;
    },
  };
})();
