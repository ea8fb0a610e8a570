import {lookUp, type Holder} from './api.ts';
import {showCase} from './case.ts';
import {el} from './el.ts';
import {goToTop, showPage} from './frame.ts';
import {newsPlace, say} from './trouble.ts';
import {t} from './words.ts';

/** A slip's code as it stands behind `#`; a browser sends that to nobody. */
function scannedCode(): string {
  try {
    return decodeURIComponent(location.hash.slice(1)).slice(0, 20);
  } catch {
    return '';
  }
}

export function showLookUp(typed: Holder = {code: scannedCode(), digits: ''}): void {
  const code = el('input', {id: 'code', name: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '20',
    'aria-describedby': 'code-help'});
  const digits = el('input', {id: 'digits', name: 'digits', inputmode: 'numeric', autocomplete: 'off', maxlength: '6',
    'aria-describedby': 'digits-help'});
  code.value = typed.code;
  digits.value = typed.digits;
  const news = newsPlace();
  const button = el('button', {class: 'main'}, t('look'));
  const read = (): Holder => ({code: code.value.trim(), digits: digits.value.trim()});
  // A browser words its own messages about a field in the browser's language.
  const form = el('form', {novalidate: true, submit: (event) => {
    event.preventDefault();
    if (code.value.trim() === '') {
      news.replaceChildren(el('p', {class: 'trouble'}, t('code_missing')));
      code.focus();
      return;
    }
    button.disabled = true;
    button.textContent = t('looking');
    news.replaceChildren();
    const holder = read();
    lookUp(holder).then((found) => {
      showCase(found, holder);
      goToTop();
    }, (error: unknown) => {
      button.disabled = false;
      button.textContent = t('look');
      say(news, error);
    });
  }},
  el('div', {class: 'field'}, el('label', {for: 'code'}, t('code')), code, el('p', {id: 'code-help', class: 'help'}, t('code_help'))),
  el('div', {class: 'field'}, el('label', {for: 'digits'}, t('digits')), digits, el('p', {id: 'digits-help', class: 'help'}, t('digits_help'))),
  news, button);
  showPage(t('title'), () => showLookUp(read()), el('h1', {tabindex: '-1'}, t('title')), el('p', {class: 'intro'}, t('intro')), form,
    el('p', {class: 'help'}, t('scan_help')), el('p', {class: 'help'}, t('no_phone_help')));
  if (typed.code !== '') digits.focus();
}
