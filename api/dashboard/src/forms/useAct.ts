import {useCallback, useRef, useState} from 'react';
import {newKey, perform, type Act, type Done} from '../api/acts.ts';
import type {Parameters} from '../api/client.ts';
import {useRefresh} from '../api/hooks.ts';
import {noteSeen} from '../live/live.ts';
import type {Step} from '../offline/outbox.ts';
import {Problem} from '../api/problem.ts';
import {t} from '../i18n/text.ts';
import type {Faults} from './values.ts';

export interface Doing {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly faults: Faults;
  readonly send: (body: Record<string, unknown>) => Promise<Done | null>;
  /** The act as it was tried or could not be tried, where the server is away: to be kept until it can be sent. */
  readonly unsent: Unsent | null;
  /** Goes on at the version that others have made meanwhile, with what was typed. */
  readonly goOn: () => void;
  readonly refuse: (faults: Faults) => void;
}

export interface Unsent {
  readonly step: Step;
  /** Whether the server may have it already. */
  readonly tried: boolean;
}

/**
 * Sends an act. It follows from `version`, which is that of what the form was opened on: what comes in meanwhile by itself
 * is not what its person saw. The key belongs to what is sent: sent again as it is (after a lost answer, or by two presses)
 * it acts once, and changed it is another act.
 */
export function useAct(act: Act, parts: Parameters, version: number | null): Doing {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [faults, setFaults] = useState<Faults>(new Map());
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const known = useRef<number | null>(null);
  const sent = useRef({what: '', key: ''});
  const send = useCallback(async (body: Record<string, unknown>) => {
    const follows = known.current ?? version;
    const what = JSON.stringify([act.path, parts, body, follows]);
    if (sent.current.what !== what) sent.current = {what, key: newKey()};
    setBusy(true);
    setProblem(null);
    setFaults(new Map());
    setUnsent(null);
    const tried = navigator.onLine !== false;
    try {
      if (!tried) throw new Problem(0, {detail: t('server_away')});
      const done = await perform({act, parts, body, version: follows, key: sent.current.key});
      if (done) noteSeen(done.ledger_size);
      // A new password ends the sign-ins; there is nothing to be asked for again.
      if (act.act !== 'set-password') await refresh();
      return done ?? {id: '', version: 0, ledger_size: 0};
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // The values that others recorded meanwhile are shown beside the typed ones.
      if (error.isStale) await refresh();
      setProblem(error);
      if (error.status === 0 && act.keyed) {
        setUnsent({tried, step: {subject: act.subject, act: act.act, parts, body, version: follows, key: sent.current.key}});
      }
      setFaults(new Map(error.faults.flatMap((each) =>
        (each.pointer === undefined ? [] : [[each.pointer, each.detail] as const]))));
      return null;
    } finally {
      setBusy(false);
    }
  }, [act, parts, version, refresh]);
  const goOn = useCallback(() => {
    known.current = problem?.currentVersion ?? known.current;
    setProblem(null);
  }, [problem]);
  const refuse = useCallback((found: Faults) => {
    setProblem(null);
    setFaults(found);
  }, []);
  return {busy, problem, faults, unsent, send, goOn, refuse};
}
