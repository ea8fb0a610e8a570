import {expect, test} from 'vitest';
import {periodsOf} from './periods.ts';

test('the period that ended last is shown first', () => {
  expect(periodsOf('calendar', 2026, '2026-11-30')).toEqual({names: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'], last: '2026-Q3'});
  expect(periodsOf('cchc', 2026, '2026-12-15').last).toBe('2026');
  expect(periodsOf('cchc', 2027, '2027-01-05').last).toBe('2027-Q1');
});
