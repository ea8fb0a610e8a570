import {expect, it} from 'vitest';
import {compared, mergedOf} from './merge.ts';

const base = {text: 'cũ', outcome: 'resolved', legal_basis: ''};

it('what only the others changed is taken, what only I changed stays', () => {
  const merging = {base, mine: {...base, text: 'tôi sửa'}, theirs: {...base, outcome: 'partial'}};
  expect(compared(merging)).toEqual({both: [], taken: ['outcome']});
  expect(mergedOf(merging, new Set())).toEqual({text: 'tôi sửa', outcome: 'partial', legal_basis: ''});
});

it('what both changed is chosen, and mine is never lost unasked', () => {
  const merging = {base, mine: {...base, text: 'tôi sửa'}, theirs: {...base, text: 'họ sửa'}};
  expect(compared(merging).both).toEqual(['text']);
  expect(mergedOf(merging, new Set())['text']).toBe('tôi sửa');
  expect(mergedOf(merging, new Set(['text']))['text']).toBe('họ sửa');
});

it('what both changed to the same, and what is empty either way, is no conflict', () => {
  const merging = {base: {...base, legal_basis: ''}, mine: {...base, text: 'như nhau'}, theirs: {text: 'như nhau', outcome: 'resolved'}};
  expect(compared(merging)).toEqual({both: [], taken: []});
});
