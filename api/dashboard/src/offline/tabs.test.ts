import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {KeyRow, SealedRow} from './database.ts';
import {openVault} from './vault.ts';

const keys = vi.hoisted(() => new Map<string, unknown>());
const sealed = vi.hoisted(() => new Map<string, unknown>());

vi.mock('./database.ts', () => {
  const nameOf = (...parts: readonly string[]) => JSON.stringify(parts);
  const ofOwner = (owner: string, kind?: string) => [...sealed].filter(([, row]) => {
    const each = row as SealedRow;
    return each.owner === owner && (kind === undefined || each.kind === kind);
  });
  return {
    keyRows: {
      get: (owner: string) => Promise.resolve(keys.get(owner)),
      all: () => Promise.resolve([...keys.values()]),
      put: (row: KeyRow) => Promise.resolve(keys.set(row.owner, row)),
      change: (owner: string, changed: (row: KeyRow) => KeyRow | null) => {
        const next = keys.has(owner) ? changed(keys.get(owner) as KeyRow) : null;
        if (next) keys.set(owner, next);
        return Promise.resolve();
      },
    },
    sealedRows: {
      get: (owner: string, kind: string, id: string) => Promise.resolve(sealed.get(nameOf(owner, kind, id))),
      all: (owner: string, kind?: string) => Promise.resolve(ofOwner(owner, kind).map(([, row]) => row)),
      put: (row: SealedRow) => Promise.resolve(sealed.set(nameOf(row.owner, row.kind, row.id), row)),
      drop: (owner: string, kind: string, id: string) => Promise.resolve(sealed.delete(nameOf(owner, kind, id))),
      dropAll: (owner: string, kind?: string) => {
        for (const [name] of ofOwner(owner, kind)) sealed.delete(name);
        return Promise.resolve();
      },
    },
  };
});

const kHoa = {ward: 'sa-dec', user: 'hoa'};

beforeEach(() => {
  keys.clear();
  sealed.clear();
  vi.stubGlobal('indexedDB', {});
});

afterEach(() => vi.unstubAllGlobals());

it('a tab of an earlier sign-in that closes late leaves the key of the newer one alone', async () => {
  const earlier = await openVault(kHoa, 'mat-khau-truoc');
  const newer = await openVault(kHoa, 'mat-khau-moi');
  await newer.put('waiting', 'w-1', {words: 'Mưa là ngập'});
  await earlier.close('seal');
  const reloaded = await openVault(kHoa, null);
  expect(await reloaded.get('waiting', 'w-1')).toEqual({words: 'Mưa là ngập'});
  await reloaded.close('seal');
  const next = await openVault(kHoa, 'mat-khau-moi');
  expect(await next.get('waiting', 'w-1')).toEqual({words: 'Mưa là ngập'});
}, 30_000);

it('somebody else’s sign-in takes the open key away, and what is sealed stays', async () => {
  const mine = await openVault(kHoa, 'mat-khau-cua-hoa');
  await mine.put('waiting', 'w-1', {words: 'Mưa là ngập'});
  const theirs = await openVault({...kHoa, user: 'lan'}, 'mat-khau-cua-lan');
  expect([await theirs.all('waiting'), (keys.get('sa-dec hoa') as KeyRow).open]).toEqual([[], null]);
  const again = await openVault(kHoa, 'mat-khau-cua-hoa');
  expect(await again.get('waiting', 'w-1')).toEqual({words: 'Mưa là ngập'});
  expect(again.signIn).not.toBe(mine.signIn);
}, 30_000);
