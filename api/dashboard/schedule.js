// The schedule: coverage khóm × quarter, then the year's dialogues.
import {get, query} from './api.js';
import {h, table} from './dom.js';
import {day, t} from './text.js';

function cell(found) {
  if (!found) return h('td', {class: 'not_due'}, '–');
  const count = found.status === 'not_due' && !found.held ? '–' : `${found.held}/${found.required}`;
  return h('td', {class: found.status},
    h('strong', {}, count), ' ', h('span', {class: `badge ${found.status}`}, t(`cell_${found.status}`)));
}

function grid(schedule) {
  const khoms = [...new Map(schedule.cells.map((one) => [one.khom, one])).values()];
  const rows = khoms.map((khom) => h('tr', {},
    h('th', {scope: 'row'}, khom.khom_name, khom.sample ? h('span', {class: 'soft'}, ` (${t('sample')})`) : null),
    [1, 2, 3, 4].map((quarter) => cell(schedule.cells.find(
      (one) => one.khom === khom.khom && one.quarter === quarter)))));
  return table(t('coverage', schedule), [t('khom'), ...[1, 2, 3, 4].map((n) => t('quarter', {n}))], rows);
}

function dialogueRow(one, names) {
  const place = one.venue.kind === 'household' ? t('household') : one.venue.place;
  return h('tr', {},
    h('th', {scope: 'row'}, day(one.date)),
    h('td', {}, one.start, one.outside_office_hours ? h('span', {class: 'soft'}, ` (${t('evening')})`) : null),
    h('td', {}, names.get(one.khom) ?? one.khom),
    h('td', {}, place),
    h('td', {}, t(`phase_${one.phase}`)),
    h('td', {}, String(one.residents ?? '–')),
    h('td', {}, String(one.opinions ?? '–')),
    h('td', {}, String(one.issues ?? '–')));
}

export async function showSchedule(main, parameters) {
  const year = parameters.get('year') || '2021';
  const schedule = await get(`schedule?${query({year})}`);
  const names = new Map(schedule.cells.map((one) => [one.khom, one.khom_name]));
  const chosen = h('input', {type: 'number', value: year, min: '2000', max: '2100', required: true});
  main.replaceChildren(
    h('h1', {}, t('schedule_of', {year})),
    h('form', {
      class: 'filters',
      onsubmit: (event) => {
        event.preventDefault();
        location.hash = `#/schedule?${query({year: chosen.value})}`;
      },
    }, h('label', {}, t('year'), chosen), h('button', {}, t('show'))),
    h('p', {}, schedule.plan?.symbol ? t('plan', schedule.plan) : t('no_plan')),
    grid(schedule),
    h('h2', {}, t('dialogues')),
    table(t('dialogues'),
      ['date', 'time', 'khom', 'place', 'phase', 'residents', 'opinions', 'issue_count'].map((key) => t(key)),
      schedule.dialogues.map((one) => dialogueRow(one, names))));
}
