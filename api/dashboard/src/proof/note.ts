// The signed head (docs/formats/proofs.md): a note in C2SP's form, signed by the log's Ed25519 key.
import {hashes, verify} from '@noble/ed25519';
import {sha512} from '@noble/hashes/sha2.js';
import {areEqual, fromBase64, joined, sha256, utf8} from './bytes.ts';

hashes.sha512 = (message) => sha512(message);

export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly text: string;
  /** Of each signature: whose name it bears, and its bytes with the key's id before them. */
  readonly signatures: readonly {readonly name: string; readonly bytes: Uint8Array}[];
}

export interface Key {
  readonly name: string;
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

const kLog = 1;

/** `name+id in hex+base64(kind || key)`; nothing where the id is not the key's. */
export function readKey(text: string): Key | null {
  const [, name, idText, keyText] = /^(.+?)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  if (!name || !idText || !keyText) return null;
  try {
    const typed = fromBase64(keyText);
    const id = sha256(joined(utf8(`${name}\n`), typed)).slice(0, 4);
    const said = Uint8Array.from(idText.match(/../g) ?? [], (each) => parseInt(each, 16));
    return typed[0] === kLog && typed.length === 33 && areEqual(id, said) ? {name, id, key: typed.slice(1)} : null;
  } catch {
    return null;
  }
}

export function readHead(note: string): Head | null {
  const cut = note.indexOf('\n\n');
  if (cut < 0) return null;
  const text = note.slice(0, cut + 1);
  const [origin, size, root] = text.split('\n');
  if (!origin || !/^\d+$/.test(size ?? '') || !root) return null;
  try {
    const signatures = note.slice(cut + 2).split('\n').flatMap((line) => {
      const [, name, bytes] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      return name && bytes ? [{name, bytes: fromBase64(bytes)}] : [];
    });
    return {origin, size: Number(size), root: fromBase64(root), text, signatures};
  } catch {
    return null;
  }
}

/** Signed by that key: a signature with its name and id, and a good one. */
export function isSignedBy(head: Head, key: Key): boolean {
  return head.origin === key.name && head.signatures.some(({name, bytes}) => {
    if (name !== key.name || bytes.length !== 68 || !areEqual(bytes.slice(0, 4), key.id)) return false;
    try {
      return verify(bytes.slice(4), utf8(head.text), key.key);
    } catch {
      return false;
    }
  });
}
