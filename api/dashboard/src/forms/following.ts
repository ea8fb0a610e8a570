import type {Subject} from '../api/acts.ts';

/** The act that as a rule the same person does at once after another: its form opens by itself. */
const kFollowing: Partial<Record<Subject, Readonly<Record<string, string>>>> = {
  issue: {'classify': 'assign', 'record-delivery': 'close'},
};

export function followingOf(subject: Subject, act: string): string | null {
  return kFollowing[subject]?.[act] ?? null;
}
