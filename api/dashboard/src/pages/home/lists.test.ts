import {expect, it} from 'vitest';
import {addressOf, type Waiting} from './lists.ts';

const entry = (changes: object) => changes as Waiting;

it('an entry leads to where it is dealt with, with the form open', () => {
  expect(addressOf(entry({kind: 'issue', id: 'i-1'}), 'classify')).toBe('/noi-dung/i-1?viec=classify');
  expect(addressOf(entry({kind: 'report', id: 'cchc/2026-Q1'}), null)).toBe('/bao-cao/cchc/2026-Q1');
  expect(addressOf(entry({kind: 'promise', id: 'c-1', issue: 'i-2'}), 'file-evidence')).toBe('/noi-dung/i-2?viec=file-evidence');
  expect(addressOf(entry({kind: 'khom', id: 'x', khom: 'tan-my'}), null)).toBe('/doi-thoai?viec=schedule&khom=tan-my');
});
