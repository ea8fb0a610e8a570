// The two languages. No words for people stand anywhere else in the page's code.

let words = {};
let current = 'vi';

export async function load(language) {
  const answer = await fetch(`/assets/${language}.json`);
  words = await answer.json();
  current = language;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }
}

export const language = () => current;

/** The text of a key; `{name}` in it is replaced by values.name. A missing key shows itself. */
export function t(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

export const has = (key) => key in words;

/** `thứ Sáu, 12/03/2021`: a day with its weekday. */
export function day(text) {
  if (!text) return '–';
  const [year, month, date] = text.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat(current === 'vi' ? 'vi-VN' : 'en-GB',
    {weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC'})
    .format(new Date(Date.UTC(year, month - 1, date)));
}

/** A day, and the time of day where there is one. */
export function moment(text) {
  if (!text) return '–';
  const clock = /T(\d\d:\d\d)/.exec(text);
  return clock ? `${day(text)} ${clock[1]}` : day(text);
}
