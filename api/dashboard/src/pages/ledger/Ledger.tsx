import {Link} from '@tanstack/react-router';
import {Fragment, useMemo, useState} from 'react';
import {Button} from 'react-aria-components';
import type {Reads} from '../../api/client.ts';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import {useAddress} from '../../app/address.ts';
import {Empty} from '../../components/Empty.tsx';
import {ExportButton} from '../../components/ExportButton.tsx';
import {Lanes} from '../../components/Lanes.tsx';
import {bondsOf, type LaneEvent} from '../../components/lanes.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {SavedViews} from '../../components/SavedViews.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {nameOfStream} from '../../components/streams.ts';
import {moment, wardTime} from '../../i18n/dates.ts';
import {t, wordFor, wordOf} from '../../i18n/text.ts';
import vietnamese from '../../i18n/vi.json';
import {addressOfStream} from '../register/RegisterPage.tsx';
import {HistoryFilters, useHistoryFilter, type HistoryFilter} from './HistoryFilters.tsx';

const kPage = 50;
const kForms = ['table', 'lanes'] as const;
const kKinds = /^(?:ward|calendar|policy|plan|dialogue|issue|report|register|resident|user|supervision)\.[a-z_]+$/;
const kTypes = Object.keys(vietnamese).filter((key) => kKinds.test(key));
const kRoles = ['chair', 'cchc_officer', 'officer', 'khom_head', 'clerk', 'supervisor', 'home_affairs', 'admin', 'case_holder', 'system'];

type ShownEvents = Extract<Reads['events'], {names: unknown}>;
type ShownEvent = ShownEvents['items'][number];

/** `role:clerk` or `user:lan`, as the filter's choice stands in the address. */
function asked(filter: HistoryFilter): Readonly<Record<string, string>> {
  const [kind, value] = filter.who.split(':');
  return {type: filter.type, khom: filter.khom, recorded_from: filter.from, recorded_to: filter.to,
    ...(kind && value ? {[kind]: value} : {})};
}

/** The record as it is hashed, asked for when somebody wants to see it. */
function Raw({position}: {readonly position: number}) {
  const events = useRead('events', {query: {...(position > 0 ? {after: position - 1} : {}), limit: 1}, now: true});
  const item = events.data?.items[0];
  const record = item && 'record' in item ? item.record : null;
  return <pre className="raw" tabIndex={0} aria-label={t('ledger_raw')}>{events.data ? JSON.stringify(record, null, 2) : t('loading')}</pre>;
}

function Row({event, events, who}: {readonly event: ShownEvent; readonly events: readonly ShownEvent[]; readonly who: string}) {
  const [opened, setOpened] = useState(false);
  const address = addressOfStream(event.stream);
  const {cause, effects} = bondsOf(event, events);
  return (
    <li className="ledger-row" id={`so-${event.position}`}>
      <span className="ledger-position number">{event.position}</span>
      <span className="ledger-what"><strong>{wordOf(event.type) ?? event.title}</strong> {address ? <Link to={address as '/'}>{nameOfStream(event.stream)}</Link> : <span className="soft">{nameOfStream(event.stream)}</span>}</span>
      <span>{who}</span>
      <span className="meta"><time dateTime={event.happened}>{moment(event.happened)}</time>{wardTime(event.recorded) !== moment(event.happened) ? ` · ${t('recorded', {at: wardTime(event.recorded)})}` : ''}</span>
      <span className="row">
        <Button className="button plain small" aria-expanded={opened} onPress={() => setOpened(!opened)}>{t('ledger_raw')}</Button>
        <Link to={`/xac-minh?so=${event.position}` as '/'}>{t('ledger_check')}</Link>
      </span>
      {cause || effects.length > 0 ? (
        <span className="ledger-bonds meta">
          {cause ? <>{t('lanes_cause')}: <a href={`#so-${cause.position}`}>{t('ledger_position', {position: cause.position})}</a> </> : null}
          {effects.length > 0 ? <>{t('lanes_effects')}: {effects.map((each) => <a key={each.position} href={`#so-${each.position}`}>{t('ledger_position', {position: each.position})} </a>)}</> : null}
        </span>
      ) : null}
      {opened ? <Raw position={event.position} /> : null}
    </li>
  );
}

function Body({data, form, isFiltered, onClear}: {readonly data: ShownEvents; readonly form: (typeof kForms)[number]; readonly isFiltered: boolean; readonly onClear: () => void}) {
  const who = (event: Pick<LaneEvent, 'user' | 'role'>) => {
    const name = (data.names.users as Readonly<Record<string, string>>)[event.user];
    const role = wordFor('role', event.role);
    return name && name !== role ? `${name} (${role})` : role;
  };
  if (data.items.length === 0) {
    return isFiltered ? <Empty kind="hidden"><p>{t('ledger_none_filtered')}</p><Button className="button" onPress={onClear}>{t('filter_clear')}</Button></Empty>
      : <Empty kind="none"><p>{t('ledger_none')}</p></Empty>;
  }
  if (form === 'lanes') return <Lanes events={data.items} nameOf={who} />;
  return (
    <ol className="ledger" aria-label={t('place_ledger')}>
      {data.items.map((each, at) => {
        const before = data.items[at - 1]?.position ?? each.position + 1;
        // Positions without a gap are what the ledger promises; one that is left out is named.
        const gap = !isFiltered && before - each.position > 1;
        return (
          <Fragment key={each.position}>
            {gap ? <li className="ledger-row"><span /><span className="meta">{t('ledger_hidden', {from: each.position + 1, to: before - 1})}</span></li> : null}
            <Row event={each} events={data.items} who={who(each)} />
          </Fragment>
        );
      })}
    </ol>
  );
}

/** The ledger record by record, the newest first: who did what, when, where it stands, and what brought it about. */
export function Ledger() {
  const names = useNames();
  const [search, change] = useAddress();
  const [filter, clear, isFiltered] = useHistoryFilter();
  const form = search['kieu'] === 'lanes' ? 'lanes' : 'table';
  const size = useRead('events', {query: {limit: 1}}).data?.position ?? 0;
  const before = search['den'];
  const events = useRead('events', {query: {form: 'shown', order: 'newest', limit: kPage, before, ...asked(filter)}});
  const shown = events.data as ShownEvents | undefined;
  const types = useMemo(() => kTypes.map((type) => [type, wordOf(type) ?? type] as const).sort(([, a], [, b]) => a.localeCompare(b, 'vi')), []);
  const people = useMemo(() => [...kRoles.map((role) => [`role:${role}`, wordFor('role', role)] as const),
    ...Object.entries((shown?.names.users ?? {}) as Readonly<Record<string, string>>).map(([user, name]) => [`user:${user}`, name] as const)], [shown]);
  const khoms = (names.settings?.khoms ?? []).map((each) => [each.id as string, each.name] as const);
  return (
    <>
      <PageHead title={t('place_ledger')}><span className="soft">{t('ledger_size', {size})}</span></PageHead>
      <div className="row no-print views" role="group" aria-label={t('history_form')}>
        {kForms.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={form === each} onClick={() => change({kieu: each === 'table' ? undefined : each})}>{wordFor('history_form', each)}</button>
        ))}
      </div>
      <HistoryFilters types={types} people={people} khoms={khoms} today={names.today} />
      <p className="row no-print">
        <Button className="button small" isDisabled={before === undefined} onPress={() => change({den: undefined})}>‹ {t('ledger_newest')}</Button>
        <Button className="button small" isDisabled={!shown || shown.next === null} onPress={() => change({den: String(shown?.next ?? 0)})}>{t('ledger_older')} ›</Button>
        <label className="row"><span className="meta">{t('ledger_go')}</span>
          <input className="input short" data-search inputMode="numeric" onKeyDown={(event) => {
            const at = Number(event.currentTarget.value);
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && Number.isInteger(at)) change({den: String(Math.min(size, Math.max(1, at + 1)))});
          }} /></label>
        {shown ? <ExportButton positions={shown.items.map((each) => each.position)} name={`so-cai-${size}.txt`} title={`${t('place_ledger')} · ${location.pathname}${decodeURI(location.search)}`} /> : null}
      </p>
      <SavedViews page="events" />
      <ShownWhenRead of={events}>{(data) => <Body data={data as ShownEvents} form={form} isFiltered={isFiltered} onClear={clear} />}</ShownWhenRead>
    </>
  );
}
