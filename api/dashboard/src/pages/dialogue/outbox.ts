// Opinions on their way to the server. Each is on the disk before it is sent, keeps its ids and keys until it was
// taken, and is sent in the order in which it was recorded; sent twice it acts once.
import {newKey, perform, actOf, type Doing} from '../../api/acts.ts';
import {Problem} from '../../api/problem.ts';

export type Outcome = 'taken' | 'answered' | 'noted';

export interface Raised {
  readonly issue: string;
  readonly subject: string;
  readonly field: string;
  readonly pressing: boolean;
  readonly outcome: Outcome;
  /** What was answered at the meeting, or why it was only noted. */
  readonly said: string;
  readonly answeredBy: string;
}

export interface Opinion {
  readonly opinion: string;
  readonly anonymous: boolean;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly words: string;
  readonly issues: readonly Raised[];
}

export interface Waiting {
  readonly opinion: Opinion;
  readonly key: string;
  /** How many of its acts the server has taken. */
  readonly done: number;
  /** Why the server refused it; it waits for a person then, and those after it go on. */
  readonly refused: string;
}

export interface Place {
  readonly ward: string;
  readonly user: string;
  readonly dialogue: string;
}

function placeKey({ward, user, dialogue}: Place): string {
  return `outbox ${ward} ${user} ${dialogue}`;
}

export function waitingAt(place: Place, store: Storage = localStorage): readonly Waiting[] {
  try {
    return JSON.parse(store.getItem(placeKey(place)) ?? '[]') as Waiting[];
  } catch {
    return [];
  }
}

export function keepWaiting(place: Place, waiting: readonly Waiting[], store: Storage = localStorage): void {
  if (waiting.length === 0) store.removeItem(placeKey(place));
  else store.setItem(placeKey(place), JSON.stringify(waiting));
}

export function wrapped(opinion: Opinion): Waiting {
  return {opinion, key: newKey(), done: 0, refused: ''};
}

/** The acts that one opinion is: it is recorded, then what was answered or noted at once. */
export function actsOf({opinion, key}: Waiting, dialogue: string): readonly Doing[] {
  const speaker = {
    ...(opinion.name ? {name: opinion.name} : {}), ...(opinion.phone ? {phone: opinion.phone} : {}),
    ...(opinion.address ? {address: opinion.address} : {}),
  };
  const record: Doing = {
    act: actOf('dialogue', 'record-opinion')!, parts: {id: dialogue}, version: null, key,
    body: {
      opinion: opinion.opinion, words: opinion.words,
      ...(opinion.anonymous || Object.keys(speaker).length === 0 ? {anonymous: true} : {speaker}),
      issues: opinion.issues.map(({issue, subject, field, pressing}) => ({issue, subject, field, pressing})),
    },
  };
  const followed = opinion.issues.flatMap((each): Doing[] => {
    const common = {parts: {id: each.issue}, version: 1, key: `${key}-${each.issue}`};
    if (each.outcome === 'answered') {
      return [{...common, act: actOf('issue', 'answer-on-the-spot')!, body: {answer: each.said, answered_by: each.answeredBy}}];
    }
    return each.outcome === 'noted' ? [{...common, act: actOf('issue', 'note')!, body: {reason: each.said}}] : [];
  });
  return [record, ...followed];
}

/** Not there, or not now: it is tried again. */
function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 503 || error.status === 401);
}

/**
 * Sends what waits, oldest first; answers what waits still. Stops where the server cannot be reached; what it refuses
 * stays with the reason.
 */
export async function sendWaiting(waiting: readonly Waiting[], dialogue: string, save: (left: readonly Waiting[]) => void,
                                  send: (doing: Doing) => Promise<unknown> = perform): Promise<readonly Waiting[]> {
  let left = waiting;
  for (const each of waiting) {
    if (each.refused !== '') continue;
    let current = each;
    const acts = actsOf(each, dialogue);
    try {
      for (const act of acts.slice(each.done)) {
        await send(act);
        const next = {...current, done: current.done + 1};
        left = left.map((one) => (one === current ? next : one));
        current = next;
        save(left);
      }
      left = left.filter((one) => one !== current);
    } catch (error) {
      if (isPassing(error)) return left;
      if (!(error instanceof Problem)) throw error;
      const reason = [error.message, ...error.faults.map((fault) => fault.detail)].join(' ');
      left = left.map((one) => (one === current ? {...current, refused: reason} : one));
    }
    save(left);
  }
  return left;
}
