import {useSyncExternalStore} from 'react';
import type {Language} from '../i18n/text.ts';

/** How somebody likes the page, kept in their browser. */
export interface Preferences {
  readonly language: Language;
  readonly ward: string;
  /** `normal` rows are 44 px high; `large` also sets the text larger. */
  readonly density: 'dense' | 'normal' | 'large';
  /** Single letters as commands; they can be in the way of who works by voice. */
  readonly letterKeys: boolean;
  readonly railFolded: boolean;
}

const kKey = 'langnghe';
const kDefaults: Preferences = {language: 'vi', ward: '', density: 'normal', letterKeys: true,
  railFolded: false};
const listeners = new Set<() => void>();
let current = load();

/** A browser that keeps nothing (private windows, full disks) only forgets. */
function load(): Preferences {
  try {
    return {...kDefaults, ...JSON.parse(localStorage.getItem(kKey) ?? '{}') as Partial<Preferences>};
  } catch {
    return kDefaults;
  }
}

export function preferences(): Preferences {
  return current;
}

export function prefer(changes: Partial<Preferences>): void {
  current = {...current, ...changes};
  try {
    localStorage.setItem(kKey, JSON.stringify(current));
  } catch {
    // Kept until the page is left.
  }
  for (const told of listeners) told();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, preferences);
}
