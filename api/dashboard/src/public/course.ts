// How far a case has come, in the order of its life.
import type {PublicCase} from './api.ts';
import {el} from './el.ts';
import {mark, type Mark} from './mark.ts';
import {fullDay, t} from './words.ts';

type Part = string | HTMLElement;

interface Step {
  readonly title: string;
  readonly mark: Mark;
  readonly says: readonly Part[];
}

/** Ended without an answer in writing: said as the server says it. */
const kEndedOtherwise: readonly string[] = ['noted', 'refused', 'withdrawn', 'voided', 'merged', 'split', 'handed_over'];

function daysLeft(found: PublicCase): string {
  const days = found.working_days_left;
  if (days === null) return '';
  if (days === 0) return ` (${t('days_today')})`;
  return ` (${days > 0 ? t('days_left', {days}) : t('days_late', {days: -days})})`;
}

function holder(found: PublicCase): Step {
  const at = found.forwarded_to ? t('step_assigned_away', {body: found.forwarded_to})
    : found.unit ? t('step_assigned_unit', {unit: found.unit}) : null;
  return {title: t('step_assigned'), mark: at ? 'done' : 'now', says: [at ?? t('step_assigned_none')]};
}

function work(found: PublicCase, isAnswered: boolean): Step {
  const hasHolder = Boolean(found.unit ?? found.forwarded_to);
  const says: Part[] = [];
  if (found.first_reply_on) says.push(t('step_first_reply', {day: fullDay(found.first_reply_on)}));
  else if (found.first_reply_due) says.push(t('step_first_reply_due', {day: fullDay(found.first_reply_due)}));
  says.push(found.due ? t('step_work_due', {day: fullDay(found.due)}) + daysLeft(found) : t('step_work_no_due'));
  return {title: t('step_work'), mark: isAnswered ? 'done' : hasHolder ? 'now' : 'next', says};
}

function answer({answer: given}: PublicCase): Step {
  const title = t('step_answer');
  if (!given) return {title, mark: 'next', says: [t('step_answer_none')]};
  const head = given.notice ? t('step_answer_notice', {notice: given.notice, day: fullDay(given.on)}) : t('step_answer_spot', {day: fullDay(given.on)});
  return {title, mark: 'done', says: [el('strong', {}, head), el('blockquote', {}, given.text), ...(given.notice ? [t('paper_help')] : [])]};
}

function stepsOf(found: PublicCase): Step[] {
  const recorded: Step = {title: t('step_recorded'), mark: 'done', says: [fullDay(found.received), t('step_recorded_what', {subject: found.subject})]};
  if (found.answer && !found.answer.notice) return [recorded, answer(found)];
  if (kEndedOtherwise.includes(found.phase)) return [recorded, {title: t('step_ended'), mark: 'done', says: [`${found.phase_title}, ${fullDay(found.phase_since)}`]}];
  return [recorded, holder(found), work(found, found.answer !== null), answer(found)];
}

export function courseOf(found: PublicCase): HTMLElement {
  return el('ol', {class: 'steps'}, ...stepsOf(found).map((step) => el('li', {class: `step ${step.mark}`}, mark(step.mark),
    el('div', {}, el('h3', {}, step.title, ' ', el('span', {class: step.mark === 'done' ? 'hidden-from-sight' : 'step-is'}, t(step.mark))),
      ...step.says.map((each) => typeof each === 'string' ? el('p', {}, each) : each)))));
}
