import {Link} from '@tanstack/react-router';
import {useMemo} from 'react';
import {useRead, useWholeList} from '../../api/hooks.ts';
import {useNames, type Names} from '../../api/names.ts';
import type {IssueSummary, WorkItem, WorkList} from '../../api/shapes.ts';
import {useSignedIn} from '../../app/session.ts';
import {kWaiting} from '../../app/rail.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Due} from '../../components/Due.tsx';
import {Empty} from '../../components/Empty.tsx';
import {nameOfPeriod} from '../../components/periods.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {owedNext, shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {addDays, day, fullDay} from '../../i18n/dates.ts';
import {t, wordFor, wordOf, type Key} from '../../i18n/text.ts';
import {addressOf, type Waiting} from './lists.ts';

function isIssue(entry: Waiting): entry is WorkItem {
  return entry.kind === 'issue';
}

function wordOfListAct(list: WorkList, entry: Waiting): string {
  const subject = entry.kind === 'promise' ? 'issue' : entry.kind === 'khom' ? 'dialogue' : entry.kind === 'recommendation' ? 'supervision' : entry.kind;
  const act = entry.kind === 'khom' ? 'schedule' : list.act;
  return act ? wordOf(`act_${subject}_${act}`) ?? t('open') : t('open');
}

/** What an entry is called: a khóm without a date and a report are told by their own words. */
function nameOf(entry: Waiting, names: Names): string {
  if (isIssue(entry)) return entry.subject || entry.id;
  switch (entry.kind) {
    case 'khom':
      return t('khom_without_date', {khom: names.khom(entry.khom ?? entry.id)});
    case 'report': {
      const [family = '', period = ''] = entry.id.split('/');
      return t('report_of', {family: wordFor('family', family), period: nameOfPeriod(period)});
    }
    case 'plan':
      return t('plan_of', {year: entry.id});
    default:
      return entry.subject || entry.id;
  }
}

/** A phase's word belongs to what is in it: a plan that is drafted is no issue. */
function phaseOf(entry: Waiting): string {
  switch (entry.kind) {
    case 'promise':
    case 'report':
    case 'plan':
      return wordFor(entry.kind, entry.phase);
    default:
      return wordOfPhase(entry.phase, entry.kind === 'dialogue' ? 'dialogue' : 'issue');
  }
}

function columnsFor(list: WorkList, names: Names): readonly Column<Waiting>[] {
  return [
    {id: 'what', head: t('subject'), main: true, cell: (each) => nameOf(each, names)},
    {id: 'khom', head: t('khom'), cell: (each) => (each.khom && each.kind !== 'khom' ? names.khom(each.khom) : '')},
    {id: 'phase', head: t('phase'), phone: 'no', cell: (each) => (each.kind === 'khom' || each.phase === '' ? ''
      : <Tag shape={shapeOfPhase(each.phase)}>{phaseOf(each)}</Tag>)},
    {id: 'due', head: t('due'), cell: (each) => {
      const {due, first} = isIssue(each) ? owedNext(each, each.due) : {due: each.due, first: false};
      return due === null ? '' : <Due due={due} first={first} pausedUntil={isIssue(each) ? each.paused_until : null} />;
    }},
    {id: 'since', head: t('since'), phone: 'no', cell: (each) => (each.since ? <time dateTime={each.since}>{day(each.since)}</time> : '')},
    {id: 'act', head: '', cell: (each) => (
      <Link className="button small" to={addressOf(each, list.act) as '/'} tabIndex={-1}>{wordOfListAct(list, each)}</Link>
    )},
  ];
}

function List({list}: {readonly list: WorkList}) {
  const names = useNames();
  const columns = useMemo(() => columnsFor(list, names), [list, names]);
  const items = list.items ?? [];
  return (
    <section aria-labelledby={`list-${list.list}`} className="work-list">
      <h2 id={`list-${list.list}`}>{wordFor('list', list.list)} <span className="count-of">{list.count}</span>
        {list.late > 0 ? <Tag shape="late">{t('list_late', {count: list.late})}</Tag> : null}</h2>
      <DataTable label={wordFor('list', list.list)} rows={items} keyOf={(each) => `${each.kind} ${each.id}`} columns={columns}
                 addressOf={(each) => addressOf(each, list.act)} />
      {items.length < list.count ? <p className="meta">{t('list_more', {shown: items.length, count: list.count})}</p> : null}
    </section>
  );
}

/** Sentences for the people of a matter that takes its time. */
function toTell(issue: IssueSummary): string {
  if (issue.overdue) return t('khom_tell_late');
  if (issue.paused_until) return t('khom_tell_paused', {until: day(issue.paused_until)});
  if (issue.phase === 'forwarded' || issue.phase === 'forward_acknowledged') return t('khom_tell_away');
  if (issue.original_due && issue.effective_due && issue.original_due !== issue.effective_due) {
    return t('khom_tell_extended', {first: day(issue.original_due), due: day(issue.effective_due)});
  }
  return t('khom_tell_in_time');
}

/** Of the next meeting: how many were asked to come, and how many said that they will. */
function Coming({id}: {readonly id: string}) {
  const dialogue = useRead('dialogues/{id}', {parts: {id}});
  const invitations = dialogue.data?.invitations ?? [];
  if (invitations.length === 0) return null;
  const coming = invitations.filter((each) => (each.answer as {coming?: boolean} | null)?.coming === true).length;
  return <span className="meta"> · {t('khom_coming', {invited: invitations.length, coming})}</span>;
}

/** What a khóm head is asked in the street: when is the next meeting, and what became of our matters. */
function OfTheKhom() {
  const names = useNames();
  const {today} = names;
  const dialogues = useRead('dialogues', {query: {from: today, to: today ? addDays(today, 180) : null}, enabled: today !== null});
  const issues = useWholeList('issues', {open: true});
  const next = dialogues.data?.items.filter((each) => ['scheduled', 'announced', 'opened'].includes(each.phase));
  return (
    <>
      <section className="card">
        <h2>{t('khom_next')}</h2>
        <ShownWhenRead of={dialogues}>
          {() => (!next || next.length === 0 ? <p className="soft">{t('khom_no_next')}</p> : (
            <ul className="lines">{next.map((each) => (
              <li key={each.id}><Link to={`/doi-thoai/${encodeURIComponent(each.id)}` as '/'}>{fullDay(each.date)} {each.start}</Link>
                <span className="meta"> {names.khom(each.khom)}{each.venue.place ? ` · ${each.venue.place}` : ''}</span><Coming id={each.id} /></li>
            ))}</ul>
          ))}
        </ShownWhenRead>
      </section>
      <section className="card">
        <header className="row card-head"><h2>{t('khom_issues')}</h2><Link className="no-print" to={'/noi-dung?xem=all' as '/'}>{t('khom_all_issues')}</Link></header>
        <ShownWhenRead of={issues}>
          {(data) => (data.items.length === 0 ? <p className="soft">{t('view_done_open')}</p> : (
            <ul className="lines">{data.items.map((each) => {
              const {due, first} = owedNext(each, each.effective_due);
              return (
                <li key={each.id}><Link to={`/noi-dung/${encodeURIComponent(each.id)}` as '/'}>{each.subject || each.id}</Link>
                  <div className="row"><Tag shape={shapeOfPhase(each.phase)}>{wordOfPhase(each.phase)}</Tag><Due due={due} first={first} pausedUntil={each.paused_until} /></div>
                  <p className="meta">{t('khom_tell')}: {toTell(each)}</p></li>
              );
            })}</ul>
          ))}
        </ShownWhenRead>
      </section>
    </>
  );
}

/** What waits for the reader, in the order in which it is worked off; counts also where nothing waits. */
export function Work() {
  const {role} = useSignedIn();
  const work = useRead('work');
  const {today} = useNames();
  const title = t((role === 'officer' ? 'place_my_work' : role === 'khom_head' ? 'place_my_khom' : 'place_today') as Key);
  return (
    <>
      <PageHead title={title}>{today ? <span className="soft">{fullDay(today)}</span> : null}</PageHead>
      <ShownWhenRead of={work}>
        {(data) => {
          const waiting = data.lists.filter((each) => kWaiting.includes(each.list));
          const telling = data.lists.filter((each) => !kWaiting.includes(each.list));
          const some = [...waiting, ...telling].filter((each) => each.count > 0);
          return (
            <div className="stack">
              <nav className="tiles" aria-label={t('lists')}>
                {some.map((each) => (
                  <a key={each.list} className={each.late > 0 ? 'tile tile-late' : 'tile'} href={`#list-${each.list}`}>
                    <strong>{each.count}</strong><span>{wordFor('list', each.list)}</span></a>
                ))}
              </nav>
              {waiting.every((each) => each.count === 0) ? <Empty kind="done"><p>{t('work_done')}</p></Empty> : null}
              {some.map((each) => <List key={each.list} list={each} />)}
              {role === 'khom_head' ? <OfTheKhom /> : null}
              {some.length < data.lists.length ? (
                <p className="meta nothing-in">{t('lists_empty', {lists: data.lists.filter((each) => each.count === 0)
                  .map((each) => wordFor('list', each.list).toLowerCase()).join(' · ')})}</p>
              ) : null}
            </div>
          );
        }}
      </ShownWhenRead>
    </>
  );
}
