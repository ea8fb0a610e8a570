import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import type {components} from '../../../generated/contract.ts';
import type {ProblemDocument} from '../../api/problem.ts';
import {numberText} from '../../components/figures.ts';
import {Loading} from '../../components/Loading.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {Tag} from '../../components/Tag.tsx';
import {wardTime} from '../../i18n/dates.ts';
import {currentLanguage, t, wordFor, wordOf} from '../../i18n/text.ts';
import {readFigures, type ServerFigures} from './metrics.ts';

type Readiness = components['schemas']['Readiness'];
type Witness = Readiness['witnesses'][number];

/** How often the page looks again by itself. */
const kAgainMs = 15_000;
const kHour = 3600;

interface Health {
  readonly reasons: readonly {readonly code: string; readonly detail: string}[];
  readonly witnesses: readonly Witness[];
  /** Not told to who asks from outside the server's own network. */
  readonly figures: ServerFigures | null;
}

async function askHealth(signal: AbortSignal): Promise<Health> {
  const options = {signal, headers: {'Accept-Language': currentLanguage()}};
  const [ready, metrics] = await Promise.all([fetch('/readyz', options), fetch('/metrics', options).catch(() => null)]);
  const figures = metrics?.ok ? readFigures(await metrics.text()) : null;
  if (ready.ok) return {reasons: [], witnesses: (await ready.json() as Readiness).witnesses, figures};
  const problem = await ready.json() as Partial<ProblemDocument>;
  const errors = problem.errors ?? [];
  return {reasons: errors.length > 0 ? errors : [{code: problem.code ?? '', detail: problem.detail ?? problem.title ?? ''}], witnesses: [], figures};
}

function ageText(seconds: number): string {
  return seconds < kHour ? t('server_minutes', {count: Math.floor(seconds / 60)}) : t('server_hours', {count: Math.floor(seconds / kHour)});
}

function Witnesses({witnesses}: {readonly witnesses: readonly Witness[]}) {
  if (witnesses.length === 0) return <p className="soft">{t('server_witnesses_none')}</p>;
  return (
    <table className="data keeps plain-table">
      <thead><tr><th scope="col">{t('server_witness')}</th><th scope="col" className="figure">{t('server_witness_size')}</th><th scope="col">{t('server_witness_age')}</th><th scope="col">{t('phase')}</th></tr></thead>
      <tbody>{witnesses.map((each) => (
        <tr key={`${each.witness} ${each.ledger}`}><th scope="row">{each.witness}</th><td className="figure">{numberText(each.size)}</td>
          <td>{each.age_seconds === null ? t('server_witness_never') : ageText(each.age_seconds)}</td>
          <td>{each.last_error ? <Tag shape="late">{wordFor('witness_fault', each.last_error)}</Tag> : <Tag shape="done">{t('server_witness_well')}</Tag>}</td></tr>
      ))}</tbody>
    </table>
  );
}

function Figures({figures}: {readonly figures: ServerFigures}) {
  return (
    <dl className="facts">
      <dt>{t('server_records')}</dt><dd>{numberText(figures.records)}</dd>
      <dt>{t('server_signed')}</dt><dd>{numberText(figures.signed)}</dd>
      <dt>{t('server_behind')}</dt><dd>{figures.behind === 0 ? t('server_behind_none') : numberText(figures.behind)}</dd>
      <dt>{t('server_checked')}</dt><dd>{figures.checkedAt === null ? t('server_checked_never') : wardTime(new Date(figures.checkedAt * 1000).toISOString())}
        {' '}<Tag shape={figures.isClean ? 'done' : 'late'}>{t(figures.isClean ? 'server_clean' : 'server_differs')}</Tag></dd>
      <dt>{t('server_background')}</dt><dd>{figures.failing.length === 0 ? t('server_background_well') : figures.failing.map((each) => wordOf(`server_work_${each}`) ?? each).join(', ')}</dd>
    </dl>
  );
}

/** Is the server well, and if not, why: for who looks after it, as far as it tells over the network. */
export function ServerPage() {
  const health = useQuery({queryKey: ['health', currentLanguage()], queryFn: ({signal}) => askHealth(signal), refetchInterval: kAgainMs});
  return (
    <>
      <PageHead title={t('place_server')} />
      {health.error ? <p className="notice bad" role="alert">{t('server_away')}</p> : null}
      {health.data ? (
        <div className="stack">
          <section className="card" role="status">
            {health.data.reasons.length === 0 ? <p><ShapeMark shape="done" /> <strong>{t('server_ready')}</strong></p> : (
              <>
                <p className="due-late"><ShapeMark shape="late" /> <strong>{t('server_not_ready')}</strong></p>
                <ul className="lines">{health.data.reasons.map((each) => (
                  <li key={each.code + each.detail}>{each.detail}{each.code === 'clock_unconfirmed' ? <> <Link to={'/cai-dat/phuong?viec=confirm-time' as '/'}>{t('server_confirm_time')}</Link></> : null}</li>
                ))}</ul>
              </>
            )}
          </section>
          <section className="card"><h2>{t('server_ledger')}</h2>{health.data.figures ? <Figures figures={health.data.figures} /> : <p className="soft">{t('server_figures_none')}</p>}</section>
          <section className="card"><h2>{t('server_witnesses')}</h2><Witnesses witnesses={health.data.witnesses} /></section>
          <section className="card"><h2>{t('server_backups')}</h2><p>{t('server_backups_help')}</p></section>
        </div>
      ) : health.error ? null : <Loading />}
    </>
  );
}
