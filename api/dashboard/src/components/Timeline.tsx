import {useMemo, useState} from 'react';
import {useNames, type Names} from '../api/names.ts';
import type {HistoryItem} from '../api/shapes.ts';
import {day, isDay, moment, wardTime} from '../i18n/dates.ts';
import {t, wordOf} from '../i18n/text.ts';
import {bondsOf} from './lanes.ts';
import {isMilestone, personOf} from './timeline.ts';

/** A value of an act's data for people; nothing for what is sealed or means nothing to them. */
function shownValue(name: string, value: unknown, names: Names): string | null {
  if (typeof value === 'boolean') return value ? t('yes') : null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  if (isDay(value)) return day(value);
  if (name === 'assignee') return names.user(value);
  if (name === 'khom') return names.khom(value);
  if (name === 'field') return wordOf(`value_field_${value}`) ?? names.field(value);
  if (name === 'answered_by' || name === 'signer' || name === 'owner') return names.official(value);
  return wordOf(`value_${name}_${value}`) ?? value;
}

function details(item: HistoryItem, names: Names): readonly (readonly [string, string])[] {
  return Object.entries(item.data as Record<string, unknown>).flatMap(([name, value]) => {
    const label = wordOf(`data_${name}`);
    const shown = label === undefined ? null : shownValue(name, value, names);
    return label === undefined || shown === null ? [] : [[label, shown] as const];
  });
}

function Entry({item, items, names}: {readonly item: HistoryItem; readonly items: readonly HistoryItem[]; readonly names: Names}) {
  const {cause, effects} = bondsOf(item, items);
  const bySystem = item.role === 'system';
  return (
    <li className={bySystem ? 'event event-system' : 'event'} id={`so-${item.position}`}>
      <div className="event-when">
        <time dateTime={item.happened}>{moment(item.happened)}</time>
        {item.late_days > 0 ? <span className="late-entry">{t('late_entry', {days: item.late_days})}</span> : null}
      </div>
      <div className="event-what">
        <p><strong>{wordOf(item.type) ?? item.type}</strong> <span className="soft">{t('event_by', {who: personOf(item, names)})}</span></p>
        {details(item, names).map(([label, value]) => (
          <p key={label} className="event-detail"><span className="soft">{label.charAt(0).toUpperCase() + label.slice(1)}:</span> {value}</p>
        ))}
        {cause || effects.length > 0 ? (
          <p className="event-bonds meta">
            {cause ? <>{t('lanes_cause')}: <a href={`#so-${cause.position}`}>{t('ledger_position', {position: cause.position})} {wordOf(cause.type) ?? cause.type}</a> </> : null}
            {effects.length > 0 ? <>{t('lanes_effects')}: {effects.map((each) => <a key={each.position} href={`#so-${each.position}`}>{t('ledger_position', {position: each.position})} {wordOf(each.type) ?? each.type} </a>)}</> : null}
          </p>
        ) : null}
      </div>
      <a className="event-position meta" href={`#so-${item.position}`}
         title={t('recorded', {at: wardTime(item.recorded)})}>{t('ledger_position', {position: item.position})}</a>
    </li>
  );
}

/** What was done, in the order in which it was recorded: the milestones, or all of it. */
export function Timeline({items}: {readonly items: readonly HistoryItem[]}) {
  const names = useNames();
  const [all, setAll] = useState(false);
  const milestones = useMemo(() => items.filter(isMilestone), [items]);
  const shown = all ? items : milestones;
  return (
    <>
      <div className="row no-print" role="group" aria-label={t('timeline_level')}>
        <button type="button" className="chip" aria-pressed={!all} onClick={() => setAll(false)}>
          {t('timeline_milestones')} <span className="number">{milestones.length}</span>
        </button>
        <button type="button" className="chip" aria-pressed={all} onClick={() => setAll(true)}>
          {t('timeline_all')} <span className="number">{items.length}</span>
        </button>
      </div>
      <ol className="timeline" aria-label={t('history_caption')}>
        {shown.map((item) => <Entry key={item.position} item={item} items={items} names={names} />)}
      </ol>
    </>
  );
}
