import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {forgetOtherWards, keepOtherWards, otherWards} from './others.ts';

const kLine = [{ward: 'tan-quy-dong', token: 'ln_secret'}];

beforeEach(() => {
  const rows: Record<string, string> = {};
  // As a browser's: its keys are its own members.
  vi.stubGlobal('sessionStorage', new Proxy(rows, {get: (of, name: string) => ({
    getItem: (key: string) => of[key] ?? null,
    setItem: (key: string, value: string) => { of[key] = value; },
    removeItem: (key: string) => { delete of[key]; },
  } as Record<string, unknown>)[name] ?? of[name]}));
});

afterEach(() => vi.unstubAllGlobals());

it('tokens of other wards end with the sign-in of the person who pasted them', () => {
  keepOtherWards('hoa', kLine);
  forgetOtherWards('hoa');
  expect(otherWards('hoa')).toEqual(kLine);
  forgetOtherWards('lan');
  expect(otherWards('hoa')).toEqual([]);
  keepOtherWards('hoa', kLine);
  forgetOtherWards(null);
  expect(otherWards('hoa')).toEqual([]);
});
