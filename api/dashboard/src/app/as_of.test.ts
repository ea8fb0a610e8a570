import {expect, it} from 'vitest';
import {isLater, readAsOf} from './as_of.ts';

it('a day is written as people write it', () => {
  expect(readAsOf('2021-06-30')).toEqual({address: '2021-06-30', label: '30/06/2021'});
});
it('a number is a ledger size', () => {
  expect(readAsOf('1284')?.address).toBe('1284');
});
it('what is neither is now', () => {
  expect([undefined, '', 'hôm qua', '2021-6-3'].map(readAsOf)).toEqual([null, null, null, null]);
});
it('moments are put in their order, of a kind with its kind', () => {
  const later = (one: string, other: string) => isLater(readAsOf(one)!, readAsOf(other)!);
  expect([later('2021-07-01', '2021-06-30'), later('2021-06-30', '2021-07-01')]).toEqual([true, false]);
  expect([later('1000', '99'), later('99', '1000')]).toEqual([true, false]);
  expect(later('99', '2021-06-30')).toBe(false);
});
