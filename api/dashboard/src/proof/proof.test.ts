import {describe, expect, it} from 'vitest';
import {areEqual, fromBase64, joined, sha256, toBase64, utf8} from './bytes.ts';
import {canonical} from './canonical.ts';
import ledger from './ledger.test.json';
import {isSignedBy, readHead, readKey} from './note.ts';
import {readReceipt} from './receipt.ts';
import {isConsistent, leafHash, rootFromInclusion} from './tree.ts';

// The recursive definitions of RFC 9162 section 2.1, to compare the iterative checks with.
const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leafHash(leaves[0]!);
  const k = split(leaves.length);
  return sha256(joined(Uint8Array.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k))));
}
function pathOf(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return index < k ? [...pathOf(index, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...pathOf(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}
function growthOf(m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  const n = leaves.length;
  if (m === n) return whole ? [] : [rootOf(leaves)];
  const k = split(n);
  return m <= k ? [...growthOf(m, leaves.slice(0, k), whole), rootOf(leaves.slice(k))]
    : [...growthOf(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}
const leaves = Array.from({length: 21}, (_, at) => utf8(`bản ghi ${at}`));
const flipped = (bytes: Uint8Array) => bytes.map((each, at) => (at === 0 ? each ^ 1 : each));

describe('the tree', () => {
  it('holds every record at every size, and no other', () => {
    for (let size = 1; size <= leaves.length; ++size) {
      const some = leaves.slice(0, size);
      const root = rootOf(some);
      for (let index = 0; index < size; ++index) {
        const path = pathOf(index, some);
        expect(rootFromInclusion(index, size, leafHash(some[index]!), path), `${index} of ${size}`).toEqual(root);
        expect(rootFromInclusion(index, size, flipped(leafHash(some[index]!)), path)).not.toEqual(root);
        expect(rootFromInclusion(index, size, leafHash(some[index]!), [...path, root])).toBeNull();
      }
    }
  });
  it('only grew, at every size', () => {
    for (let to = 1; to <= leaves.length; ++to) {
      const after = rootOf(leaves.slice(0, to));
      for (let from = 1; from <= to; ++from) {
        const before = rootOf(leaves.slice(0, from));
        const path = growthOf(from, leaves.slice(0, to), true);
        expect(isConsistent(from, to, before, after, path), `${from} to ${to}`).toBe(true);
        expect(isConsistent(from, to, flipped(before), after, path)).toBe(false);
        if (path.length > 0) expect(isConsistent(from, to, before, after, path.slice(1))).toBe(false);
      }
    }
  });
});

describe('a ledger of the demonstration', () => {
  const key = readKey(ledger.vkey)!;
  const head = readHead(ledger.checkpoint)!;
  it('has a head that its key signed', () => {
    expect(head.size).toBe(ledger.inclusion.size);
    expect(isSignedBy(head, key)).toBe(true);
  });
  it('has no head that somebody changed', () => {
    expect(isSignedBy(readHead(ledger.checkpoint.replace(`\n${head.size}\n`, `\n${head.size + 1}\n`))!, key)).toBe(false);
    expect(isSignedBy({...head, origin: 'langnghe/another'}, key)).toBe(false);
  });
  it('has a key whose id is its own', () => {
    expect(readKey(ledger.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeNull();
    expect(readKey('no key')).toBeNull();
  });
  it('hashes records as the server does', () => {
    expect(toBase64(leafHash(utf8(canonical(ledger.record))))).toBe(ledger.inclusion.leaf);
  });
  it('holds the record', () => {
    const root = rootFromInclusion(ledger.inclusion.position, head.size, fromBase64(ledger.inclusion.leaf), ledger.inclusion.hashes.map(fromBase64));
    expect(root && areEqual(root, head.root)).toBe(true);
  });
  it('gives receipts that hold, and that a changed word breaks', () => {
    const receipt = readReceipt(ledger.receipt)!;
    const rootOfReceipt = (record: Uint8Array) => rootFromInclusion(receipt.index, receipt.head.size, leafHash(record), receipt.path);
    expect(rootOfReceipt(receipt.record)).toEqual(receipt.head.root);
    expect(isSignedBy(receipt.head, key)).toBe(true);
    expect(rootOfReceipt(flipped(receipt.record))).not.toEqual(receipt.head.root);
    expect(readReceipt('không phải phiếu')).toBeNull();
  });
});
