import {Link} from '@tanstack/react-router';
import {useEffect, useMemo, useState} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {WorkItem} from '../../api/shapes.ts';
import {Due} from '../../components/Due.tsx';
import {Empty} from '../../components/Empty.tsx';
import {nameOfPeriod} from '../../components/periods.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';
import {nextActs} from '../issue/next.ts';

/** `Báo cáo CCHC, quý 3/2026` of `cchc/2026-Q3`. */
function nameOfReport(id: string): string {
  const [family = '', period = ''] = id.split('/');
  return t('report_of', {family: wordFor('family', family), period: nameOfPeriod(period)});
}

const kLists = ['to_approve', 'extension_to_decide', 'reopen_to_decide'];

/** The draft beside the buttons that decide on it. */
function Decision({id}: {readonly id: string}) {
  const names = useNames();
  const issue = useRead('issues/{id}', {parts: {id}});
  return (
    <ShownWhenRead of={issue}>
      {(data) => (
        <div className="stack">
          <section className="card">
            <h2><Link to={`/noi-dung/${encodeURIComponent(id)}` as '/'}>{data.subject}</Link></h2>
            <p className="row"><span>{names.khom(data.khom)}</span><Due due={data.effective_due} today={data.today} /></p>
            {data.pending_extension ? (
              <div className="notice warn">
                <p>{t('extension_asked', {who: names.user(data.pending_extension.requested_by), days: data.pending_extension.days, reason: data.pending_extension.reason})}</p>
                <p className="meta">{t('extension_effect', {first: data.original_due ? day(data.original_due) : '', used: data.extensions, max: names.settings?.policy?.extensions_max ?? 0,
                  late: data.pending_extension.late ? 'yes' : 'no'})}</p>
              </div>
            ) : null}
            {data.reopen_request ? <p className="notice warn">{t('reopen_asked', {who: wordFor('value_requester', data.reopen_request.requester), reason: data.reopen_request.reason})}</p> : null}
            {data.answer ? (
              <>
                <h3>{t('answer_draft', {n: data.answer.draft})}</h3>
                <p className="meta">{t('answer_by', {who: names.user(data.answer.drafted_by), outcome: wordFor('value_outcome', data.answer.outcome)})}</p>
                <blockquote className="words-of-people">{data.answer.text}</blockquote>
                {data.answer.legal_basis ? <p className="meta">{t('basis')}: {data.answer.legal_basis}</p> : null}
              </>
            ) : null}
          </section>
          <ActPanel page="issue" parts={{id}} version={data.version} allowed={data.allowed_commands} context={{issue: data}} next={nextActs(data)} />
        </div>
      )}
    </ShownWhenRead>
  );
}

/** What only the chair can decide, one after the other. */
export function Approvals() {
  const work = useRead('work');
  const [chosen, setChosen] = useState<string | null>(null);
  const lists = useMemo(() => (work.data?.lists ?? []).filter((each) => kLists.includes(each.list) && each.count > 0), [work.data]);
  const others = (work.data?.lists ?? []).filter((each) => ['plan_to_approve', 'report_to_sign'].includes(each.list) && each.count > 0);
  const ids = useMemo(() => lists.flatMap((list) => (list.items ?? []).map((each) => each.id)), [lists]);
  useEffect(() => { if (chosen === null || !ids.includes(chosen)) setChosen(ids[0] ?? null); }, [ids, chosen]);
  return (
    <>
      <PageHead title={t('place_approvals')} />
      <ShownWhenRead of={work}>
        {() => (ids.length === 0 && others.length === 0 ? <Empty kind="done"><p>{t('approvals_done')}</p></Empty> : (
          <div className="approvals">
            <div className="stack">
              {lists.map((list) => (
                <section key={list.list}>
                  <h2>{wordFor('list', list.list)} <span className="count-of">{list.count}</span></h2>
                  <ul className="pick-rows">
                    {(list.items as WorkItem[] | undefined ?? []).map((each) => (
                      <li key={each.id}>
                        <button type="button" className="pick-row-button" aria-current={chosen === each.id ? 'true' : undefined} onClick={() => setChosen(each.id)}>
                          <span>{each.subject}</span>
                          <span className="meta">{each.due ? day(each.due) : ''}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              {others.map((list) => (
                <section key={list.list}>
                  <h2>{wordFor('list', list.list)} <span className="count-of">{list.count}</span></h2>
                  <ul className="lines">
                    {(list.items ?? []).map((each) => (
                      <li key={each.id}><Link to={(each.kind === 'plan' ? `/ke-hoach/${each.id}?viec=approve` : `/bao-cao/${each.id}?viec=sign`) as '/'}>{each.kind === 'plan' ? t('plan_of', {year: each.id}) : nameOfReport(each.id)}</Link></li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
            {chosen ? <Decision key={chosen} id={chosen} /> : null}
          </div>
        ))}
      </ShownWhenRead>
    </>
  );
}
