import {t, wordFor, wordOf} from '../i18n/text.ts';
import {workingDaysUntil, type Day, type WorkingCalendar} from '../i18n/dates.ts';
import type {Shape} from './shapes.tsx';

const kShapes: Record<string, Shape> = {
  recorded: 'wait', contested: 'disputed', answered_on_the_spot: 'done', noted: 'done', classified: 'wait',
  returned: 'wait', handed_over: 'away', assigned: 'wait', accepted: 'work', in_progress: 'work',
  forwarded: 'away', forward_acknowledged: 'away', external_result_received: 'away',
  external_result_told: 'done', refused: 'none', answer_drafted: 'pen', answer_approved: 'pen',
  notice_issued: 'done', notice_delivered: 'delivered', notice_posted: 'delivered', closed: 'done',
  reopened: 'disputed', split: 'none', merged: 'none', withdrawn: 'none', voided: 'none',
  scheduled: 'wait', announced: 'soon', postponed: 'pause', cancelled: 'none', missed: 'late', opened: 'work',
  minutes_signed: 'done', concluded: 'delivered',
  drafted: 'pen', approved: 'done', published: 'delivered',
  open: 'wait', frozen: 'work', sent_back: 'disputed', signed: 'pen', submitted: 'away', acknowledged: 'delivered',
};

/** Of an issue, a dialogue, a plan or a report. */
export function shapeOfPhase(phase: string): Shape {
  return kShapes[phase] ?? 'wait';
}

/** Whose move is next, where somebody's is: "chờ giao việc" says more than "đã phân loại". */
export function wordOfPhase(phase: string, of: 'issue' | 'dialogue' = 'issue'): string {
  return (of === 'dialogue' ? wordOf(`move_dialogue_${phase}`) : undefined) ?? wordOf(`move_${phase}`) ?? wordFor('phase', phase);
}

interface Owed {
  readonly first_reply_due: Day | null;
  readonly first_reply_on: Day | null;
}

/** What is owed next: the first reply until it is given, then the settlement. */
export function owedNext(issue: Owed, settlement: Day | null): {readonly due: Day | null; readonly first: boolean} {
  const waits = issue.first_reply_on === null && issue.first_reply_due !== null;
  return waits && (settlement === null || issue.first_reply_due! <= settlement) ? {due: issue.first_reply_due, first: true} : {due: settlement, first: false};
}

export interface DueState {
  readonly shape: Shape | null;
  /** `còn 6 ngày làm việc`; empty where nothing is owed any more. */
  readonly words: string;
}

const kSoonDays = 3;

/** How a deadline stands on a day. */
export function stateOfDue(due: Day, today: Day, calendar: WorkingCalendar): DueState {
  const days = workingDaysUntil(today, due, calendar);
  if (due < today) return {shape: 'late', words: t('due_late', {days: Math.max(1, -days)})};
  if (due === today) return {shape: 'soon', words: t('due_today')};
  return {shape: days <= kSoonDays ? 'soon' : null, words: t('due_left', {days})};
}
