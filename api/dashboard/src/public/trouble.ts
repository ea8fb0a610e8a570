import {Refused, type Trouble} from './api.ts';
import {el} from './el.ts';
import {t} from './words.ts';

function wordsOf(trouble: Trouble): string {
  switch (trouble.is) {
    case 'unknown': return t('unknown');
    case 'wait': return t('wait', {minutes: trouble.minutes});
    case 'away': return t('away');
    case 'refused': return trouble.says;
  }
}

/** Says what went wrong at its own place; anything that is no answer of the server goes on as a fault. */
export function say(place: HTMLElement, error: unknown): void {
  if (!(error instanceof Refused)) throw error;
  place.replaceChildren(el('p', {class: 'trouble'}, wordsOf(error.trouble)));
}

/** The region where news is read out to people who cannot see it come. */
export function newsPlace(): HTMLElement {
  return el('div', {role: 'alert'});
}
