import {lookUp, type Holder, type PublicCase} from './api.ts';
import {actsOn} from './acts.ts';
import {courseOf} from './course.ts';
import {el} from './el.ts';
import {showPage} from './frame.ts';
import {showLookUp} from './look_up.ts';
import {promiseList} from './promises.ts';
import {showSlip} from './slip.ts';
import {day, fullDay, khomInside, t, wordFor} from './words.ts';

/** Each reason that the answer takes longer than was said first. */
function reasonsOf(found: PublicCase): string[] {
  const {original_due: first, due, extensions, paused, forwarded_to: body, refusal} = found;
  const reasons: string[] = [];
  if (first && due && first !== due) {
    const days = {first: day(first), due: day(due)};
    reasons.push(extensions > 0 ? t('why_extended', {count: extensions, ...days}) : t('why_moved', days));
  }
  if (paused) reasons.push(t('why_paused', {until: day(paused.until), ground: wordFor('ground', paused.ground)}));
  if (body) reasons.push(t('why_away', {body}));
  if (found.overdue) reasons.push(t('why_late'));
  if (refusal) reasons.push(t('why_refused', {notice: refusal.notice, day: day(refusal.on), ground: wordFor('ground', refusal.ground)}));
  return reasons;
}

function fact(name: string, ...value: readonly (Node | string)[]): HTMLElement {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...value));
}

function stateOf(found: PublicCase): HTMLElement {
  const tag = el('span', {class: `tag${found.overdue ? ' late' : ''}`}, found.phase_title);
  return el('p', {class: 'state'}, tag, ' ', el('span', {class: 'help'}, t('since', {day: fullDay(found.phase_since)})));
}

/** Shows the case again as it is now, in the reader's language. */
function again(holder: Holder, news?: string): Promise<void> {
  return lookUp(holder).then((found) => showCase(found, holder, news));
}

export function showCase(found: PublicCase, holder: Holder, news?: string): void {
  const reasons = reasonsOf(found);
  showPage(found.subject, () => void again(holder),
    el('p', {class: 'above'}, t('case_of')),
    el('h1', {tabindex: '-1'}, found.subject),
    el('div', {role: 'status'}, news ? el('p', {class: 'done-note'}, news) : null),
    stateOf(found),
    el('dl', {class: 'facts'}, fact(t('khom'), `${found.khom_name}, ${found.ward_name}`), fact(t('field'), found.field_name),
      fact(t('received'), fullDay(found.received)), fact(t('case_code'), el('span', {class: 'code'}, found.code))),
    el('section', {}, el('h2', {}, t('course')), courseOf(found)),
    ...(reasons.length > 0 ? [el('section', {class: 'why'}, el('h2', {}, t('why')), ...reasons.map((each) => el('p', {}, each)))] : []),
    ...(found.promises.length > 0 ? [el('section', {}, el('h2', {}, t('promises')), promiseList(found.promises, found.today))] : []),
    actsOn(found, holder, () => again(holder, t('recorded'))),
    el('nav', {class: 'ways'},
      el('button', {type: 'button', click: () => showSlip(found, () => showCase(found, holder))}, t('print_slip')),
      found.khom === '' ? null : el('a', {href: `/khom/${found.ward}/${found.khom}`}, t('to_khom', {khom: khomInside(found.khom_name)})),
      el('button', {type: 'button', click: () => {
        history.replaceState(null, '', '/tra-cuu');
        showLookUp();
      }}, t('another'))));
}
