import {Link} from '@tanstack/react-router';
import {useCallback, useMemo, useRef, useState, type FormEvent} from 'react';
import {Button} from 'react-aria-components';
import {newKey} from '../../api/random.ts';
import {useRead, useWholeList} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Dialogue} from '../../api/shapes.ts';
import {usePart} from '../../app/address.ts';
import {useKeydown} from '../../app/keys.ts';
import {useSignedIn} from '../../app/session.ts';
import {Flag, LongText, Text} from '../../components/fields.tsx';
import {Icon} from '../../components/Icon.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {Pick} from '../../forms/Pick.tsx';
import {forget, keep, kept} from '../../forms/drafts.ts';
import {day} from '../../i18n/dates.ts';
import {fold} from '../../i18n/fold.ts';
import {currentLanguage, t, wordFor} from '../../i18n/text.ts';
import type {Waiting} from '../../offline/outbox.ts';
import {useQueue, useWaiting} from '../../offline/queue.ts';
import {stepsOf, type Opinion, type Outcome, type Raised} from './opinion.ts';
import {ReadBack} from './ReadBack.tsx';

function freshIssue(): Raised {
  return {issue: `i-${newKey().slice(0, 12)}`, subject: '', field: '', pressing: false, outcome: 'taken', said: '', answeredBy: ''};
}

function freshOpinion(): Opinion {
  return {opinion: `o-${newKey().slice(0, 12)}`, anonymous: false, name: '', phone: '', address: '', words: '', issues: [freshIssue()]};
}

const kOutcomes: readonly Outcome[] = ['taken', 'answered', 'noted'];

/** Opinions that were taken down here and are not in the ledger yet. */
function useOutbox(dialogue: string) {
  const queue = useQueue();
  const all = useWaiting();
  const waiting = useMemo(() => all.filter((each) => each.group === dialogue), [all, dialogue]);
  const add = useCallback((opinion: Opinion) => queue.add({group: dialogue, steps: stepsOf(opinion, dialogue), from: opinion,
    title: t('desk_waiting_title', {what: opinion.issues.map((each) => each.subject).join('; ')})}), [queue, dialogue]);
  return {waiting, add, queue};
}

interface IssueRowProps {
  readonly at: number;
  readonly raised: Raised;
  readonly only: boolean;
  readonly khom: string;
  readonly onChange: (raised: Raised) => void;
  readonly onRemove: () => void;
  readonly onActive: () => void;
}

/** Matters heard before in this khóm whose words are like these. */
function useSimilar(subject: string, khom: string) {
  const issues = useWholeList('issues').data;
  return useMemo(() => {
    const words = fold(subject).split(/\s+/).filter((each) => each.length > 2);
    if (words.length < 2) return [];
    return (issues?.items ?? []).filter((each) => each.khom === khom)
      .map((each) => ({each, hits: words.filter((word) => fold(each.subject).includes(word)).length}))
      .filter(({hits}) => hits >= Math.max(2, words.length - 1)).sort((a, b) => b.hits - a.hits).slice(0, 3).map(({each}) => each);
  }, [issues, subject, khom]);
}

function IssueRow({at, raised, only, khom, onChange, onRemove, onActive}: IssueRowProps) {
  const {settings} = useNames();
  const officials = (settings?.officials ?? []).filter((each) => each.in_office).map((each) => ({value: each.id, label: `${each.name} – ${each.position}`}));
  const fields = settings?.policy?.fields ?? [];
  const similar = useSimilar(raised.subject, khom);
  return (
    <fieldset className="desk-issue" onFocus={onActive}>
      <legend>{t('desk_issue', {n: at + 1})}</legend>
      <Text label={t('desk_subject')} name={`subject-${at}`} help={t('desk_subject_help')} value={raised.subject} onChange={(subject) => onChange({...raised, subject})} />
      {similar.length > 0 ? (
        <p className="meta">{t('desk_similar')}: {similar.map((each, index) => (
          <span key={each.id}>{index > 0 ? '; ' : ''}<Link to={`/noi-dung/${encodeURIComponent(each.id)}` as '/'} target="_blank">{each.subject}</Link> ({day(each.received)})</span>
        ))}</p>
      ) : null}
      <fieldset className="field">
        <legend>{t('field')}</legend>
        <div className="choice-row">
          {fields.map((each, index) => (
            <label key={each.code} className="choice desk-field">
              <input type="radio" name={`field-${raised.issue}`} checked={raised.field === each.code} onChange={() => onChange({...raised, field: each.code})} />
              <span>{index < 9 ? <kbd>{index + 1}</kbd> : null} {(currentLanguage() === 'vi' ? each.name_vi : each.name_en).split(/[,:]/)[0]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Flag label={t('pressing')} value={raised.pressing} onChange={(pressing) => onChange({...raised, pressing})} />
        <span className="desk-outcome" role="radiogroup" aria-label={t('desk_outcome')}>
          {kOutcomes.map((outcome) => (
            <label key={outcome} className="choice">
              <input type="radio" name={`outcome-${raised.issue}`} checked={raised.outcome === outcome} onChange={() => onChange({...raised, outcome})} />
              <span>{wordFor('desk_outcome', outcome)}</span>
            </label>
          ))}
        </span>
        {only ? null : <Button className="button plain small" onPress={onRemove}>{t('desk_remove')}</Button>}
      </div>
      {raised.outcome === 'taken' ? null : (
        <LongText label={t(raised.outcome === 'answered' ? 'desk_answer' : 'desk_noted')} name={`said-${at}`} rows={2} value={raised.said} onChange={(said) => onChange({...raised, said})} />
      )}
      {raised.outcome === 'answered' ? (
        <Pick label={t('data_answered_by')} options={officials} value={raised.answeredBy} onChange={(answeredBy) => onChange({...raised, answeredBy})} />
      ) : null}
    </fieldset>
  );
}

/** What is still missing before it can be recorded. */
function missingOf(opinion: Opinion): string {
  if (opinion.words.trim() === '') return t('desk_no_words');
  for (const each of opinion.issues) {
    if (each.subject.trim() === '') return t('desk_no_subject');
    if (each.field === '') return t('desk_no_field');
    if (each.outcome !== 'taken' && each.said.trim() === '') return t('desk_no_said');
  }
  return '';
}

interface CaptureProps {
  readonly dialogue: Dialogue;
  readonly nth: number;
  /** Taken back from what waits, to be put right. */
  readonly again: Opinion | null;
  /** Done when it lies on the disk. */
  readonly onRecord: (opinion: Opinion) => Promise<void>;
  readonly onDenunciation: () => void;
}

function Capture({dialogue, nth, again, onRecord, onDenunciation}: CaptureProps) {
  const {ward, session} = useSignedIn();
  const {vault} = useQueue();
  const draftKey = JSON.stringify([ward, session.user, 'desk', dialogue.id, ...(again ? [again.opinion] : [])]);
  const chair = dialogue.opening?.chaired_by ?? dialogue.chair;
  const [opinion, setOpinion] = useState<Opinion>(() => kept<Opinion>(draftKey) ?? again ?? freshOpinion());
  const [fault, setFault] = useState('');
  const active = useRef(0);
  const form = useRef<HTMLFormElement>(null);
  const change = (changes: Partial<Opinion>) => {
    const next = {...opinion, ...changes};
    setOpinion(next);
    keep(draftKey, next);
  };
  const changeIssue = (at: number, raised: Raised) => change({issues: opinion.issues.map((each, index) => (index === at
    ? {...raised, answeredBy: raised.outcome === 'answered' && raised.answeredBy === '' ? chair : raised.answeredBy} : each))});
  const begin = () => {
    forget(draftKey);
    setOpinion(freshOpinion());
    setFault('');
    active.current = 0;
    form.current?.querySelector<HTMLElement>('input[name=speaker]')?.focus();
  };
  const recording = useRef(false);
  const record = () => {
    const missing = missingOf(opinion);
    if (missing !== '') {
      setFault(missing);
      return;
    }
    if (recording.current) return;
    recording.current = true;
    onRecord(opinion).then(begin, () => setFault(t('desk_not_kept'))).finally(() => { recording.current = false; });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record();
  };
  const {settings} = useNames();
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      record();
    }
    const raised = opinion.issues[active.current];
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (event.altKey && !event.ctrlKey && digit && raised) {
      const field = settings?.policy?.fields[Number(digit) - 1];
      if (field) {
        event.preventDefault();
        changeIssue(active.current, {...raised, field: field.code});
      }
    }
    if (event.key === 'F2' && raised) {
      event.preventDefault();
      changeIssue(active.current, {...raised, outcome: 'answered'});
    }
  };
  const latest = useRef(keys);
  latest.current = keys;
  useKeydown(useCallback((event: KeyboardEvent) => latest.current(event), []));
  return (
    <form ref={form} className="card desk-form" noValidate onSubmit={submit} aria-label={t('desk_nth', {n: nth})}>
      <header className="row card-head"><h2>{t('desk_nth', {n: nth})}</h2><span className="meta">{t(vault.lasting ? 'desk_saved' : 'desk_saved_in_tab')}</span></header>
      {fault ? <p className="notice bad" role="alert">{fault}</p> : null}
      <div className="row">
        <div className="grow"><Text label={t('speaker')} name="speaker" optional value={opinion.name} onChange={(name) => change({name, anonymous: false})} /></div>
        <Flag label={t('desk_anonymous')} value={opinion.anonymous} onChange={(anonymous) => change({anonymous})} />
      </div>
      {opinion.anonymous || opinion.name === '' ? null : (
        <div className="row">
          <Text label={t('phone')} name="phone" optional short inputMode="tel" value={opinion.phone} onChange={(phone) => change({phone})} />
          <div className="grow"><Text label={t('address')} name="address" optional value={opinion.address} onChange={(address) => change({address})} /></div>
        </div>
      )}
      <LongText label={t('desk_words')} name="words" value={opinion.words} onChange={(words) => change({words})} />
      {opinion.issues.map((each, at) => (
        <IssueRow key={each.issue} at={at} raised={each} only={opinion.issues.length === 1} khom={dialogue.khom} onActive={() => { active.current = at; }}
                  onChange={(raised) => changeIssue(at, raised)} onRemove={() => change({issues: opinion.issues.filter((_, index) => index !== at)})} />
      ))}
      <div className="row">
        <Button className="button" onPress={() => change({issues: [...opinion.issues, freshIssue()]})}><Icon name="plus" size={16} />{t('desk_add')}</Button>
        <Button className="button plain" onPress={() => {
          begin();
          onDenunciation();
        }}>{t('desk_denunciation')}</Button>
        <Button type="submit" className="button main desk-record">{t('desk_record')} <kbd className="wide">Ctrl Enter</kbd></Button>
      </div>
    </form>
  );
}

/** The waiting opinions, in sight of the person who takes down the next: none is lost, and a refused one can be put right. */
function NotSent({waiting, again, onTakeBack}: {readonly waiting: readonly Waiting[]; readonly again: Waiting | null; readonly onTakeBack: (each: Waiting) => void}) {
  const queue = useQueue();
  if (waiting.length === 0) return null;
  return (
    <section className="notice warn" aria-label={t('outbox')}>
      {waiting.every((each) => queue.isHeld(each)) ? <p><strong>{t('waiting_held_help', {count: waiting.length})}</strong></p> : (
        <p><strong>{t('outbox_count', {count: waiting.length})}</strong> <Button className="button small" onPress={() => void queue.send()}>{t('outbox_send')}</Button></p>
      )}
      <ol className="lines">
        {waiting.map((each) => (
          <li key={each.id}>{each.title}
            {each.refused ? <p className="field-fault">{each.refused}</p> : null}
            {each.refused && each.done === 0 && each.id !== again?.id ? <Button className="button small" onPress={() => onTakeBack(each)}>{t('outbox_take_back')}</Button> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Body({dialogue}: {readonly dialogue: Dialogue}) {
  const {waiting, add, queue} = useOutbox(dialogue.id);
  /** Being put right: it waits as it was until it is recorded anew, and the one that is being typed waits as a draft. */
  const [again, setAgain] = useState<Waiting | null>(null);
  const record = async (opinion: Opinion) => {
    await add(opinion);
    if (!again) return;
    await queue.drop(again);
    setAgain(null);
  };
  const names = useNames();
  const [readBack, setReadBack] = useState<string | null>(null);
  const [denunciation, setDenunciation] = useState(false);
  const open = dialogue.phase === 'opened' || dialogue.phase === 'closed';
  const subjects = useMemo(() => new Map(dialogue.issues.map((each) => [each.id as string, each])), [dialogue.issues]);
  const unread = dialogue.opinions.filter((each) => each.confirmation === null && each.confirmation_declined === null);
  const parts = useMemo(() => ({id: dialogue.id}), [dialogue.id]);
  const context = useMemo(() => ({dialogue}), [dialogue]);
  if (!open) {
    return <p className="notice warn">{t('desk_not_open')} <Link to={`/doi-thoai/${encodeURIComponent(dialogue.id)}?viec=open` as '/'}>{t('act_dialogue_open')}</Link></p>;
  }
  return (
    <div className="desk">
      <div className="stack">
        {denunciation ? (
          <section className="notice warn">
            <p>{t('desk_denunciation_help')}</p>
            <ActPanel page="desk" parts={parts} version={dialogue.version} allowed={dialogue.allowed_commands.filter((each) => each.command === 'redirect-denunciation')}
                      context={context} open="redirect-denunciation" onDone={() => setDenunciation(false)} />
            <Button className="button plain" onPress={() => setDenunciation(false)}>{t('cancel')}</Button>
          </section>
        ) : null}
        <Capture key={again?.id ?? ''} dialogue={dialogue} nth={dialogue.opinions.length + waiting.length + 1} again={again ? again.from as Opinion : null}
                 onRecord={record} onDenunciation={() => setDenunciation(true)} />
      </div>
      <div className="stack">
        <NotSent waiting={waiting} again={again} onTakeBack={setAgain} />
        <section className="card">
          <header className="row card-head"><h2>{t('desk_recorded')}</h2><span className="meta">{t('desk_counts', {opinions: dialogue.opinions.length, issues: dialogue.issues.length})}</span></header>
          {unread.length > 0 ? <p><Button className="button" onPress={() => setReadBack(unread[0]!.id)}>{t('desk_read_back', {count: unread.length})}</Button></p> : null}
          <ol className="lines desk-list">
            {dialogue.opinions.map((each) => (
              <li key={each.id}>
                <span className="desk-order">{each.order}</span>
                <span className="grow">{each.issues.map((id) => subjects.get(id)?.subject ?? id).join('; ') || t('anonymous')}</span>
                {each.confirmation ? <span className="meta"><ShapeMark shape="done" /> {t('desk_confirmed')}</span>
                  : each.confirmation_declined ? <span className="meta"><ShapeMark shape="none" /> {t('desk_declined')}</span>
                  : <Button className="button plain small" onPress={() => setReadBack(each.id)}>{t('desk_read')}</Button>}
              </li>
            ))}
          </ol>
          {dialogue.opinions.length === 0 ? <p className="soft">{t('desk_none')}</p> : null}
        </section>
        <p className="meta">{t('chaired_by')}: {names.official(dialogue.opening?.chaired_by ?? dialogue.chair)}</p>
      </div>
      {readBack ? <ReadBack dialogue={dialogue} opinion={readBack} onNext={setReadBack} onClose={() => setReadBack(null)} /> : null}
    </div>
  );
}

/** The desk at the meeting: one person, one hand, one opinion after the other. */
export function Desk() {
  const id = usePart('id') ?? '';
  const names = useNames();
  const dialogue = useRead('dialogues/{id}', {parts: {id}});
  return (
    <ShownWhenRead of={dialogue}>
      {(data) => (
        <>
          <p className="meta crumbs no-print"><Link to="/doi-thoai">{t('place_dialogues')}</Link> › <Link to={`/doi-thoai/${encodeURIComponent(data.id)}` as '/'}>{names.khom(data.khom)}, {day(data.date)}</Link></p>
          <PageHead title={t('desk_of', {khom: names.khom(data.khom), day: day(data.date)})} printable={false} />
          <Body dialogue={data} />
        </>
      )}
    </ShownWhenRead>
  );
}
