import {Link} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import {useNames} from '../api/names.ts';
import {day, moment} from '../i18n/dates.ts';
import {t, wordFor, wordOf} from '../i18n/text.ts';
import {bondsOf, lanesOf, type LaneEvent} from './lanes.ts';
import {personOf} from './timeline.ts';

interface Props {
  readonly events: readonly LaneEvent[];
  /** The names that came with the events go before those that are known. */
  readonly nameOf?: ((event: LaneEvent) => string) | undefined;
}

const word = (event: LaneEvent) => wordOf(event.type) ?? event.type;

/** A lane for each actor, time from left to right; of the chosen event, what brought it about and what it led to. */
export function Lanes({events, nameOf}: Props) {
  const names = useNames();
  const [chosen, setChosen] = useState<number | null>(null);
  const ordered = useMemo(() => [...events].sort((a, b) => a.position - b.position), [events]);
  const lanes = useMemo(() => lanesOf(ordered), [ordered]);
  const event = ordered.find((each) => each.position === chosen) ?? null;
  const bonds = useMemo(() => (event ? bondsOf(event, ordered) : null), [event, ordered]);
  const who = (each: LaneEvent) => nameOf?.(each) ?? personOf(each, names);
  const markOf = (each: LaneEvent) => (each === event ? 'lane-chosen' : bonds?.cause === each ? 'lane-cause' : bonds?.effects.includes(each) ? 'lane-effect'
    : bonds?.together.includes(each) ? 'lane-together' : '');
  return (
    <div className="stack">
      <div className="scroll-across lanes-box" role="region" aria-label={t('lanes')} tabIndex={0}>
        <table className="lanes">
          <thead>
            <tr><th scope="col">{t('history_who')}</th>{ordered.map((each, at) => {
              const before = ordered[at - 1];
              const on = day(each.happened.slice(0, 10));
              return <th key={each.position} scope="col" className="meta">{before && day(before.happened.slice(0, 10)) === on ? <span className="hidden-from-sight">{on}</span> : on.slice(0, 5)}</th>;
            })}</tr>
          </thead>
          <tbody>
            {lanes.map((lane) => (
              <tr key={lane.key} className={lane.key === 'system' ? 'lane-system' : undefined}>
                <th scope="row">{who(lane.first)}</th>
                {ordered.map((each) => (
                  <td key={each.position}>
                    {lane.events.has(each.position) ? (
                      <button type="button" className={`lane-dot ${markOf(each)}`} aria-pressed={each === event} title={`${word(each)} · ${moment(each.happened)}`}
                              aria-label={`${t('ledger_position', {position: each.position})}: ${word(each)}`} onClick={() => setChosen(each === event ? null : each.position)} />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {event && bonds ? (
        <section className="card lane-detail" aria-live="polite">
          <p><strong>{word(event)}</strong> – {who(event)} · {moment(event.happened)} · <Link to={`/xac-minh?so=${event.position}` as '/'}>{t('ledger_position', {position: event.position})}</Link></p>
          <Bond label={t('lanes_cause')} events={bonds.cause ? [bonds.cause] : []} onChoose={setChosen} none={t(event.causation === null ? 'lanes_by_person' : 'lanes_cause_elsewhere', {who: wordFor('role', event.role)})} />
          <Bond label={t('lanes_effects')} events={bonds.effects} onChoose={setChosen} none={t('lanes_no_effects')} />
          {bonds.together.length > 0 ? <Bond label={t('lanes_together')} events={bonds.together} onChoose={setChosen} none="" /> : null}
        </section>
      ) : <p className="meta">{t('lanes_help')}</p>}
    </div>
  );
}

function Bond({label, events, onChoose, none}: {readonly label: string; readonly events: readonly LaneEvent[];
              readonly onChoose: (position: number) => void; readonly none: string}) {
  return (
    <p>
      <span className="soft">{label}:</span> {events.length === 0 ? none : events.map((each) => (
        <button key={each.position} type="button" className="lane-link" onClick={() => onChoose(each.position)}>{t('ledger_position', {position: each.position})} {word(each)}</button>
      ))}
    </p>
  );
}
