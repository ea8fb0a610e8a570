import {expect, it} from 'vitest';
import {isShown, queryOfView, valuesOfView} from './saved_views.ts';

it('a view is the same however its filters were set, and holds no moment', () => {
  expect(queryOfView({xem: 'overdue', khom: 'tan-my', luc: '2021-06-30', q: ''})).toBe('khom=tan-my&xem=overdue');
  expect(isShown('xem=overdue&khom=tan-my', {khom: 'tan-my', xem: 'overdue', luc: '2021-06-30'})).toBe(true);
  expect(isShown('xem=overdue', {khom: 'tan-my', xem: 'overdue'})).toBe(false);
});

it('a view takes away the filters that it does not name, and leaves the moment', () => {
  expect(valuesOfView('q=c%E1%BB%91ng', {khom: 'tan-my', luc: '2021-06-30'})).toEqual({khom: undefined, q: 'cống'});
});
