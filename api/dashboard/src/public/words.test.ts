import {expect, test} from 'vitest';
import english from './en.json';
import {day, fullDay, t} from './words.ts';
import vietnamese from './vi.json';

test('every text is there in both languages', () => {
  expect(Object.keys(english)).toEqual(Object.keys(vietnamese));
});

test('a day stands with its day of the week', () => {
  expect(day('2021-04-22')).toBe('22/04/2021');
  expect(fullDay('2021-04-22')).toBe('Thứ Năm 22/04/2021');
});

test('what is left and what has passed are told apart', () => {
  expect(t('days_left', {days: 6})).toBe('còn 6 ngày làm việc');
  expect(t('days_late', {days: 3})).toBe('trễ 3 ngày làm việc');
});
