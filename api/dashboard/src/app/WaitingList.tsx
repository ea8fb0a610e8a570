import {useState, type FormEvent} from 'react';
import {Button} from 'react-aria-components';
import {Changes} from '../components/Changes.tsx';
import {Text} from '../components/fields.tsx';
import {Overlay} from '../components/Overlay.tsx';
import {keepDraftsIn} from '../forms/drafts.ts';
import {wordOfAct} from '../forms/words.ts';
import {wardTime} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {goneOn, type Waiting} from '../offline/outbox.ts';
import {useQueue, useWaiting} from '../offline/queue.ts';

interface Props {
  /** How much lies here that a former password sealed. */
  readonly former: number;
  readonly onFormer: () => void;
  readonly onClose: () => void;
}

/** Every act that waits, one by one: what it is, why it waits, and what can be done with it. */
export function WaitingList({former, onFormer, onClose}: Props) {
  const queue = useQueue();
  const waiting = useWaiting();
  const held = waiting.filter((each) => queue.isHeld(each));
  return (
    <Overlay label={t('outbox')} open onClose={onClose}>
      <div className="overlay-form stack waiting-list">
        <h2>{t('outbox')}</h2>
        <p className="meta">{t(queue.vault.lasting ? 'waiting_kept' : 'waiting_kept_in_tab')}</p>
        {held.length > 0 ? (
          <p className="notice warn">{t('waiting_held_help', {count: held.length})} <Button className="button small" onPress={() => void queue.release()}>{t('waiting_release')}</Button></p>
        ) : null}
        {former > 0 ? <Former onDone={onFormer} /> : null}
        <ol className="lines">{waiting.map((each) => <Row key={each.id} waiting={each} />)}</ol>
        {waiting.length === 0 && former === 0 ? <p>{t('waiting_none')}</p> : null}
        <div className="row">
          {waiting.some((each) => each.refused === '') ? <Button className="button main" onPress={() => void queue.send()}>{t('outbox_send')}</Button> : null}
          <Button className="button plain" onPress={onClose}>{t('close_window')}</Button>
        </div>
      </div>
    </Overlay>
  );
}

function Row({waiting}: {readonly waiting: Waiting}) {
  const queue = useQueue();
  const [sure, setSure] = useState(false);
  const goOn = () => void queue.save(goneOn(waiting)).then(() => queue.send());
  return (
    <li className="waiting-row stack">
      <p><strong>{waiting.title}</strong></p>
      <p className="meta">{waiting.steps.map((step) => wordOfAct(step.subject, step.act)).join(', ')} · {t('waiting_done_at', {at: wardTime(new Date(waiting.at).toISOString())})}
        {waiting.done > 0 ? ` · ${t('waiting_taken', {done: waiting.done, all: waiting.steps.length})}` : ''}</p>
      {waiting.overtaken ? <><p>{t('stale')}</p><Changes changes={waiting.overtaken.changes} /></>
        : waiting.refused ? <p className="field-fault">{waiting.refused}</p> : null}
      <div className="row">
        {waiting.refused ? <Button className="button small" onPress={goOn}>{t(waiting.overtaken ? 'stale_go_on' : 'waiting_again')}</Button> : null}
        {sure ? (
          <>
            <span>{t('waiting_drop_sure')}</span>
            <Button className="button small" onPress={() => void queue.drop(waiting)}>{t('waiting_drop_yes')}</Button>
            <Button className="button plain small" autoFocus onPress={() => setSure(false)}>{t('cancel')}</Button>
          </>
        ) : <Button className="button plain small" onPress={() => setSure(true)}>{t('outbox_drop')}</Button>}
      </div>
    </li>
  );
}

/** Words sealed under a password that was changed since open with that password alone. */
function Former({onDone}: {readonly onDone: () => void}) {
  const queue = useQueue();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault('');
    const opened = await queue.vault.openFormer(password);
    if (opened) {
      await keepDraftsIn(queue.vault);
      await queue.load();
      onDone();
    } else {
      setFault(t('waiting_former_wrong'));
    }
    setBusy(false);
  };
  return (
    <form className="notice warn stack" onSubmit={(event) => void submit(event)}>
      <p>{t('waiting_former_help')}</p>
      <Text label={t('waiting_former_password')} name="former" type="password" autoComplete="off" value={password} fault={fault} onChange={setPassword} />
      <div className="row">
        <Button type="submit" className="button small" isDisabled={busy || password === ''}>{t('waiting_former_open')}</Button>
        <Button className="button plain small" onPress={() => void queue.vault.dropFormer().then(onDone)}>{t('waiting_former_drop')}</Button>
      </div>
    </form>
  );
}
