import {useNames} from '../api/names.ts';
import {day, fullDay, shortDay, type Day} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {ShapeMark} from './shapes.tsx';
import {stateOfDue} from './states.ts';

interface Props {
  readonly due: Day | null;
  /** Nothing is owed any more: the date is told without alarm. */
  readonly over?: boolean;
  readonly pausedUntil?: Day | null;
  readonly today?: Day | null;
  readonly full?: boolean;
  /** It is the first reply that is due. */
  readonly first?: boolean;
}

/** A deadline in one line: shape, date, what is left. */
export function Due({due, over = false, pausedUntil = null, today, full = false, first = false}: Props) {
  const names = useNames();
  const now = today ?? names.today;
  if (!due) return <span className="soft nothing">—</span>;
  if (over || !now || !names.calendar) return <time className="soft" dateTime={due}>{day(due)}</time>;
  if (pausedUntil) {
    return (
      <span className="due due-pause"><ShapeMark shape="pause" />
        <span>{t('due_paused', {day: shortDay(pausedUntil)})}</span></span>
    );
  }
  const state = stateOfDue(due, now, names.calendar);
  return (
    <span className={`due due-${state.shape ?? 'calm'}`}>
      {state.shape ? <ShapeMark shape={state.shape} /> : null}
      <time dateTime={due}>{full ? fullDay(due) : day(due)}</time>
      <span className="due-words">{first ? `${t('due_first_reply')}, ` : ''}{state.words}</span>
    </span>
  );
}
