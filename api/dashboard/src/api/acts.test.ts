import {describe, expect, it} from 'vitest';
import {actOf, acts, conditionOf, newKey} from './acts.ts';

describe('the catalogue of acts', () => {
  it('holds every act once', () => {
    const names = acts.map((each) => `${each.subject} ${each.act}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(110);
  });
  it('knows who may, how a version is named and what is asked for', () => {
    const assign = actOf('issue', 'assign');
    expect(assign).toMatchObject({path: 'issues/{id}/assign', roles: ['cchc_officer', 'chair'],
      version: 'seen', keyed: true});
    expect(assign?.members.map((each) => each.name)).toEqual(
      ['assignee', 'unit', 'internal_due', 'happened']);
    expect(assign?.members[0]).toMatchObject({required: true, of: 'Id'});
    expect(assign?.members[2]).toMatchObject({of: 'Day', nullable: true});
  });
  it('knows lists of groups', () => {
    const draft = actOf('plan', 'draft');
    const lines = draft?.members.find((each) => each.name === 'lines');
    expect(lines?.kind).toBe('list');
    expect(lines?.item?.members?.map((each) => each.kind)).toEqual(['text', 'list']);
  });
});

describe('the version an act follows', () => {
  const of = (subject: 'issue' | 'dialogue' | 'report' | 'register', act: string, version: number | null) =>
    conditionOf({act: actOf(subject, act)!, version});
  it('is the one that was seen', () => {
    expect(of('issue', 'assign', 7)).toEqual({'If-Match': '"7"'});
  });
  it('is any for opinions, which several people record at one meeting', () => {
    expect(of('dialogue', 'record-opinion', 7)).toEqual({'If-Match': '*'});
  });
  it('is left out of a creation and of the first act', () => {
    expect(of('issue', 'record', null)).toEqual({});
    expect(of('report', 'freeze', 0)).toEqual({});
    expect(of('report', 'freeze', 2)).toEqual({'If-Match': '"2"'});
    expect(of('register', 'void-number', 3)).toEqual({});
  });
});

it('keys differ', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(newKey()).not.toBe(newKey());
});
