import {useState} from 'react';
import {Button} from 'react-aria-components';
import type {Act, Member} from '../api/acts.ts';
import type {Change} from '../api/problem.ts';
import {Changes} from '../components/Changes.tsx';
import {day, isDay} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {compared, mergedOf, type Merging} from './merge.ts';
import {kHooks} from './sources.ts';
import {isBlank, type Draft, type GroupDraft} from './values.ts';
import {widgetOf, type Source} from './widgets.ts';
import {labelOf, wordOfValue} from './words.ts';

interface Props {
  readonly act: Act;
  readonly changes: readonly Change[];
  readonly merging: Merging;
  readonly onGoOn: (merged: GroupDraft) => void;
}

/** Others acted in between: who did what, and where both changed one field, which of the two stays. What was typed stays. */
export function Stale({act, changes, merging, onGoOn}: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const {both, taken} = compared(merging);
  const choose = (name: string, theirs: boolean) => setChosen((before) => {
    const next = new Set(before);
    if (theirs) next.add(name);
    else next.delete(name);
    return next;
  });
  return (
    <div className="notice warn form-summary stack" role="alert" tabIndex={-1}>
      <strong>{t('stale')}</strong>
      <Changes changes={changes} />
      {taken.length > 0 ? <p>{t('merge_taken', {names: taken.map((name) => labelOf(act, name)).join(', ')})}</p> : null}
      {both.map((name) => {
        const member = act.members.find((each) => each.name === name);
        return member ? (
          <fieldset key={name} className="merge">
            <legend>{labelOf(act, name)}: {t('merge_conflict')}</legend>
            {([['mine', merging.mine], ['theirs', merging.theirs]] as const).map(([whose, values]) => (
              <label key={whose} className="choice">
                <input type="radio" name={`merge-${name}`} checked={chosen.has(name) === (whose === 'theirs')} onChange={() => choose(name, whose === 'theirs')} />
                <span><strong>{t(`merge_${whose}`)}:</strong> <Value act={act} member={member} value={values[name]} beside={values} /></span>
              </label>
            ))}
          </fieldset>
        ) : null;
      })}
      <p>{t('stale_help')}</p>
      <div className="row"><Button className="button small" onPress={() => onGoOn(mergedOf(merging, chosen))}>{t('stale_go_on')}</Button></div>
    </div>
  );
}

interface ValueProps {
  readonly act: Act;
  readonly member: Member;
  readonly value: Draft | undefined;
  readonly beside: GroupDraft;
}

function Value({act, member, value, beside}: ValueProps) {
  const widget = widgetOf(act, member.name, member, beside);
  if (isBlank(value)) return t('merge_empty');
  if (widget.as === 'pick') return <Picked source={widget.source} value={String(value)} />;
  if (widget.as === 'choice') return wordOfValue(member.name, String(value));
  if (typeof value === 'boolean') return t('yes');
  if (typeof value === 'string') return isDay(value) ? day(value) : value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('; ');
  return t('merge_rows', {count: Array.isArray(value) ? value.length : 1});
}

function Picked({source, value}: {readonly source: Source; readonly value: string}) {
  return kHooks[source]().find((each) => each.value === value)?.label ?? value;
}
