// Acts: what the contract says of each (made into acts.json by scripts/acts.mjs), and doing one.
import catalogue from '../../generated/acts.json';
import {fill, postJson, type Parameters} from './client.ts';
import type {Role} from './shapes.ts';

export {newKey} from './random.ts';

export type Subject = 'ward' | 'calendar' | 'policy' | 'plan' | 'dialogue' | 'issue' | 'report'
  | 'register' | 'resident' | 'user' | 'supervision';

/** The form of a value. `of`: the schema's name where a field of its own stands for it. */
export interface Form {
  readonly kind: 'text' | 'number' | 'flag' | 'choice' | 'group' | 'list';
  readonly of?: string;
  readonly nullable?: boolean;
  readonly values?: readonly string[];
  readonly members?: readonly Member[];
  readonly item?: Form;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
}

export interface Member extends Form {
  readonly name: string;
  readonly required?: boolean;
}

export interface Act {
  readonly subject: Subject;
  readonly act: string;
  /** Below the ward, with `{id}` and the like. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** How it names the version it follows: as seen, any, none, only after the first act, or as it likes. */
  readonly version: 'seen' | 'any' | 'none' | 'unless-first' | 'optional';
  readonly keyed: boolean;
  readonly members: readonly Member[];
}

export const acts = catalogue as unknown as readonly Act[];

export function actOf(subject: Subject, name: string): Act | undefined {
  return acts.find((each) => each.subject === subject && each.act === name);
}

export interface Doing {
  readonly act: Act;
  readonly parts: Parameters;
  readonly body: unknown;
  /** Of what was read before; null where nothing is there yet. */
  readonly version: number | null;
  readonly key: string;
}

/** The headers that say what the act follows from. */
export function conditionOf({act, version}: Pick<Doing, 'act' | 'version'>): Record<string, string> {
  switch (act.version) {
    case 'seen':
      return {'If-Match': `"${version ?? 0}"`};
    case 'any':
      return {'If-Match': '*'};
    case 'unless-first':
      return version ? {'If-Match': `"${version}"`} : {};
    case 'none':
      // A draft may be drafted again, at the version it was read at.
      return version ? {'If-Match': `"${version}"`} : {};
    case 'optional':
      return {};
  }
}

/** What an act answers; `ledger_size` is what reads have to follow from to show it. */
export interface Done {
  readonly id: string;
  readonly version: number;
  readonly ledger_size: number;
}

export async function perform(doing: Doing): Promise<Done> {
  const {act, parts, body, key} = doing;
  return await postJson<Done>(fill(act.path, parts), body,
    {...conditionOf(doing), ...(act.keyed ? {'Idempotency-Key': key} : {})});
}
