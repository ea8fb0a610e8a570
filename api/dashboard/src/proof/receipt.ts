// A receipt: c2sp.org/tlog-proof@v1, with the record itself as `extra`.
import {fromBase64} from './bytes.ts';
import {readHead, type Head} from './note.ts';

export interface Receipt {
  readonly record: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  readonly head: Head;
}

const kBegin = 'c2sp.org/tlog-proof@v1\n';

/** All the evidence in a text; nothing where any of it cannot be read. */
export function readReceipts(text: string): readonly Receipt[] | null {
  const parts = text.replaceAll('\r\n', '\n').split(kBegin).slice(1).map((each) => readReceipt(kBegin + each));
  return parts.length > 0 && parts.every((each) => each !== null) ? parts : null;
}

/** The evidence in a text that a receipt stands in; what is printed above it counts for nothing. */
export function readReceipt(text: string): Receipt | null {
  const begin = text.indexOf(kBegin);
  if (begin < 0) return null;
  const proof = text.slice(begin);
  const cut = proof.indexOf('\n\n');
  const lines = proof.slice(0, cut < 0 ? undefined : cut).split('\n').slice(1);
  const extra = lines.find((line) => line.startsWith('extra '))?.slice(6);
  const index = lines.find((line) => line.startsWith('index '))?.slice(6);
  const head = cut < 0 ? null : readHead(proof.slice(cut + 2));
  if (!extra || !/^\d+$/.test(index ?? '') || !head) return null;
  try {
    const path = lines.filter((line) => !line.startsWith('extra ') && !line.startsWith('index ')).map(fromBase64);
    return {record: fromBase64(extra), index: Number(index), path, head};
  } catch {
    return null;
  }
}
