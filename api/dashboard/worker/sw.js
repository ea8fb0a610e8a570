// The service worker: the page without network. It keeps the files of one build, which are the same for everybody,
// and touches no other request; what the API answers never lies here.

/** Filled in by vite.config.ts: a name for this build, its files, and the first segments of the page's addresses. */
const kBuild = __BUILD__;

const kStore = `langnghe ${kBuild.version}`;
/** A network that is there and answers nothing is taken for none after this. */
const kPatienceMs = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kStore).then((store) => store.addAll(['/', ...kBuild.files])));
});

/** No other build's pages are open any more: their files can go. */
async function keepOnlyThisBuild() {
  for (const name of await caches.keys()) {
    if (name.startsWith('langnghe ') && name !== kStore) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(keepOnlyThisBuild()));

function isPage(path) {
  return path === '/' || kBuild.places.includes(path.split('/')[1]);
}

/** The server's own page wherever it can be had, so that a new build is seen at once; else the one that was kept. */
async function page(request) {
  const kept = await caches.match('/', {cacheName: kStore});
  if (!kept) return fetch(request);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), kPatienceMs);
  try {
    const answer = await fetch(request, {signal: patience.signal});
    return answer.status < 500 ? answer : kept;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

/** A file whose name holds the hash of what is in it is the same wherever it comes from. */
async function file(request) {
  return await caches.match(request.url, {cacheName: kStore}) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isPage(url.pathname)) event.respondWith(page(request));
  else if (kBuild.files.includes(url.pathname)) event.respondWith(file(request));
});
