// The Merkle tree of RFC 9162: what a leaf and a node hash to, and the two proofs (sections 2.1.3.2 and 2.1.4.2).
import {areEqual, joined, sha256} from './bytes.ts';

export function leafHash(record: Uint8Array): Uint8Array {
  return sha256(joined(Uint8Array.of(0), record));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(joined(Uint8Array.of(1), left, right));
}

/** Sizes go beyond 32 bits in principle, so halving is division and not a shift. */
const half = (n: number) => Math.floor(n / 2);
const isOdd = (n: number) => n % 2 === 1;

/** The root that a leaf at `index` of a tree of `size` leads to; nothing where the path is of another length. */
export function rootFromInclusion(index: number, size: number, leaf: Uint8Array, path: readonly Uint8Array[]): Uint8Array | null {
  if (index >= size) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (isOdd(at) || at === last) {
      root = nodeHash(sibling, root);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      root = nodeHash(root, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
}

/** Whether the tree of `from` records, with that root, is the beginning of the one of `to`. */
export function isConsistent(from: number, to: number, before: Uint8Array, after: Uint8Array, path: readonly Uint8Array[]): boolean {
  if (from === to) return path.length === 0 && areEqual(before, after);
  if (from === 0) return path.length === 0;
  if (from > to || path.length === 0) return false;
  const isPower = Number.isInteger(Math.log2(from));
  const [first, ...rest] = isPower ? [before, ...path] : path;
  let [at, last] = [from - 1, to - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [older, newer] = [first!, first!];
  for (const each of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      older = nodeHash(each, older);
      newer = nodeHash(each, newer);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newer = nodeHash(newer, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areEqual(older, before) && areEqual(newer, after);
}
