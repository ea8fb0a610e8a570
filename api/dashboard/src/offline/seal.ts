// Sealing with the browser's own cryptography: AES-256-GCM under a key whose bytes no script can read, and which lies
// on the disk only wrapped under the password (PBKDF2). docs/decisions/0021-unsent-words.md says why.
import type {SealedBytes, Wrapped} from './database.ts';

const kAlgorithm = 'AES-GCM';
/** The number of rounds that OWASP asks of PBKDF2 with SHA-256. */
const kRounds = 600_000;

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Not on plain http from another machine. */
export function canSeal(): boolean {
  return typeof crypto.subtle === 'object' && typeof indexedDB === 'object';
}

async function ofPassword(password: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(password.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds}, typed,
    {name: kAlgorithm, length: 256}, false, ['wrapKey', 'unwrapKey']);
}

function unwrapWith(by: CryptoKey, {iv, bytes}: SealedBytes): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey('raw', bytes, by, {name: kAlgorithm, iv}, kAlgorithm, false, ['encrypt', 'decrypt']);
}

export async function unwrap(wrapped: Wrapped, password: string): Promise<CryptoKey | null> {
  try {
    return await unwrapWith(await ofPassword(password, wrapped.salt, wrapped.rounds), wrapped);
  } catch {
    // Another password.
    return null;
  }
}

export interface MadeKey {
  readonly key: CryptoKey;
  readonly wrapped: Wrapped | null;
}

/** A key of random bytes; with a password also in the form in which it may stay. */
export async function makeKey(password: string | null): Promise<MadeKey> {
  if (password === null) {
    return {key: await crypto.subtle.generateKey({name: kAlgorithm, length: 256}, false, ['encrypt', 'decrypt']), wrapped: null};
  }
  const [salt, iv] = [random(16), random(12)];
  const readable = await crypto.subtle.generateKey({name: kAlgorithm, length: 256}, true, ['encrypt', 'decrypt']);
  const by = await ofPassword(password, salt, kRounds);
  const wrapped = {salt, rounds: kRounds, iv, bytes: await crypto.subtle.wrapKey('raw', readable, by, {name: kAlgorithm, iv})};
  // From here on as a key whose bytes no script can read.
  return {key: await unwrapWith(by, wrapped), wrapped};
}

/** `place`: whose it is and what; bytes put in another place do not open. */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<SealedBytes> {
  const iv = random(12);
  const text = new TextEncoder().encode(JSON.stringify(value));
  return {iv, bytes: await crypto.subtle.encrypt({name: kAlgorithm, iv, additionalData: new TextEncoder().encode(place)}, key, text)};
}

/** Nothing where it does not open. */
export async function unseal(key: CryptoKey, place: string, {iv, bytes}: SealedBytes): Promise<unknown> {
  try {
    const text = await crypto.subtle.decrypt({name: kAlgorithm, iv, additionalData: new TextEncoder().encode(place)}, key, bytes);
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  } catch {
    return undefined;
  }
}
