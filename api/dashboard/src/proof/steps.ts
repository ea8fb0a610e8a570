// The checks as a reader sees them: one sentence each, and whether it holds. Nothing is asked of anybody here.
import {areEqual, toBase64, toHex} from './bytes.ts';
import {isSignedBy, type Head, type Key} from './note.ts';
import type {Receipt} from './receipt.ts';
import {leafHash, rootFromInclusion} from './tree.ts';

export type Step = {readonly id: 'hash' | 'in_tree' | 'signed' | 'grew' | 'first' | 'bundle' | 'offline'; readonly holds: boolean; readonly facts: Readonly<Record<string, string | number>>};

export function signedStep(head: Head, key: Key): Step {
  return {id: 'signed', holds: isSignedBy(head, key), facts: {name: key.name, id: toHex(key.id), size: head.size}};
}

/** A receipt on paper or in a file: nothing of it is asked of the server but the key. */
export function checkReceipt(receipt: Receipt, key: Key): readonly Step[] {
  const leaf = leafHash(receipt.record);
  const root = rootFromInclusion(receipt.index, receipt.head.size, leaf, receipt.path);
  return [
    {id: 'hash', holds: true, facts: {position: receipt.index, hash: toBase64(leaf)}},
    {id: 'in_tree', holds: root !== null && areEqual(root, receipt.head.root), facts: {size: receipt.head.size, steps: receipt.path.length}},
    signedStep(receipt.head, key),
  ];
}

/** Several receipts as one: which of them do not hold, and whether all do. */
export function checkBundle(receipts: readonly Receipt[], key: Key): readonly Step[] {
  const checked = receipts.map((receipt) => ({receipt, steps: checkReceipt(receipt, key)}));
  const bad = checked.filter(({steps}) => steps.some((each) => !each.holds));
  const head = receipts[0]!.head;
  return [
    ...bad.flatMap(({steps}) => steps.filter((each) => !each.holds)),
    {id: 'bundle', holds: bad.length === 0, facts: {count: receipts.length, bad: bad.length}},
    signedStep(head, key),
  ];
}
