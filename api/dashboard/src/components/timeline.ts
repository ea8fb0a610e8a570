import type {Names} from '../api/names.ts';
import type {HistoryItem} from '../api/shapes.ts';
import {wordFor} from '../i18n/text.ts';

/** What the clock notes about itself, and moves of a date that another act explains. */
const kMinor = new Set(['issue.deadline_approaching', 'issue.breach_retracted', 'issue.first_reply_due_set',
  'issue.deadline_recomputed', 'issue.linked', 'issue.information_requested', 'issue.information_received',
  'issue.feedback_asked', 'issue.commitment_miss_retracted', 'issue.delivery_failed']);

/** By meaning and never by number: what a person said or decided is a milestone. */
export function isMilestone(item: Pick<HistoryItem, 'type'>): boolean {
  return !kMinor.has(item.type);
}

/** `Vưu Thị Bích Sơn (công chức)`, or the role alone where no name of the account is known: its identifier says nothing to people. */
export function personOf(item: Pick<HistoryItem, 'user' | 'role'>, names: Names): string {
  const role = wordFor('role', item.role);
  const name = names.user(item.user, role);
  return name === '' || name === role || name === item.user ? role : `${name} (${role})`;
}
