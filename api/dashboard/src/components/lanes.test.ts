import {expect, it} from 'vitest';
import {bondsOf, lanesOf, type LaneEvent} from './lanes.ts';

const event = (position: number, changes: Partial<LaneEvent> = {}): LaneEvent => ({position, id: `r-${position}`, type: 'issue.recorded', user: 'hoa',
  role: 'cchc_officer', happened: '2026-11-30', causation: null, correlation: `q-${position}`, ...changes});

it('every person has a lane, in the order in which they came, and the clock the last', () => {
  const lanes = lanesOf([event(1, {role: 'system', user: 'system'}), event(2), event(3, {role: 'officer', user: 'hai'}), event(4)]);
  expect(lanes.map((each) => [each.key, [...each.events]])).toEqual([['cchc_officer hoa', [2, 4]], ['officer hai', [3]], ['system', [1]]]);
});

it('an event knows its cause, what it led to, and what was recorded with it', () => {
  const events = [event(1), event(2, {causation: 'r-1'}), event(3, {causation: 'r-1'}), event(4, {correlation: 'q-1'})];
  expect(bondsOf(events[0]!, events)).toEqual({cause: null, effects: [events[1], events[2]], together: [events[3]]});
  expect(bondsOf(events[1]!, events).cause).toBe(events[0]);
  expect(bondsOf(events[3]!, events).effects).toEqual([]);
});
