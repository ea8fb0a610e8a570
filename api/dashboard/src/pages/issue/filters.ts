import type {IssueSummary} from '../../api/shapes.ts';
import {owedNext} from '../../components/states.ts';
import {fold} from '../../i18n/fold.ts';

export type View = 'open' | 'overdue' | 'mine' | 'away' | 'all';
export const kViews: readonly View[] = ['open', 'overdue', 'mine', 'away', 'all'];
export type Sort = 'due' | 'received' | 'khom';

export interface Filter {
  readonly view: View;
  readonly words: string;
  readonly khom: string;
  readonly field: string;
  readonly phase: string;
  readonly assignee: string;
}

const kAway = new Set(['forwarded', 'forward_acknowledged', 'external_result_received', 'handed_over']);

export function isIn(view: View, issue: IssueSummary, user: string): boolean {
  switch (view) {
    case 'open':
      return issue.open;
    case 'overdue':
      return issue.open && issue.overdue;
    case 'mine':
      return issue.open && issue.assignee === user;
    case 'away':
      return issue.open && kAway.has(issue.phase);
    case 'all':
      return true;
  }
}

/** What is searched of an issue, made once: somebody who types asks it of thousands at every letter. */
const folded = new WeakMap<IssueSummary, string>();

function searched(issue: IssueSummary): string {
  const known = folded.get(issue);
  if (known !== undefined) return known;
  const made = fold(`${issue.id} ${issue.subject}`);
  folded.set(issue, made);
  return made;
}

/** The filter's words as they are looked for. */
export function wordsOf(filter: Filter): readonly string[] {
  return fold(filter.words).split(/\s+/).filter(Boolean);
}

/** Every filter at once; what is left out filters nothing. */
export function matches(filter: Filter, issue: IssueSummary, user: string, words = wordsOf(filter)): boolean {
  return isIn(filter.view, issue, user)
    && (filter.khom === '' || issue.khom === filter.khom)
    && (filter.field === '' || issue.field === filter.field)
    && (filter.phase === '' || issue.phase === filter.phase)
    && (filter.assignee === '' || issue.assignee === filter.assignee)
    && words.every((word) => searched(issue).includes(word));
}

/** What is due first comes first; what has no date yet comes after, by the day it was heard. */
export function inOrder(sort: Sort, issues: readonly IssueSummary[]): readonly IssueSummary[] {
  const key = (issue: IssueSummary): string => {
    if (sort === 'received') return issue.received;
    const due = owedNext(issue, issue.effective_due).due ?? `9999 ${issue.received}`;
    return sort === 'khom' ? `${issue.khom} ${due}` : due;
  };
  const sorted = [...issues].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1));
  return sort === 'received' ? sorted.reverse() : sorted;
}
