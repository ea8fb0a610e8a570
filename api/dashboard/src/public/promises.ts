import type {PublicPromise} from './api.ts';
import {el} from './el.ts';
import {day, fullDay, t, wordFor} from './words.ts';

/** Promises with the day first named, which stands beside the present one. Late ones say so. */
export function promiseList(promises: readonly PublicPromise[], today: string): HTMLElement {
  return el('ul', {class: 'promises'}, ...promises.map(({what, first_due: first, due, status}) => {
    const isLate = status === 'made' && due < today;
    const when = first === due ? t('promise_due', {day: fullDay(due)}) : t('promise_moved', {day: fullDay(due), first: day(first)});
    const state = isLate ? t('promise_late') : wordFor('promise', status);
    return el('li', {}, el('span', {class: 'what'}, what), el('span', {class: 'help'}, when), ' ', el('span', {class: `tag${isLate || status === 'disputed' ? ' late' : ''}`}, state));
  }));
}
