import {expect, test} from 'vitest';
import type {Report, Settings} from '../../api/shapes.ts';
import {daysOverdue, follows, periodBefore, unusualOf, type Line, type WardFigures} from './compared.ts';
import {readLines} from './others.ts';

const kOriginal = 'time.resolution_on_time_original';

function report(rate: readonly [number, number], more: object = {}): Report {
  return {phase: 'open', period: {family: 'calendar', name: '2026-Q3', from: '2026-07-01', to: '2026-09-30'}, balance: {carried_in: 2, carried_out: 3, holds: true},
    figures: [{id: kOriginal, kind: 'rate', value: rate[0], of: rate[1], measured: true}], ...more} as unknown as Report;
}

const kSettings = {today: '2026-10-09', calendar: {days_off: [], worked_days: []}, report_route: {due_within: {days: 5, unit: 'working_days'}}} as unknown as Settings;

function ward(name: string, now: Report, before: Report | null = null): WardFigures {
  return {ward: name, settings: kSettings, report: now, before};
}

test('a report is late by the days that the ward’s own rule leaves', () => {
  expect(daysOverdue(ward('a', report([9, 10])))).toBe(2);
  expect(daysOverdue(ward('a', report([9, 10], {phase: 'submitted'})))).toBeNull();
});

test('a period begins with what the one before ended with', () => {
  expect(follows(ward('a', report([9, 10])))).toBeNull();
  expect(follows(ward('a', report([9, 10]), report([9, 10], {balance: {carried_out: 2, holds: true}})))).toBe(true);
  expect(follows(ward('a', report([9, 10]), report([9, 10], {balance: {carried_out: 4, holds: true}})))).toBe(false);
});

test('the period before is the one that ended the day before', () => {
  const lines = [['2026-Q2', '2026-04-01', '2026-06-30'], ['2026-H1', '2026-01-01', '2026-06-30'], ['2026-Q1', '2026-01-01', '2026-03-31']]
    .map(([name, from, to]) => ({name, from, to}) as unknown as Line);
  expect(periodBefore(lines, '2026-07-01')?.name).toBe('2026-Q2');
  expect(periodBefore(lines, '2026-01-01')).toBeUndefined();
});

test('a ward unlike the others is shown, and one whose share is of few is said to be so', () => {
  const wards = [ward('a', report([90, 100])), ward('b', report([88, 100])), ward('c', report([50, 100])), ward('d', report([1, 2]))];
  expect(wards.map((each) => unusualOf(each, wards).map((one) => one.is))).toEqual([[], [], ['others'], ['few']]);
});

test('two wards make no rule, but a ward may turn from what it was', () => {
  const wards = [ward('a', report([90, 100])), ward('b', report([30, 100]))];
  expect(wards.map((each) => unusualOf(each, wards))).toEqual([[], []]);
  const turned = ward('a', report([60, 100]), report([95, 100], {balance: {carried_out: 2, holds: true}}));
  expect(unusualOf(turned, [turned]).map((one) => one.is)).toEqual(['before']);
});

test('figures that do not add up are told first', () => {
  const wrong = ward('a', report([9, 10], {balance: {carried_in: 2, carried_out: 3, holds: false}}), report([9, 10], {balance: {carried_out: 9, holds: true}}));
  expect(unusualOf(wrong, [wrong]).map((one) => one.is)).toEqual(['balance', 'follows']);
});

test('wards and their tokens are read line by line', () => {
  expect(readLines('sa-dec  abc123\ntan-quy-dong;xyz\n')).toEqual([{ward: 'sa-dec', token: 'abc123'}, {ward: 'tan-quy-dong', token: 'xyz'}]);
  expect(readLines('sa-dec')).toBeNull();
  expect(readLines('')).toBeNull();
});
