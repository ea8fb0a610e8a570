// Acts that wait to be sent, as they lie on the disk.
import type {Subject} from '../api/acts.ts';
import type {Parameters} from '../api/client.ts';
import type {Change} from '../api/problem.ts';
import {newKey} from '../api/random.ts';

/** One act as it lies on the disk. */
export interface Step {
  readonly subject: Subject;
  readonly act: string;
  readonly parts: Parameters;
  readonly body: Readonly<Record<string, unknown>>;
  readonly version: number | null;
  readonly key: string;
}

export interface Overtaken {
  readonly version: number;
  readonly changes: readonly Change[];
}

/** The work that a person did in one go: one act, or an opinion with its answer at once. */
export interface Waiting {
  /** In the order of these they are sent. */
  readonly id: string;
  /** When it was done, by the machine's clock. */
  readonly at: number;
  /** The sign-in in which it was done. */
  readonly signIn: string;
  /** For people: which matter it is about. */
  readonly title: string;
  /** The typed values it was made of, so that it can be taken back into its form. */
  readonly from?: unknown;
  readonly group: string;
  readonly steps: readonly Step[];
  /** How many of the steps the server has taken. */
  readonly done: number;
  /** Whether it may have reached the server already: it is sent again as it was. */
  readonly tried: boolean;
  /** Why the server refused it; it waits for a person then, and those after it go on. */
  readonly refused: string;
  /** Others acted on the same thing in between. */
  readonly overtaken: Overtaken | null;
}

let made = 0;

export function waitingOf(given: Pick<Waiting, 'signIn' | 'title' | 'group' | 'steps'> & Partial<Waiting>): Waiting {
  made += 1;
  const at = Date.now();
  const id = `${String(at).padStart(15, '0')}-${String(made).padStart(6, '0')}-${newKey().slice(0, 6)}`;
  return {id, at, done: 0, tried: false, refused: '', overtaken: null, ...given};
}

/** Goes on at the version that others have made meanwhile, as a person decided who saw what they did. */
export function goneOn(waiting: Waiting): Waiting {
  const version = waiting.overtaken?.version;
  const steps = version === undefined ? waiting.steps
    : waiting.steps.map((step, at) => (at === waiting.done ? {...step, version} : step));
  return {...waiting, steps, refused: '', overtaken: null};
}
