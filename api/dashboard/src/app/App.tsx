import {MutationCache, QueryCache, QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {RouterProvider} from '@tanstack/react-router';
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import {I18nProvider} from 'react-aria-components';
import {Problem} from '../api/problem.ts';
import type {Session} from '../api/shapes.ts';
import {Loading} from '../components/Loading.tsx';
import {keepDraftsIn} from '../forms/drafts.ts';
import {locale, t, useLanguage, type Key} from '../i18n/text.ts';
import {follow} from '../live/live.ts';
import {Queue, QueueContext} from '../offline/queue.ts';
import {keepReadsIn} from '../offline/reads.ts';
import {lastVault, openVault, type Vault} from '../offline/vault.ts';
import {installWorker} from '../offline/worker.ts';
import {forgetOtherWards} from '../pages/wards/others.ts';
import {preferences, usePreferences} from './preferences.ts';
import {makeRouter} from './router.tsx';
import {currentSession, endOwed, endSession, oweEnd, rolesOf, SessionContext, sessionStillOf, takeSession, type SignedIn} from './session.ts';
import {Leaving} from './Leaving.tsx';
import {ChoosePassword, SignIn, signInLinkIn} from './SignIn.tsx';

type State =
  | {readonly is: 'asking'}
  | {readonly is: 'out'; readonly news?: Key; readonly home?: boolean}
  | {readonly is: 'in'; readonly session: Session; readonly ward: string; readonly vault: Vault};

/** Where the last page of the last reader is forgotten: nothing read by one is left for the next. */
function makeClient(onSignedOut: () => void): QueryClient {
  const noticed = (error: unknown) => {
    if (error instanceof Problem && error.isSignedOut) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({onError: noticed}),
    mutationCache: new MutationCache({onError: noticed}),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => error instanceof Problem && (error.status === 503 || error.status === 0) && count < 2,
        refetchOnWindowFocus: true,
        // Whether the server can be reached is seen by asking it; what was kept of its answers is shown meanwhile.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
    },
  });
}

/** Sets the person whose vault, drafts and kept answers these are: from here on nobody else's can be read. */
async function enter(session: Session, ward: string, password: string | null): Promise<State> {
  const vault = await openVault({ward, user: session.user}, password);
  await takeVault(vault);
  await vault.put('read', kSession, session);
  return {is: 'in', session, ward, vault};
}

const kSession = 'session';

async function takeVault(vault: Vault | null): Promise<void> {
  keepReadsIn(vault);
  forgetOtherWards(vault?.owner.user ?? null);
  await keepDraftsIn(vault);
}

/** The person who is signed in: as the server says, and where it cannot be asked, as it said last on this machine. */
async function begin(ward: string): Promise<State> {
  if (ward === '') return {is: 'out'};
  try {
    await endOwed(ward);
    return await enter(await currentSession(ward), ward, null);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const vault = await lastVault(ward);
    if (error.isSignedOut) {
      forgetOtherWards(null);
      await vault?.close('seal');
    }
    const session = error.status === 0 ? await vault?.get('read', kSession) as Session | undefined : undefined;
    if (!vault || !session) return {is: 'out', ...(error.status === 0 ? {news: 'server_away'} : {})};
    takeSession(ward, session);
    await takeVault(vault);
    return {is: 'in', session, ward, vault};
  }
}

export function App() {
  const language = useLanguage();
  const {density} = usePreferences();
  const [state, setState] = useState<State>({is: 'asking'});
  const [link, setLink] = useState(() => signInLinkIn(location.hash));
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  useEffect(() => { document.documentElement.dataset['density'] = density; }, [density]);
  useEffect(() => {
    const changed = () => setLink(signInLinkIn(location.hash));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  useEffect(() => { void begin(preferences().ward).then(setState); }, []);
  // Only the sign-in that ended is left: meanwhile somebody may have signed in anew.
  const leave = useCallback((from: Vault, news: Key, home: boolean) => setState((now) =>
    (now.is === 'out' || (now.is === 'in' && now.vault === from) ? {is: 'out', news, home} : now)), []);
  // When the pages are gone: they would follow the address, and ask in the name of who has left.
  useEffect(() => { if (state.is === 'out' && state.home) history.replaceState(null, '', '/'); }, [state]);
  let shown;
  if (link) {
    shown = <ChoosePassword link={link} onDone={() => {
      history.replaceState(null, '', '/');
      setLink(null);
      setState({is: 'out', news: 'password_is_set'});
    }} />;
  } else if (state.is === 'asking') {
    shown = <Loading />;
  } else if (state.is === 'out') {
    shown = <SignIn news={state.news ? t(state.news) : undefined} onSignedIn={(session, ward, password) => {
      setState({is: 'asking'});
      void enter(session, ward, password).then(setState);
    }} />;
  } else {
    shown = <Inside session={state.session} ward={state.ward} vault={state.vault} onLeave={leave} />;
  }
  return <I18nProvider key={language} locale={locale()}>{shown}</I18nProvider>;
}

interface InsideProps {
  readonly session: Session;
  readonly ward: string;
  readonly vault: Vault;
  /** `home`: the next person does not begin at the page that was shown last. */
  readonly onLeave: (from: Vault, news: Key, home: boolean) => void;
}

function Inside({session, ward, vault, onLeave}: InsideProps) {
  const [leaving, setLeaving] = useState<Key | null>(null);
  /** Noticed in many ways at once, by every refused read; one that the person asked for is told as such, whichever comes first. */
  const ending = useRef<'noticed' | 'asked' | null>(null);
  const emptied = useRef<Promise<void> | null>(null);
  const left = useCallback((as: 'noticed' | 'asked', news: Key, how: 'seal' | 'drop') => {
    emptied.current ??= takeVault(null);
    void emptied.current.then(() => vault.close(how)).finally(() => {
      if (ending.current === as) onLeave(vault, news, as === 'asked');
    });
  }, [vault, onLeave]);
  const over = useCallback(() => {
    if (ending.current) return;
    ending.current = 'noticed';
    left('noticed', 'session_over', 'seal');
  }, [left]);
  const client = useMemo(() => makeClient(over), [over]);
  const router = useMemo(() => makeRouter(), []);
  const queue = useMemo(() => new Queue(vault, {
    onSent: () => void client.invalidateQueries(),
    onOtherPerson: over,
  }), [vault, client, over]);
  useEffect(() => queue.start(), [queue]);
  useEffect(installWorker, []);
  useEffect(() => follow({ward, user: session.user, client, onEnd: () => void sessionStillOf(session.user).then((still) => {
    if (still === 'other') over();
    // Other rights: everything is begun anew with them.
    else if (still !== 'unknown' && JSON.stringify(still.roles) !== JSON.stringify(session.roles)) location.reload();
  })}), [ward, session, client, over]);
  const goOut = useCallback(async (news: Key, how: 'seal' | 'drop') => {
    ending.current = 'asked';
    try {
      // A new password has ended the sign-in already; the one that may have begun since is another.
      if (news !== 'password_is_set') await endSession();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A session that is over already is what was wanted; one that the server could not be told of is ended when it can.
      if (!error.isSignedOut) oweEnd(ward);
    }
    left('asked', news, how);
  }, [ward, left]);
  const signedIn = useMemo((): SignedIn => {
    const roles = rolesOf(session);
    return {
      session, ward, roles, role: roles[0] ?? 'system',
      signOut: async (news = 'signed_out') => {
        if (queue.list().length > 0) setLeaving(news);
        else await goOut(news, vault.staysSealed ? 'seal' : 'drop');
      },
    };
  }, [session, ward, vault, queue, goOut]);
  return (
    <QueryClientProvider client={client}>
      <SessionContext.Provider value={signedIn}>
        <QueueContext.Provider value={queue}>
          <RouterProvider router={router} />
          {leaving ? <Leaving vault={vault} onStay={() => setLeaving(null)} onLeave={(how) => void goOut(leaving, how)} /> : null}
        </QueueContext.Provider>
      </SessionContext.Provider>
    </QueryClientProvider>
  );
}
