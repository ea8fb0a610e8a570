// The checks for which the server is asked for data; it is believed in nothing.
import {read, send} from '../api/client.ts';
import {areEqual, fromBase64, toBase64, utf8} from './bytes.ts';
import {canonical} from './canonical.ts';
import {readHead, readKey, type Head, type Key} from './note.ts';
import {signedStep, type Step} from './steps.ts';
import {isConsistent, leafHash, rootFromInclusion} from './tree.ts';

/** A head this browser keeps, so that the ward cannot take it back. */
export interface KeptHead {
  readonly size: number;
  readonly root: string;
  readonly key: string;
}

async function text(path: string): Promise<string> {
  return await (await send({method: 'GET', path})).text();
}

export interface Log {
  readonly head: Head;
  readonly key: Key;
  readonly keyText: string;
  /** The head as it was signed. */
  readonly note: string;
}

/** The newest signed head, and the key the server names. */
export async function newestLog(): Promise<Log> {
  const [note, keyText] = await Promise.all([text('tlog/checkpoint'), text('tlog/vkey')]);
  const [head, key] = [readHead(note), readKey(keyText)];
  if (!head || !key) throw new Error('the signed head or its key is not of the form of docs/formats/proofs.md');
  return {head, key, keyText: keyText.trim(), note};
}

/** Whether the log grew from the head that is kept; where none is, it is the first that is seen. */
export async function growthStep({head, keyText}: Pick<Log, 'head' | 'keyText'>, kept: KeptHead | null): Promise<Step> {
  if (!kept) return {id: 'first', holds: true, facts: {size: head.size}};
  const facts = {from: kept.size, to: head.size};
  if (kept.key !== keyText || kept.size > head.size) return {id: 'grew', holds: false, facts};
  if (kept.size === head.size) return {id: 'grew', holds: kept.root === toBase64(head.root), facts};
  const proof = await read('proofs/consistency', {}, {from: kept.size, to: head.size});
  const path = (proof.hashes as readonly string[]).map(fromBase64);
  return {id: 'grew', holds: isConsistent(kept.size, head.size, fromBase64(kept.root), head.root, path), facts};
}

/** A record as the ledger shows it: its hash made anew, its place under the signed head. */
export async function checkRecord(position: number, log: Log): Promise<readonly Step[]> {
  const [events, proof] = await Promise.all([
    read('events', {}, {...(position > 0 ? {after: position - 1} : {}), limit: 1}),
    read('proofs/inclusion', {}, {position, size: log.head.size}),
  ]);
  const item = events.items[0];
  const leaf = fromBase64(proof.leaf);
  const made = item && 'record' in item && item.record ? leafHash(utf8(canonical(item.record))) : null;
  const root = rootFromInclusion(position, log.head.size, made ?? leaf, (proof.hashes as readonly string[]).map(fromBase64));
  return [
    {id: 'hash', holds: made !== null && areEqual(made, leaf), facts: {position, hash: toBase64(leaf)}},
    {id: 'in_tree', holds: root !== null && areEqual(root, log.head.root), facts: {size: log.head.size, steps: proof.hashes.length}},
    signedStep(log.head, log.key),
  ];
}
