// Keeps every file of the page. What there is, and which build it is of, the build writes into `precache.json` and
// into the name of the cache.
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extended) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
}
interface Extended {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Extended {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** Set by the build; another one with every change of any file. */
declare const PAGE_BUILD: string;

const scope = globalThis as unknown as Scope;
const PREFIX = `chokepoint ${scope.registration.scope} `;
const cacheName = PREFIX + PAGE_BUILD;

scope.addEventListener('install', (event) => event.waitUntil(keepAll()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
scope.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function keepAll(): Promise<void> {
  const listed = await fetch('./precache.json', { cache: 'no-store' });
  const names = (await listed.json()) as readonly string[];
  const cache = await caches.open(cacheName);
  await cache.addAll(names.map((name) => new URL(name, scope.registration.scope).href));
  await scope.skipWaiting();
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
