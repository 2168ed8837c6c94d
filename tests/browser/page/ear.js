// Stands in for the browser's sound, voice, shaking and wake lock, and writes down what they are asked for. The address
// says how: ?ear&speed=6&marks&voices=none&wake=refused&speech=failing&resume=rejected. The page's clock runs `speed` times as fast.
// Voices: `none`, or else a JSON array. Speech: `failing` (each utterance ends in an error), `mute` (nothing ever happens),
// `paused` (until it is resumed), `late` (a cut takes effect a moment later and empties the queue).
(() => {
  const wish = new URLSearchParams(location.search);
  if (!wish.has('ear')) return;
  const speed = Number(wish.get('speed') ?? 1);
  const realNow = performance.now.bind(performance);
  const RealDate = Date, began = RealDate.now(), realTimeout = setTimeout.bind(window);
  performance.now = () => realNow() * speed;
  window.Date = class extends RealDate {
    constructor(...given) { given.length ? super(...given) : super(began + (realNow() * speed)); }
    static now() { return began + realNow() * speed; }
  };
  window.setTimeout = (call, ms, ...more) => realTimeout(call, (ms ?? 0) / speed, ...more);

  const tones = [], spoken = [], buzzes = [], contexts = [];
  class Param {
    events = [];
    setValueAtTime(value, at) { this.events.push([value, at]); return this; }
    exponentialRampToValueAtTime(value, at) {
      if (!(value > 0)) throw new RangeError('a curve to nothing');
      this.events.push([value, at]);
      return this;
    }
  }
  class Context {
    state = 'suspended';
    destination = {};
    base = 0;
    since = performance.now();
    frozen = false;
    allowed = true;
    constructor() { contexts.push(this); }
    get currentTime() {
      return this.base + (this.state === 'running' && !this.frozen ? (performance.now() - this.since) / 1000 : 0);
    }
    become(state) { this.base = this.currentTime; this.since = performance.now(); this.state = state; }
    freeze() { this.base = this.currentTime; this.frozen = true; }
    resume() {
      if (wish.get('resume') === 'rejected') return Promise.reject(new DOMException('interrupted', 'InvalidStateError'));
      if (this.allowed && this.state !== 'running') this.become('running');
      return Promise.resolve();
    }
    suspend() { this.become('suspended'); return Promise.resolve(); }
    close() { this.become('closed'); return Promise.resolve(); }
    createGain() { const gain = new Param(); return { gain, connect: (to) => to }; }
    createOscillator() {
      const context = this, frequency = new Param();
      let tone = null, gain = null;
      return {
        frequency,
        connect: (to) => { gain = to.gain; return to; },
        start(at) {
          const loud = Math.max(...gain.events.map(([value]) => value));
          tone = { context, at, due: performance.now() + (at - context.currentTime) * 1000, taken: false, loud, hz: frequency.events.map(([hz]) => hz) };
          tones.push(tone);
        },
        stop(at) { if (at <= context.currentTime && tone.at > context.currentTime) tone.taken = true; },
      };
    }
  }
  window.AudioContext = Context;

  const given = wish.get('voices');
  const voices = given === 'none' ? [{ lang: 'en-US', localService: false }] : given ? JSON.parse(given) : [
    { lang: 'en-US', localService: false, default: true },
    { lang: 'de-DE', localService: true },
    { lang: 'en-GB', localService: true },
    { lang: 'en_US', localService: true, default: true },
  ];
  for (const voice of voices) voice.voiceURI ??= voice.name ?? voice.lang;
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const speech = wish.get('speech'), asked = [];
  let waiting = [], current = null, held = speech === 'paused';
  const tell = (said, type, error) => said.dispatchEvent(Object.assign(new Event(type), error && { error }));
  const over = (said, type, error) => {
    if (current?.said !== said) return;
    current = null;
    tell(said, type, error);
    next();
  };
  const next = () => {
    if (current || held || speech === 'mute' || !waiting.length) return;
    const said = waiting.shift();
    if (!said.text.trim()) return next();
    if (speech === 'failing') {
      current = { said };
      return setTimeout(() => over(said, 'error', 'synthesis-failed'), 20);
    }
    const entry = { text: said.text, at: performance.now(), lang: said.lang, local: said.voice?.localService, voice: said.voice?.voiceURI, volume: said.volume };
    spoken.push(entry);
    current = { said, entry };
    setTimeout(() => tell(said, 'start'));
    setTimeout(() => { if (current?.said === said) entry.ended = true; over(said, 'end'); }, 60 * said.text.length);
  };
  const clear = () => {
    const all = [current?.said, ...waiting];
    if (current?.entry) current.entry.cut = true;
    current = null;
    waiting = [];
    for (const said of all) if (said) tell(said, 'error', 'canceled');
  };
  const voice = {
    getVoices: () => voices,
    get speaking() { return current !== null; },
    get pending() { return waiting.length > 0; },
    get paused() { return held; },
    resume() { held = false; next(); },
    cancel() { if (speech === 'late') setTimeout(clear, 30); else clear(); },
    speak(said) { asked.push(said.text); waiting.push(said); next(); },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: voice, configurable: true });
  navigator.vibrate = (pattern) => { buzzes.push([...pattern]); return true; };
  Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' }, configurable: true });
  if (wish.get('wake') === 'refused') {
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { value: { request: refuse }, configurable: true });
  }
  if (wish.has('marks')) {
    localStorage.setItem('eased.settings', '{"v":1,"n":9,"lang":"en","theme":"auto","timed":1,"hold_s":15,"pacer_s":30,"sound":"voice","volume":80,"even_muted":0,"screen_reader":0,"vibrates":1,"turned":""}');
    localStorage.setItem('eased.draft', '{"v":1,"n":9,"leg":"r","left":[],"right":[{"spot":{"x":20,"w":"t"}},{"spot":{"x":60,"w":"t"}}]}');
  }
  // By their notes, as the app's own table has them.
  const NAMES = { '659 880': 'ready', 1047: 'count', '659 880 1109': 'roll', '1319 1319': 'here', '784 1175': 'hold', 988: 'half', '988 988': 'minute',
    '988 988 988': 'cap', '1175 880 587': 'limit', '1175 1568': 'eased', '784 523 784 523': 'off', '659 988 659 988': 'switch', '784 988 1175 1568': 'done' };
  const named = (tone) => [NAMES[tone.hz.join(' ')] ?? tone.hz.join(' '), Math.round(tone.due)];
  window.ear = {
    contexts, spoken, buzzes, asked,
    loud: () => tones.map((tone) => tone.loud),
    /** What is scheduled and not yet due: name, milliseconds from now. */
    ahead: () => ear.laid().filter(([, due]) => due > 0),
    /** The same with what has sounded since. */
    laid: () => tones.filter((tone) => !tone.taken && tone.context.state === 'running').map(named).sort((a, b) => a[1] - b[1])
      .map(([name, due]) => [name, due - Math.round(performance.now())]),
    /** What has sounded: name, the page's milliseconds. */
    heard: () => tones.filter((tone) => !tone.taken && tone.due <= performance.now()).map(named).sort((a, b) => a[1] - b[1]),
  };
})();
