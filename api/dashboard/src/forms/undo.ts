import type {Subject} from '../api/acts.ts';

/**
 * The act that puts right another: nothing is taken back, so that undoing is recorded as what was done. Of several the
 * first that may be done is offered.
 */
export const kUndo: Partial<Record<Subject, Readonly<Record<string, readonly string[]>>>> = {
  issue: {
    'record': ['correct', 'void'], 'classify': ['reclassify'], 'reclassify': ['reclassify'], 'assign': ['assign'], 'accept': ['return'], 'merge': ['unmerge'],
    'pause-clock': ['resume-clock'], 'draft-answer': ['draft-answer'], 'issue-notice': ['correct-notice', 'replace-notice', 'recall-notice'],
    'make-commitment': ['revise-commitment'], 'note': ['correct'], 'answer-on-the-spot': ['correct'], 'correct': ['correct'], 'forward': ['bounce-forward'],
  },
  dialogue: {'schedule': ['rearrange', 'cancel'], 'announce': ['rearrange', 'postpone'], 'postpone': ['rearrange'], 'sign-minutes': ['sign-addendum']},
  plan: {publish: ['amend'], draft: ['draft']},
  report: {draft: ['draft'], submit: ['supplement']},
  user: {'disable': ['enable'], 'enable': ['disable'], 'grant-role': ['revoke-role'], 'revoke-role': ['grant-role']},
  ward: {'delegate-signing': ['revoke-delegation']},
  resident: {'withhold-identity': ['reveal-identity'], 'change-contact': ['change-contact']},
};

export function undoOf(subject: Subject, act: string): readonly string[] {
  return kUndo[subject]?.[act] ?? [];
}
