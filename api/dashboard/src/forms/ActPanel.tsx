import {useEffect, useId, useMemo, useRef, useState} from 'react';
import {Button} from 'react-aria-components';
import type {Act, Done} from '../api/acts.ts';
import type {Parameters} from '../api/client.ts';
import type {AllowedCommand} from '../api/shapes.ts';
import {useAsOf} from '../app/as_of.ts';
import {useOffers} from '../app/offers.ts';
import {t} from '../i18n/text.ts';
import {ActForm} from './ActForm.tsx';
import type {Context} from './context.ts';
import {followingOf} from './following.ts';
import {actsOn, type PageId} from './pages.ts';
import {undoOf} from './undo.ts';
import {wordOfAct} from './words.ts';

interface Props {
  readonly page: PageId;
  readonly parts: Parameters;
  readonly version: number | null;
  readonly allowed: readonly AllowedCommand[];
  readonly context: Context;
  /** Acts that are as a rule done next, the likeliest first. */
  readonly next?: readonly string[];
  /** The act whose form is open at once, as a link asked for it. */
  readonly open?: string | undefined;
  readonly title?: string;
  readonly onDone?: (act: Act, done: Done) => void;
}

interface Listed {
  readonly act: Act;
  readonly state: AllowedCommand;
}

const kFirstMax = 2;

/**
 * What can be done with what is open, the same on every page: first what is likeliest, then the rest, then what
 * cannot be done now, each with the reason. The server says which is which.
 */
export function ActPanel({page, parts, version, allowed, context, next = [], open, title, onDone}: Props) {
  const asOf = useAsOf();
  const heading = useId();
  const [opened, setOpened] = useState<string | null>(open ?? null);
  const [following, setFollowing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [last, setLast] = useState<Act | null>(null);
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => { if (open) setOpened(open); }, [open]);
  const listed = useMemo(() => {
    const states = new Map(allowed.map((each) => [each.command, each]));
    return actsOn(page).flatMap((act): Listed[] => {
      const state = states.get(act.act);
      return state ? [{act, state}] : [];
    });
  }, [page, allowed]);
  const possible = useMemo(() => listed.filter((each) => each.state.allowed), [listed]);
  const barred = listed.filter((each) => !each.state.allowed);
  const first = next.flatMap((name) => possible.find((each) => each.act.act === name) ?? []).slice(0, kFirstMax);
  const rest = possible.filter((each) => !first.includes(each));
  useOffers(useMemo(() => (asOf ? [] : possible.map(({act}) =>
    ({id: act.act, label: wordOfAct(act.subject, act.act), run: () => setOpened(act.act)}))), [possible, asOf]));
  if (asOf) return <section className="card act-panel"><p className="meta">{t('as_of_no_acts')}</p></section>;
  if (listed.length === 0) return null;
  const undo = last ? undoOf(last.subject, last.act).flatMap((name) => possible.find((each) => each.act.act === name) ?? [])[0] : undefined;
  const chosen = listed.find((each) => each.act.act === opened) ?? possible.find((each) => each.act.act === following);
  const close = (next: string | null = null) => {
    setOpened(null);
    setFollowing(next);
  };
  const done = (act: Act) => (result: Done) => {
    close(followingOf(act.subject, act.act));
    setSaid(t('act_done', {act: wordOfAct(act.subject, act.act)}));
    setLast(act);
    status.current?.focus();
    onDone?.(act, result);
  };
  return (
    <section className="card act-panel no-print" aria-labelledby={heading}>
      <h2 id={heading}>{title ?? t('acts_possible')}</h2>
      <p ref={status} tabIndex={-1} role="status" className={said ? 'notice good' : 'hidden-from-sight'}>{said}</p>
      {said && undo && (!chosen || opened === null) ? (
        <p><Button className="button plain small" data-undo={undo.act.act} onPress={() => setOpened(undo.act.act)}>{t('act_undo', {act: wordOfAct(undo.act.subject, undo.act.act)})}</Button></p>
      ) : null}
      {chosen ? (
        <>
          {chosen.state.allowed ? null : <p className="notice warn">{chosen.state.reason}</p>}
          <ActForm key={JSON.stringify([chosen.act.act, parts])} act={chosen.act} parts={parts} version={version} context={context}
                   onDone={done(chosen.act)} onKept={() => {
                     close();
                     setSaid(t('act_kept', {act: wordOfAct(chosen.act.subject, chosen.act.act)}));
                     status.current?.focus();
                   }} onCancel={() => close()} />
        </>
      ) : (
        <>
          <div className="act-first">
            {first.map(({act}, index) => (
              <Button key={act.act} className={index === 0 ? 'button main' : 'button'} data-act={act.act}
                      onPress={() => setOpened(act.act)}>{wordOfAct(act.subject, act.act)}</Button>
            ))}
          </div>
          <ActList label={first.length === 0 ? null : t('acts_more', {count: rest.length})} open={first.length === 0 || rest.length <= 6}
                   listed={rest} onOpen={setOpened} />
          {possible.length === 0 ? <p className="meta">{t('acts_none')}</p> : null}
          {barred.length > 0 ? (
            <details className="act-barred">
              <summary>{t('acts_barred', {count: barred.length})}</summary>
              <ul>
                {barred.map(({act, state}) => (
                  <li key={act.act}><span>{wordOfAct(act.subject, act.act)}</span><span className="meta">{state.reason}</span></li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      )}
    </section>
  );
}

function ActList({label, open, listed, onOpen}: {readonly label: string | null; readonly open: boolean;
                 readonly listed: readonly Listed[]; readonly onOpen: (act: string) => void}) {
  if (listed.length === 0) return null;
  const entries = (
    <ul className="act-list">
      {listed.map(({act}) => (
        <li key={act.act}>
          <Button className="act-entry" data-act={act.act} onPress={() => onOpen(act.act)}>{wordOfAct(act.subject, act.act)}</Button>
        </li>
      ))}
    </ul>
  );
  if (label === null) return entries;
  return <details className="act-rest" open={open}><summary>{label}</summary>{entries}</details>;
}
