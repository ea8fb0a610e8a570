import {Link} from '@tanstack/react-router';
import {useMemo} from 'react';
import {Button} from 'react-aria-components';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {HistoryItem} from '../../api/shapes.ts';
import {useAddress, usePart} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Empty} from '../../components/Empty.tsx';
import {ExportButton} from '../../components/ExportButton.tsx';
import {Lanes} from '../../components/Lanes.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {nameOfStream} from '../../components/streams.ts';
import {Timeline} from '../../components/Timeline.tsx';
import {personOf} from '../../components/timeline.ts';
import {moment, wardTime} from '../../i18n/dates.ts';
import {t, wordFor, wordOf} from '../../i18n/text.ts';
import {HistoryFilters, useHistoryFilter, type HistoryFilter} from '../ledger/HistoryFilters.tsx';

const kForms = ['story', 'lanes', 'table', 'raw'] as const;
/** A reader who may not read the ledger cannot take records out of it. */
const kNoLedger = new Set(['khom_head', 'home_affairs']);

function Rows({items}: {readonly items: readonly HistoryItem[]}) {
  const names = useNames();
  const columns = useMemo((): readonly Column<HistoryItem>[] => [
    {id: 'what', head: t('history_what'), main: true, cell: (each) => wordOf(each.type) ?? each.type},
    {id: 'position', head: t('history_position'), numeric: true, cell: (each) => each.position},
    {id: 'happened', head: t('history_happened'), cell: (each) => <time dateTime={each.happened}>{moment(each.happened)}</time>},
    {id: 'recorded', head: t('history_recorded'), cell: (each) => <time dateTime={each.recorded}>{wardTime(each.recorded)}</time>},
    {id: 'who', head: t('history_who'), cell: (each) => personOf(each, names)},
    {id: 'stream', head: t('history_stream'), phone: 'no', cell: (each) => nameOfStream(each.stream)},
  ], [names]);
  return <DataTable label={t('history')} rows={items} keyOf={(each) => String(each.position)} columns={columns} />;
}

function isWithin(item: HistoryItem, filter: HistoryFilter): boolean {
  const on = item.happened.slice(0, 10);
  return (filter.type === '' || item.type === filter.type) && (filter.who === '' || `${item.role}:${item.user}` === filter.who)
    && (filter.from === '' || on >= filter.from) && (filter.to === '' || on <= filter.to);
}

/** Each once, in the order in which it came. */
function choicesOf(items: readonly HistoryItem[], of: (item: HistoryItem) => readonly [string, string]): readonly (readonly [string, string])[] {
  return [...new Map(items.map(of))];
}

function Body({id, items}: {readonly id: string; readonly items: readonly HistoryItem[]}) {
  const names = useNames();
  const {roles} = useSignedIn();
  const [search, change] = useAddress();
  const [filter, clear, isFiltered] = useHistoryFilter();
  const form = kForms.find((each) => each === search['kieu']) ?? 'story';
  const shown = items.filter((each) => isWithin(each, filter));
  return (
    <>
      <div className="row no-print views" role="group" aria-label={t('history_form')}>
        {kForms.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={form === each} onClick={() => change({kieu: each === 'story' ? undefined : each})}>{wordFor('history_form', each)}</button>
        ))}
        {roles.some((each) => !kNoLedger.has(each)) ? (
          <ExportButton positions={shown.map((each) => each.position)} name={`${id}.txt`} title={`${t('history')} ${id} · ${location.pathname}${decodeURI(location.search)}`} />
        ) : null}
      </div>
      <HistoryFilters types={choicesOf(items, (each) => [each.type, wordOf(each.type) ?? each.type])} today={names.today}
                      people={choicesOf(items, (each) => [`${each.role}:${each.user}`, personOf(each, names)])} />
      {isFiltered ? <p className="meta" role="status">{t('history_hidden', {shown: shown.length, all: items.length})}</p> : null}
      {shown.length === 0 ? <Empty kind="hidden"><p>{t('ledger_none_filtered')}</p><Button className="button" onPress={clear}>{t('filter_clear')}</Button></Empty>
        : form === 'story' ? <section className="card"><Timeline items={shown} /></section>
        : form === 'lanes' ? <Lanes events={shown} />
        : form === 'table' ? <Rows items={shown} />
        : (
          <ol className="stack">
            {shown.map((each) => <li key={each.position}><pre className="raw" tabIndex={0} aria-label={t('ledger_position', {position: each.position})}>{JSON.stringify(each, null, 2)}</pre></li>)}
          </ol>
        )}
    </>
  );
}

/** All that was done about one matter: as a story, in lanes, as a table, as the records themselves. */
export function IssueHistory() {
  const id = usePart('id') ?? '';
  const history = useRead('issues/{id}/history', {parts: {id}});
  const issue = useRead('issues/{id}', {parts: {id}});
  return (
    <>
      <p className="meta crumbs no-print">
        <Link to="/noi-dung">{t('place_issues')}</Link> › <Link to={`/noi-dung/${encodeURIComponent(id)}` as '/'}>{issue.data?.subject || id}</Link> › {t('history')}
      </p>
      <PageHead title={t('history_of', {what: issue.data?.subject ?? id})} />
      <ShownWhenRead of={history}>{(data) => <Body id={id} items={data.items} />}</ShownWhenRead>
    </>
  );
}
