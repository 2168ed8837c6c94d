// What the program's functions call, in the place of wasm-bindgen's own support code and with its names and
// contracts: `eased-tools dist` takes those that are needed (tools/src/glue.rs) and shortens their names.
// Names of one small letter are free inside. Every browser that can run the program has
// `FinalizationRegistry`, `encodeInto` and `instantiateStreaming`: nothing here asks.

const addToExternrefTable0 = (x) => {
  const i = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(i, x);
  return i;
};

const takeFromExternrefTable0 = (i) => {
  const x = wasm.__wbindgen_externrefs.get(i);
  wasm.__externref_table_dealloc(i);
  return x;
};

const isLikeNone = (x) => x == null;

// A value that may be missing.
const option = (x) => (x == null ? 0 : addToExternrefTable0(x));

// An import whose error the program wants to see.
const handleError = (f) => (...x) => {
  try {
    return f(...x);
  } catch (e) {
    wasm.__wbindgen_exn_store(addToExternrefTable0(e));
  }
};

// Memory that has grown is another buffer, and the views of the old one are empty.
let cachedDataViewMemory0;

const getDataViewMemory0 = () =>
  cachedDataViewMemory0?.buffer == wasm.memory.buffer
    ? cachedDataViewMemory0
    : (cachedDataViewMemory0 = new DataView(wasm.memory.buffer));

let cachedUint8ArrayMemory0;

const getUint8ArrayMemory0 = () =>
  cachedUint8ArrayMemory0?.length ? cachedUint8ArrayMemory0 : (cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer));

const getArrayU8FromWasm0 = (i, n) => getUint8ArrayMemory0().subarray(i, i + n);

// Safari's decoder gives up after 2 GiB in all, and needs one empty call first.
let numBytesDecoded = 2e9;

let cachedTextDecoder;

const getStringFromWasm0 = (i, n) => {
  if ((numBytesDecoded += n) >= 2e9) {
    cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
    cachedTextDecoder.decode();
    numBytesDecoded = n;
  }
  return cachedTextDecoder.decode(getArrayU8FromWasm0(i, n));
};

const cachedTextEncoder = new TextEncoder();

// Two numbers side by side.
const pair = (i, x, y) => {
  getDataViewMemory0().setInt32(i, x, true);
  getDataViewMemory0().setInt32(i + 4, y, true);
};

// A text: its place and its length. As wasm-bindgen does it itself for a program that cannot reallocate.
const string = (i, x) => {
  const b = cachedTextEncoder.encode(x);
  const p = wasm.__wbindgen_malloc(b.length, 1);
  getUint8ArrayMemory0().set(b, p);
  pair(i, p, b.length);
};

const optionString = (i, x) => (x == null ? pair(i, 0, 0) : string(i, x));

const optionNumber = (i, x) => {
  getDataViewMemory0().setFloat64(i + 8, x ?? 0, true);
  getDataViewMemory0().setInt32(i, x != null, true);
};

const CLOSURE_DTORS = new FinalizationRegistry((s) => wasm.__wbindgen_destroy_closure(s.a, s.b));

// `m` says that the closure must not be entered while it runs.
const makeClosure = (a, b, f, m) => {
  const s = { a, b, n: 1 };
  const c = (...x) => {
    // Whatever happens inside, the closure lives until it returns.
    s.n++;
    const a = s.a;
    if (m) s.a = 0;
    try {
      return f(a, s.b, ...x);
    } finally {
      s.a = a;
      c._wbg_cb_unref();
    }
  };
  c._wbg_cb_unref = () => {
    if (--s.n) return;
    wasm.__wbindgen_destroy_closure(s.a, s.b);
    s.a = 0;
    CLOSURE_DTORS.unregister(s);
  };
  CLOSURE_DTORS.register(c, s, s);
  return c;
};

const makeMutClosure = (a, b, f) => makeClosure(a, b, f, 1);

let wasm;

// A host that knows no WebAssembly sends it as something that browsers do not stream.
const instantiate = async (r, i) =>
  (await (r.headers.get("content-type") == "application/wasm"
    ? WebAssembly.instantiateStreaming(r, i)
    : WebAssembly.instantiate(await r.arrayBuffer(), i))).instance.exports;

const start = async ({ module_or_path: m }) => {
  wasm = await instantiate(await m, [IMPORTS]);
  wasm.__wbindgen_start();
};

// All that the rest of the program asks for is the first part's.
const more = (r) => instantiate(r, [wasm]);

export { start as default, more as rest };
