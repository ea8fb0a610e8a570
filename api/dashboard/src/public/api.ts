// Calls the public API. The code of a case goes in a body, never in an address: it gets into no log.
import type {components} from '../../generated/contract.ts';
import {howRead} from './words.ts';

type Shapes = components['schemas'];
export type PublicCase = Shapes['PublicCase'];
export type PublicKhom = Shapes['PublicKhom'];
export type PublicPromise = Shapes['PublicPromise'];

/** The holder of a slip: its code and the last digits of the phone that they gave. */
export interface Holder {
  readonly code: string;
  readonly digits: string;
}

/** `unknown`: there is no such case, or not for these digits; nobody is told which. */
export type Trouble = {readonly is: 'unknown'} | {readonly is: 'wait'; readonly minutes: number} | {readonly is: 'away'}
  | {readonly is: 'refused'; readonly says: string};

export class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.is);
  }
}

async function troubleOf(answer: Response): Promise<Trouble> {
  if (answer.status === 404 || answer.status === 422) return {is: 'unknown'};
  if (answer.status === 429) return {is: 'wait', minutes: Math.ceil(Number(answer.headers.get('Retry-After') ?? 60) / 60)};
  const said = await answer.json().catch(() => ({})) as {detail?: string; title?: string};
  return {is: 'refused', says: said.detail ?? said.title ?? String(answer.status)};
}

async function call<Answer>(path: string, options: RequestInit = {}): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/public/${path}`, {...options, credentials: 'omit',
      headers: {'Accept-Language': howRead().language, ...options.headers}});
  } catch {
    throw new Refused({is: 'away'});
  }
  if (!answer.ok) throw new Refused(await troubleOf(answer));
  return await answer.json() as Answer;
}

const bodyOf = ({code, digits}: Holder, more: object = {}) => JSON.stringify({code, ...(digits === '' ? {} : {phone_digits: digits}), ...more});

export function lookUp(holder: Holder): Promise<PublicCase> {
  return call('cases', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: bodyOf(holder)});
}

/** Sent again after a lost answer, the same key makes it one act. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type Act = 'feedback' | 'reopening' | 'withdrawal';

export function act(holder: Holder, which: Act, said: object, key: string): Promise<unknown> {
  return call(`cases/${which}`, {method: 'POST', body: bodyOf(holder, said),
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key}});
}

export function khomPage(ward: string, khom: string): Promise<PublicKhom> {
  return call(`wards/${encodeURIComponent(ward)}/khoms/${encodeURIComponent(khom)}`);
}
