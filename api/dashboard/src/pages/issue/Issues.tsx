import {useMemo, useState} from 'react';
import {Button} from 'react-aria-components';
import {useNavigate} from '@tanstack/react-router';
import {useWholeList} from '../../api/hooks.ts';
import {actOf} from '../../api/acts.ts';
import {useNames, type Names} from '../../api/names.ts';
import type {IssueSummary} from '../../api/shapes.ts';
import {useAddress} from '../../app/address.ts';
import {useAsOf} from '../../app/as_of.ts';
import {useSignedIn} from '../../app/session.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Due} from '../../components/Due.tsx';
import {Empty} from '../../components/Empty.tsx';
import {Icon} from '../../components/Icon.tsx';
import {Overlay} from '../../components/Overlay.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {SavedViews} from '../../components/SavedViews.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {owedNext, shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {ActForm} from '../../forms/ActForm.tsx';
import {newKey} from '../../api/acts.ts';
import {day} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';
import {inOrder, isIn, kViews, matches, wordsOf, type Filter, type Sort, type View} from './filters.ts';

function columnsFor(names: Names): readonly Column<IssueSummary>[] {
  return [
    {id: 'subject', head: t('subject'), main: true, cell: (each) => (
      <>{each.subject || each.id}{each.pressing ? <span className="mark-pressing"> {t('pressing')}</span> : null}
        {each.reopenings > 0 ? <span className="meta"> ↻{each.reopenings}</span> : null}</>
    )},
    {id: 'khom', head: t('khom'), cell: (each) => names.khom(each.khom)},
    {id: 'phase', head: t('phase'), cell: (each) => <Tag shape={shapeOfPhase(each.phase)}>{wordOfPhase(each.phase)}</Tag>},
    {id: 'due', head: t('due'), cell: (each) => {
      const {due, first} = owedNext(each, each.effective_due);
      return <Due due={each.open ? due : each.effective_due} first={first} over={!each.open} pausedUntil={each.paused_until} />;
    }},
    {id: 'assignee', head: t('assignee'), cell: (each) => (each.assignee ? names.user(each.assignee, each.unit) : <span className="soft nothing">—</span>)},
    {id: 'received', head: t('received'), phone: 'no', cell: (each) => <time dateTime={each.received}>{day(each.received)}</time>},
  ];
}

function isView(text: string | undefined): text is View {
  return kViews.includes(text as View);
}

function Filters({issues, names, filter, sort, change}: {readonly issues: readonly IssueSummary[]; readonly names: Names;
                 readonly filter: Filter; readonly sort: Sort; readonly change: (changes: Record<string, string | undefined>) => void}) {
  const phases = [...new Set(issues.map((each) => each.phase))].sort();
  const fields = [...new Set(issues.map((each) => each.field as string))].filter(Boolean);
  const assignees = [...new Map(issues.flatMap((each) => (each.assignee ? [[each.assignee as string, each.unit] as const] : [])))];
  const khoms = [...new Set(issues.map((each) => each.khom as string))].sort();
  const select = (name: string, label: string, value: string, options: readonly (readonly [string, string])[]) => (
    <label className="filter">
      <span className="meta">{label}</span>
      <select className="input" name={name} value={value} onChange={(event) => change({[name]: event.target.value || undefined})}>
        <option value="">{t('all')}</option>
        {options.map(([each, word]) => <option key={each} value={each}>{word}</option>)}
      </select>
    </label>
  );
  return (
    <div className="filters no-print">
      <label className="filter filter-words">
        <span className="meta">{t('search')}</span>
        <input className="input" type="search" data-search value={filter.words} placeholder={t('search_issues')}
               onChange={(event) => change({q: event.target.value || undefined})} />
      </label>
      {select('khom', t('khom'), filter.khom, khoms.map((each) => [each, names.khom(each)]))}
      {select('linh-vuc', t('field'), filter.field, fields.map((each) => [each, names.field(each)]))}
      {select('trang-thai', t('phase'), filter.phase, phases.map((each) => [each, wordOfPhase(each)]))}
      {select('nguoi', t('assignee'), filter.assignee, assignees.map(([each, unit]) => [each, names.user(each, unit)]))}
      <label className="filter">
        <span className="meta">{t('sort')}</span>
        <select className="input" value={sort} onChange={(event) => change({xep: event.target.value === 'due' ? undefined : event.target.value})}>
          {(['due', 'received', 'khom'] as const).map((each) => <option key={each} value={each}>{wordFor('sort', each)}</option>)}
        </select>
      </label>
    </div>
  );
}

/** The words of a print about how its rows were chosen. */
function filtersInWords(filter: Filter, names: Names): string {
  return [wordFor('view', filter.view), filter.khom && `${t('khom')} ${names.khom(filter.khom)}`, filter.field && names.field(filter.field), filter.phase && wordOfPhase(filter.phase),
    filter.assignee && names.user(filter.assignee), filter.words && `“${filter.words}”`].filter(Boolean).join(' · ');
}

function List({issues}: {readonly issues: readonly IssueSummary[]}) {
  const names = useNames();
  const {session} = useSignedIn();
  const [search, change] = useAddress();
  const view = isView(search['xem']) ? search['xem'] : 'open';
  const sort = (search['xep'] ?? 'due') as Sort;
  const filter = useMemo((): Filter => ({view, words: search['q'] ?? '', khom: search['khom'] ?? '', field: search['linh-vuc'] ?? '',
    phase: search['trang-thai'] ?? '', assignee: search['nguoi'] ?? ''}), [view, search]);
  const ordered = useMemo(() => inOrder(sort, issues), [issues, sort]);
  const shown = useMemo(() => {
    const words = wordsOf(filter);
    return ordered.filter((each) => matches(filter, each, session.user, words));
  }, [ordered, filter, session.user]);
  const columns = useMemo(() => columnsFor(names), [names]);
  const inView = useMemo(() => new Map(kViews.map((each) => [each, issues.filter((one) => isIn(each, one, session.user)).length])), [issues, session.user]);
  const clear = () => change({q: undefined, khom: undefined, 'linh-vuc': undefined, 'trang-thai': undefined, nguoi: undefined});
  const hidden = (inView.get(view) ?? 0) - shown.length;
  return (
    <>
      <div className="row views no-print" role="group" aria-label={t('views')}>
        {kViews.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={view === each} onClick={() => change({xem: each === 'open' ? undefined : each})}>
            {wordFor('view', each)} <span className="number">{inView.get(each)}</span>
          </button>
        ))}
      </div>
      <SavedViews page="issues" />
      <Filters issues={issues} names={names} filter={filter} sort={sort} change={change} />
      <p className="print-only">{t('print_filter', {filters: filtersInWords(filter, names)})}</p>
      <p className="meta list-count" role="status">
        {t('issues_shown', {shown: shown.length, total: inView.get(view) ?? 0})}
        {hidden > 0 ? <> <Button className="button plain small no-print" onPress={clear}>{t('filter_clear')}</Button></> : null}
      </p>
      {shown.length > 0 ? (
        <DataTable label={t('place_issues')} rows={shown} keyOf={(each) => each.id} columns={columns}
                   addressOf={(each) => `/noi-dung/${encodeURIComponent(each.id)}`} />
      ) : hidden > 0 ? (
        <Empty kind="hidden"><p>{t('issues_hidden', {count: hidden})}</p><Button className="button" onPress={clear}>{t('filter_clear')}</Button></Empty>
      ) : view === 'all' ? (
        <Empty kind="none"><p>{t('issues_none')}</p></Empty>
      ) : (
        <Empty kind="done"><p>{wordFor('view_done', view)}</p></Empty>
      )}
    </>
  );
}

/** A matter that did not come up at a dialogue is entered here. */
function NewIssue() {
  const act = actOf('issue', 'record')!;
  const {roles} = useSignedIn();
  const navigate = useNavigate();
  const [id, setId] = useState<string | null>(null);
  if (useAsOf() || !roles.some((each) => act.roles.includes(each))) return null;
  return (
    <>
      <Button className="button main no-print" data-act="record" onPress={() => setId(`i-${newKey().slice(0, 12)}`)}>
        <Icon name="plus" size={18} />{t('act_issue_record')}
      </Button>
      <Overlay label={t('act_issue_record')} open={id !== null} onClose={() => setId(null)}>
        <div className="overlay-form">
          {id ? (
            <ActForm act={act} parts={{id}} version={null} context={{}} onCancel={() => setId(null)}
                     onDone={(done) => void navigate({to: '/noi-dung/$id', params: {id: done.id}} as never)} />
          ) : null}
        </div>
      </Overlay>
    </>
  );
}

export function Issues() {
  const issues = useWholeList('issues');
  return (
    <>
      <PageHead title={t('place_issues')}><NewIssue /></PageHead>
      <ShownWhenRead of={issues}>{(data) => <List issues={data.items} />}</ShownWhenRead>
    </>
  );
}
