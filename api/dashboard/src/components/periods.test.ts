import {expect, test} from 'vitest';
import {nameOfPeriod} from './periods.ts';

test('periods are told in words', () => {
  expect(['2026-Q3', '2026-H1', '2026-M9', '2026'].map(nameOfPeriod)).toEqual(['quý 3/2026', '6 tháng đầu năm 2026', '9 tháng năm 2026', 'năm 2026']);
});
