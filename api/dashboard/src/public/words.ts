import {capital} from '../i18n/fold.ts';
import {format, type Values} from '../i18n/format.ts';
import english from './en.json';
import vietnamese from './vi.json';

export type Key = keyof typeof vietnamese;
export type Language = 'vi' | 'en';
export type Size = 'normal' | 'large' | 'largest';

/** How somebody reads, kept in their browser. A code is never kept. */
interface Reading {
  language: Language;
  size: Size;
}

const kKey = 'langnghe-tra-cuu';
const reading: Reading = {language: 'vi', size: 'normal', ...kept()};

/** A browser that keeps nothing only forgets. */
function kept(): Partial<Reading> {
  try {
    return JSON.parse(localStorage.getItem(kKey) ?? '{}') as Partial<Reading>;
  } catch {
    return {};
  }
}

export function readAs(changes: Partial<Reading>): void {
  Object.assign(reading, changes);
  try {
    localStorage.setItem(kKey, JSON.stringify(reading));
  } catch {
    // It holds until the page is left.
  }
}

export function howRead(): Readonly<Reading> {
  return reading;
}

function locale(): string {
  return reading.language === 'vi' ? 'vi-VN' : 'en-GB';
}

export function t(key: Key, values: Values = {}): string {
  const words: Readonly<Record<string, string>> = reading.language === 'vi' ? vietnamese : english;
  return format(words[key] ?? key, values, locale());
}

/** The word for what the server says; nothing where this page is older than the server. */
export function wordFor(prefix: string, value: string): string {
  const words: Readonly<Record<string, string>> = reading.language === 'vi' ? vietnamese : english;
  return words[`${prefix}_${value}`] ?? '';
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** `Khóm Tân Mỹ`; some have the word in their name. */
export function khomTitle(name: string): string {
  return /^(?:khóm|ấp|tổ|khu)\b/i.test(name) ? capital(name) : t('khom_named', {name});
}

/** The same inside a sentence: `khóm Tân Mỹ`. */
export function khomInside(name: string): string {
  const title = khomTitle(name);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** `22/04/2021` of `2021-04-22`. */
export function day(value: string): string {
  return value.split('-').reverse().join('/');
}

/** `Thứ Năm 22/04/2021`. */
export function fullDay(value: string): string {
  const name = new Intl.DateTimeFormat(locale(), {weekday: 'long', timeZone: 'UTC'}).format(new Date(`${value}T00:00:00Z`));
  return `${capital(name)} ${day(value)}`;
}
