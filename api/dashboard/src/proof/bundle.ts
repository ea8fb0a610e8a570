// Records handed on as a file of receipts, one behind the other: each verifies alone, without network and without us
// (docs/formats/bundles.md).
import {read} from '../api/client.ts';
import {areEqual, fromBase64, toBase64, utf8} from './bytes.ts';
import {canonical} from './canonical.ts';
import {newestLog, type Log} from './check.ts';
import {leafHash} from './tree.ts';

const kAtOnce = 4;

/** The records that one exported bundle may hold; the whole ledger is exported by its keeper. */
export const kBundleMax = 500;

/** Nothing where the reader may not read the record, or it is not the one that was hashed. */
async function receiptOf(position: number, log: Log): Promise<string | null> {
  const [events, proof] = await Promise.all([
    read('events', {}, {...(position > 0 ? {after: position - 1} : {}), limit: 1}),
    read('proofs/inclusion', {}, {position, size: log.head.size}),
  ]);
  const item = events.items[0];
  if (!item || !('record' in item) || !item.record || item.position !== position) return null;
  const record = utf8(canonical(item.record));
  if (!areEqual(leafHash(record), fromBase64(proof.leaf))) return null;
  return ['c2sp.org/tlog-proof@v1', `extra ${toBase64(record)}`, `index ${position}`, ...(proof.hashes as readonly string[]), '', log.note].join('\n');
}

export interface Made {
  readonly text: string;
  readonly count: number;
}

/** `title`: for people; it proves nothing. */
export async function bundleOf(positions: readonly number[], title: string, progress: (done: number) => void): Promise<Made> {
  const log = await newestLog();
  const asked = [...positions].sort((a, b) => a - b).slice(0, kBundleMax);
  const receipts: (string | null)[] = asked.map(() => null);
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < asked.length) {
      const at = next;
      next += 1;
      receipts[at] = await receiptOf(asked[at]!, log);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({length: kAtOnce}, work));
  const made = receipts.flatMap((each) => each ?? []);
  return {text: `${title}\n\n${made.join('\n')}`, count: made.length};
}
