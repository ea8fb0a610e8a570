import {useCallback, useEffect, useState, type FormEvent} from 'react';
import {Button} from 'react-aria-components';
import {Problem} from '../../api/problem.ts';
import {useAddress} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {FileButton} from '../../components/FileButton.tsx';
import {LongText, Text} from '../../components/fields.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {t, wordFor, wordOf} from '../../i18n/text.ts';
import {moment} from '../../i18n/dates.ts';
import {toBase64} from '../../proof/bytes.ts';
import {checkRecord, growthStep, newestLog, type Log} from '../../proof/check.ts';
import {keepHead, keptHead} from '../../proof/kept.ts';
import {readKey} from '../../proof/note.ts';
import {readReceipts} from '../../proof/receipt.ts';
import {checkBundle, checkReceipt, type Step} from '../../proof/steps.ts';
import savedPage from '../../../generated/kiem-chung.html?url';

interface Outcome {
  readonly what: string;
  readonly steps: readonly Step[];
  /** Of a bundle, what is in it. */
  readonly records?: readonly string[];
}

/** Without network what is kept in this browser has to do. */
async function logOrNull(): Promise<Log | null> {
  try {
    return await newestLog();
  } catch (error) {
    if (error instanceof Problem && error.status === 0) return null;
    throw error;
  }
}

function whatOf(record: Uint8Array): string {
  try {
    const read = JSON.parse(new TextDecoder().decode(record)) as {type?: string; happened?: string; data?: {subject?: string}};
    return [wordOf(read.type ?? '') ?? read.type, read.data?.subject, read.happened ? moment(read.happened) : ''].filter(Boolean).join(' · ');
  } catch {
    return '';
  }
}

function Result({outcome}: {readonly outcome: Outcome}) {
  const holds = outcome.steps.every((each) => each.holds);
  return (
    <section className="card stack" aria-live="polite">
      {outcome.what ? <p><strong>{outcome.what}</strong></p> : null}
      <ol className="proof-steps">
        {outcome.steps.map((step) => (
          <li key={step.id}>
            <ShapeMark shape={step.holds ? (step.id === 'first' || step.id === 'offline' ? 'soon' : 'done') : 'late'} />
            <span>{t(step.holds ? `proof_${step.id}` as 'proof_hash' : `proof_${step.id}_not` as 'proof_hash_not', step.facts)}</span>
          </li>
        ))}
      </ol>
      {outcome.records && outcome.records.length > 0 ? (
        <details><summary>{t('proof_records', {count: outcome.records.length})}</summary><ul className="lines">{outcome.records.map((each) => <li key={each}>{each}</li>)}</ul></details>
      ) : null}
      <p className={holds ? 'notice good' : 'notice bad'} role="status"><strong>{holds ? t('proof_holds') : t('proof_broken')}</strong></p>
    </section>
  );
}

/** Checked by the reader's own machine: the ward's server is asked for data and believed in nothing. */
export function Proof() {
  const {ward} = useSignedIn();
  const [search, change] = useAddress();
  const [receipt, setReceipt] = useState('');
  const [position, setPosition] = useState(search['so'] ?? '');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [fault, setFault] = useState('');
  const [kept, setKept] = useState(() => keptHead(ward));
  const run = useCallback(async (make: () => Promise<Outcome>) => {
    setFault('');
    setOutcome(null);
    try {
      setOutcome(await make());
    } catch (error) {
      setFault(error instanceof Problem ? error.message : t('proof_unreadable'));
    }
  }, []);
  const byPosition = useCallback((at: number) => run(async () => {
    const log = await newestLog();
    return {what: t('ledger_position', {position: at}), steps: [...await checkRecord(at, log), await growthStep(log, keptHead(ward))]};
  }), [run, ward]);
  const asked = search['so'];
  useEffect(() => { if (asked && /^\d+$/.test(asked)) void byPosition(Number(asked)); }, [asked, byPosition]);
  const byReceipt = (text: string) => run(async () => {
    const receipts = readReceipts(text);
    const first = receipts?.[0];
    if (!receipts || !first) throw new Error('no receipt');
    const kept = keptHead(ward);
    const log = await logOrNull();
    const key = log?.key ?? (kept ? readKey(kept.key) : null);
    if (!key) throw new Problem(0, {detail: t('proof_no_key')});
    const whole = receipts.length === 1;
    const steps = whole ? checkReceipt(first, key) : checkBundle(receipts, key);
    const last: Step = log ? await growthStep(log, kept) : {id: 'offline', holds: true, facts: {}};
    return {what: whole ? whatOf(first.record) : t('proof_bundle_of', {count: receipts.length}), steps: [...steps, last],
      records: whole ? [] : receipts.map((each) => `${t('ledger_position', {position: each.index})} · ${whatOf(each.record)}`)};
  });
  const keepNow = () => void newestLog().then(({head, keyText}) => {
    const now = {size: head.size, root: toBase64(head.root), key: keyText};
    keepHead(ward, now);
    setKept(now);
  });
  return (
    <>
      <PageHead title={t('place_proof')} />
      <p className="soft proof-lead">{t('proof_lead')}</p>
      <div className="two-columns even">
        <div className="stack">
          <form className="card stack" onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void byReceipt(receipt);
          }}>
            <h2>{t('proof_receipt')}</h2>
            <FileButton label={t('proof_file')} accept=".txt,text/plain" onFiles={([file]) => {
              void file?.text().then((text) => {
                setReceipt(text);
                return byReceipt(text);
              });
            }} />
            <LongText label={t('proof_paste')} name="receipt" rows={5} value={receipt} onChange={setReceipt} />
            <Button type="submit" className="button main">{t('proof_check')}</Button>
          </form>
          <form className="card stack" onSubmit={(event: FormEvent) => {
            event.preventDefault();
            change({so: position});
          }}>
            <h2>{t('proof_record')}</h2>
            <Text label={t('history_position')} name="position" short inputMode="numeric" value={position} onChange={setPosition} />
            <Button type="submit" className="button">{t('proof_check')}</Button>
          </form>
        </div>
        <div className="stack">
          {fault ? <p className="notice bad" role="alert">{fault}</p> : null}
          {outcome ? <Result outcome={outcome} /> : null}
          <section className="card stack">
            <h2>{t('proof_kept')}</h2>
            <p>{kept ? t('proof_kept_line', {size: kept.size, root: kept.root.slice(0, 16)}) : t('proof_kept_none')}</p>
            <Button className="button" onPress={keepNow}>{t('proof_keep')}</Button>
            <p className="meta">{t('proof_kept_help')}</p>
          </section>
          <section className="card stack">
            <h2>{t('proof_saved')}</h2>
            <p>{t('proof_saved_help')}</p>
            <p><a href={savedPage} download="kiem-chung.html">{t('proof_saved_link')}</a></p>
            {kept ? <p className="meta raw-line">{kept.key}</p> : null}
          </section>
          {location.protocol === 'http:' && location.hostname !== 'localhost' ? <p className="meta">{wordFor('proof', 'http')}</p> : null}
        </div>
      </div>
    </>
  );
}
