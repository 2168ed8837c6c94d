// Only in `make dev`: reloads the page when a build has finished.
let built;

setInterval(async () => {
  const response = await fetch("./", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  // While the files are being replaced there is no page.
  if (!response?.ok) return;
  const now = response.headers.get("last-modified");
  if (built && now !== built) location.reload();
  built = now;
}, 500);
