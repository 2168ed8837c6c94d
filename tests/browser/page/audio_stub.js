// A stub of Web Audio, speech synthesis, vibration and the wake lock, which records all calls.
//
// Enabled and configured by the query: ?audio-stub&speed=6&marks&voices=none&wake=refused&speech=failing&resume=rejected.
// - speed: the page's clock runs this many times as fast.
// - marks: stores a draft with two marks, and settings with a timed advance.
// - voices: `none`, or a JSON array.
// - wake: `refused`.
// - speech: `failing` (each utterance ends with an error), `mute` (no events), `paused` (until `resume`), `late` (`cancel`
//   takes effect a moment later and empties the queue).
// - resume: `rejected`.
(() => {
  const options = new URLSearchParams(location.search);
  if (!options.has('audio-stub')) return;
  const speed = Number(options.get('speed') ?? 1);
  const realNow = performance.now.bind(performance);
  const RealDate = Date, startTime = RealDate.now(), realTimeout = setTimeout.bind(window);
  performance.now = () => realNow() * speed;
  window.Date = class extends RealDate {
    constructor(...args) { args.length ? super(...args) : super(startTime + (realNow() * speed)); }
    static now() { return startTime + realNow() * speed; }
  };
  window.setTimeout = (call, ms, ...more) => realTimeout(call, (ms ?? 0) / speed, ...more);

  const tones = [], utterances = [], vibrations = [], contexts = [];
  class Param {
    events = [];
    setValueAtTime(value, at) { this.events.push([value, at]); return this; }
    exponentialRampToValueAtTime(value, at) {
      if (!(value > 0)) throw new RangeError('exponential ramp to 0');
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
    setState(state) { this.base = this.currentTime; this.since = performance.now(); this.state = state; }
    freeze() { this.base = this.currentTime; this.frozen = true; }
    resume() {
      if (options.get('resume') === 'rejected') return Promise.reject(new DOMException('interrupted', 'InvalidStateError'));
      if (this.allowed && this.state !== 'running') this.setState('running');
      return Promise.resolve();
    }
    suspend() { this.setState('suspended'); return Promise.resolve(); }
    close() { this.setState('closed'); return Promise.resolve(); }
    createGain() { const gain = new Param(); return { gain, connect: (to) => to }; }
    createOscillator() {
      const context = this, frequency = new Param();
      let tone = null, gain = null;
      return {
        frequency,
        connect: (to) => { gain = to.gain; return to; },
        start(at) {
          const peakGain = Math.max(...gain.events.map(([value]) => value));
          tone = { context, at, due: performance.now() + (at - context.currentTime) * 1000, isCancelled: false, peakGain, hz: frequency.events.map(([hz]) => hz) };
          tones.push(tone);
        },
        stop(at) { if (at <= context.currentTime && tone.at > context.currentTime) tone.isCancelled = true; },
      };
    }
  }
  window.AudioContext = Context;

  const voicesOption = options.get('voices');
  const voices = voicesOption === 'none' ? [{ lang: 'en-US', localService: false }] : voicesOption ? JSON.parse(voicesOption) : [
    { lang: 'en-US', localService: false, default: true },
    { lang: 'de-DE', localService: true },
    { lang: 'en-GB', localService: true },
    { lang: 'en_US', localService: true, default: true },
  ];
  for (const voice of voices) voice.voiceURI ??= voice.name ?? voice.lang;
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  const speech = options.get('speech'), requested = [];
  let queue = [], current = null, isPaused = speech === 'paused';
  const dispatch = (utterance, type, error) => utterance.dispatchEvent(Object.assign(new Event(type), error && { error }));
  const finish = (utterance, type, error) => {
    if (current?.utterance !== utterance) return;
    current = null;
    dispatch(utterance, type, error);
    speakNext();
  };
  const speakNext = () => {
    if (current || isPaused || speech === 'mute' || !queue.length) return;
    const utterance = queue.shift();
    if (!utterance.text.trim()) return speakNext();
    if (speech === 'failing') {
      current = { utterance };
      return setTimeout(() => finish(utterance, 'error', 'synthesis-failed'), 20);
    }
    const entry = { text: utterance.text, at: performance.now(), lang: utterance.lang, local: utterance.voice?.localService, voice: utterance.voice?.voiceURI, volume: utterance.volume };
    utterances.push(entry);
    current = { utterance, entry };
    setTimeout(() => dispatch(utterance, 'start'));
    setTimeout(() => { if (current?.utterance === utterance) entry.ended = true; finish(utterance, 'end'); }, 60 * utterance.text.length);
  };
  const cancelAll = () => {
    const all = [current?.utterance, ...queue];
    if (current?.entry) current.entry.cut = true;
    current = null;
    queue = [];
    for (const utterance of all) if (utterance) dispatch(utterance, 'error', 'canceled');
  };
  const voice = {
    getVoices: () => voices,
    get speaking() { return current !== null; },
    get pending() { return queue.length > 0; },
    get paused() { return isPaused; },
    resume() { isPaused = false; speakNext(); },
    cancel() { if (speech === 'late') setTimeout(cancelAll, 30); else cancelAll(); },
    speak(utterance) { requested.push(utterance.text); queue.push(utterance); speakNext(); },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: voice, configurable: true });
  navigator.vibrate = (pattern) => { vibrations.push([...pattern]); return true; };
  Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' }, configurable: true });
  if (options.get('wake') === 'refused') {
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { value: { request: refuse }, configurable: true });
  }
  if (options.has('marks')) {
    localStorage.setItem('eased.settings', '{"v":1,"n":9,"lang":"en","theme":"auto","timed":1,"hold_s":15,"pacer_s":30,"sound":"voice","volume":80,"even_muted":0,"screen_reader":0,"vibrates":1,"turned":""}');
    localStorage.setItem('eased.draft', '{"v":1,"n":9,"leg":"r","left":[],"right":[{"spot":{"x":20,"w":"t"}},{"spot":{"x":60,"w":"t"}}]}');
  }
  // The app's tones by their frequencies in Hz.
  const TONE_NAMES = { '659 880': 'ready', 1047: 'count', '659 880 1109': 'roll', '1319 1319': 'here', '784 1175': 'hold', 988: 'first_chime', '988 988': 'second_chime',
    '988 988 988': 'cap', '1175 880 587': 'limit', '1175 1568': 'eased', '784 523 784 523': 'off', '659 988 659 988': 'switch', '784 988 1175 1568': 'done' };
  const nameAndTime = (tone) => [TONE_NAMES[tone.hz.join(' ')] ?? tone.hz.join(' '), Math.round(tone.due)];
  window.audioStub = {
    contexts, utterances, vibrations, requested,
    gains: () => tones.map((tone) => tone.peakGain),
    /** Tones that are scheduled and not yet due: name, milliseconds from now. */
    upcoming: () => audioStub.scheduled().filter(([, due]) => due > 0),
    /** Scheduled and played tones: name, milliseconds from now. */
    scheduled: () => tones.filter((tone) => !tone.isCancelled && tone.context.state === 'running').map(nameAndTime).sort((a, b) => a[1] - b[1])
      .map(([name, due]) => [name, due - Math.round(performance.now())]),
    /** Played tones: name, `performance.now()` at the start. */
    played: () => tones.filter((tone) => !tone.isCancelled && tone.due <= performance.now()).map(nameAndTime).sort((a, b) => a[1] - b[1]),
  };
})();
