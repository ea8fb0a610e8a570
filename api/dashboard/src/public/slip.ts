import {capital} from '../i18n/fold.ts';
import {lookUpAddress, qrPicture} from '../qr.ts';
import type {PublicCase} from './api.ts';
import {el} from './el.ts';
import {goToTop, showPage} from './frame.ts';
import {fullDay, khomTitle, t} from './words.ts';

function line(name: string, value: string): HTMLElement {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

/** The slip on paper, A6, as it is seen before it is printed. */
export function showSlip(found: PublicCase, onBack: () => void): void {
  const dayOf = (value: string | null) => value ? fullDay(value) : t('slip_later');
  showPage(t('slip_title'), () => showSlip(found, onBack),
    el('div', {class: 'paper-tools'}, el('button', {type: 'button', class: 'main', click: () => window.print()}, t('print')),
      el('button', {type: 'button', click: () => {
        onBack();
        goToTop();
      }}, t('back'))),
    el('article', {class: 'slip'},
      el('p', {class: 'slip-issuer'}, `${capital(found.ward_name)} · ${khomTitle(found.khom_name)}`),
      el('h1', {tabindex: '-1'}, t('slip_title')),
      el('div', {class: 'slip-body'},
        el('dl', {}, line(t('slip_subject'), found.subject), line(t('slip_received'), fullDay(found.received)),
          found.first_reply_on || found.answer ? null : line(t('slip_first'), dayOf(found.first_reply_due)), found.answer ? line(t('step_answer'), fullDay(found.answer.on)) : line(t('slip_due'), dayOf(found.due))),
        qrPicture(lookUpAddress(found.code), t('qr_of_case'))),
      el('p', {class: 'slip-code'}, found.code),
      el('p', {}, t('slip_scan', {address: `${location.host}/tra-cuu`})), el('p', {}, t('slip_keep'))));
  goToTop();
}
