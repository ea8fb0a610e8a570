import type {QueryClient} from '@tanstack/react-query';
import {describe, expect, it, vi} from 'vitest';
import {follow, noteSeen, whileSeen} from './live.ts';
import {isTouched} from './touched.ts';

const touched = (key: readonly unknown[], ...streams: string[]) => isTouched(key, new Set(streams));

describe('a new record makes old', () => {
  it('the thing it is about, and no other', () => {
    expect(touched(['issues/{id}', {id: 'i-1'}, {}, 'vi'], 'issue-i-1')).toBe(true);
    expect(touched(['issues/{id}/history', {id: 'i-1'}, {}, 'vi'], 'issue-i-1')).toBe(true);
    expect(touched(['issues/{id}', {id: 'i-2'}, {}, 'vi'], 'issue-i-1')).toBe(false);
    expect(touched(['reports/{family}/{period}', {family: 'cchc', period: '2026-Q3'}, {}, 'vi'], 'report-cchc-2026-Q3')).toBe(true);
  });
  it('what is made of it', () => {
    expect(touched(['dialogues/{id}', {id: 'd-1'}, {}, 'vi'], 'issue-i-1')).toBe(true);
    expect(touched(['issues/{id}', {id: 'i-1'}, {}, 'vi'], 'calendar')).toBe(true);
  });
  it('lists, counts and boards', () => {
    expect(touched(['issues', 'whole', {limit: 500}, 'vi'], 'issue-i-1')).toBe(true);
    expect(touched(['work/counts', {}, {}, 'vi'], 'issue-i-1')).toBe(true);
  });
  it('settings, by what stands in them alone', () => {
    expect(touched(['settings', {}, {}, 'vi'], 'issue-i-1')).toBe(false);
    expect(touched(['settings', {}, {}, 'vi'], 'policy')).toBe(true);
  });
  it('nothing of the past, and no proof', () => {
    expect(touched(['issues/{id}', {id: 'i-1'}, {as_of: '2026-10-01'}, 'vi'], 'issue-i-1')).toBe(false);
    expect(touched(['proofs/inclusion', {}, {}, 'vi'], 'issue-i-1')).toBe(false);
  });
});

it('a tab that nobody has looked at for five minutes stands back until somebody does', () => {
  vi.useFakeTimers();
  const listeners: (() => void)[] = [];
  const page = {hidden: false, addEventListener: (_: string, told: () => void) => listeners.push(told), removeEventListener: () => undefined};
  const show = (hidden: boolean) => {
    page.hidden = hidden;
    for (const told of listeners) told();
  };
  const going: string[] = [];
  const stop = whileSeen(() => {
    going.push('come');
    return () => going.push('go');
  }, page as unknown as Document);
  show(true);
  vi.advanceTimersByTime(4 * 60_000);
  show(false);
  expect(going).toEqual(['come']);
  show(true);
  vi.advanceTimersByTime(5 * 60_000);
  expect(going).toEqual(['come', 'go']);
  show(false);
  stop();
  expect(going).toEqual(['come', 'go', 'come', 'go']);
  vi.useRealTimers();
});

it('a ward with a shorter ledger is followed after a longer one in the same window', () => {
  vi.useFakeTimers();
  const told = new Map<string, (event: unknown) => void>();
  vi.stubGlobal('EventSource', class { addEventListener(name: string, hear: (event: unknown) => void) { told.set(name, hear); } close() { told.clear(); } });
  vi.stubGlobal('BroadcastChannel', class { postMessage() { return undefined; } close() { return undefined; } });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', {getItem: () => null, setItem: () => undefined, removeItem: () => undefined});
  vi.stubGlobal('document', {hidden: false, addEventListener: () => undefined, removeEventListener: () => undefined});
  const invalidateQueries = vi.fn();
  const begin = (ward: string) => follow({ward, user: 'hoa', client: {invalidateQueries} as unknown as QueryClient, onEnd: () => undefined});
  begin('tan-quy-dong')();
  noteSeen(4000);
  const stop = begin('sa-dec');
  told.get('record')!({data: JSON.stringify({position: 300, stream: 'issue-i-1'}), lastEventId: '300'});
  vi.advanceTimersByTime(1000);
  expect(invalidateQueries).toHaveBeenCalledOnce();
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
