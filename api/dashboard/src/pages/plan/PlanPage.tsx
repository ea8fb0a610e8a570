import {useNavigate} from '@tanstack/react-router';
import {useMemo} from 'react';
import {actOf} from '../../api/acts.ts';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Plan} from '../../api/shapes.ts';
import {useAddress, usePart} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {Coverage} from '../../components/Coverage.tsx';
import {Empty} from '../../components/Empty.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {shapeOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {YearChoice} from '../../components/YearChoice.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';

const kNext: Record<string, readonly string[]> = {absent: ['draft'], drafted: ['approve', 'draft'], approved: ['publish'], published: ['amend', 'close']};

function Lines({plan}: {readonly plan: Plan}) {
  const names = useNames();
  if (plan.lines.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('plan_lines')}</h2>
      <table className="data keeps plain-table">
        <thead><tr><th scope="col">{t('khom')}</th>{[1, 2, 3, 4].map((n) => <th key={n} scope="col" className="figure">{t('quarter', {n})}</th>)}</tr></thead>
        <tbody>
          {plan.lines.map((line) => (
            <tr key={line.khom}><th scope="row">{names.khom(line.khom)}</th>{line.per_quarter.map((each, at) => <td key={at} className="figure">{each}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {plan.plan_version > 1 ? <p className="meta">{t('plan_amended', {times: plan.plan_version - 1})}</p> : null}
    </section>
  );
}

/** A year without a plan: whoever may, drafts one. */
function NoPlan({year}: {readonly year: string}) {
  const {roles} = useSignedIn();
  const draft = actOf('plan', 'draft')!;
  const parts = useMemo(() => ({year}), [year]);
  const allowed = useMemo(() => (roles.some((each) => draft.roles.includes(each)) ? [{command: 'draft', allowed: true, code: null, reason: null}] : []), [roles, draft]);
  return (
    <div className="two-columns">
      <div className="column-acts"><ActPanel page="plan" parts={parts} version={null} allowed={allowed} context={{}} next={['draft']} /></div>
      <div className="column-main"><Empty kind="none"><p>{t('no_plan')}</p></Empty></div>
    </div>
  );
}

/** The plan of a year and how far it is kept: khóm by quarter. */
export function PlanPage() {
  const names = useNames();
  const navigate = useNavigate();
  const [search, change] = useAddress();
  const year = usePart('year') ?? names.today?.slice(0, 4) ?? '';
  const plan = useRead('plans/{year}', {parts: {year}, enabled: year !== ''});
  const schedule = useRead('schedule', {query: {year}, enabled: year !== ''});
  const parts = useMemo(() => ({year}), [year]);
  const context = useMemo(() => (plan.data ? {plan: plan.data} : {}), [plan.data]);
  return (
    <>
      <PageHead title={t('plan_of', {year})}>
        <YearChoice year={year} onChange={(next) => void navigate({to: `/ke-hoach/${next}` as '/'})} />
      </PageHead>
      {plan.error?.status === 404 ? <NoPlan year={year} /> : (
      <ShownWhenRead of={plan}>
        {(data) => (
          <>
            <p className="row issue-tags">
              <Tag shape={shapeOfPhase(data.phase)}>{wordFor('plan', data.phase)}</Tag>
              {data.approval ? <span>{t('plan_approved_line', {symbol: data.approval.symbol, day: day(data.approval.date), who: names.official(data.approval.signer)})}</span> : null}
            </p>
            <div className="two-columns">
              <div className="column-acts">
                <ActPanel page="plan" parts={parts} version={data.version === 0 ? null : data.version} allowed={data.allowed_commands} context={context}
                          next={kNext[data.phase] ?? []} open={search['viec']} onDone={() => change({viec: undefined})} />
              </div>
              <div className="column-main stack">
                {data.title ? <section className="card"><h2>{data.title}</h2>{data.legal_basis ? <p className="words-of-people meta">{data.legal_basis}</p> : null}</section>
                  : <Empty kind="none"><p>{t('no_plan')}</p></Empty>}
                <ShownWhenRead of={schedule}>
                  {(found) => (
                    <section className="card">
                      <h2>{t('coverage_of', {year})}</h2>
                      <p className="meta">{t('coverage', {met: found.met, due: found.due, missed: found.missed})}</p>
                      <Coverage cells={found.cells} caption={t('coverage_of', {year})} />
                    </section>
                  )}
                </ShownWhenRead>
                <Lines plan={data} />
                {data.credited.length > 0 ? (
                  <section className="card"><h2>{t('plan_credited')}</h2>
                    <ul className="lines">{data.credited.map((each) => (
                      <li key={each.khom + each.quarter}>{t('plan_credited_line', {khom: names.khom(each.khom), n: each.quarter, day: day(each.held_on), reason: each.reason})}</li>
                    ))}</ul></section>
                ) : null}
              </div>
            </div>
          </>
        )}
      </ShownWhenRead>
      )}
    </>
  );
}
