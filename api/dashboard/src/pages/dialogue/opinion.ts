// An opinion as it is taken down at the desk, and the acts that it is.
import {newKey} from '../../api/random.ts';
import type {Step} from '../../offline/outbox.ts';

export type Outcome = 'taken' | 'answered' | 'noted';

export interface Raised {
  readonly issue: string;
  readonly subject: string;
  readonly field: string;
  readonly pressing: boolean;
  readonly outcome: Outcome;
  /** The answer at the meeting, or the reason that it was only noted. */
  readonly said: string;
  readonly answeredBy: string;
}

export interface Opinion {
  readonly opinion: string;
  readonly anonymous: boolean;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly words: string;
  readonly issues: readonly Raised[];
}

/** The acts that one opinion is: it is recorded, then what was answered or noted at once. */
export function stepsOf(opinion: Opinion, dialogue: string): readonly Step[] {
  const key = newKey();
  const speaker = {
    ...(opinion.name ? {name: opinion.name} : {}), ...(opinion.phone ? {phone: opinion.phone} : {}),
    ...(opinion.address ? {address: opinion.address} : {}),
  };
  const record: Step = {
    subject: 'dialogue', act: 'record-opinion', parts: {id: dialogue}, version: null, key,
    body: {
      opinion: opinion.opinion, words: opinion.words,
      ...(opinion.anonymous || Object.keys(speaker).length === 0 ? {anonymous: true} : {speaker}),
      issues: opinion.issues.map(({issue, subject, field, pressing}) => ({issue, subject, field, pressing})),
    },
  };
  const followed = opinion.issues.flatMap((each): Step[] => {
    const common = {subject: 'issue', parts: {id: each.issue}, version: 1, key: `${key}-${each.issue}`} as const;
    if (each.outcome === 'answered') return [{...common, act: 'answer-on-the-spot', body: {answer: each.said, answered_by: each.answeredBy}}];
    return each.outcome === 'noted' ? [{...common, act: 'note', body: {reason: each.said}}] : [];
  });
  return [record, ...followed];
}
