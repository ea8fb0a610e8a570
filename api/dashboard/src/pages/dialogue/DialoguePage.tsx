import {Link} from '@tanstack/react-router';
import {useMemo, type ReactNode} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Dialogue} from '../../api/shapes.ts';
import {useAddress, usePart} from '../../app/address.ts';
import {DataTable} from '../../components/DataTable.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {Personal} from '../../components/Sealed.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day, fullDay} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';
import {addressOfIssue, issueColumns} from './issueColumns.tsx';

const kNext: Record<string, readonly string[]> = {
  scheduled: ['announce', 'invite'], announced: ['open', 'invite'], postponed: ['postpone'], missed: ['postpone', 'open'],
  opened: ['record-attendance', 'close'], closed: ['sign-minutes', 'record-attendance'], minutes_signed: ['publish-conclusion'],
};

/** It is still to be held, or is being held: what its khóm was told before is of use. */
const kAhead: ReadonlySet<string> = new Set(['scheduled', 'announced', 'postponed', 'opened']);

/** What has to be there before the meeting, at it and after it, and whether it is. */
function Steps({dialogue}: {readonly dialogue: Dialogue}) {
  const steps: readonly (readonly [string, boolean, string])[] = [
    [t('step_announced'), dialogue.announcement !== null, dialogue.announcement ? `${dialogue.announced_on ? day(dialogue.announced_on) : ''}${dialogue.announcement.short_notice ? ` · ${t('short_notice')}` : ''}` : ''],
    [t('step_opened'), dialogue.opening !== null, dialogue.opening?.start ?? ''],
    [t('step_attendance'), dialogue.attendance !== null, dialogue.attendance ? t('residents_count', {count: dialogue.attendance.residents}) : ''],
    [t('step_presentation'), dialogue.presentation !== 'not_recorded', dialogue.presentation === 'skipped' ? dialogue.presentation_skipped_for : ''],
    [t('step_closed'), dialogue.closing !== null, dialogue.closing ? t('closing_line', {end: dialogue.closing.end, opinions: dialogue.closing.opinions, issues: dialogue.closing.issues}) : ''],
    [t('step_minutes'), dialogue.minutes !== null, dialogue.minutes ? `${dialogue.minutes.symbol}, ${day(dialogue.minutes.date)}` : ''],
    [t('step_conclusion'), dialogue.conclusion !== null, dialogue.conclusion ? `${dialogue.conclusion.symbol}, ${day(dialogue.conclusion.date)}` : ''],
  ];
  return (
    <ol className="check-steps">
      {steps.map(([name, isDone, note]) => (
        <li key={name} className={isDone ? 'step-done' : 'step-open'}>
          <ShapeMark shape={isDone ? 'done' : 'wait'} />
          <span>{name}<span className="hidden-from-sight"> – {isDone ? t('done') : t('not_yet')}</span></span>
          <span className="meta">{note}</span>
        </li>
      ))}
    </ol>
  );
}

function Fact({label, children}: {readonly label: string; readonly children: ReactNode}) {
  return children ? <><dt>{label}</dt><dd>{children}</dd></> : null;
}

function Body({dialogue}: {readonly dialogue: Dialogue}) {
  const names = useNames();
  const [search, change] = useAddress();
  const parts = useMemo(() => ({id: dialogue.id}), [dialogue.id]);
  const context = useMemo(() => ({dialogue}), [dialogue]);
  const columns = useMemo(() => issueColumns(names), [names]);
  const live = dialogue.phase === 'opened' || dialogue.phase === 'closed';
  return (
    <div className="two-columns">
      <div className="column-acts">
        {live ? <p><Link className="button main wide-button" to={`/doi-thoai/${encodeURIComponent(dialogue.id)}/ban-ghi` as '/'}>{t('desk_open')}</Link></p> : null}
        {kAhead.has(dialogue.phase) ? <p><Link className="button wide-button" to={`/doi-thoai/${encodeURIComponent(dialogue.id)}/chuan-bi` as '/'}>{t('brief')}</Link></p> : null}
        <ActPanel page="dialogue" parts={parts} version={dialogue.version} allowed={dialogue.allowed_commands} context={context}
                  next={kNext[dialogue.phase] ?? []} open={search['viec']} onDone={() => change({viec: undefined})} />
      </div>
      <div className="column-main stack">
        <section className="card">
          <dl className="facts">
            <Fact label={t('date')}>{fullDay(dialogue.date)}, {dialogue.start}{dialogue.end ? `–${dialogue.end}` : ''}{dialogue.outside_office_hours ? ` · ${t('evening')}` : ''}</Fact>
            <Fact label={t('place')}>{dialogue.venue.kind === 'household' ? <>{t('household')} <Personal value={dialogue.venue.host_address} /></> : dialogue.venue.place}</Fact>
            <Fact label={t('chaired_by')}>{names.official(dialogue.opening?.chaired_by ?? dialogue.chair)}{dialogue.opening?.substitute ? ` (${t('substitute')})` : ''}</Fact>
            <Fact label={t('topics')}>{dialogue.topics}</Fact>
            <Fact label={t('postponed')}>{dialogue.postponements.map((each) => `${day(each.previous_date)}: ${each.reason}`).join(' · ')}</Fact>
            <Fact label={t('cancelled_for')}>{dialogue.cancelled_for}</Fact>
          </dl>
        </section>
        <section className="card"><h2>{t('dialogue_steps')}</h2><Steps dialogue={dialogue} /></section>
        {dialogue.invitations.length > 0 ? (
          <section className="card">
            <h2>{t('invitations')}</h2>
            <ul className="lines">
              {dialogue.invitations.map((each) => (
                <li key={each.participant}>{each.participant} <span className="meta">{each.role} · {each.answer
                  ? (each.answer as {coming?: boolean}).coming ? t('coming') : t('not_coming') : t('no_answer_yet')}</span></li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h2>{t('dialogue_issues', {count: dialogue.issues.length, opinions: dialogue.opinions.length})}</h2>
          {dialogue.issues.length > 0 ? (
            <DataTable label={t('place_issues')} rows={dialogue.issues} keyOf={(each) => each.id} columns={columns}
                       addressOf={addressOfIssue} />
          ) : <p className="soft">{t('dialogue_no_issues')}</p>}
        </section>
        {dialogue.conclusion ? <section className="card"><h2>{t('step_conclusion')}</h2><blockquote className="words-of-people">{dialogue.conclusion.text}</blockquote></section> : null}
        {dialogue.minutes ? (
          <section className="card"><h2>{t('minutes')}</h2><p>{t('minutes_line', {symbol: dialogue.minutes.symbol, answered: dialogue.minutes.answered_on_the_spot,
            noted: dialogue.minutes.noted, taken: dialogue.minutes.taken_away, redirected: dialogue.minutes.redirected})}</p>
            <p className="meta">{t('signed_by', {who: dialogue.minutes.signers.map((each) => names.official(each)).join(', ')})}</p></section>
        ) : null}
      </div>
    </div>
  );
}

export function DialoguePage() {
  const id = usePart('id') ?? '';
  const names = useNames();
  const dialogue = useRead('dialogues/{id}', {parts: {id}});
  return (
    <ShownWhenRead of={dialogue}>
      {(data) => (
        <>
          <p className="meta crumbs no-print"><Link to="/doi-thoai">{t('place_dialogues')}</Link> › {names.khom(data.khom)}, {day(data.date)}</p>
          <PageHead title={t('dialogue_at', {khom: names.khom(data.khom), day: day(data.date)})} />
          <p className="row issue-tags"><Tag shape={shapeOfPhase(data.phase)}>{wordOfPhase(data.phase, 'dialogue')}</Tag><span className="meta">{wordFor('value_format', data.format)}</span></p>
          <Body dialogue={data} />
        </>
      )}
    </ShownWhenRead>
  );
}
