// The acts that the holder of a code can do: each is chosen, nothing is typed, so that no record holds what somebody wrote of
// somebody else.
import {act, newKey, type Act, type Holder, type PublicCase} from './api.ts';
import {el} from './el.ts';
import {newsPlace, say} from './trouble.ts';
import {t, wordFor, type Key} from './words.ts';

const kVerdicts = ['satisfied', 'partly', 'dissatisfied'] as const;
const kReopen = ['not_solved', 'came_back', 'not_as_promised', 'not_understood'] as const;
const kWithdraw = ['solved', 'not_needed', 'raised_elsewhere', 'by_mistake'] as const;

type Send = (which: Act, said: object, news: HTMLElement, buttons: readonly HTMLButtonElement[]) => void;

function sender(holder: Holder, onDone: () => Promise<void>): Send {
  const keys = new Map<string, string>();
  return (which, said, news, buttons) => {
    const what = which + JSON.stringify(said);
    const key = keys.get(what) ?? newKey();
    keys.set(what, key);
    for (const button of buttons) button.disabled = true;
    news.replaceChildren();
    act(holder, which, said, key).then(onDone).catch((error: unknown) => {
      for (const button of buttons) button.disabled = false;
      say(news, error);
    });
  };
}

function feedback(send: Send): HTMLElement {
  const news = newsPlace();
  const buttons = kVerdicts.map((verdict) => el('button', {type: 'button', class: verdict === 'satisfied' ? 'main' : '', click: () =>
    send('feedback', {verdict, solved: verdict === 'satisfied'}, news, buttons)}, t(`verdict_${verdict}` satisfies Key)));
  return el('div', {class: 'act', role: 'group', 'aria-labelledby': 'solved'}, el('h3', {id: 'solved'}, t('solved_question')), el('div', {class: 'buttons'}, ...buttons), news);
}

/** An act with a reason out of few, behind its name: it is not what most people come for. */
function withReason(name: 'reopen' | 'withdraw', reasons: readonly string[], onSend: (reason: string, news: HTMLElement, button: HTMLButtonElement) => void): HTMLElement {
  const news = newsPlace();
  const button = el('button', {class: 'main'}, t(`${name}_send`));
  const form = el('form', {submit: (event) => {
    event.preventDefault();
    const reason = new FormData(form).get('reason');
    if (typeof reason !== 'string') news.replaceChildren(el('p', {class: 'trouble'}, t('choose_reason')));
    else onSend(reason, news, button);
  }},
  el('p', {class: 'help'}, t(`${name}_help`)),
  el('fieldset', {}, el('legend', {}, t('reason')), ...reasons.map((reason) => el('label', {class: 'choice'},
    el('input', {type: 'radio', name: 'reason', value: reason}), wordFor(name, reason)))), news, button);
  return el('details', {class: 'act'}, el('summary', {}, t(name)), form);
}

export function actsOn(found: PublicCase, holder: Holder, onDone: () => Promise<void>): HTMLElement {
  const send = sender(holder, onDone);
  const {acts, verdict} = found;
  const parts = [
    verdict ? el('p', {}, wordFor('said', verdict)) : null,
    acts.feedback ? (verdict ? el('details', {class: 'act'}, el('summary', {}, t('say_again')), feedback(send)) : feedback(send)) : null,
    acts.reopen ? withReason('reopen', kReopen, (reason, news, button) => send('reopening', {reason}, news, [button])) : null,
    acts.withdraw ? withReason('withdraw', kWithdraw, (reason, news, button) => send('withdrawal', {reason}, news, [button])) : null,
    acts.feedback || acts.reopen || acts.withdraw ? null : el('p', {class: 'help'}, t('cannot_now')),
  ];
  return el('section', {class: 'acts'}, el('h2', {}, t('can_do')), ...parts);
}
