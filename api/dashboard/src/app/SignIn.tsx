import {useEffect, useRef, useState, type FormEvent, type ReactNode} from 'react';
import {Button} from 'react-aria-components';
import {Problem} from '../api/problem.ts';
import type {Session} from '../api/shapes.ts';
import {Field, Text} from '../components/fields.tsx';
import {setLanguage, t, useLanguage} from '../i18n/text.ts';
import {prefer, preferences} from './preferences.ts';
import {namedWards, signIn, takeSignInLink, type NamedWard} from './session.ts';

/** A link that an administrator made: `/#/sign-in-link?ward=…&user=…&code=…`. The code stands behind the
 * `#`, so that no server and no log ever sees it in an address. */
export interface SignInLink {
  readonly ward: string;
  readonly user: string;
  readonly code: string;
}

export function signInLinkIn(hash: string): SignInLink | null {
  const [path, query] = hash.replace(/^#/, '').split('?');
  if (path !== '/sign-in-link' || query === undefined) return null;
  const values = new URLSearchParams(query);
  const [ward, user, code] = ['ward', 'user', 'code'].map((each) => values.get(each) ?? '');
  return ward && user && code ? {ward, user, code} : null;
}

function Box({title, children}: {readonly title: string; readonly children: ReactNode}) {
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  useEffect(() => { document.title = `${title} – Lắng Nghe`; }, [title]);
  return (
    <main className="sign-in">
      <div className="sign-in-box stack">
        <header className="row">
          <h1>{t('name')}</h1>
          <Button className="button plain small sign-in-language" onPress={() => {
            prefer({language: other});
            void setLanguage(other);
          }}><span lang={other}>{t('other_language')}</span></Button>
        </header>
        <p className="soft">{t('name_says')}</p>
        {children}
      </div>
    </main>
  );
}

/** What went wrong, or what was just done; a screen reader is told of it as it comes. */
function Said({fault, news}: {readonly fault: string; readonly news?: string | undefined}) {
  return (
    <div aria-live="polite" id="notice">
      {fault ? <p className="notice bad">{fault}</p> : news ? <p className="notice">{news}</p> : null}
    </div>
  );
}

interface Props {
  readonly news?: string | undefined;
  readonly onSignedIn: (session: Session, ward: string, password: string) => void;
}

/** The only ward is not asked for; several are chosen by name where the server names them. */
function Ward({wards, value, onChange}: {readonly wards: readonly NamedWard[]; readonly value: string; readonly onChange: (ward: string) => void}) {
  if (wards.length === 1) return <p className="sign-in-ward"><strong>{wards[0]!.name || wards[0]!.ward}</strong></p>;
  if (wards.length === 0) {
    return <Text name="ward" label={t('ward')} help={t('ward_help')} value={value} onChange={onChange} required autoComplete="organization" />;
  }
  return (
    <Field label={t('ward_choose')}>
      {({id}) => (
        <select id={id} name="ward" className="input" required value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">…</option>
          {wards.map((each) => <option key={each.ward} value={each.ward}>{each.name || each.ward}</option>)}
        </select>
      )}
    </Field>
  );
}

export function SignIn({news, onSignedIn}: Props) {
  const asked = new URLSearchParams(location.search).get('phuong');
  const [ward, setWard] = useState(asked ?? preferences().ward);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [wards, setWards] = useState<readonly NamedWard[] | null>(null);
  useEffect(() => {
    void namedWards().then((named) => {
      setWards(named);
      if (named.length > 0) setWard((before) => (named.some((each) => each.ward === before) ? before : named.length === 1 ? named[0]!.ward : ''));
    });
  }, []);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault('');
    try {
      const session = await signIn(ward.trim(), user, password, code ?? '');
      prefer({ward: ward.trim()});
      onSignedIn(session, ward.trim(), password);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // The first time it is no fault: the account asks for a code, and the form shows its field.
      if (error.code === 'second_factor_required') setCode('');
      else setFault(error.message);
      setBusy(false);
    }
  };
  return (
    <Box title={t('sign_in')}>
      <Said fault={fault} news={news} />
      {wards === null ? null : <form className="stack sign-in-form" onSubmit={(event) => void submit(event)}>
        <Ward wards={wards} value={ward} onChange={setWard} />
        <Text name="user" label={t('user')} value={user} onChange={setUser} required autoComplete="username" />
        <Text name="password" label={t('password')} value={password} onChange={setPassword} required
              type="password" autoComplete="current-password" />
        {code === null ? null : (
          <Text name="code" label={t('second_factor_code')} help={t('second_factor_sign_in_help')} value={code} onChange={setCode}
                required autoFocus autoComplete="one-time-code" short />
        )}
        <Button type="submit" className="button main" isDisabled={busy}>{t('sign_in')}</Button>
      </form>}
      <p className="meta">{t('sign_in_help')}</p>
    </Box>
  );
}

interface LinkProps {
  readonly link: SignInLink;
  readonly onDone: () => void;
}

export function ChoosePassword({link, onDone}: LinkProps) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState('');
  const busy = useRef(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password !== again) {
      setFault(t('password_differs'));
      return;
    }
    if (busy.current) return;
    busy.current = true;
    try {
      await takeSignInLink(link.ward, link.user, link.code, password);
      prefer({ward: link.ward});
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFault(error.message);
    } finally {
      busy.current = false;
    }
  };
  return (
    <Box title={t('choose_password')}>
      <Said fault={fault} />
      <p>{t('user')}: <strong>{link.user}</strong></p>
      <form className="stack sign-in-form" onSubmit={(event) => void submit(event)}>
        <Text name="password" label={t('new_password')} value={password} onChange={setPassword} required
              type="password" autoComplete="new-password" minLength={10} />
        <Text name="again" label={t('password_again')} value={again} onChange={setAgain} required
              type="password" autoComplete="new-password" />
        <Button type="submit" className="button main">{t('choose_password')}</Button>
      </form>
    </Box>
  );
}
