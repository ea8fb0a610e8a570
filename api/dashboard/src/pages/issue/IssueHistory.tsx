import {Link} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {HistoryItem} from '../../api/shapes.ts';
import {usePart} from '../../app/address.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {Timeline} from '../../components/Timeline.tsx';
import {personOf} from '../../components/timeline.ts';
import {moment, wardTime} from '../../i18n/dates.ts';
import {t, wordFor, wordOf} from '../../i18n/text.ts';

const kForms = ['story', 'table', 'raw'] as const;

function Rows({items}: {readonly items: readonly HistoryItem[]}) {
  const names = useNames();
  const columns = useMemo((): readonly Column<HistoryItem>[] => [
    {id: 'what', head: t('history_what'), main: true, cell: (each) => wordOf(each.type) ?? each.type},
    {id: 'position', head: t('history_position'), numeric: true, cell: (each) => each.position},
    {id: 'happened', head: t('history_happened'), cell: (each) => <time dateTime={each.happened}>{moment(each.happened)}</time>},
    {id: 'recorded', head: t('history_recorded'), cell: (each) => <time dateTime={each.recorded}>{wardTime(each.recorded)}</time>},
    {id: 'who', head: t('history_who'), cell: (each) => personOf(each, names)},
    {id: 'stream', head: t('history_stream'), phone: 'no', cell: (each) => each.stream},
  ], [names]);
  return <DataTable label={t('history')} rows={items} keyOf={(each) => String(each.position)} columns={columns} />;
}

/** All that was done about one matter: as a story, as a table, as the records themselves. */
export function IssueHistory() {
  const id = usePart('id') ?? '';
  const [form, setForm] = useState<(typeof kForms)[number]>('story');
  const history = useRead('issues/{id}/history', {parts: {id}});
  const issue = useRead('issues/{id}', {parts: {id}});
  return (
    <>
      <p className="meta crumbs no-print">
        <Link to="/noi-dung">{t('place_issues')}</Link> › <Link to={`/noi-dung/${encodeURIComponent(id)}` as '/'}>{id}</Link>
      </p>
      <PageHead title={t('history_of', {what: issue.data?.subject ?? id})} />
      <div className="row no-print views" role="group" aria-label={t('history_form')}>
        {kForms.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={form === each} onClick={() => setForm(each)}>{wordFor('history_form', each)}</button>
        ))}
      </div>
      <ShownWhenRead of={history}>
        {(data) => (form === 'story' ? <section className="card"><Timeline items={data.items} /></section>
          : form === 'table' ? <Rows items={data.items} />
          : (
            <ol className="stack">
              {data.items.map((each) => <li key={each.position}><pre className="raw" tabIndex={0} aria-label={t('ledger_position', {position: each.position})}>{JSON.stringify(each, null, 2)}</pre></li>)}
            </ol>
          ))}
      </ShownWhenRead>
    </>
  );
}
