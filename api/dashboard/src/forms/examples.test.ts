import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {parse} from 'yaml';
import {acts} from '../api/acts.ts';
import {bodyOf, draftOfGroup} from './values.ts';
import {widgetOf} from './widgets.ts';

interface Contract {
  readonly paths: Readonly<Record<string, {readonly post?: {readonly requestBody?: {readonly content: {
    readonly 'application/json': {readonly example?: Record<string, unknown>}}}}}>>;
}

const contract = parse(readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8')) as Contract;

/** What the page leaves to the server: ids of what is only being made, also in rows. */
function withoutHidden(act: (typeof acts)[number], value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutHidden(act, each, path));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const hidden = widgetOf(act, at, {kind: 'text', of: 'Id'}, {}).as === 'hidden';
    // An optional flag that is off is what it is where it is left out.
    return hidden || each === false ? [] : [[name, withoutHidden(act, each, at)]];
  }));
}

const exampleOf = (act: (typeof acts)[number]) =>
  contract.paths[`/api/v1/wards/{ward}/${act.path}`]?.post?.requestBody?.content['application/json'].example;

it('the form of every act can say the contract’s own example, and no less', () => {
  let compared = 0;
  for (const act of acts) {
    const example = exampleOf(act);
    if (!example || act.members.length === 0) continue;
    const {body, faults} = bodyOf(act, draftOfGroup(act.members, example));
    expect([...faults], `${act.subject} ${act.act}`).toEqual([]);
    expect(withoutHidden(act, body), `${act.subject} ${act.act}`).toEqual(withoutHidden(act, example));
    ++compared;
  }
  expect(compared).toBeGreaterThan(100);
});
