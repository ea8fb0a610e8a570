// Other wards are read with an access token that each has given. They are kept while the window is open and no longer: whoever sits down
// next has none of them.
import {queryOf, type Parameters} from '../../api/client.ts';
import {Problem, type ProblemDocument} from '../../api/problem.ts';
import {currentLanguage, t} from '../../i18n/text.ts';

export interface OtherWard {
  readonly ward: string;
  readonly token: string;
}

const kKept = 'other-wards ';
const keyOf = (user: string) => kKept + user;

/** Forgets the tokens of everybody but the person who is signed in, of all where nobody is. */
export function forgetOtherWards(butOf: string | null): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(kKept) && (butOf === null || key !== keyOf(butOf))) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept then.
  }
}

export function otherWards(user: string): readonly OtherWard[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(user)) ?? '[]') as OtherWard[];
  } catch {
    return [];
  }
}

export function keepOtherWards(user: string, wards: readonly OtherWard[]): void {
  try {
    sessionStorage.setItem(keyOf(user), JSON.stringify(wards));
  } catch {
    // They are held by the page until it is left.
  }
}

/** One ward and its token a line, as they are kept in a file of one's own. */
export function readLines(text: string): readonly OtherWard[] | null {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const found = lines.map((line) => /^([a-z0-9][a-z0-9-]{0,63})[\s,;:]+(\S+)$/.exec(line));
  return found.length === 0 || found.includes(null) ? null : found.map((each) => ({ward: each?.[1] ?? '', token: each?.[2] ?? ''}));
}

export async function readOf<Answer>(other: OtherWard, path: string, query: Parameters = {}): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/wards/${encodeURIComponent(other.ward)}/${path}${queryOf(query)}`, {credentials: 'omit',
      headers: {'Authorization': `Bearer ${other.token}`, 'Accept-Language': currentLanguage()}});
  } catch {
    throw new Problem(0, {detail: t('server_away')});
  }
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})) as Partial<ProblemDocument>);
  return await answer.json() as Answer;
}
