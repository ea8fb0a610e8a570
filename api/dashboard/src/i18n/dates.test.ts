import {describe, expect, it} from 'vitest';
import {day, daysBetween, fullDay, readDay, readTime, wardTime, workingDaysUntil} from './dates.ts';

const calendar = {days_off: ['2021-04-21', '2021-04-30'], worked_days: ['2021-04-24']};

describe('days', () => {
  it('are written day first', () => {
    expect(day('2021-04-22')).toBe('22/04/2021');
    expect(fullDay('2021-04-22')).toBe('Thứ Năm 22/04/2021');
  });
  it('are counted across months', () => {
    expect(daysBetween('2021-02-27', '2021-03-02')).toBe(3);
    expect(daysBetween('2021-03-02', '2021-02-27')).toBe(-3);
  });
  it('are working days by the calendar: holidays do not count, a swapped Saturday does', () => {
    expect(workingDaysUntil('2021-04-14', '2021-04-22', calendar)).toBe(5);
    expect(workingDaysUntil('2021-04-23', '2021-04-26', calendar)).toBe(2);
    expect(workingDaysUntil('2021-04-14', '2021-04-14', calendar)).toBe(0);
    expect(workingDaysUntil('2021-04-14', '2021-04-09', calendar)).toBe(-3);
  });
});

describe('what people type', () => {
  it('is read as a day', () => {
    for (const typed of ['22/4/2021', '22.04.21', '22042021', '22-4-2021', '2021-04-22']) {
      expect(readDay(typed), typed).toBe('2021-04-22');
    }
    for (const typed of ['31/02/2021', '22/13/2021', 'mai', '']) expect(readDay(typed), typed).toBeNull();
  });
  it('is read as a time', () => {
    expect(['8:30', '0830', '8h30', '19', '8h'].map(readTime)).toEqual(
      ['08:30', '08:30', '08:30', '19:00', '08:00']);
    expect(['24:00', '8:61', 'tối'].map(readTime)).toEqual([null, null, null]);
  });
});

it('an instant is shown in the time of the ward', () => {
  expect(wardTime('2021-03-12T12:56:00Z')).toBe('12/03/2021 19:56');
});
