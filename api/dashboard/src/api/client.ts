// Calls the public API and nothing else.
import {currentLanguage, t} from '../i18n/text.ts';
import type {paths} from '../../generated/contract.ts';
import {Problem, type ProblemDocument} from './problem.ts';
import {tellReach, tellTime} from './reach.ts';

type Prefix = '/api/v1/wards/{ward}/';
type Json<Operation> = Operation extends {responses: {200: {content: {'application/json': infer Body}}}}
  ? Body : never;
type ReadsOf<Paths> = {
  [Path in keyof Paths as Path extends `${Prefix}${infer Rest}`
    ? Paths[Path] extends {get: infer Get} ? ([Json<Get>] extends [never] ? never : Rest) : never
    : never]: Paths[Path] extends {get: infer Get} ? Json<Get> : never;
};

/** Every read of the contract by its path below the ward, with what it answers. */
export type Reads = ReadsOf<paths>;
export type ReadPath = keyof Reads & string;
export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface Caller {
  ward: string;
  csrf: string | null;
}

const caller: Caller = {ward: '', csrf: null};

/** What the demonstration's clock says, where the server has one; told by every answer. */
let demonstrationClock: string | null = null;
const clockListeners = new Set<() => void>();

export function currentDemonstrationClock(): string | null {
  return demonstrationClock;
}

export function onDemonstrationClock(told: () => void): () => void {
  clockListeners.add(told);
  return () => clockListeners.delete(told);
}

function hearClock(answer: Response): void {
  const day = answer.headers.get('Demonstration-Clock')?.slice(0, 10) ?? null;
  if (day === demonstrationClock) return;
  demonstrationClock = day;
  for (const told of clockListeners) told();
}

export function callAs(changes: Partial<Caller>): void {
  Object.assign(caller, changes);
}

/** `issues/{id}` with its values in place. */
export function fill(path: string, values: Parameters = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
}

export function queryOf(values: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export function addressOf(path: string): string {
  return `/api/v1/wards/${encodeURIComponent(caller.ward)}/${path}`;
}

interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
}

/** The answer as it came; a Problem where the server refuses or cannot be reached. */
export async function send({method, path, headers = {}, body, signal}: Sent): Promise<Response> {
  const sent: Record<string, string> = {'Accept-Language': currentLanguage(), ...headers};
  if (method !== 'GET' && caller.csrf) sent['X-CSRF-Token'] = caller.csrf;
  let answer: Response;
  try {
    answer = await fetch(addressOf(path), {
      method, headers: sent, credentials: 'same-origin', ...(body === undefined ? {} : {body}),
      ...(signal ? {signal} : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    tellReach(false);
    throw new Problem(0, {detail: t('server_away')});
  }
  tellReach(true);
  tellTime(answer.headers.get('Date'));
  hearClock(answer);
  if (!answer.ok) throw new Problem(answer.status, await documentOf(answer));
  return answer;
}

async function documentOf(answer: Response): Promise<Partial<ProblemDocument>> {
  const text = await answer.text();
  try {
    return JSON.parse(text) as Partial<ProblemDocument>;
  } catch {
    return {title: text.slice(0, 200)};
  }
}

export async function read<Path extends ReadPath>(path: Path, parts: Parameters, query: Parameters,
                                                  signal?: AbortSignal): Promise<Reads[Path]> {
  const answer = await send({method: 'GET', path: fill(path, parts) + queryOf(query),
    ...(signal ? {signal} : {})});
  return await answer.json() as Reads[Path];
}

export async function postJson<Answer>(path: string, body: unknown,
                                       headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const answer = await send({method: 'POST', path, body: JSON.stringify(body),
    headers: {'Content-Type': 'application/json', ...headers}});
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as Answer;
}
