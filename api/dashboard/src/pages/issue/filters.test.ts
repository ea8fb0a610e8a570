import {describe, expect, it} from 'vitest';
import type {IssueSummary} from '../../api/shapes.ts';
import {inOrder, matches, type Filter} from './filters.ts';

const issue = (changes: Partial<IssueSummary>): IssueSummary => ({id: 'i-1', open: true, overdue: false, khom: 'tan-my',
  field: 'ROADS', phase: 'in_progress', subject: 'Đường Bùi Thị Xuân xuống cấp', assignee: 'officer', received: '2021-01-14',
  effective_due: '2021-03-04', first_reply_due: null, first_reply_on: null, ...changes}) as IssueSummary;
const all: Filter = {view: 'all', words: '', khom: '', field: '', phase: '', assignee: ''};

describe('the list of issues', () => {
  it('shows by view', () => {
    expect(matches({...all, view: 'open'}, issue({open: false}), 'x')).toBe(false);
    expect(matches({...all, view: 'overdue'}, issue({overdue: true}), 'x')).toBe(true);
    expect(matches({...all, view: 'mine'}, issue({}), 'officer')).toBe(true);
    expect(matches({...all, view: 'mine'}, issue({}), 'another')).toBe(false);
    expect(matches({...all, view: 'away'}, issue({phase: 'forwarded'}), 'x')).toBe(true);
  });
  it('finds words without accents, and numbers', () => {
    expect(matches({...all, words: 'bui thi xuan'}, issue({}), 'x')).toBe(true);
    expect(matches({...all, words: 'i-1'}, issue({}), 'x')).toBe(true);
    expect(matches({...all, words: 'đèn'}, issue({}), 'x')).toBe(false);
  });
  it('takes every filter at once', () => {
    expect(matches({...all, khom: 'tan-my', field: 'WATER'}, issue({}), 'x')).toBe(false);
  });
  it('is in the order of what is due', () => {
    const rows = [issue({id: 'i-3', effective_due: null}), issue({id: 'i-2', effective_due: '2021-05-01'}), issue({id: 'i-1'})];
    expect(inOrder('due', rows).map((each) => each.id)).toEqual(['i-1', 'i-2', 'i-3']);
  });
});

it('each of ten thousand issues is looked at', () => {
  const rows = Array.from({length: 10_000}, (_, at) => issue({id: `i-${at}`, subject: `Cống số ${at} bị nghẹt`}));
  const found = rows.filter((each) => matches({...all, words: 'cong so 99 nghet'}, each, 'x'));
  expect(found.length).toBeGreaterThan(100);
  expect(found.at(-1)?.id).toBe('i-9999');
});
