import {describe, expect, it} from 'vitest';
import {actOf, acts} from '../api/acts.ts';
import {bodyOf, draftOfGroup, emptyGroup, idOf, type GroupDraft} from './values.ts';

const of = (subject: Parameters<typeof actOf>[0], name: string) => actOf(subject, name)!;
const typed = (act: ReturnType<typeof of>, values: GroupDraft) => ({...emptyGroup(act.members), ...values});

describe('the body of an act', () => {
  it('holds what was typed and leaves out what was not', () => {
    const act = of('issue', 'assign');
    expect(bodyOf(act, typed(act, {assignee: 'officer', unit: ' Địa chính '})).body).toEqual(
      {assignee: 'officer', unit: 'Địa chính'});
  });
  it('names what is missing where the server would', () => {
    const act = of('issue', 'assign');
    expect([...bodyOf(act, typed(act, {unit: 'x'})).faults.keys()]).toEqual(['/assignee']);
  });
  it('reads days and times as people type them', () => {
    const act = of('dialogue', 'schedule');
    const {body, faults} = bodyOf(act, typed(act, {khom: 'tan-my', date: '12/3/2021', start: '19h30', format: 'dialogue',
      chair: 'of-chu-tich', venue: {kind: 'khom_office', place: 'Văn phòng khóm', host_name: 'không còn hỏi'}}));
    expect([...faults]).toEqual([]);
    expect(body).toEqual({khom: 'tan-my', date: '2021-03-12', start: '19:30', format: 'dialogue', chair: 'of-chu-tich',
      venue: {kind: 'khom_office', place: 'Văn phòng khóm'}});
  });
  it('says which day is none', () => {
    const act = of('dialogue', 'postpone');
    expect([...bodyOf(act, typed(act, {reason: 'mưa', date: '31/2/2021'})).faults.keys()]).toEqual(['/date']);
  });
  it('makes lists of lines, of rows and of quarters', () => {
    const announce = of('dialogue', 'announce');
    expect(bodyOf(announce, typed(announce, {channels: 'loa\n\n niêm yết '})).body).toEqual({channels: ['loa', 'niêm yết']});
    const draft = of('plan', 'draft');
    expect(bodyOf(draft, typed(draft, {title: 'Kế hoạch', lines: [{khom: 'tan-my', per_quarter: ['1', '1', '2', '1']}]})).body)
      .toEqual({title: 'Kế hoạch', lines: [{khom: 'tan-my', per_quarter: [1, 1, 2, 1]}]});
  });
  it('points into rows', () => {
    const split = of('issue', 'split');
    const {faults} = bodyOf(split, typed(split, {reason: 'hai việc', parts: [{subject: 'a', field: 'ROADS'}, {subject: 'b', field: ''}]}));
    expect([...faults.keys()]).toEqual(['/parts/1/field']);
  });
  it('keeps a number within its limits', () => {
    const extend = of('issue', 'request-extension');
    expect([...bodyOf(extend, typed(extend, {days: '0', reason: 'x'})).faults.keys()]).toEqual(['/days']);
    expect(bodyOf(extend, typed(extend, {days: '7', reason: 'x'})).body).toEqual({days: 7, reason: 'x'});
  });
  it('asks nobody who is not named for a name', () => {
    const record = of('dialogue', 'record-opinion');
    const issues = [{subject: 'Cống nhỏ', field: 'DRAINAGE', pressing: true}];
    expect(bodyOf(record, typed(record, {words: 'Mưa là ngập', anonymous: true, speaker: {name: 'bỏ'}, issues})).body).toEqual(
      {words: 'Mưa là ngập', anonymous: true, issues: [{subject: 'Cống nhỏ', field: 'DRAINAGE', pressing: true}]});
  });
  it('is composed text', () => {
    const act = of('issue', 'note');
    expect(bodyOf(act, typed(act, {reason: 'Ghi nhâ\u0323n'})).body).toEqual({reason: 'Ghi nhận'});
  });
});

it('what is in force becomes a draft of what follows', () => {
  const act = of('calendar', 'adopt-calendar');
  const draft = draftOfGroup(act.members, {days_off: ['2021-01-01'], worked_days: [], confirmed_through: 2021, basis: 'x'});
  expect(draft).toMatchObject({days_off: ['2021-01-01'], confirmed_through: '2021', basis: 'x'});
});

it('every act has an empty draft, whose body says what is missing', () => {
  for (const act of acts) {
    const {faults} = bodyOf(act, emptyGroup(act.members));
    for (const pointer of faults.keys()) expect(pointer, act.act).toMatch(/^\//);
  }
});

it('an id is made of a name', () => {
  expect(idOf('Tân Mỹ 2 – Đông')).toBe('tan-my-2-dong');
});
