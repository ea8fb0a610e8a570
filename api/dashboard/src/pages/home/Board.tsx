import {Link} from '@tanstack/react-router';
import type {ReactNode} from 'react';
import type {Reads} from '../../api/client.ts';
import {useRead, useWholeList} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Report} from '../../api/shapes.ts';
import {useSignedIn} from '../../app/session.ts';
import {Coverage} from '../../components/Coverage.tsx';
import {Empty} from '../../components/Empty.tsx';
import {nameOfFigure, percent} from '../../components/figures.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {t, wordFor} from '../../i18n/text.ts';
import {Council} from './Council.tsx';
import {addressOf} from './lists.ts';
import {RatesTrend} from './RatesTrend.tsx';

function Card({title, children, to, link}: {readonly title: string; readonly children: ReactNode; readonly to?: string; readonly link?: string}) {
  return (
    <section className="card">
      <header className="row card-head"><h2>{title}</h2>{to ? <Link className="no-print" to={to as '/'}>{link ?? t('open')}</Link> : null}</header>
      {children}
    </section>
  );
}

type BoardData = Reads['board'];
type Counts = BoardData['issues'];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly to: string | null;
  readonly counts: Counts;
}

/** What is late and what is near, the most pressing first. */
function Pressing({head, rows}: {readonly head: string; readonly rows: readonly Row[]}) {
  const sorted = [...rows].sort(({counts: a}, {counts: b}) => b.overdue - a.overdue || b.soon - a.soon || b.open - a.open);
  return (
    <table className="data keeps plain-table">
      <thead><tr><th scope="col">{head}</th><th scope="col" className="figure">{t('board_late')}</th><th scope="col" className="figure">{t('board_soon')}</th><th scope="col" className="figure">{t('board_open')}</th></tr></thead>
      <tbody>
        {sorted.map(({key, name, to, counts}) => (
          <tr key={key}>
            <th scope="row">{to ? <Link to={to as '/'}>{name}</Link> : name}</th>
            <td className="figure">{counts.overdue > 0 ? <span className="due-late"><ShapeMark shape="late" /> {counts.overdue}</span> : <span className="soft">0</span>}</td>
            <td className="figure">{counts.soon > 0 ? <span className="due-soon"><ShapeMark shape="soon" /> {counts.soon}</span> : <span className="soft">0</span>}</td>
            <td className="figure">{counts.open}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Persons({cells, names}: Pick<BoardData, 'cells' | 'names'>) {
  const persons = new Map<string, Counts>();
  for (const {assignee, issues} of cells) {
    const sum = persons.get(assignee ?? '') ?? {open: 0, overdue: 0, soon: 0};
    persons.set(assignee ?? '', {open: sum.open + issues.open, overdue: sum.overdue + issues.overdue, soon: sum.soon + issues.soon});
  }
  if (persons.size === 0) return <Empty kind="done"><p>{t('view_done_open')}</p></Empty>;
  return <Pressing head={t('assignee')} rows={[...persons].map(([user, counts]) => ({key: user, counts,
    name: user ? names.users[user] ?? user : t('nobody_yet'), to: user ? `/noi-dung?nguoi=${encodeURIComponent(user)}` : null}))} />;
}

function Khoms({khoms, names}: Pick<BoardData, 'khoms' | 'names'>) {
  return <Pressing head={t('khom')} rows={khoms.map(({khom, issues}) => ({key: khom, counts: issues, name: names.khoms[khom] ?? khom,
    to: `/noi-dung?khom=${encodeURIComponent(khom)}`}))} />;
}

function Rates({report}: {readonly report: Report}) {
  const of = (id: string) => report.figures.find((each) => each.id === id);
  const address = `/bao-cao/${report.period.family}/${report.period.name}`;
  const rate = (id: 'time.resolution_on_time_original' | 'time.resolution_on_time_effective' | 'time.first_reply_on_time') => {
    const figure = of(id);
    return figure ? (
      <Link className="rate" to={`${address}?so=${id}` as '/'}>
        <span>{nameOfFigure(id)}</span>
        <strong>{figure.measured ? percent(figure.value, figure.of ?? 0) : t('not_measured')}</strong>
        <span className="meta">{figure.measured ? `${figure.value}/${figure.of ?? 0}` : ''}</span>
      </Link>
    ) : null;
  };
  return <div className="rates">{rate('time.resolution_on_time_original')}{rate('time.resolution_on_time_effective')}{rate('time.first_reply_on_time')}</div>;
}

const kVerdicts = ['feedback.satisfied', 'feedback.partly', 'feedback.dissatisfied'] as const;

function Verdicts({report}: {readonly report: Report}) {
  const values = kVerdicts.map((id) => [id, report.figures.find((each) => each.id === id)?.value ?? 0] as const);
  const sum = values.reduce((all, [, value]) => all + value, 0);
  if (sum === 0) return <p className="soft">{t('verdicts_none')}</p>;
  return (
    <>
      <div className="bar" aria-hidden="true">{values.map(([id, value]) => (value > 0 ? <span key={id} className={`bar-${id.split('.')[1]}`} style={{flexGrow: value}} /> : null))}</div>
      <ul className="row">{values.map(([id, value]) => <li key={id}><span className={`bar-key bar-${id.split('.')[1]}`} /> {nameOfFigure(id)} <strong>{value}</strong></li>)}</ul>
    </>
  );
}

const kChairLists = ['to_approve', 'extension_to_decide', 'reopen_to_decide', 'plan_to_approve', 'report_to_sign', 'recommendation_to_answer'];

/** So many of each are named; the others are behind the number. */
const kNamedMax = 3;

function ForTheChair() {
  const work = useRead('work', {now: true});
  return (
    <ShownWhenRead of={work}>
      {(data) => {
        const lists = data.lists.filter((each) => kChairLists.includes(each.list));
        return (
          <ul className="lines">
            {lists.map((each) => (
              <li key={each.list}><Link to={(each.list === 'recommendation_to_answer' ? '/giam-sat' : '/duyet') as '/'} className={each.count === 0 ? 'soft line-link' : 'line-link'}>
                <strong>{each.count}</strong> {wordFor('list', each.list)}</Link>
                {(each.items ?? []).filter(({kind}) => kind === 'issue').length > 0 ? (
                  <ul className="board-waiting">{(each.items ?? []).filter(({kind}) => kind === 'issue').slice(0, kNamedMax).map((entry) => (
                    <li key={entry.id}><Link to={addressOf(entry, each.act) as '/'}>{entry.subject || entry.id}</Link></li>
                  ))}</ul>
                ) : null}</li>
            ))}
          </ul>
        );
      }}
    </ShownWhenRead>
  );
}

/** The ward at a glance: what is late and whose, what was promised, where nobody has been, what comes again. */
export function Board() {
  const {role} = useSignedIn();
  const names = useNames();
  const year = names.today?.slice(0, 4);
  const quarter = names.today ? Math.ceil(Number(names.today.slice(5, 7)) / 3) : 1;
  const board = useRead('board');
  const schedule = useRead('schedule', {query: {year}, enabled: year !== undefined});
  const report = useRead('reports/{family}/{period}', {parts: {family: 'calendar', period: `${year}-Q${quarter}`}, enabled: year !== undefined});
  const promises = useWholeList('commitments');
  const recurrences = useRead('recurrences');
  return (
    <>
      <PageHead title={t('place_board')}><span className="soft">{t('quarter_of', {n: quarter, year: year ?? ''})}</span></PageHead>
      <div className="board">
        {role === 'chair' ? <Card title={t('board_chair')} to="/duyet"><ForTheChair /></Card> : null}
        <Card title={t('board_persons')} to="/noi-dung?xem=overdue" link={t('view_overdue')}>
          <ShownWhenRead of={board}>{(data) => <Persons {...data} />}</ShownWhenRead>
        </Card>
        <Card title={t('board_khoms')}><ShownWhenRead of={board}>{(data) => <Khoms {...data} />}</ShownWhenRead></Card>
        <Card title={t('board_rates')}><ShownWhenRead of={report}>{(data) => <Rates report={data} />}</ShownWhenRead></Card>
        <Card title={t('board_trend')} to="/bao-cao"><RatesTrend /></Card>
        <Card title={t('place_promises')} to="/loi-hua">
          <ShownWhenRead of={promises}>
            {(data) => (data.items.length === 0 ? <p className="soft">{t('promises_none')}</p> : (
              <p className="row">
                <span>{t('promises_open', {count: data.items.filter((each) => each.status === 'made' || each.status === 'evidence_filed').length})}</span>
                <span className="due-late">{t('promises_late', {count: data.items.filter((each) => each.overdue || each.missed).length})}</span>
                <span>{t('promises_disputed', {count: data.items.filter((each) => each.status === 'disputed').length})}</span>
              </p>
            ))}
          </ShownWhenRead>
        </Card>
        <div className="board-wide">
          <Card title={t('coverage_of', {year: year ?? ''})} to={`/ke-hoach/${year ?? ''}`}>
            <ShownWhenRead of={schedule}>
              {(data) => (
                <>
                  <p className="meta">{t('coverage', {met: data.met, due: data.due, missed: data.missed})}</p>
                  <Coverage cells={data.cells} caption={t('coverage_of', {year: data.year})} />
                </>
              )}
            </ShownWhenRead>
          </Card>
        </div>
        <Card title={t('board_recurrences')}>
          <ShownWhenRead of={recurrences}>
            {(data) => (data.items.length === 0 ? <p className="soft">{t('recurrences_none')}</p> : (
              <ul className="lines">
                {data.items.slice(0, 6).map((each) => (
                  <li key={`${each.khom} ${each.field}`}>
                    <Link to={`/noi-dung?xem=all&khom=${encodeURIComponent(each.khom)}&linh-vuc=${encodeURIComponent(each.field)}` as '/'}>{names.field(each.field)}</Link>
                    <span className="meta"> {t('recurrence_line', {khom: names.khom(each.khom), count: each.issues})}</span>
                  </li>
                ))}
              </ul>
            ))}
          </ShownWhenRead>
        </Card>
        <Card title={t('board_council')}><ShownWhenRead of={report}>{(data) => <Council report={data} />}</ShownWhenRead></Card>
        <Card title={t('board_verdicts')}><ShownWhenRead of={report}>{(data) => <Verdicts report={data} />}</ShownWhenRead></Card>
      </div>
    </>
  );
}
