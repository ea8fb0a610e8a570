import {expect, it} from 'vitest';
import {nameOfStream} from './streams.ts';

it('a record is about what people know by a word, not by the name of its stream', () => {
  expect(nameOfStream('issue-i-2021-0049')).toBe('nội dung i-2021-0049');
  expect(nameOfStream('register-2026')).toBe('sổ văn bản 2026');
  expect(nameOfStream('report-cchc-2026-Q3')).toBe('Báo cáo CCHC, quý 3/2026');
  expect(nameOfStream('policy')).toBe('thời hạn');
  expect(nameOfStream('something-new')).toBe('something-new');
});
