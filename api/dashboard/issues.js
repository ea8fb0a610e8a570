// The list of issues with its filters; what is chosen stands in the address, so it can be shared.
import {get, query} from './api.js';
import {h, table} from './dom.js';
import {day, t} from './text.js';

const HEADS = ['subject', 'khom', 'field', 'received', 'due', 'phase', 'assignee'];

function row(one, names) {
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: `#/issues/${encodeURIComponent(one.id)}`}, one.subject || one.id)),
    h('td', {}, names.khoms.get(one.khom) ?? one.khom ?? ''),
    h('td', {}, names.fields.get(one.field) ?? one.field ?? ''),
    h('td', {}, day(one.received)),
    h('td', {}, day(one.effective_due), ' ', one.overdue ? h('span', {class: 'badge bad'}, t('overdue')) : null),
    h('td', {}, t(`phase_${one.phase}`)),
    h('td', {}, one.assignee ?? '–'));
}

function choice(name, chosen, pairs) {
  return h('label', {}, t(name),
    h('select', {name}, h('option', {value: ''}, t('all')),
      pairs.map(([value, text]) => h('option', {value, selected: value === chosen}, text))));
}

/** The local date and time of the field as an instant with Vietnam's offset. */
const instant = (local) => (local ? `${local}:00+07:00` : '');

function filters(parameters, names) {
  const box = (name) => h('label', {class: 'inline'},
    h('input', {type: 'checkbox', name, checked: parameters.get(name) === 'true'}), t(`filter_${name}`));
  return h('form', {
    class: 'filters',
    onsubmit: (event) => {
      event.preventDefault();
      const form = new FormData(event.target);
      location.hash = `#/issues?${query({
        open: form.has('open') ? 'true' : '',
        overdue: form.has('overdue') ? 'true' : '',
        khom: form.get('khom'),
        field: form.get('field'),
        as_of: instant(form.get('as_of')),
      })}`;
    },
  },
  choice('khom', parameters.get('khom'), [...names.khoms]),
  choice('field', parameters.get('field'), [...names.fields]),
  h('label', {}, t('as_of'),
    h('input', {type: 'datetime-local', name: 'as_of', value: (parameters.get('as_of') ?? '').slice(0, 16)})),
  box('open'), box('overdue'), h('button', {}, t('show')));
}

export async function showIssues(main, parameters, names) {
  const asked = Object.fromEntries(parameters);
  const body = h('tbody');
  const count = h('p', {'aria-live': 'polite'});
  const more = h('button', {type: 'button', class: 'plain'}, t('more'));
  let shown = 0;

  async function page(cursor) {
    const list = await get(`issues?${query({...asked, limit: 50, cursor})}`);
    body.append(...list.items.map((one) => row(one, names)));
    shown += list.items.length;
    count.textContent = list.total === 0 ? t('nothing')
      : shown < list.total ? t('issues_count_shown', {shown, total: list.total})
        : t('issues_count', {total: list.total});
    more.hidden = !list.next;
    more.onclick = () => page(list.next);
  }

  await page();
  const list = table(t('issues'), HEADS.map((key) => t(key)), []);
  list.querySelector('tbody').replaceWith(body);
  main.replaceChildren(h('h1', {}, asked.open === 'true' ? t('issues_open') : t('issues')),
    filters(parameters, names), count, list, more);
}
