import {Link, useNavigate} from '@tanstack/react-router';
import {useState, type ReactNode} from 'react';
import {Button} from 'react-aria-components';
import {useRead} from '../api/hooks.ts';
import {useNames, type Names} from '../api/names.ts';
import type {Issue, Report} from '../api/shapes.ts';
import type {Reads} from '../api/client.ts';
import {nameOfFigure, numberText, percent} from '../components/figures.ts';
import {DayField} from '../components/DayField.tsx';
import {Flag} from '../components/fields.tsx';
import {ShownWhenRead} from '../components/Shown.tsx';
import {wordOfPhase} from '../components/states.ts';
import {Timeline} from '../components/Timeline.tsx';
import {day, isDay} from '../i18n/dates.ts';
import {t, wordFor} from '../i18n/text.ts';
import {isLater, kCompare, type AsOf} from './as_of.ts';

type Comparison = Reads['compare'];

/** The page's own moment, and the one it is held against: another or, where none is named, now. */
interface Moments {
  readonly asOf: AsOf;
  readonly other: AsOf | null;
}

/** A read as it answers at the other moment. */
function at(other: AsOf | null) {
  return {now: true, query: other ? {as_of: other.address} : {}};
}

/** Two moments side by side, the earlier first: of an issue or a report where one is open, else of the ward. */
export function Compare({asOf: shown, other: against, path}: Moments & {readonly path: string}) {
  const [asOf, other] = against && isLater(shown, against) ? [against, shown] : [shown, against];
  const [first, second, third] = path.split('/').filter(Boolean).map(decodeURIComponent);
  const title = t(other ? 'compare_two' : 'compare');
  return (
    <section className="card compare stack" aria-label={title}>
      <header className="row card-head"><h2>{title}</h2><Other other={against} /></header>
      {first === 'noi-dung' && second ? <OfIssue id={second} asOf={asOf} other={other} />
        : first === 'bao-cao' && second && third ? <OfReport asOf={asOf} other={other} family={second} period={third} /> : <OfWard asOf={asOf} other={other} />}
    </section>
  );
}

/** Chooses the moment that the page's is held against; a ledger size comes by the address. */
function Other({other}: {readonly other: AsOf | null}) {
  const navigate = useNavigate();
  const {today} = useNames();
  const show = (moment: string) => void navigate({to: '.', search: ((before: object) => ({...before, [kCompare]: moment})) as never});
  const shown = other && isDay(other.address) ? other.address : null;
  return (
    <div className="row no-print compare-other">
      <DayField key={other?.address ?? ''} label={t('compare_with')} value={shown} max={today} onChange={(chosen) => { if (chosen && chosen !== shown) show(chosen); }} />
      {other ? <Button className="button small" onPress={() => show('1')}>{t('compare_with_now')}</Button> : null}
    </div>
  );
}

interface Row {
  readonly what: string;
  readonly then: ReactNode;
  readonly now: ReactNode;
}

function Sides({rows, from, to, only, other}: {readonly rows: readonly Row[]; readonly from: string; readonly to: string; readonly only: boolean; readonly other: AsOf | null}) {
  const heads = [t('compare_then', {day: from}), t(other ? 'compare_then' : 'compare_now', {day: to})];
  const shown = only ? rows.filter((each) => each.then !== each.now) : rows;
  if (shown.length === 0) return <p className="soft">{t('compare_none')}</p>;
  return (
    <div className="scroll-across" tabIndex={0} role="region" aria-label={heads.join(' – ')}>
      <table className="data keeps plain-table compare-sides">
        <thead><tr><th scope="col">{t('compare_what')}</th>{heads.map((each, nth) => <th key={nth} scope="col">{each}</th>)}</tr></thead>
        <tbody>
          {shown.map((each) => (
            <tr key={each.what} className={each.then === each.now ? undefined : 'compare-differs'}>
              <th scope="row">{each.what}</th><td>{each.then || '–'}</td><td>{each.now || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const kLists = ['late', 'opened', 'closed', 'reopened', 'moved'] as const;
const kShown = 50;

function OfWard({asOf, other}: Moments) {
  const names = useNames();
  const comparison = useRead('compare', {query: {from: asOf.address, to: other?.address, limit: kShown}, now: true});
  return (
    <ShownWhenRead of={comparison}>
      {(data) => (
        <>
          <Sides only={false} other={other} from={day(data.from.today)} to={day(data.to.today)} rows={[
            {what: t('compare_open_issues'), then: numberText(data.from.open), now: numberText(data.to.open)},
            {what: t('compare_overdue'), then: numberText(data.from.overdue), now: numberText(data.to.overdue)},
            {what: t('compare_records'), then: numberText(data.from.position), now: numberText(data.to.position)},
          ]} />
          {kLists.map((list) => <Moved key={list} list={list} data={data} names={names} />)}
        </>
      )}
    </ShownWhenRead>
  );
}

function Moved({list, data, names}: {readonly list: (typeof kLists)[number]; readonly data: Comparison; readonly names: Names}) {
  const {count, items} = data[list];
  if (count === 0) return null;
  const word = (phase: string | null) => (phase === null || phase === 'absent' ? t('phase_absent') : wordOfPhase(phase));
  return (
    <details>
      <summary>{t(`compare_${list}`, {count})}</summary>
      <ul className="lines">
        {items.map((each) => (
          <li key={each.id}><Link to={`/noi-dung/${encodeURIComponent(each.id)}` as '/'}>{each.subject || each.id}</Link> <span className="meta">{names.khom(each.khom)} · {t('compare_phase', {from: word(each.from), to: word(each.to)})}</span></li>
        ))}
        {count > items.length ? <li className="meta">{t('list_more', {shown: items.length, count})}</li> : null}
      </ul>
    </details>
  );
}

function OfReport({asOf, other, family, period}: Moments & {readonly family: string; readonly period: string}) {
  const comparison = useRead('compare', {query: {from: asOf.address, to: other?.address, family, period, limit: 1}, now: true});
  const then = useRead('reports/{family}/{period}', {parts: {family, period}, ...at(asOf)});
  const now = useRead('reports/{family}/{period}', {parts: {family, period}, ...at(other)});
  const phase = (report: Report | undefined) => (report ? wordFor('report', report.phase) : '');
  return (
    <ShownWhenRead of={comparison}>
      {(data) => {
        const text = (kind: string, value: number, of: number | null) => (kind === 'rate' ? `${percent(value, of ?? 0)} (${value}/${of ?? 0})`
          : kind === 'average' ? (of ? numberText(Math.round(10 * value / of) / 10) : t('not_measured')) : numberText(value));
        const figures = (data.figures?.items ?? []).map((each): Row => ({what: nameOfFigure(each.id),
          then: text(each.kind, each.from, each.from_of), now: text(each.kind, each.to, each.to_of)}));
        return (
          <>
            <Sides only={false} other={other} from={day(data.from.today)} to={day(data.to.today)}
                   rows={[{what: t('phase'), then: phase(then.data), now: phase(now.data)}, ...figures]} />
            {figures.length === 0 ? <p className="soft">{t('compare_figures_none')}</p> : null}
          </>
        );
      }}
    </ShownWhenRead>
  );
}

function rowsOf(then: Issue | undefined, now: Issue, names: Names): readonly Row[] {
  const row = (what: string, of: (issue: Issue) => string): Row => ({what, then: then ? of(then) : '', now: of(now)});
  const dayOr = (value: string | null) => (value ? day(value) : '');
  return [
    row(t('phase'), (issue) => wordOfPhase(issue.phase)),
    row(t('subject'), (issue) => issue.subject),
    row(t('due'), (issue) => dayOr(issue.effective_due)),
    row(t('assignee'), (issue) => (issue.assignee ? names.user(issue.assignee, issue.unit) : '')),
    row(t('khom'), (issue) => names.khom(issue.khom)),
    row(t('field'), (issue) => names.field(issue.field)),
    row(t('type'), (issue) => (issue.type ? wordFor('type', issue.type) : '')),
    row(t('first_reply'), (issue) => dayOr(issue.first_reply_on)),
    row(t('answer'), (issue) => issue.answer?.text ?? ''),
    row(t('notice'), (issue) => issue.notice?.symbol ?? ''),
    row(t('delivered_on'), (issue) => dayOr(issue.delivered_on)),
    row(t('data_verdict'), (issue) => (issue.verdict ? wordFor('value_verdict', issue.verdict) : '')),
    row(t('place_promises'), (issue) => issue.commitments.map((each) => `${each.what} (${day(each.due)})`).join('; ')),
  ];
}

function OfIssue({id, asOf, other}: Moments & {readonly id: string}) {
  const names = useNames();
  const [only, setOnly] = useState(true);
  const then = useRead('issues/{id}', {parts: {id}, ...at(asOf)});
  const now = useRead('issues/{id}', {parts: {id}, ...at(other)});
  const history = useRead('issues/{id}/history', {parts: {id}, ...at(other)});
  return (
    <ShownWhenRead of={now}>
      {(data) => {
        const before = then.data;
        const since = (history.data?.items ?? []).filter((each) => before === undefined || each.position >= before.position);
        return (
          <>
            {then.error ? <p className="notice">{t('compare_absent')}</p> : null}
            <div className="no-print"><Flag label={t('compare_only')} value={only} onChange={setOnly} /></div>
            <Sides only={only} other={other} from={before ? day(before.today) : ''} to={day(data.today)} rows={rowsOf(before, data, names)} />
            {since.length > 0 ? <details><summary>{t('compare_since', {count: since.length})}</summary><Timeline items={since} /></details> : null}
          </>
        );
      }}
    </ShownWhenRead>
  );
}
