import {useMemo} from 'react';
import {useWholeList} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {CommitmentRow} from '../../api/shapes.ts';
import {useAddress} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Due} from '../../components/Due.tsx';
import {Empty} from '../../components/Empty.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import type {Shape} from '../../components/shapes.tsx';
import {Tag} from '../../components/Tag.tsx';
import {day} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';

function stateOf(row: CommitmentRow): {readonly shape: Shape; readonly word: string} {
  if (row.status === 'disputed') return {shape: 'disputed', word: wordFor('promise', 'disputed')};
  if (row.status === 'verified') return {shape: 'delivered', word: wordFor('promise', 'verified')};
  if (row.missed || row.overdue) return {shape: 'late', word: wordFor('promise', 'missed')};
  return row.status === 'evidence_filed' ? {shape: 'done', word: wordFor('promise', 'evidence_filed')} : {shape: 'work', word: wordFor('promise', 'made')};
}

const kViews = ['all', 'open', 'late', 'mine'] as const;

/** What was promised to people, by whom and by when, missed ones first; nothing leaves the list. */
export function Promises() {
  const names = useNames();
  const {session} = useSignedIn();
  const [search, change] = useAddress();
  const view = kViews.find((each) => each === search['xem']) ?? 'all';
  const promises = useWholeList('commitments');
  const columns = useMemo((): readonly Column<CommitmentRow>[] => [
    {id: 'what', head: t('promise_what'), main: true, cell: (each) => each.what},
    {id: 'state', head: t('phase'), cell: (each) => <Tag shape={stateOf(each).shape}>{stateOf(each).word}</Tag>},
    {id: 'due', head: t('due'), cell: (each) => <Due due={each.due} over={each.status === 'verified'} />},
    {id: 'first', head: t('promise_first'), phone: 'no', cell: (each) => <>{day(each.first_due)}{each.revisions > 0 ? <span className="meta"> {t('promise_moved', {times: each.revisions})}</span> : null}</>},
    {id: 'owner', head: t('promise_owner'), cell: (each) => names.official(each.owner)},
    {id: 'khom', head: t('khom'), cell: (each) => names.khom(each.khom)},
    {id: 'made', head: t('promise_made_on'), phone: 'no', cell: (each) => day(each.made_on)},
  ], [names]);
  const isIn = (each: CommitmentRow, which: (typeof kViews)[number]) => which === 'all'
    || (which === 'open' ? each.status === 'made' || each.status === 'evidence_filed' : which === 'late' ? each.missed || each.overdue : each.owner === session.official);
  return (
    <>
      <PageHead title={t('place_promises')} />
      <ShownWhenRead of={promises}>
        {(data) => {
          const khoms = [...new Set(data.items.map((each) => each.khom))];
          const rows = data.items.filter((each) => isIn(each, view) && (!search['khom'] || each.khom === search['khom'])).sort((a, b) => Number(b.missed || b.overdue) - Number(a.missed || a.overdue) || (a.due < b.due ? -1 : 1));
          return (
            <>
              <div className="row views no-print" role="group" aria-label={t('views')}>
                {kViews.map((each) => (
                  <button key={each} type="button" className="chip" aria-pressed={view === each} onClick={() => change({xem: each === 'all' ? undefined : each})}>
                    {wordFor('promise_view', each)} <span className="number">{data.items.filter((one) => isIn(one, each)).length}</span></button>
                ))}
              </div>
              {khoms.length > 1 ? (
                <div className="row views no-print" role="group" aria-label={t('promises_of_khom')}>
                  {['', ...khoms].map((each) => <button key={each} type="button" className="chip" aria-pressed={(search['khom'] ?? '') === each} onClick={() => change({khom: each === '' ? undefined : each})}>{each === '' ? t('promises_all_khoms') : names.khom(each)}</button>)}
                </div>
              ) : null}
              {rows.length === 0 ? <Empty kind={data.items.length === 0 ? 'none' : 'done'}><p>{data.items.length === 0 ? t('promises_none') : t('promises_none_here')}</p></Empty>
                : <DataTable label={t('place_promises')} rows={rows} keyOf={(each) => `${each.issue} ${each.id}`} columns={columns} addressOf={(each) => `/noi-dung/${encodeURIComponent(each.issue)}`} />}
            </>
          );
        }}
      </ShownWhenRead>
    </>
  );
}
