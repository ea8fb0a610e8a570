// The script of the saved page: it verifies a receipt or a bundle with a key that its reader has from elsewhere.
import * as english from '../../i18n/en.json';
import * as vietnamese from '../../i18n/vi.json';
import {format, type Values} from '../../i18n/format.ts';
import {readKey} from '../note.ts';
import {readReceipts} from '../receipt.ts';
import {checkBundle, checkReceipt, type Step} from '../steps.ts';

/** The words that this page needs, by name, so that no others come with it. */
const kWords = {
  vi: {title: vietnamese.saved_title, key: vietnamese.saved_key, keyWrong: vietnamese.saved_key_wrong, text: vietnamese.saved_text, check: vietnamese.proof_check,
    unreadable: vietnamese.proof_unreadable, holds: vietnamese.proof_holds, broken: vietnamese.proof_broken,
    hash: vietnamese.proof_hash, in_tree: vietnamese.proof_in_tree, in_tree_not: vietnamese.proof_in_tree_not, signed: vietnamese.proof_signed,
    signed_not: vietnamese.proof_signed_not, bundle: vietnamese.proof_bundle, bundle_not: vietnamese.proof_bundle_not},
  en: {title: english.saved_title, key: english.saved_key, keyWrong: english.saved_key_wrong, text: english.saved_text, check: english.proof_check,
    unreadable: english.proof_unreadable, holds: english.proof_holds, broken: english.proof_broken,
    hash: english.proof_hash, in_tree: english.proof_in_tree, in_tree_not: english.proof_in_tree_not, signed: english.proof_signed,
    signed_not: english.proof_signed_not, bundle: english.proof_bundle, bundle_not: english.proof_bundle_not},
};

const language = navigator.language.startsWith('en') ? 'en' : 'vi';
const words = kWords[language];
const say = (word: string, values: Values = {}) => format(word, values, language === 'vi' ? 'vi-VN' : 'en-GB');

function add<Name extends keyof HTMLElementTagNameMap>(parent: Element, name: Name, text = '', changes: Partial<HTMLElementTagNameMap[Name]> = {}): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), changes);
  if (text !== '') element.textContent = text;
  parent.append(element);
  return element;
}

function sentenceOf(step: Step): string {
  const found = (words as Readonly<Record<string, string>>)[step.holds ? step.id : `${step.id}_not`];
  return `${step.holds ? '✓' : '✗'} ${say(found ?? step.id, step.facts)}`;
}

function check(text: string, keyText: string, out: Element): void {
  out.replaceChildren();
  const [key, receipts] = [readKey(keyText), readReceipts(text)];
  if (!key || !receipts) {
    add(out, 'p', key ? words.unreadable : words.keyWrong, {className: 'bad'});
    return;
  }
  const steps = receipts.length === 1 ? checkReceipt(receipts[0]!, key) : checkBundle(receipts, key);
  const list = add(out, 'ul');
  for (const step of steps) add(list, 'li', sentenceOf(step), {className: step.holds ? '' : 'bad'});
  const holds = steps.every((each) => each.holds);
  add(add(out, 'p'), 'strong', holds ? words.holds : words.broken, {className: holds ? '' : 'bad'});
  for (const receipt of receipts) add(out, 'pre', new TextDecoder().decode(receipt.record));
}

const main = document.querySelector('main')!;
document.documentElement.lang = language;
add(main, 'h1', words.title);
add(main, 'label', words.key, {htmlFor: 'key'});
const key = add(main, 'textarea', '', {id: 'key', rows: 2, spellcheck: false});
add(main, 'label', words.text, {htmlFor: 'text'});
const file = add(main, 'input', '', {type: 'file', accept: '.txt,text/plain', ariaLabel: words.text});
const text = add(main, 'textarea', '', {id: 'text', rows: 8, spellcheck: false});
const button = add(main, 'button', words.check);
const out = add(main, 'section', '', {ariaLive: 'polite'});
file.onchange = () => void file.files?.[0]?.text().then((read) => { text.value = read; });
button.onclick = () => check(text.value, key.value, out);
