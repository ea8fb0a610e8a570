import {expect, it} from 'vitest';
import {readAsOf} from './as_of.ts';

it('a day is written as people write it', () => {
  expect(readAsOf('2021-06-30')).toEqual({address: '2021-06-30', label: '30/06/2021'});
});
it('a number is a ledger size', () => {
  expect(readAsOf('1284')?.address).toBe('1284');
});
it('what is neither is now', () => {
  expect([undefined, '', 'hôm qua', '2021-6-3'].map(readAsOf)).toEqual([null, null, null, null]);
});
