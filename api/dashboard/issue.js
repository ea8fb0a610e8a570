// One issue: what it is, how its deadline was counted, and everything that was ever done about it.
import {get} from './api.js';
import {h} from './dom.js';
import {day, has, moment, t} from './text.js';

function pairs(entries) {
  return h('dl', {}, entries.filter(([, value]) => value).flatMap(([key, value]) => [
    h('dt', {}, t(key)), h('dd', {}, value)]));
}

function personal(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return h('span', {class: 'soft'}, t(value.erased ? 'erased' : 'sealed'));
}

function opinion(one) {
  if (!one) return null;
  return [
    h('h2', {}, t('words')),
    h('blockquote', {}, personal(one.words)),
    h('p', {class: 'soft'}, t('speaker'), ': ',
      one.anonymous ? t('anonymous') : personal(one.resident?.name)),
  ];
}

function step(one) {
  return h('li', {},
    h('p', {}, t('deadline_step', {
      what: t(`step_${one.kind}`),
      start: day(one.start),
      days: one.term.days,
      unit: t(one.term.unit),
      due: day(one.due),
    })),
    h('ul', {class: 'days'}, one.days.map((each) => h('li', {class: each.verdict, title: each.verdict},
      `${each.date.slice(8, 10)}/${each.date.slice(5, 7)}${each.verdict.startsWith('counted') ? ` ·${each.counted_so_far}` : ''}`))));
}

function deadline(found) {
  const clock = found.resolution;
  if (!clock?.steps?.length) return [h('h2', {}, t('deadline')), h('p', {class: 'soft'}, t('deadline_none'))];
  return [
    h('h2', {}, t('deadline')),
    h('ol', {}, clock.steps.map(step)),
    found.provisional ? h('p', {class: 'warn'}, t('provisional')) : null,
    found.basis?.text ? h('p', {class: 'soft'}, t('basis'), ': ', found.basis.text) : null,
  ];
}

/** What an event says, for people: the values that have a name in the reader's language. */
function details(data) {
  const isDate = (value) => /^\d{4}-\d\d-\d\d$/.test(value);
  return Object.entries(data ?? {})
    .filter(([name, value]) => value !== null && value !== '' && has(`data_${name}`))
    .map(([name, value]) => `${t(`data_${name}`)}: ${isDate(value) ? day(value) : value}`).join(' · ');
}

function entry(one) {
  const late = one.late_days > 0
    ? h('span', {class: 'badge warn'}, t('late_entry', {days: one.late_days})) : null;
  return h('li', {},
    h('strong', {}, t(one.type)), ' ', late,
    h('div', {}, h('time', {datetime: one.happened}, moment(one.happened)), ' · ',
      t('by', {user: one.user, role: t(`role_${one.role}`)})),
    h('div', {class: 'details'}, details(one.data)));
}

export async function showIssue(main, id, names) {
  const path = `issues/${encodeURIComponent(id)}`;
  const [issue, history, clock] = await Promise.all([get(path), get(`${path}/history`), get(`${path}/deadline`)]);
  main.replaceChildren(
    h('p', {}, h('a', {href: '#/issues?open=true'}, `← ${t('back')}`)),
    h('h1', {}, issue.subject || t('issue', {id})),
    pairs([
      ['phase', h('span', {}, t(`phase_${issue.phase}`), ' ',
        issue.overdue ? h('span', {class: 'badge bad'}, t('overdue')) : null)],
      ['khom', names.khoms.get(issue.khom) ?? issue.khom],
      ['field', names.fields.get(issue.field) ?? issue.field],
      ['type', issue.type && t(`type_${issue.type}`)],
      ['received', issue.received && day(issue.received)],
      ['first_reply', issue.first_reply_on && day(issue.first_reply_on)],
      ['original_due', issue.original_due && day(issue.original_due)],
      ['effective_due', issue.effective_due && day(issue.effective_due)],
      ['settled_on', issue.settled_on && day(issue.settled_on)],
      ['delivered_on', issue.delivered_on && day(issue.delivered_on)],
      ['assignee', issue.assignee],
      ['notice', issue.notice?.symbol],
      ['forward', issue.forward?.body],
    ]),
    ...(opinion(issue.opinion) ?? []).filter(Boolean),
    ...deadline(clock).filter(Boolean),
    h('h2', {}, t('history')),
    h('ol', {class: 'history', 'aria-label': t('history_caption')}, history.items.map(entry)));
}
