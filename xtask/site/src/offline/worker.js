// Keeps the site in the browser, so that it opens without a network. `VERSION` and `FILES` are written above when the site is
// built. A version that is there already goes on until the person takes the new one, or has closed all windows.
const KEPT = `yaodian ${registration.scope} `;
const OWN = KEPT + VERSION;
const GUIDE = registration.scope + "guide/";
const HASHED = /-[0-9a-f]{8,16}[._]/;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => {
  if (event.data === "renew") skipWaiting();
});
addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

// All or nothing. A file with a hash in its name (of up to 16 digits: leading zeros are left out) is never another: what the page has loaded of them comes out of the browser's
// own cache, if it is there. All else goes past it: it may be old, and it lets only one at a time have a file that is still
// coming, so that a window that is loaded anew meanwhile would wait for it (20 s in Chromium 87).
const keep = async () => {
  const cache = await caches.open(OWN);
  await Promise.all(FILES.map(async (file) => {
    const cached = HASHED.test(file) && (await fetch(file, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null));
    if (cached && cached.ok) await cache.put(file, cached);
    else await cache.add(new Request(file, { cache: "no-store" }));
  }));
};

// What was kept for this site by other versions, the last one first.
const others = async () => (await caches.keys()).filter((name) => name.startsWith(KEPT) && name !== OWN).reverse();

// The version before stays: a window that still runs it may ask for its second part.
const tidy = async () => {
  const old = await others();
  await Promise.all(old.slice(1).map((name) => caches.delete(name)));
  await clients.claim();
};

const answer = async (request) => {
  const address = request.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
  // The guide is in no first visit. It is kept as it is seen, and shown as it was last where there is no network.
  if (address.startsWith(GUIDE)) {
    const seen = await fetch(request).catch(() => null);
    if (seen && seen.ok) await (await caches.open(OWN)).put(address, seen.clone()).catch(() => {});
    if (seen) return seen;
  }
  for (const name of [OWN, ...(await others())]) {
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return fetch(request);
};
