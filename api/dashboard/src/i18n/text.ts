import {useSyncExternalStore} from 'react';
import {format, type Values} from './format.ts';
import vietnamese from './vi.json';

export type Language = 'vi' | 'en';
export type Key = keyof typeof vietnamese;
type Words = Readonly<Record<string, string>>;

let language: Language = 'vi';
let words: Words = vietnamese;
const listeners = new Set<() => void>();

/** English is fetched only by who wants it. */
export async function setLanguage(next: Language): Promise<void> {
  words = next === 'en' ? (await import('./en.json')).default : vietnamese;
  language = next;
  for (const told of listeners) told();
}

export function currentLanguage(): Language {
  return language;
}

/** As Intl and React Aria name it. Times and numbers of English are Britain's: days come first. */
export function locale(): string {
  return language === 'vi' ? 'vi-VN' : 'en-GB';
}

export function useLanguage(): Language {
  return useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, currentLanguage);
}

export function t(key: Key, values: Values = {}): string {
  return format(words[key] ?? key, values, locale());
}

/** A word whose key is made of what the server says; nothing where there is none. */
export function wordOf(key: string, values: Values = {}): string | undefined {
  const word = words[key];
  return word === undefined ? undefined : format(word, values, locale());
}

/** The same, and the value as it is where there is no word: a server may be newer than this page. */
export function wordFor(prefix: string, value: string): string {
  return wordOf(`${prefix}_${value}`) ?? value;
}
