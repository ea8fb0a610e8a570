import {currentLanguage, locale, t} from './text.ts';

/** A day as the API writes it: `2021-04-22`. */
export type Day = string;

export function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

/** `22/04/2021`. */
export function day(value: Day): string {
  return `${value.slice(8, 10)}/${value.slice(5, 7)}/${value.slice(0, 4)}`;
}

/** `22/04`, where the page says the year. */
export function shortDay(value: Day): string {
  return `${value.slice(8, 10)}/${value.slice(5, 7)}`;
}

function utc(value: Day): Date {
  return new Date(`${value.slice(0, 10)}T00:00:00Z`);
}

export function weekday(value: Day, form: 'long' | 'short' = 'long'): string {
  if (currentLanguage() === 'vi' && form === 'short') return t(`weekday_${utc(value).getUTCDay()}` as 'weekday_0');
  return new Intl.DateTimeFormat(locale(), {weekday: form, timeZone: 'UTC'}).format(utc(value));
}

/** `Thứ Năm 22/04/2021`. */
export function fullDay(value: Day): string {
  const name = weekday(value);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${day(value)}`;
}

export function addDays(value: Day, days: number): Day {
  const moved = utc(value);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Calendar days from one day to another; below 0 where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** 0 is Monday. */
export function weekdayIndex(value: Day): number {
  return (utc(value).getUTCDay() + 6) % 7;
}

/** The working calendar as the settings show it. */
export interface WorkingCalendar {
  readonly days_off: readonly Day[];
  readonly worked_days: readonly Day[];
}

export function isWorkingDay(value: Day, calendar: WorkingCalendar): boolean {
  if (calendar.worked_days.includes(value)) return true;
  return weekdayIndex(value) < 5 && !calendar.days_off.includes(value);
}

/**
 * Working days left until a day, that day counted and today not; below 0 how many have passed since. A
 * courtesy of the page: what holds is the date, which the server has counted.
 */
export function workingDaysUntil(today: Day, due: Day, calendar: WorkingCalendar): number {
  const forward = due >= today;
  let count = 0;
  for (let each = forward ? today : due; each < (forward ? due : today);) {
    each = addDays(each, 1);
    if (isWorkingDay(each, calendar)) ++count;
  }
  return forward ? count : -count;
}

/** `12/03/2021 19:56` of a day, or of an instant in the ward's own time. */
export function moment(value: string): string {
  if (isDay(value)) return day(value);
  return `${day(value)} ${value.slice(11, 16)}`;
}

/** The ward's own time, whatever the machine's is. */
export function wardTime(instant: string): string {
  const shifted = new Date(new Date(instant).getTime() + 7 * 3_600_000);
  return moment(shifted.toISOString());
}

/** `2021-04-22` typed by somebody: `22/4/2021`, `22.04.21`, `22042021`. Nothing where it is no day. */
export function readDay(typed: string): Day | null {
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  const parts = digits ?? /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(typed.trim());
  if (!parts) return isDay(typed) ? typed : null;
  const [, d = '', m = '', y = ''] = parts;
  const made = `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const known = utc(made);
  return Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== made ? null : made;
}

/** `08:30` typed as `8:30`, `8h30`, `0830`, `8h`. Nothing where it is no time. */
export function readTime(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:hg.]|\s)?(\d{2})?$/i.exec(typed.trim());
  if (!parts) return null;
  const [, hour = '', minute = '00'] = parts;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
