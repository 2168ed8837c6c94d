// Only in `make dev`: reloads the page when a build has finished.
let lastBuild;

setInterval(async () => {
  const response = await fetch("./", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  // While a build replaces the files, the page does not exist.
  if (!response?.ok) return;
  const build = response.headers.get("last-modified");
  if (lastBuild && build !== lastBuild) location.reload();
  lastBuild = build;
}, 500);
