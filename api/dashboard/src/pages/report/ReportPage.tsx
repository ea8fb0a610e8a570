import {Link} from '@tanstack/react-router';
import {useMemo} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {FigureRow, Report} from '../../api/shapes.ts';
import {useAddress, usePart} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {nameOfFigure, numberText, percent, valueOfFigure} from '../../components/figures.ts';
import {nameOfPeriod} from '../../components/periods.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {shapeOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day} from '../../i18n/dates.ts';
import {t, wordFor, wordOf} from '../../i18n/text.ts';
import {ChangedSince} from './ChangedSince.tsx';

const kNext: Record<string, readonly string[]> = {open: ['freeze'], frozen: ['draft'], drafted: ['sign', 'send-back', 'draft'], sent_back: ['draft'],
  signed: ['submit'], submitted: ['acknowledge', 'return'], returned: ['draft', 'submit'], acknowledged: ['supplement']};
const kSteps = ['frozen', 'drafted', 'signed', 'submitted', 'acknowledged'] as const;
const kReached: Record<string, number> = {open: 0, frozen: 1, drafted: 2, sent_back: 2, signed: 3, returned: 3, submitted: 4, acknowledged: 5};

function Way({report}: {readonly report: Report}) {
  const reached = kReached[report.phase] ?? 0;
  return (
    <ol className="way" aria-label={t('report_way')}>
      {kSteps.map((step, at) => (
        <li key={step} className={at < reached ? 'way-done' : at === reached ? 'way-next' : undefined}>
          <ShapeMark shape={at < reached ? 'done' : 'wait'} /> {wordFor('report_step', step)}
          <span className="hidden-from-sight"> – {at < reached ? t('done') : t('not_yet')}</span>
        </li>
      ))}
    </ol>
  );
}

function Balance({report}: {readonly report: Report}) {
  const {balance} = report;
  const ended = Object.values(balance.ended as Record<string, number>).reduce((sum, each) => sum + each, 0);
  return (
    <p className={balance.holds ? 'balance' : 'balance due-late'}>
      <span>{t('balance_line', {carried_in: balance.carried_in, new: balance.new, reopened: balance.reopened, ended, carried_out: balance.carried_out, voided: balance.voided})}</span>
      <strong>{balance.holds ? t('balance_holds') : t('balance_differs')}</strong>
    </p>
  );
}

/** The figures by chapters of their dictionary, each leading to what is behind it. */
function Figures({report, chosen, onChoose}: {readonly report: Report; readonly chosen: string | undefined; readonly onChoose: (id: string) => void}) {
  const chapters = useMemo(() => {
    const found = new Map<string, FigureRow[]>();
    for (const each of report.figures) {
      const chapter = each.id.split('.')[0]!;
      found.set(chapter, [...found.get(chapter) ?? [], each]);
    }
    return [...found];
  }, [report.figures]);
  return (
    <table className="data keeps figures">
      <thead><tr><th scope="col">{t('figure')}</th><th scope="col" className="figure">{t('figure_value')}</th><th scope="col" className="figure">{t('figure_rate')}</th></tr></thead>
      {chapters.map(([chapter, figures]) => (
        <tbody key={chapter}>
          <tr className="chapter"><th scope="colgroup" colSpan={3}>{wordFor('chapter', chapter)}</th></tr>
          {figures.map((each) => (
            <tr key={each.id} aria-selected={chosen === each.id}>
              <th scope="row"><button type="button" className="figure-link" onClick={() => onChoose(each.id)}>{nameOfFigure(each.id)}</button></th>
              <td className="figure">{valueOfFigure(each)}</td>
              <td className="figure">{each.kind === 'rate' && each.measured ? percent(each.value, each.of ?? 0) : ''}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function addressOfItem(kind: string, id: string): string | null {
  if (kind === 'issue') return `/noi-dung/${encodeURIComponent(id)}`;
  return kind === 'dialogue' ? `/doi-thoai/${encodeURIComponent(id)}` : null;
}

/** What is behind a figure: the matters it counts, and those that count against it. */
function Behind({report, figure}: {readonly report: Report; readonly figure: string}) {
  const names = useNames();
  const {family, name} = report.period;
  const detail = useRead('reports/{family}/{period}/figures/{figure}', {parts: {family, period: name, figure}});
  return (
    <section className="card behind" aria-label={t('behind')}>
      <h2>{nameOfFigure(figure)}</h2>
      <ShownWhenRead of={detail}>
        {(data) => {
          const rows = (items: typeof data.items) => (
            <ul className="lines">
              {items.slice(0, 100).map((each) => {
                const address = addressOfItem(each.kind, each.id);
                const label = each.label || each.id;
                return <li key={each.kind + each.id}>{address ? <Link to={address as '/'}>{label}</Link> : label} <span className="meta">{each.khom ? names.khom(each.khom) : ''} {each.phase ? wordOf(`phase_${each.phase}`) ?? each.phase : ''}</span></li>;
              })}
              {items.length > 100 ? <li className="meta">{t('list_more', {shown: 100, count: items.length})}</li> : null}
            </ul>
          );
          return (
            <div className="stack">
              <p><strong className="big-figure">{valueOfFigure(data.figure)}</strong>{data.figure.kind === 'rate' && data.figure.measured ? <> {percent(data.figure.value, data.figure.of ?? 0)}</> : null}</p>
              {data.against.length > 0 ? <div><h3>{t('behind_against', {count: data.against.length})}</h3>{rows(data.against)}</div> : null}
              {data.items.length > 0 ? <div><h3>{t('behind_items', {count: data.items.length})}</h3>{rows(data.items)}</div> : <p className="soft">{t('behind_none')}</p>}
              {data.figure.parts.length > 0 ? (
                <table className="data keeps plain-table"><tbody>{data.figure.parts.map((each) => (
                  <tr key={each.key}><th scope="row">{wordOf(`value_method_${each.key}`) ?? wordOf(`phase_${each.key}`) ?? wordOf(`type_${each.key}`) ?? wordOf(`value_channel_${each.key}`) ?? wordOf(`value_ground_${each.key}`) ?? (names.field(each.key) !== each.key ? names.field(each.key) : names.khom(each.key))}</th><td className="figure">{numberText(each.value)}</td></tr>
                ))}</tbody></table>
              ) : null}
              {data.events.length > 0 ? <p className="meta">{t('behind_events', {positions: data.events.slice(0, 30).join(', ')})}</p> : null}
            </div>
          );
        }}
      </ShownWhenRead>
    </section>
  );
}

function Body({report}: {readonly report: Report}) {
  const {roles} = useSignedIn();
  // The body above is sent the report; how it came about is the ward's own.
  const isOfTheWard = roles.some((each) => each !== 'home_affairs');
  const [search, change] = useAddress();
  const {family, name} = report.period;
  const parts = useMemo(() => ({family, period: name}), [family, name]);
  const context = useMemo(() => ({report, given: {narrative: report.narrative}}), [report]);
  const figure = search['so'];
  return (
    <div className="two-columns">
      <div className="column-acts stack">
        <ActPanel page="report" parts={parts} version={report.version} allowed={report.allowed_commands} context={context} next={kNext[report.phase] ?? []}
                  open={search['viec']} onDone={() => change({viec: undefined})} />
        {figure ? <Behind report={report} figure={figure} /> : <p className="meta no-print">{t('behind_help')}</p>}
      </div>
      <div className="column-main stack">
        <section className="card">
          <Way report={report} />
          {report.frozen ? (
            <p className="meta">{t('frozen_line', {position: report.frozen.ledger_size, hash: report.frozen.hash.slice(0, 12), since: report.frozen.records_since})} {report.frozen.matches ? t('frozen_matches') : t('frozen_differs')}</p>
          ) : <p className="meta">{t('not_frozen', {day: day(report.measured_on)})}</p>}
          {report.signature ? <p className="meta">{t('report_signed_line', {symbol: report.signature.symbol, day: day(report.signature.date)})}</p> : null}
          {report.submission ? <p className="meta">{t('report_submitted_line', {to: report.submission.addressee, through: report.submission.through, channel: report.submission.channel})}</p> : null}
          {report.returned ? <p className="notice warn">{t('report_returned_line', {reason: report.returned.reason})}</p> : null}
          <Balance report={report} />
        </section>
        {isOfTheWard ? <ChangedSince report={report} /> : null}
        {report.narrative ? <section className="card"><h2>{t('narrative')}</h2><div className="words-of-people">{report.narrative}</div></section> : null}
        <Figures report={report} chosen={figure} onChoose={(so) => change({so})} />
        {report.supplements.length > 0 ? (
          <section className="card"><h2>{t('supplements')}</h2><ul className="lines">{report.supplements.map((each) => (
            <li key={each.ordinal}><p>{each.reason}</p>{each.differences.map((one) => <p key={one.figure} className="meta">{nameOfFigure(one.figure)}: {one.before} → {one.after}</p>)}</li>
          ))}</ul></section>
        ) : null}
        {report.late_entries.length > 0 ? <p className="meta">{t('late_entries', {count: report.late_entries.length})}</p> : null}
      </div>
    </div>
  );
}

export function ReportPage() {
  const family = usePart('family') ?? '';
  const period = usePart('period') ?? '';
  const report = useRead('reports/{family}/{period}', {parts: {family, period}});
  return (
    <ShownWhenRead of={report}>
      {(data) => (
        <>
          <p className="meta crumbs no-print"><Link to="/bao-cao">{t('place_reports')}</Link> › {nameOfPeriod(data.period.name)}</p>
          <PageHead title={t('report_of', {family: wordFor('family', data.period.family), period: nameOfPeriod(data.period.name)})} />
          <p className="row issue-tags"><Tag shape={shapeOfPhase(data.phase)}>{wordFor('report', data.phase)}</Tag><span className="soft">{day(data.period.from)} – {day(data.period.to)}</span>{data.estimate ? <Tag shape="soon">{t('estimate')}</Tag> : null}</p>
          <Body report={data} />
        </>
      )}
    </ShownWhenRead>
  );
}
