import type {Issue} from '../../api/shapes.ts';

/** What is as a rule done next in each state, the likeliest first; of it the reader is shown what they may do. */
const kNext: Record<string, readonly string[]> = {
  recorded: ['classify', 'answer-on-the-spot', 'note'],
  contested: ['classify'],
  classified: ['assign', 'forward'],
  returned: ['assign', 'forward'],
  reopened: ['assign'],
  assigned: ['accept', 'return'],
  accepted: ['draft-answer', 'note-progress', 'request-extension'],
  in_progress: ['draft-answer', 'note-progress', 'request-extension'],
  answer_drafted: ['approve-answer', 'send-back-answer', 'draft-answer'],
  answer_approved: ['issue-notice'],
  notice_issued: ['record-delivery', 'record-delivery-failure', 'post-notice'],
  notice_delivered: ['close', 'record-delivery'],
  notice_posted: ['close'],
  closed: ['ask-feedback', 'record-feedback'],
  answered_on_the_spot: ['ask-feedback', 'record-feedback'],
  forwarded: ['acknowledge-forward', 'record-external-result', 'bounce-forward'],
  forward_acknowledged: ['record-external-result', 'bounce-forward'],
  external_result_received: ['tell-external-result'],
  external_result_told: ['close'],
};

export function nextActs(issue: Issue): readonly string[] {
  return [
    ...(issue.pending_extension ? ['approve-extension', 'refuse-extension'] : []),
    ...(issue.reopen_request ? ['reopen', 'decline-reopen'] : []),
    ...(issue.answer?.sent_back && issue.phase === 'answer_drafted' ? ['draft-answer'] : []),
    ...(issue.feedback_asked ? ['record-feedback'] : []),
    ...(kNext[issue.phase] ?? []),
  ];
}
