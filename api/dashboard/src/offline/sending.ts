// Sends what waits: each is kept until the server has taken it or a person has dropped it, in the order in which they were
// done.
import {actOf, perform, type Doing, type Done} from '../api/acts.ts';
import {Problem} from '../api/problem.ts';
import type {Step, Waiting} from './outbox.ts';

export function doingOf(step: Step): Doing {
  const act = actOf(step.subject, step.act);
  if (!act) throw new Problem(410, {detail: step.act});
  return {act, parts: step.parts, body: step.body, version: step.version, key: step.key};
}

/** Not there, or not now: it is tried again. */
function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 503 || error.status === 429 || error.status === 401);
}

/**
 * Done earlier than sent: the ledger is told when. Only where it cannot have reached the server yet, since what is sent
 * again has to be the same.
 */
const kLateMs = 60_000;

export function withItsTime(waiting: Waiting, now: number | null): Waiting {
  if (now === null || waiting.tried || waiting.done > 0 || Date.now() - waiting.at < kLateMs) return waiting;
  // The machine's clock may be off: it was so when the act was done as it is now.
  const happened = new Date(Math.min(waiting.at + now - Date.now(), now) + 7 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+07:00');
  const steps = waiting.steps.map((step) => (actOf(step.subject, step.act)?.members.some((each) => each.name === 'happened') && !('happened' in step.body)
    ? {...step, body: {...step.body, happened}} : step));
  return {...waiting, steps};
}

/** An act that waits behind another on the same thing follows from that one, where both followed from the same version before. */
function followed(waiting: Waiting, sent: Step, done: Done): Waiting {
  const same = (step: Step) => step.subject === sent.subject && step.version !== null && step.version === sent.version
    && JSON.stringify(step.parts) === JSON.stringify(sent.parts);
  if (!waiting.steps.slice(waiting.done).some(same)) return waiting;
  return {...waiting, steps: waiting.steps.map((step, at) => (at >= waiting.done && same(step) ? {...step, version: done.version} : step))};
}

function refusedBy(waiting: Waiting, problem: Problem): Waiting {
  return {...waiting, refused: [problem.message, ...problem.faults.map((fault) => fault.detail)].join(' '),
    overtaken: problem.isStale ? {version: problem.currentVersion ?? 0, changes: problem.changes} : null};
}

export interface Sending {
  /** All that waits now, in order; asked anew before each, since more comes in between. */
  readonly next: () => readonly Waiting[];
  readonly save: (waiting: Waiting) => Promise<void>;
  readonly drop: (waiting: Waiting) => Promise<void>;
  readonly send?: (doing: Doing) => Promise<Done | null>;
  /** Nothing where the server goes by a clock to which ours means nothing. */
  readonly now: () => number | null;
}

/**
 * Sends what waits, oldest first, and answers how many acts the server took. Stops where the server cannot be reached; what it
 * refuses stays with the reason.
 */
export async function sendWaiting({next, save, drop, send = perform, now}: Sending): Promise<number> {
  let taken = 0;
  for (let each = next().find((one) => one.refused === ''); each; each = next().find((one) => one.refused === '')) {
    let current = withItsTime(each, now());
    if (!current.tried) {
      current = {...current, tried: true};
      await save(current);
      // Dropped by its person in the meantime.
      if (!next().some((one) => one.id === each?.id)) continue;
    }
    try {
      for (const step of current.steps.slice(current.done)) {
        // Read anew, since the one before may have moved its version.
        const asked = current.steps[current.done] ?? step;
        const done = await send(doingOf(asked));
        taken += 1;
        current = {...current, done: current.done + 1};
        if (current.done < current.steps.length) await save(current);
        if (done) {
          for (const other of next()) {
            const moved = other.id === current.id ? other : followed(other, asked, done);
            if (moved !== other) await save(moved);
          }
        }
      }
      await drop(current);
    } catch (error) {
      if (isPassing(error)) return taken;
      if (!(error instanceof Problem)) throw error;
      await save(refusedBy(current, error));
    }
  }
  return taken;
}
