import {useState, type FormEvent} from 'react';
import {Button} from 'react-aria-components';
import {postJson} from '../../api/client.ts';
import {useRefresh} from '../../api/hooks.ts';
import {Problem} from '../../api/problem.ts';
import type {UserRow} from '../../api/shapes.ts';
import {Text} from '../../components/fields.tsx';
import {wardTime} from '../../i18n/dates.ts';
import {t} from '../../i18n/text.ts';
import {qrOutline} from '../../qr.ts';

interface Offer {
  readonly secret: string;
  readonly uri: string;
}

/** The server names the field that is wrong; what it says of it is for people. */
function wordsOf(problem: Problem): string {
  return problem.faults.map((each) => each.detail).join(' ') || problem.message;
}

/** One step of the way: what is typed is sent, and what the server says against it is told. */
function useStep<Answer>(send: () => Promise<Answer>, onDone: (answer: Answer) => void) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFault('');
    try {
      onDone(await send());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFault(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return {fault, busy, submit: (event: FormEvent) => void submit(event)};
}

function Fault({text}: {readonly text: string}) {
  return <div aria-live="polite">{text ? <p className="notice bad">{text}</p> : null}</div>;
}

function CodeField({value, onChange, help}: {readonly value: string; readonly onChange: (value: string) => void; readonly help?: string}) {
  return <Text name="code" label={t('second_factor_code')} help={help} value={value} onChange={onChange} required autoComplete="one-time-code" short />;
}

function PasswordField({value, onChange}: {readonly value: string; readonly onChange: (value: string) => void}) {
  return <Text name="password" label={t('password')} value={value} onChange={onChange} required type="password" autoComplete="current-password" />;
}

function Begin({onOffer}: {readonly onOffer: (offer: Offer) => void}) {
  const [password, setPassword] = useState('');
  const step = useStep(() => postJson<Offer>('session/second-factor', {password}), onOffer);
  return (
    <form className="stack" onSubmit={step.submit}>
      <p className="meta">{t('second_factor_off_help')}</p>
      <PasswordField value={password} onChange={setPassword} />
      <Fault text={step.fault} />
      <Button type="submit" className="button" isDisabled={step.busy}>{t('second_factor_begin')}</Button>
    </form>
  );
}

function Confirm({offer, user, onCodes}: {readonly offer: Offer; readonly user: string; readonly onCodes: (codes: readonly string[]) => void}) {
  const [code, setCode] = useState('');
  const step = useStep(() => postJson<{recovery_codes: string[]}>(`users/${encodeURIComponent(user)}/turn-on-second-factor`, {code}),
    (answer) => onCodes(answer.recovery_codes));
  const {window: box, path} = qrOutline(offer.uri);
  return (
    <form className="stack" onSubmit={step.submit}>
      <p>{t('second_factor_scan')}</p>
      <svg className="qr-code" viewBox={box} role="img" aria-label={t('second_factor_qr')} shapeRendering="crispEdges"><path d={path} /></svg>
      <p className="meta">{t('second_factor_type')} <code className="secret">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
      <CodeField value={code} onChange={setCode} help={t('second_factor_code_help')} />
      <Fault text={step.fault} />
      <Button type="submit" className="button main" isDisabled={step.busy}>{t('act_user_turn-on-second-factor')}</Button>
    </form>
  );
}

/** Shown this once: the server keeps only what it needs to know one again. */
function Codes({codes, onDone}: {readonly codes: readonly string[]; readonly onDone: () => void}) {
  return (
    <div className="stack">
      <p className="notice good" role="status">{t('second_factor_is_on_now')}</p>
      <p>{t('recovery_codes_help')}</p>
      <ol className="recovery-codes">{codes.map((each) => <li key={each}><code>{each}</code></li>)}</ol>
      <div className="row no-print">
        <Button className="button" onPress={() => window.print()}>{t('print')}</Button>
        <Button className="button main" onPress={onDone}>{t('recovery_codes_kept')}</Button>
      </div>
    </div>
  );
}

function TurnOff({user, onDone}: {readonly user: string; readonly onDone: () => void}) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const step = useStep(() => postJson<null>(`users/${encodeURIComponent(user)}/turn-off-second-factor`, {password, code}), onDone);
  return (
    <form className="stack" onSubmit={step.submit}>
      <PasswordField value={password} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} help={t('second_factor_or_recovery')} />
      <Fault text={step.fault} />
      <Button type="submit" className="button" isDisabled={step.busy}>{t('act_user_turn-off-second-factor')}</Button>
    </form>
  );
}

/** One's own second factor: begun with the password, turned on with a first code, turned off with both. */
export function SecondFactor({user}: {readonly user: Pick<UserRow, 'id' | 'second_factor'>}) {
  const refresh = useRefresh();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const state = user.second_factor;
  return (
    <section className="card stack" id="second-factor">
      <h2>{t('second_factor')}</h2>
      {codes ? (
        <Codes codes={codes} onDone={() => {
          setCodes(null);
          setOffer(null);
          void refresh();
        }} />
      ) : state ? (
        <>
          <p>{t('second_factor_on_since', {since: wardTime(state.since), left: state.recovery_codes_left})}</p>
          <TurnOff user={user.id} onDone={() => void refresh()} />
        </>
      ) : offer ? <Confirm offer={offer} user={user.id} onCodes={setCodes} />
        : <Begin onOffer={setOffer} />}
    </section>
  );
}
