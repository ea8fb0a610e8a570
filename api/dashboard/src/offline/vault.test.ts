import {expect, it} from 'vitest';
import {makeKey, seal, unseal, unwrap} from './seal.ts';

/** A key is made of a password slowly, by design; more so where much else runs. */
const kPatienceMs = 60_000;

it('what is sealed opens in its own place, with its own key', async () => {
  const {key} = await makeKey(null);
  const sealed = await seal(key, 'sa-dec hoa draft 1', {words: 'Mưa là ngập'});
  expect(new TextDecoder().decode(sealed.bytes)).not.toContain('Mưa');
  expect(await unseal(key, 'sa-dec hoa draft 1', sealed)).toEqual({words: 'Mưa là ngập'});
  expect(await unseal(key, 'sa-dec lan draft 1', sealed)).toBeUndefined();
  expect(await unseal((await makeKey(null)).key, 'sa-dec hoa draft 1', sealed)).toBeUndefined();
});

it('a key comes back with its password alone, and its bytes never', async () => {
  const {key, wrapped} = await makeKey('mot-mat-khau-du-dai');
  const sealed = await seal(key, 'here', 'words');
  const again = await unwrap(wrapped!, 'mot-mat-khau-du-dai');
  expect(await unseal(again!, 'here', sealed)).toBe('words');
  expect([key.extractable, again!.extractable]).toEqual([false, false]);
  expect(await unwrap(wrapped!, 'mot-mat-khau-khac')).toBeNull();
}, kPatienceMs);
