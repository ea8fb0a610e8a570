import {useNames} from '../api/names.ts';
import type {Deadline} from '../api/shapes.ts';
import {day, daysBetween, fullDay, shortDay, weekday, weekdayIndex, type Day} from '../i18n/dates.ts';
import {t, wordFor} from '../i18n/text.ts';
import {ShapeMark} from './shapes.tsx';
import {stateOfDue} from './states.ts';

type Clock = NonNullable<Deadline['resolution']['clock']>;

interface Mark {
  readonly on: Day;
  readonly word: string;
  readonly kind: 'start' | 'original' | 'due' | 'today';
}

/** The way from hearing to the deadline as a line: both dates, and where today is. */
function Track({marks}: {readonly marks: readonly Mark[]}) {
  const days = marks.map((each) => each.on).sort();
  const [first, last] = [days[0]!, days[days.length - 1]!];
  const span = Math.max(1, daysBetween(first, last));
  const at = (on: Day) => `${(daysBetween(first, on) / span) * 100}%`;
  return (
    <div className="track" aria-hidden="true">
      <div className="track-line" />
      {marks.map((mark) => (
        <div key={mark.kind} className={`track-mark track-${mark.kind}`} style={{left: at(mark.on)}}>
          <span className="track-dot" />
        </div>
      ))}
    </div>
  );
}

/** Day by day: what counted and what did not. */
function Days({clock}: {readonly clock: Clock}) {
  const first = clock.days[0]?.date;
  const pad = first ? weekdayIndex(first) : 0;
  const names = Array.from({length: 7}, (_, at) => weekday(`2021-03-0${at + 1}`, 'short'));
  return (
    <div className="explained">
      <p>{t('deadline_clock', {start: day(clock.start), days: clock.term.days, unit: t(clock.term.unit), due: day(clock.due)})}</p>
      <ol className="explained-days" aria-label={t('deadline_days')}>
        {names.map((name) => <li key={name} className="explained-name" aria-hidden="true">{name}</li>)}
        {Array.from({length: pad}, (_, at) => <li key={`pad${at}`} aria-hidden="true" />)}
        {clock.days.map((each) => (
          <li key={each.date} className={`explained-day verdict-${each.verdict}`} title={t('day_verdict', {day: fullDay(each.date), verdict: wordFor('verdict', each.verdict)})}>
            <time dateTime={each.date}>{shortDay(each.date)}</time>
            <span className="explained-count">{each.verdict.startsWith('counted') || each.verdict === 'extended' ? each.counted_so_far : ''}</span>
            <span className="hidden-from-sight">{wordFor('verdict', each.verdict)}</span>
          </li>
        ))}
      </ol>
      <ul className="explained-key meta">
        {[...new Set(clock.days.map((each) => each.verdict))].map((verdict) => (
          <li key={verdict}><span className={`explained-swatch verdict-${verdict}`} />{wordFor('verdict', verdict)}</li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  readonly deadline: Deadline;
  readonly over: boolean;
}

/** A deadline that explains itself: how it stands, where it came from, what moved it. */
export function DeadlineClock({deadline, over}: Props) {
  const {today, calendar} = useNames();
  const {resolution, first_reply: first} = deadline;
  const clock = resolution.clock ?? (first && !first.replied_on ? first : null);
  const due = resolution.effective_due ?? (first && !first.replied_on ? first.due : null);
  if (!clock || !due) return <p className="soft">{t('deadline_none')}</p>;
  const state = !over && today && calendar ? stateOfDue(due, today, calendar) : null;
  const original = resolution.original_due;
  const marks: Mark[] = [{on: clock.start, word: t('mark_start'), kind: 'start'},
    ...(original && original !== due ? [{on: original, word: t('mark_original'), kind: 'original'} as const] : []),
    {on: due, word: t('mark_due'), kind: 'due'},
    ...(today && !over && today >= clock.start ? [{on: today, word: t('mark_today'), kind: 'today'} as const] : [])];
  return (
    <div className="deadline">
      <p className={`deadline-head due-${state?.shape ?? 'calm'}`}>
        {state?.shape ? <ShapeMark shape={state.shape} /> : null}
        <span>{resolution.effective_due ? t('due') : t('first_reply_due')} <strong>{fullDay(due)}</strong></span>
        {state ? <span className="due-words">{state.words}</span> : null}
      </p>
      <Track marks={marks} />
      <ul className="track-words meta">
        {marks.map((mark) => (
          <li key={mark.kind}><span className={`track-key track-${mark.kind}`}><span className="track-dot" /></span>{mark.word} <time dateTime={mark.on}>{day(mark.on)}</time></li>
        ))}
      </ul>
      {resolution.steps.length > 0 ? (
        <ol className="steps">
          {resolution.steps.map((step, at) => (
            <li key={at}>
              {t(step.previous_due ? 'deadline_move' : 'deadline_set', {what: wordFor('step', step.kind), on: day(step.on),
                old: step.previous_due ? day(step.previous_due) : '', due: day(step.due)})}
              {step.reason ? <span className="soft"> – {step.reason}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {first ? (
        <p className="meta">{first.replied_on ? t('first_reply_done', {on: day(first.replied_on), due: day(first.due)}) : t(resolution.clock ? 'first_reply_waited' : 'first_reply_owed', {due: day(first.due)})}</p>
      ) : null}
      <details>
        <summary>{t('deadline_why')}</summary>
        <Days clock={clock} />
        {deadline.basis ? <p className="meta">{t('basis')}: {deadline.basis.text}</p> : null}
        <p className="meta">{deadline.matches ? t('deadline_matches') : t('deadline_differs')}</p>
        {deadline.provisional && resolution.clock ? <p className="meta">{t('provisional')}</p> : null}
      </details>
    </div>
  );
}
