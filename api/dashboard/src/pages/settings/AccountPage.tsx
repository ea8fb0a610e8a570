import {useMemo, type ReactNode} from 'react';
import {Button} from 'react-aria-components';
import {actOf} from '../../api/acts.ts';
import {useRead, useRefresh} from '../../api/hooks.ts';
import {send} from '../../api/client.ts';
import {useNames} from '../../api/names.ts';
import {prefer, usePreferences} from '../../app/preferences.ts';
import {useSignedIn} from '../../app/session.ts';
import {Choice, Flag} from '../../components/fields.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {SecondFactor} from './SecondFactor.tsx';
import {moment, wardTime} from '../../i18n/dates.ts';
import {setLanguage, t, wordFor, wordOf, type Language} from '../../i18n/text.ts';

function Card({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return <section className="card stack"><h2>{title}</h2>{children}</section>;
}

/** What was done to the account while its owner was away. */
function News() {
  const {session} = useSignedIn();
  const news = session.since_last_sign_in;
  if (!news) return null;
  const failed = news.failed_sign_ins.reduce((sum, each) => sum + each.times, 0);
  return (
    <Card title={t('account_news')}>
      <p className="meta">{news.last_sign_in ? t('last_sign_in', {at: wardTime(news.last_sign_in)}) : t('first_sign_in')}</p>
      <ul className="lines">
        {news.account_acts.map((each) => <li key={each.position}>{t('account_act', {act: wordOf(each.act) ?? each.act, by: each.by, when: moment(each.happened)})}</li>)}
        {failed > 0 ? <li className="due-late">{t('failed_sign_ins', {count: failed})}</li> : null}
      </ul>
    </Card>
  );
}

function Sessions({user}: {readonly user: string}) {
  const refresh = useRefresh();
  const sessions = useRead('users/{id}/sessions', {parts: {id: user}, now: true});
  return (
    <Card title={t('sessions')}>
      <ShownWhenRead of={sessions}>
        {(data) => (
          <ul className="lines">
            {data.items.map((each) => (
              <li key={each.id} className="row">
                <span>{t('session_line', {began: wardTime(each.began), used: wardTime(each.last_used), address: each.address})}</span>
                {each.is_this_one
                  ? <span className="meta">{t('session_this_one')}</span>
                  : <Button className="button plain small" onPress={() => {
                      void send({method: 'DELETE', path: `users/${encodeURIComponent(user)}/sessions/${each.id}`}).then(refresh);
                    }}>{t('session_end')}</Button>}
              </li>
            ))}
          </ul>
        )}
      </ShownWhenRead>
      <Button className="button" onPress={() => {
        void send({method: 'DELETE', path: `users/${encodeURIComponent(user)}/sessions`}).then(refresh);
      }}>{t('sessions_end')}</Button>
    </Card>
  );
}

/** One's own account and how one likes the page. */
export function AccountPage() {
  const {session, signOut} = useSignedIn();
  const names = useNames();
  const {language, density, letterKeys} = usePreferences();
  const parts = useMemo(() => ({id: session.user}), [session.user]);
  const me = useRead('users/{id}', {parts, now: true});
  const allowed = useMemo(() => (actOf('user', 'set-password') ? [{command: 'set-password', allowed: true, code: null, reason: null}] : []), []);
  return (
    <>
      <PageHead title={t('place_account')} printable={false}><Button className="button" onPress={() => void signOut()}>{t('sign_out')}</Button></PageHead>
      <div className="two-columns even">
        <div className="stack">
          <Card title={session.display_name || session.user}>
            <dl className="facts">
              <dt>{t('user')}</dt><dd>{session.user}</dd>
              <dt>{t('roles')}</dt><dd>{session.roles.map((each) => wordFor('role', each.role) + (each.khoms.length > 0 ? ` (${each.khoms.map((id) => names.khom(id)).join(', ')})` : '')).join(', ')}</dd>
            </dl>
          </Card>
          <News />
          <Card title={t('preferences')}>
            <Choice label={t('language')} name="language" value={language} options={[{value: 'vi', label: 'Tiếng Việt'}, {value: 'en', label: 'English'}]} onChange={(next) => {
              prefer({language: next as Language});
              void setLanguage(next as Language);
            }} />
            <Choice label={t('density')} name="density" help={t('density_help')} value={density} options={(['dense', 'normal', 'large'] as const).map((each) => ({value: each, label: wordFor('density', each)}))}
                    onChange={(next) => prefer({density: next as typeof density})} />
            <Flag label={t('letter_keys')} help={t('letter_keys_help')} value={letterKeys} onChange={(next) => prefer({letterKeys: next})} />
          </Card>
        </div>
        <div className="stack">
          <ActPanel page="account" title={t('act_user_set-password')} parts={parts} version={me.data?.version ?? null} allowed={allowed} context={{}} onDone={() => void signOut('password_is_set')} />
          {me.data ? <SecondFactor user={me.data} /> : null}
          <Sessions user={session.user} />
        </div>
      </div>
    </>
  );
}
