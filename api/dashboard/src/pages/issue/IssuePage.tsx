import {Link} from '@tanstack/react-router';
import {useCallback, useMemo, useState, type ReactNode} from 'react';
import {addressOf, read} from '../../api/client.ts';
import {useRead} from '../../api/hooks.ts';
import {useNames, useSubjects} from '../../api/names.ts';
import type {HistoryItem, Issue} from '../../api/shapes.ts';
import {useAddress, usePart} from '../../app/address.ts';
import {DeadlineClock} from '../../components/DeadlineClock.tsx';
import {Due} from '../../components/Due.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {isSealed, Opening, Personal, Speaker} from '../../components/Sealed.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {Timeline} from '../../components/Timeline.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day, daysBetween} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';
import {AnsweredBefore} from './AnsweredBefore.tsx';
import {ExtensionChecklist} from './ExtensionChecklist.tsx';
import {nextActs} from './next.ts';

function Fact({label, children}: {readonly label: string; readonly children: ReactNode}) {
  if (children === null || children === undefined || children === '') return null;
  return <><dt>{label}</dt><dd>{children}</dd></>;
}

/** What was said, as far as the reader may see it. */
function Said({issue}: {readonly issue: Issue}) {
  const [opened, setOpened] = useState<Issue['opinion']>(null);
  const open = useCallback(async (purpose: string) => {
    const found = await read('issues/{id}', {id: issue.id}, {purpose});
    setOpened(found.opinion);
  }, [issue.id]);
  const close = useCallback(() => setOpened(null), []);
  const opinion = opened ?? issue.opinion;
  if (!opinion) return null;
  const {resident} = opinion;
  return (
    <section className="card" aria-labelledby="said">
      <h2 id="said">{t('words')}</h2>
      {opinion.words !== null ? (
        <blockquote className={isSealed(opinion.words) ? 'sealed-block' : 'words-of-people'}><Personal value={opinion.words} /></blockquote>
      ) : null}
      <dl className="facts">
        <Fact label={t('speaker')}><Speaker resident={resident} anonymous={opinion.anonymous} /></Fact>
        {resident?.phone ? <Fact label={t('phone')}><Personal value={resident.phone} /></Fact> : null}
        {resident?.address ? <Fact label={t('address')}><Personal value={resident.address} /></Fact> : null}
      </dl>
      <Opening parts={[issue.opinion?.words, resident?.name, resident?.phone, resident?.address]} isOpen={opened !== null}
               onOpen={open} onClose={close} />
      {resident?.id ? <p className="no-print"><Link to={`/nguoi-dan/${encodeURIComponent(resident.id)}` as '/'}>{t('resident_page')}</Link></p> : null}
    </section>
  );
}

function Summary({issue}: {readonly issue: Issue}) {
  const names = useNames();
  const holding = issue.holdings.find((each) => each.until === null);
  return (
    <section className="card" aria-labelledby="summary">
      <h2 id="summary">{t('issue_summary')}</h2>
      <dl className="facts">
        <Fact label={t('due')}>{issue.effective_due ? <Due due={issue.effective_due} over={!issue.open} pausedUntil={issue.paused_until} today={issue.today} full /> : null}</Fact>
        <Fact label={t('received')}>{`${day(issue.received)} · ${wordFor('value_channel', issue.channel)}`}</Fact>
        <Fact label={t('khom')}>{names.khom(issue.khom)}</Fact>
        <Fact label={t('field')}>{names.field(issue.field)}</Fact>
        <Fact label={t('type')}>{issue.type ? `${wordFor('type', issue.type)}${issue.complexity ? ` · ${wordFor('value_complexity', issue.complexity)}` : ''}` : null}</Fact>
        <Fact label={t('assignee')}>
          {issue.assignee ? `${[...new Set([names.user(issue.assignee, issue.unit), issue.unit])].filter(Boolean).join(' – ')}${holding
            ? ` · ${t('held_days', {days: daysBetween(holding.from, issue.today)})}` : ''}${issue.returns > 0 ? ` · ${t('returns_count', {n: issue.returns})}` : ''}` : null}
        </Fact>
        <Fact label={t('first_reply')}>{issue.first_reply_on ? t('first_reply_kept', {on: day(issue.first_reply_on), due: issue.first_reply_due ? day(issue.first_reply_due) : ''}) : null}</Fact>
        <Fact label={t('forward')}>{issue.forward ? `${issue.forward.body} (${issue.forward.document})` : null}</Fact>
        <Fact label={t('notice')}>{issue.notice ? `${issue.notice.symbol}, ${day(issue.notice.date)}, ${names.official(issue.notice.signer)}` : null}</Fact>
        <Fact label={t('delivered_on')}>{issue.delivered_on ? day(issue.delivered_on) : null}</Fact>
        <Fact label={t('data_verdict')}>{issue.verdict ? wordFor('value_verdict', issue.verdict) : null}</Fact>
        <Fact label={t('case_code')}>{issue.case_code ? <>{issue.case_code} <span className="meta no-print"><a href={`/tra-cuu#${issue.case_code}`} target="_blank" rel="noreferrer">{t('case_page')}</a> · <a href={addressOf(`issues/${encodeURIComponent(issue.id)}/papers/slip`)} download>{t('case_slip')}</a></span></> : null}</Fact>
        <Fact label={t('dialogue')}>{issue.dialogue ? <Link to={`/doi-thoai/${encodeURIComponent(issue.dialogue)}` as '/'}>{t('dialogue_of', {day: day(issue.received)})}</Link> : null}</Fact>
      </dl>
    </section>
  );
}

/** Why the last draft was sent back, as it was said then. */
function whySentBack(history: readonly HistoryItem[] | undefined): string {
  const last = history?.filter((each) => each.type === 'issue.answer_sent_back').pop();
  return last ? String((last.data as {comments?: string}).comments ?? '') : '';
}

function Answer({issue, history}: {readonly issue: Issue; readonly history: readonly HistoryItem[] | undefined}) {
  const names = useNames();
  const why = issue.answer?.sent_back ? whySentBack(history) : '';
  if (!issue.answer && !issue.pending_extension) return null;
  return (
    <section className="card" aria-labelledby="answer">
      {issue.pending_extension ? (
        <p className="notice warn">{t('extension_asked', {who: names.user(issue.pending_extension.requested_by),
          days: issue.pending_extension.days, reason: issue.pending_extension.reason})}</p>
      ) : null}
      {issue.answer ? (
        <>
          <h2 id="answer">{t('answer_draft', {n: issue.answer.draft})}</h2>
          <p className="meta">{t('answer_by', {who: names.user(issue.answer.drafted_by), outcome: wordFor('value_outcome', issue.answer.outcome)})}
            {issue.answer.approved ? ` · ${t('answer_approved')}` : issue.answer.sent_back ? ` · ${t('answer_sent_back')}` : ''}</p>
          {why ? <p className="notice warn">{t('sent_back_why', {why})}</p> : null}
          <blockquote className="words-of-people">{issue.answer.text}</blockquote>
          {issue.answer.legal_basis ? <p className="meta">{t('basis')}: {issue.answer.legal_basis}</p> : null}
        </>
      ) : <h2 id="answer" className="hidden-from-sight">{t('answer')}</h2>}
    </section>
  );
}

function Promises({issue}: {readonly issue: Issue}) {
  const names = useNames();
  if (issue.commitments.length === 0) return null;
  return (
    <section className="card" aria-labelledby="promises">
      <h2 id="promises">{t('place_promises')}</h2>
      <ul className="lines">
        {issue.commitments.map((each) => (
          <li key={each.id}>
            <p>{each.what}</p>
            <p className="meta">{t('promise_line', {who: names.official(each.owner), due: day(each.due), first: day(each.first_due),
              moved: each.revisions, status: wordFor('promise', each.missed ? 'missed' : each.status)})}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Related({issue}: {readonly issue: Issue}) {
  const links = [...issue.links.map((each) => [each.other, wordFor('value_kind', each.kind)] as const),
    ...issue.absorbed.map((each) => [each.issue, t('absorbed')] as const),
    ...issue.split_into.map((each) => [each, t('split_into')] as const),
    ...(issue.merged_into ? [[issue.merged_into, t('merged_into')] as const] : []),
    ...(issue.split_from ? [[issue.split_from, t('split_from')] as const] : [])];
  const subjectOf = useSubjects(links.length > 0);
  if (links.length === 0) return null;
  return (
    <section className="card" aria-labelledby="related">
      <h2 id="related">{t('related')}</h2>
      <ul className="lines">
        {links.map(([id, how]) => <li key={id + how}><Link to={`/noi-dung/${encodeURIComponent(id)}` as '/'}>{subjectOf(id)}</Link> <span className="meta">{how}</span></li>)}
      </ul>
    </section>
  );
}

function Body({issue}: {readonly issue: Issue}) {
  const [search, change] = useAddress();
  const parts = useMemo(() => ({id: issue.id}), [issue.id]);
  const history = useRead('issues/{id}/history', {parts});
  const deadline = useRead('issues/{id}/deadline', {parts});
  const next = useMemo(() => nextActs(issue), [issue]);
  const context = useMemo(() => ({issue}), [issue]);
  return (
    <div className="two-columns">
      <div className="column-acts">
        <ActPanel page="issue" parts={parts} version={issue.version} allowed={issue.allowed_commands} context={context} next={next}
                  open={search['viec']} onDone={() => change({viec: undefined})} />
        <Related issue={issue} />
        <AnsweredBefore issue={issue} />
      </div>
      <div className="column-main stack">
        <Summary issue={issue} />
        <Said issue={issue} />
        <Answer issue={issue} history={history.data?.items} />
        <section className="card" aria-labelledby="deadline">
          <h2 id="deadline">{t('deadline')}</h2>
          <ShownWhenRead of={deadline}>{(data) => <DeadlineClock deadline={data} over={!issue.open} />}</ShownWhenRead>
        </section>
        <ExtensionChecklist issue={issue} />
        <Promises issue={issue} />
        <section className="card" aria-labelledby="history">
          <header className="row">
            <h2 id="history">{t('history')}</h2>
            <Link className="no-print" to={`/noi-dung/${encodeURIComponent(issue.id)}/lich-su` as '/'}>{t('history_whole')}</Link>
          </header>
          <ShownWhenRead of={history}>{(data) => <Timeline items={data.items} />}</ShownWhenRead>
        </section>
      </div>
    </div>
  );
}

export function IssuePage() {
  const id = usePart('id') ?? '';
  const names = useNames();
  const issue = useRead('issues/{id}', {parts: {id}});
  return (
    <ShownWhenRead of={issue}>
      {(data) => (
        <>
          <p className="meta crumbs no-print"><Link to="/noi-dung">{t('place_issues')}</Link> › {names.khom(data.khom)}, {day(data.received)} <span className="case-id">({data.id})</span></p>
          <PageHead title={data.subject || t('issue', {id: data.id})} />
          <p className="row issue-tags">
            <Tag shape={shapeOfPhase(data.phase)}>{wordOfPhase(data.phase)}</Tag>
            {data.overdue ? <Tag shape="late">{t('overdue')}</Tag> : null}
            {data.paused_until ? <Tag shape="pause">{t('due_paused', {day: day(data.paused_until)})}</Tag> : null}
            {data.pressing ? <Tag shape="soon">{t('pressing')}</Tag> : null}
            {data.contested_on ? <Tag shape="disputed">{t('contested')}</Tag> : null}
            {data.reopenings > 0 ? <Tag shape="disputed">{t('reopened_times', {n: data.reopenings})}</Tag> : null}
          </p>
          <Body issue={data} />
        </>
      )}
    </ShownWhenRead>
  );
}
