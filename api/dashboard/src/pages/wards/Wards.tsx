import {useQueries} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useMemo, useState, type ReactNode} from 'react';
import {addressOf, queryOf, read, type Parameters} from '../../api/client.ts';
import type {Problem} from '../../api/problem.ts';
import type {Report, Settings} from '../../api/shapes.ts';
import {useNames} from '../../api/names.ts';
import {useAddress} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {nameOfFigure, percent} from '../../components/figures.ts';
import {Loading} from '../../components/Loading.tsx';
import {nameOfPeriod} from '../../components/periods.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {ProblemNote} from '../../components/ProblemNote.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {shapeOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {YearChoice} from '../../components/YearChoice.tsx';
import {capital} from '../../i18n/fold.ts';
import {currentLanguage, t, wordFor} from '../../i18n/text.ts';
import {daysOverdue, figureOf, follows, isSent, kCompared, periodBefore, unusualOf, type Compared, type Line, type Unusual, type WardFigures} from './compared.ts';
import {keepOtherWards, otherWards, readLines, readOf, type OtherWard} from './others.ts';
import {periodsOf} from './periods.ts';
import './wards.css';

const kFamilies = ['cchc', 'calendar'] as const;
type Family = (typeof kFamilies)[number];

/** The ward that one is signed in to is read by the session, another by its token. */
function reader(other: OtherWard | null) {
  return <Answer,>(path: string, query: Parameters = {}): Promise<Answer> =>
    other ? readOf<Answer>(other, path, query) : read(path as 'settings', {}, query) as Promise<unknown> as Promise<Answer>;
}

async function gather(other: OtherWard | null, ward: string, family: Family, period: string): Promise<WardFigures> {
  const get = reader(other);
  const address = `reports/${family}`;
  const [settings, report] = await Promise.all([get<Settings>('settings'), get<Report>(`${address}/${period}`)]);
  const year = Number(report.period.from.slice(0, 4));
  const lines = await Promise.all([year - 1, year].map((each) => get<{items: Line[]}>(address, {year: each})));
  const earlier = periodBefore(lines.flatMap((each) => each.items), report.period.from);
  return {ward, settings, report, before: earlier ? await get<Report>(`${address}/${earlier.name}`) : null};
}

function Rate({report, figure}: {readonly report: Report; readonly figure: Compared}) {
  const found = figureOf(report, figure);
  if (!found?.measured || !found.of) return <span className="soft">{t('not_measured')}</span>;
  return <><span className="number">{percent(found.value, found.of)}</span> <span className="meta number">{found.value}/{found.of}</span></>;
}

function wordOfUnusual(each: Unusual): string {
  switch (each.is) {
    case 'balance': return t('wards_balance_differs');
    case 'follows': return t('wards_follows_not');
    case 'few': return t('wards_few', {figure: nameOfFigure(each.figure), of: each.of});
    case 'others': return t('wards_unlike', {figure: nameOfFigure(each.figure), median: percent(each.median, 1)});
    case 'before': return t('wards_turned', {figure: nameOfFigure(each.figure), was: percent(each.was, 1)});
  }
}

function Sent({figures}: {readonly figures: WardFigures}) {
  const {report} = figures;
  const late = daysOverdue(figures);
  return (
    <>
      <Tag shape={isSent(report) ? 'done' : late === null ? shapeOfPhase(report.phase) : 'late'}>{isSent(report) ? wordFor('report', report.phase) : t('wards_not_sent')}</Tag>
      {late === null ? null : <span className="meta"> {t('wards_late', {days: late})}</span>}
      {report.returned && !isSent(report) ? <span className="meta"> {t('report_returned_line', {reason: report.returned.reason})}</span> : null}
    </>
  );
}

/** An answer of the ward itself is a link to it; another ward's is told by its figures alone. */
function Own({isOwn, to, children}: {readonly isOwn: boolean; readonly to: string; readonly children: ReactNode}) {
  return isOwn ? <Link to={to as '/'}>{children}</Link> : <>{children}</>;
}

function Row({figures, all, isOwn}: {readonly figures: WardFigures; readonly all: readonly WardFigures[]; readonly isOwn: boolean}) {
  const {report, settings, ward} = figures;
  const {family, name} = report.period;
  const page = `/bao-cao/${family}/${name}`;
  const carries = follows(figures);
  const waiting = figureOf(report, 'forwarded.pending')?.value ?? 0;
  const long = figureOf(report, 'forwarded.pending_long')?.value ?? 0;
  const unusual = unusualOf(figures, all);
  return (
    <tr role="row">
      <th role="rowheader" scope="row"><Own isOwn={isOwn} to={page}>{capital(settings.ward?.name ?? ward)}</Own></th>
      <td role="cell" data-head={t('wards_report')}><Sent figures={figures} /></td>
      <td role="cell" data-head={t('wards_balance')}><ShapeMark shape={report.balance.holds ? 'done' : 'late'} /> {report.balance.holds ? t('wards_holds') : t('wards_holds_not')}
        <span className="meta"> {carries === null ? t('wards_no_before') : carries ? t('wards_follows') : t('wards_follows_not')}</span></td>
      {kCompared.map((each) => <td role="cell" key={each} className="figure" data-head={nameOfFigure(each)}><Rate report={report} figure={each} /></td>)}
      <td role="cell" className="figure" data-head={t('wards_waiting')}><Own isOwn={isOwn} to={`${page}?so=forwarded.pending`}>{waiting}</Own>{long > 0 ? <span className="meta"> {t('wards_waiting_long', {count: long})}</span> : null}</td>
      <td role="cell" data-head={t('wards_unusual')}>{unusual.length === 0 ? <span className="soft">{t('wards_usual')}</span>
        : <ul className="lines">{unusual.map((each) => <li key={wordOfUnusual(each)}>{wordOfUnusual(each)}</li>)}</ul>}</td>
      <td role="cell" className="no-print" data-head={t('wards_load')}>{isOwn ? <a href={addressOf(`books/figures/${family}/${name}`) + queryOf({format: 'xlsx'})} download>XLSX</a> : null}</td>
    </tr>
  );
}

/** One line of figures a ward, as a table program takes it. */
function tableOf(wards: readonly WardFigures[]): string {
  const ids = wards[0]?.report.figures.map((each) => each.id) ?? [];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const head = [t('wards_ward'), t('phase'), t('wards_definition'), ...ids.flatMap((id) => [id, `${id} /`])];
  const rows = wards.map(({settings, ward, report}) => [settings.ward?.name ?? ward, wordFor('report', report.phase), String(report.definition_version),
    ...ids.flatMap((id) => {
      const found = figureOf(report, id);
      return found?.measured ? [String(found.value), found.of === undefined || found.of === null ? '' : String(found.of)] : ['', ''];
    })]);
  // The mark at the head tells table programs that the letters are UTF-8.
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function saveTable(wards: readonly WardFigures[], name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([tableOf(wards)], {type: 'text/csv'}));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function AddWards({onAdd}: {readonly onAdd: (wards: readonly OtherWard[]) => void}) {
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <details className="card no-print">
      <summary>{t('wards_add')}</summary>
      <form className="stack" onSubmit={(event) => {
        event.preventDefault();
        const read = readLines(text);
        setWrong(read === null);
        if (!read) return;
        setText('');
        onAdd(read);
      }}>
        <div className="field">
          <label htmlFor="other-wards">{t('wards_lines')}</label>
          <textarea id="other-wards" className="input" value={text} spellCheck={false} aria-describedby="other-wards-help" onChange={(event) => setText(event.target.value)} />
          <p id="other-wards-help" className="field-help">{t('wards_lines_help')}</p>
          {isWrong ? <p className="field-fault" role="alert">{t('wards_lines_wrong')}</p> : null}
        </div>
        <p><button type="submit" className="button">{t('wards_add_send')}</button></p>
      </form>
    </details>
  );
}

/** Every ward's figures of one period side by side, each by the same definition. No ranking: they stand in the order of their names. */
export function Wards() {
  const {session, ward} = useSignedIn();
  const names = useNames();
  const [search, change] = useAddress();
  const [others, setOthers] = useState(() => otherWards(session.user));
  const family = kFamilies.find((each) => each === search['he']) ?? 'calendar';
  const year = search['nam'] ?? names.today?.slice(0, 4) ?? '';
  const periods = useMemo(() => (names.today && year ? periodsOf(family, Number(year), names.today) : null), [family, year, names.today]);
  const period = search['ky'] ?? periods?.last ?? '';
  const asked = useMemo((): readonly (OtherWard | null)[] => [null, ...others.filter((each) => each.ward !== ward)], [others, ward]);
  const found = useQueries({queries: asked.map((other) => ({
    queryKey: ['wards', other?.ward ?? ward, family, period, currentLanguage()], enabled: period !== '',
    queryFn: () => gather(other, other?.ward ?? ward, family, period),
  }))});
  const all = found.flatMap((each) => each.data ?? []);
  const rows = asked.map((other, at) => ({ward: other?.ward ?? ward, isOwn: other === null, query: found[at]}))
    .sort((a, b) => (a.query?.data?.settings.ward?.name ?? a.ward).localeCompare(b.query?.data?.settings.ward?.name ?? b.ward, 'vi'));
  const keep = (wards: readonly OtherWard[]) => {
    setOthers(wards);
    keepOtherWards(session.user, wards);
  };
  const versions = new Set(all.map((each) => each.report.definition_version));
  return (
    <>
      <PageHead title={t('place_wards')}><span className="soft">{period ? t('report_of', {family: wordFor('family', family), period: nameOfPeriod(period)}) : ''}</span></PageHead>
      <div className="row views no-print">
        <YearChoice year={year} onChange={(nam) => change({nam, ky: undefined})} />
        <div className="row" role="group" aria-label={t('report_family')}>
          {kFamilies.map((each) => <button key={each} type="button" className="chip" aria-pressed={family === each} onClick={() => change({he: each, ky: undefined})}>{wordFor('family', each)}</button>)}
        </div>
        <div className="row" role="group" aria-label={t('report_period')}>
          {periods?.names.map((each) => <button key={each} type="button" className="chip" aria-pressed={period === each} onClick={() => change({ky: each})}>{nameOfPeriod(each)}</button>)}
        </div>
      </div>
      {rows.every((each) => each.query?.isPending) ? <Loading /> : (
        <table className="data keeps wards" role="table">
          <caption className="hidden-from-sight">{t('place_wards')}</caption>
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{t('wards_ward')}</th><th role="columnheader" scope="col">{t('wards_report')}</th><th role="columnheader" scope="col">{t('wards_balance')}</th>
            {kCompared.map((each) => <th role="columnheader" key={each} scope="col" className="figure">{nameOfFigure(each)}</th>)}
            <th role="columnheader" scope="col" className="figure">{t('wards_waiting')}</th><th role="columnheader" scope="col">{t('wards_unusual')}</th><th role="columnheader" scope="col" className="no-print">{t('wards_load')}</th></tr></thead>
          <tbody role="rowgroup">{rows.map(({ward: name, isOwn, query}) => (query?.data ? <Row key={name} figures={query.data} all={all} isOwn={isOwn} />
            : <tr key={name} role="row"><th scope="row" role="rowheader">{name}</th><td role="cell" colSpan={kCompared.length + 5}>{query?.error ? <ProblemNote problem={query.error as Problem} /> : <Loading />}
              {query?.error && !isOwn ? <button type="button" className="button small" onClick={() => keep(others.filter((each) => each.ward !== name))}>{t('wards_remove')}</button> : null}</td></tr>))}</tbody>
        </table>
      )}
      <div className="wards-notes">
        <p className="meta">{all.length > 0 ? t('wards_count', {sent: all.filter((each) => isSent(each.report)).length, count: all.length}) : ''} {versions.size > 1 ? t('wards_definitions_differ') : t('wards_definition_is', {version: [...versions].join(', ')})}</p>
        <p className="row no-print">
          <button type="button" className="button" disabled={all.length === 0} onClick={() => saveTable(all, `cac-phuong-${family}-${period}.csv`)}>{t('wards_save')}</button>
          {others.length > 0 ? <button type="button" className="button plain" onClick={() => keep([])}>{t('wards_forget')}</button> : null}
        </p>
        <AddWards onAdd={(added) => keep([...others.filter((each) => !added.some((one) => one.ward === each.ward)), ...added])} />
      </div>
    </>
  );
}
