// Answers that the desk needs where there is no network, sealed as everything else that is kept here.
import type {Parameters, ReadPath, Reads} from '../api/client.ts';
import {Problem} from '../api/problem.ts';
import type {Vault} from './vault.ts';

/** The answers that the desk at a meeting needs. Data that was opened for a purpose is never among them. */
const kKept: ReadonlySet<string> = new Set<ReadPath>(['session', 'settings', 'work/counts', 'work', 'dialogues', 'dialogues/{id}', 'schedule']);

let vault: Vault | null = null;

export function keepReadsIn(next: Vault | null): void {
  vault = next;
}

function idOf(path: string, parts: Parameters, query: Parameters): string {
  return JSON.stringify([path, parts, query]);
}

/** Asks; where the server cannot be reached, answers what it said last. */
export async function withKept<Path extends ReadPath>(path: Path, parts: Parameters, query: Parameters,
                                                      ask: () => Promise<Reads[Path]>): Promise<Reads[Path]> {
  const mine = vault;
  if (!mine || !kKept.has(path) || 'as_of' in query || 'purpose' in query) return ask();
  try {
    const answer = await ask();
    void mine.put('read', idOf(path, parts, query), answer).catch(() => undefined);
    return answer;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 0) throw error;
    const kept = await mine.get('read', idOf(path, parts, query));
    if (kept === undefined) throw error;
    return kept as Reads[Path];
  }
}
