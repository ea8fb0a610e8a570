import {MutationCache, QueryCache, QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {RouterProvider} from '@tanstack/react-router';
import {useCallback, useEffect, useMemo, useState} from 'react';
import {I18nProvider} from 'react-aria-components';
import {Problem} from '../api/problem.ts';
import type {Session} from '../api/shapes.ts';
import {Loading} from '../components/Loading.tsx';
import {forgetAll} from '../forms/drafts.ts';
import {locale, t, useLanguage, type Key} from '../i18n/text.ts';
import {preferences, usePreferences} from './preferences.ts';
import {makeRouter} from './router.tsx';
import {currentSession, endSession, rolesOf, SessionContext, type SignedIn} from './session.ts';
import {ChoosePassword, SignIn, signInLinkIn} from './SignIn.tsx';

type State =
  | {readonly is: 'asking'}
  | {readonly is: 'out'; readonly news?: Key}
  | {readonly is: 'in'; readonly session: Session; readonly ward: string};

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
      },
    },
  });
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
  useEffect(() => {
    const {ward} = preferences();
    if (ward === '') {
      setState({is: 'out'});
      return;
    }
    currentSession(ward).then((session) => setState({is: 'in', session, ward}),
      (error: unknown) => setState({is: 'out', ...(error instanceof Problem && error.status === 0 ? {news: 'server_away'} : {})}));
  }, []);
  const leave = useCallback((news: Key) => setState({is: 'out', news}), []);
  let shown;
  if (link) {
    shown = <ChoosePassword link={link} onDone={() => {
      history.replaceState(null, '', '/');
      setLink(null);
      leave('password_is_set');
    }} />;
  } else if (state.is === 'asking') {
    shown = <Loading />;
  } else if (state.is === 'out') {
    shown = <SignIn news={state.news ? t(state.news) : undefined} onSignedIn={(session, ward) => setState({is: 'in', session, ward})} />;
  } else {
    shown = <Inside session={state.session} ward={state.ward} onLeave={leave} />;
  }
  return <I18nProvider key={language} locale={locale()}>{shown}</I18nProvider>;
}

function Inside({session, ward, onLeave}: {readonly session: Session; readonly ward: string;
                readonly onLeave: (news: Key) => void}) {
  const client = useMemo(() => makeClient(() => onLeave('session_over')), [onLeave]);
  const router = useMemo(() => makeRouter(), []);
  const signedIn = useMemo((): SignedIn => {
    const roles = rolesOf(session);
    return {
      session, ward, roles, role: roles[0] ?? 'system',
      signOut: async (news = 'signed_out') => {
        try {
          await endSession();
        } catch (error) {
          // A session that is over already is what was wanted.
          if (!(error instanceof Problem) || !error.isSignedOut) throw error;
        }
        forgetAll();
        client.clear();
        history.replaceState(null, '', '/');
        onLeave(news);
      },
    };
  }, [session, ward, client, onLeave]);
  return (
    <QueryClientProvider client={client}>
      <SessionContext.Provider value={signedIn}><RouterProvider router={router} /></SessionContext.Provider>
    </QueryClientProvider>
  );
}
