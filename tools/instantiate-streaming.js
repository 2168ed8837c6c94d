// A replacement for WebAssembly.instantiateStreaming (see tools/src/wasm_pipeline.rs), which rejects a module that
// the host sends without the type "application/wasm". The browser validates the module in either case.
const native = WebAssembly;

export async function instantiateStreaming(source, imports) {
  let response = await source;
  if (response.headers.get("content-type") !== "application/wasm") {
    response = new Response(response.body, { status: response.status, headers: { "content-type": "application/wasm" } });
  }
  return native.instantiateStreaming(response, imports);
}
