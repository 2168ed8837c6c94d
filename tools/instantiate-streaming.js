// Stands in for WebAssembly.instantiateStreaming (tools/src/wasm_pipeline.rs), which refuses a module that its host sends
// without the type "application/wasm". The module itself is checked by the browser either way.
const native = WebAssembly;

export async function instantiateStreaming(source, imports) {
  let response = await source;
  if (response.headers.get("content-type") !== "application/wasm") {
    response = new Response(response.body, { status: response.status, headers: { "content-type": "application/wasm" } });
  }
  return native.instantiateStreaming(response, imports);
}
