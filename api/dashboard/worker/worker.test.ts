import {readFileSync} from 'node:fs';
import {runInNewContext} from 'node:vm';
import {beforeEach, describe, expect, it} from 'vitest';

const kOrigin = 'https://phuong.example';
const kBuild = {version: 'v2', files: ['/assets/page-1.js'], places: ['noi-dung']};
const code = readFileSync(new URL('sw.js', import.meta.url), 'utf8').replace('__BUILD__', JSON.stringify(kBuild));

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly mode?: string;
}

/** A browser as far as the worker sees it. */
class Machine {
  readonly stores = new Map<string, Map<string, string>>();
  readonly listeners = new Map<string, (event: unknown) => void>();
  network: (url: string) => Promise<{status: number; from: string}> = (url) => Promise.resolve({status: 200, from: `network ${url}`});

  constructor() {
    const caches = {
      open: (name: string) => Promise.resolve({addAll: (files: string[]) => {
        this.stores.set(name, new Map(files.map((each) => [each, `kept ${each}`])));
        return Promise.resolve();
      }}),
      keys: () => Promise.resolve([...this.stores.keys()]),
      delete: (name: string) => Promise.resolve(this.stores.delete(name)),
      match: (asked: string, {cacheName}: {cacheName: string}) => {
        const from = this.stores.get(cacheName)?.get(asked.replace(kOrigin, ''));
        return Promise.resolve(from === undefined ? undefined : {status: 200, from});
      },
    };
    const self = {addEventListener: (type: string, handle: (event: unknown) => void) => this.listeners.set(type, handle),
      clients: {claim: () => Promise.resolve()}, location: {origin: kOrigin}};
    runInNewContext(code, {self, caches, URL, AbortController, setTimeout, clearTimeout,
      fetch: (request: Asked) => this.network(request.url)});
  }

  async tell(type: string): Promise<void> {
    let done: Promise<unknown> = Promise.resolve();
    this.listeners.get(type)!({waitUntil: (given: Promise<unknown>) => { done = given; }});
    await done;
  }

  /** The answer that the page gets; nothing where the worker leaves the request alone. */
  async ask({url, method = 'GET', mode = 'cors'}: Asked): Promise<string | undefined> {
    let answer: Promise<{from: string}> | undefined;
    this.listeners.get('fetch')!({request: {url: kOrigin + url, method, mode}, respondWith: (given: Promise<{from: string}>) => { answer = given; }});
    return (await answer)?.from;
  }
}

describe('the service worker', () => {
  let machine: Machine;
  beforeEach(async () => {
    machine = new Machine();
    machine.stores.set('langnghe v1', new Map());
    machine.stores.set('of somebody else', new Map());
    await machine.tell('install');
    await machine.tell('activate');
  });

  it('keeps the files of its own build alone', () => {
    expect([...machine.stores.keys()].sort()).toEqual(['langnghe v2', 'of somebody else']);
  });
  it('shows the server’s page while there is one, else the one it kept', async () => {
    expect(await machine.ask({url: '/noi-dung/i-1', mode: 'navigate'})).toBe(`network ${kOrigin}/noi-dung/i-1`);
    machine.network = () => Promise.reject(new TypeError('no network'));
    expect(await machine.ask({url: '/noi-dung/i-1', mode: 'navigate'})).toBe('kept /');
    machine.network = () => Promise.resolve({status: 502, from: 'a proxy'});
    expect(await machine.ask({url: '/', mode: 'navigate'})).toBe('kept /');
  });
  it('gives files without asking the network', async () => {
    machine.network = () => Promise.reject(new TypeError('no network'));
    expect(await machine.ask({url: '/assets/page-1.js'})).toBe('kept /assets/page-1.js');
  });
  it('leaves the API, acts and other pages alone', async () => {
    expect(await machine.ask({url: '/api/v1/wards/w/settings'})).toBeUndefined();
    expect(await machine.ask({url: '/noi-dung', method: 'POST'})).toBeUndefined();
    expect(await machine.ask({url: '/openapi.yaml', mode: 'navigate'})).toBeUndefined();
    expect(await machine.ask({url: '/assets/of-another-build.js'})).toBeUndefined();
  });
});
