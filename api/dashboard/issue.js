// One issue: what it is, how its deadline was counted, and everything that was ever done about it.
import {get, query} from './api.js';
import {h} from './dom.js';
import {day, has, moment, t} from './text.js';

function pairs(entries) {
  return h('dl', {}, entries.filter(([, value]) => value).flatMap(([key, value]) => [
    h('dt', {}, t(key)), h('dd', {}, value)]));
}

/** Some of it is sealed, and this reader may open it by saying what for. */
function mayOpen(one) {
  const parts = [one?.words, one?.resident?.name, one?.resident?.phone, one?.resident?.address];
  return parts.some((part) => part?.purpose_required);
}

function personal(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  const why = ['erased', 'purpose_required', 'unreadable'].find((each) => value[each]) ?? 'sealed';
  return h('span', {class: 'soft'}, t(why));
}

function speaker(one) {
  const erasure = one.resident?.erasure;
  if (erasure) {
    return t('erasure', {ground: t(`erasure_${erasure.ground}`), decision: erasure.decision,
      day: day(erasure.decided_on)});
  }
  return one.anonymous ? t('anonymous') : personal(one.resident?.name);
}

/** Asks what the sealed words are read for; the ledger keeps the answer with the reader's name. */
function opening(path, block) {
  const purpose = h('input', {name: 'purpose', required: true, maxlength: 200});
  return h('form', {
    class: 'filters',
    onsubmit: async (event) => {
      event.preventDefault();
      const found = await get(`${path}?${query({purpose: purpose.value})}`);
      block.replaceChildren(...opinion(found.opinion, path, block));
    },
  }, h('label', {}, t('purpose'), purpose), h('button', {}, t('open_sealed')));
}

function opinion(one, path, block) {
  if (!one) return [];
  return [
    h('h2', {}, t('words')),
    h('blockquote', {}, personal(one.words)),
    h('p', {class: 'soft'}, t('speaker'), ': ', speaker(one)),
    ...(mayOpen(one) ? [opening(path, block)] : []),
  ];
}

function opinionBlock(one, path) {
  const block = h('section', {class: 'opinion'});
  block.replaceChildren(...opinion(one, path, block));
  return block;
}

const counts = (verdict) => verdict.startsWith('counted') || verdict === 'extended';

/** The running clock, day by day. */
function running(clock) {
  return [
    h('p', {}, t('deadline_clock', {
      start: day(clock.start),
      days: clock.term.days,
      unit: t(clock.term.unit),
      due: day(clock.due),
    }), clock.agreed_due ? ` ${t('agreed', {due: day(clock.agreed_due)})}` : ''),
    h('ul', {class: 'days'}, clock.days.map((each) => h('li', {class: each.verdict, title: t(`verdict_${each.verdict}`)},
      `${each.date.slice(8, 10)}/${each.date.slice(5, 7)}${counts(each.verdict) ? ` ·${each.counted_so_far}` : ''}`))),
  ];
}

/** One move of the date, and what moved it. */
function step(one) {
  return h('li', {}, t(one.previous_due ? 'deadline_move' : 'deadline_set', {
    what: t(`step_${one.kind}`),
    on: day(one.on),
    old: one.previous_due && day(one.previous_due),
    due: day(one.due),
  }), one.reason ? ` – ${one.reason}` : '');
}

/** Before the issue is classified only the first reply is owed. */
function firstReply(found) {
  const first = found.first_reply;
  if (!first || first.replied_on) return [h('p', {class: 'soft'}, t('deadline_none'))];
  return [
    h('p', {}, t('first_reply_owed', {due: day(first.due)})),
    ...running(first),
    found.basis?.text ? h('p', {class: 'soft'}, t('basis'), ': ', found.basis.text) : null,
  ];
}

function deadline(found) {
  const clock = found.resolution;
  if (!clock?.clock) return [h('h2', {}, t('deadline')), ...firstReply(found)];
  return [
    h('h2', {}, t('deadline')),
    ...running(clock.clock),
    h('ol', {}, clock.steps.map(step)),
    found.provisional ? h('p', {class: 'warn'}, t('provisional')) : null,
    found.basis?.text ? h('p', {class: 'soft'}, t('basis'), ': ', found.basis.text) : null,
  ];
}

/** What an event says, for people: the values that have a name in the reader's language. */
/** A value of a closed list in the reader's words; any other as it is. */
function worded(name, value) {
  return has(`value_${name}_${value}`) ? t(`value_${name}_${value}`) : value;
}

function details(data) {
  const isDate = (value) => /^\d{4}-\d\d-\d\d$/.test(value);
  return Object.entries(data ?? {})
    .filter(([name, value]) => value !== null && value !== '' && has(`data_${name}`))
    .map(([name, value]) => `${t(`data_${name}`)}: ${isDate(value) ? day(value) : worded(name, value)}`)
    .join(' · ');
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
      ['paused_until', issue.paused_until && day(issue.paused_until)],
      ['original_due', issue.original_due && day(issue.original_due)],
      ['effective_due', issue.effective_due && day(issue.effective_due)],
      ['settled_on', issue.settled_on && day(issue.settled_on)],
      ['delivered_on', issue.delivered_on && day(issue.delivered_on)],
      ['assignee', issue.assignee],
      ['notice', issue.notice?.symbol],
      ['forward', issue.forward?.body],
    ]),
    opinionBlock(issue.opinion, path),
    ...deadline(clock).filter(Boolean),
    h('h2', {}, t('history')),
    h('ol', {class: 'history', 'aria-label': t('history_caption')}, history.items.map(entry)));
}
