import {useEffect, useMemo, useRef, useState, type FormEvent} from 'react';
import {Button} from 'react-aria-components';
import type {Act, Done} from '../api/acts.ts';
import type {Parameters} from '../api/client.ts';
import {useRead} from '../api/hooks.ts';
import {useNames} from '../api/names.ts';
import type {Problem} from '../api/problem.ts';
import type {Issue} from '../api/shapes.ts';
import {useSignedIn} from '../app/session.ts';
import {DayField} from '../components/DayField.tsx';
import {Choice, Text} from '../components/fields.tsx';
import {Loading} from '../components/Loading.tsx';
import {day, fullDay, readDay, readTime} from '../i18n/dates.ts';
import {t, wordFor} from '../i18n/text.ts';
import {useQueue} from '../offline/queue.ts';
import {FormContext, type Context} from './context.ts';
import {forget, keep, kept} from './drafts.ts';
import {Members} from './MemberField.tsx';
import {Stale} from './Stale.tsx';
import {startOf} from './start.ts';
import {useAct} from './useAct.ts';
import {bodyOf, type Faults, type GroupDraft} from './values.ts';
import {labelOf, meaningOfAct, wordOfAct} from './words.ts';

interface Props {
  readonly act: Act;
  readonly parts: Parameters;
  readonly version: number | null;
  readonly context: Context;
  readonly onDone: (done: Done, body: Record<string, unknown>) => void;
  /** It could not be sent and is kept until it can be. */
  readonly onKept?: () => void;
  readonly onCancel?: () => void;
}

/** The form of any act, made of what the contract says its body takes. It begins with what the settings say, so it
 * waits for them. */
export function ActForm(props: Props) {
  const settings = useRead('settings');
  const {isLoading, user} = useUsualAssignee(props.act, props.context.issue);
  const {context} = props;
  const known = useMemo(() => (user === undefined ? context : {...context, usualAssignee: user}), [context, user]);
  return settings.isPending || isLoading ? <Loading /> : <LoadedForm {...props} context={known} />;
}

/** So many of the newest matters of a field are looked through for one that somebody has. */
const kLooked = 20;

/** The person who was given the last matter of this field is as a rule given the next; not one that somebody returned. */
function useUsualAssignee({act}: Act, issue: Issue | undefined): {readonly isLoading: boolean; readonly user: string | undefined} {
  const asked = act === 'assign' && issue !== undefined && !issue.assignee && issue.returns === 0;
  const issues = useRead('issues', {query: {field: issue?.field, sort: '-received', limit: kLooked}, now: true, enabled: asked});
  const assignees = useRead('assignees', {now: true, enabled: asked});
  const last = issues.data?.items.find((each) => each.assignee);
  const user = assignees.data?.items.find((each) => each.user === last?.assignee)?.user;
  return {isLoading: asked && (issues.isLoading || assignees.isLoading), user};
}

/** A password is kept nowhere, not even sealed. */
function hasSecret(act: Act): boolean {
  return act.members.some((each) => each.name.endsWith('password'));
}

/** The version and the values that a person saw as they began to type. */
interface Opened {
  readonly version: number | null;
  readonly base: GroupDraft;
}

/** Kept with the version it follows from: what others did before it was taken up again would be undone unseen. */
interface KeptForm {
  readonly values: GroupDraft;
  readonly opened: Opened;
}

function LoadedForm({act, parts, version, context, onDone, onKept, onCancel}: Props) {
  const {session, ward, roles} = useSignedIn();
  const names = useNames();
  const whole = useMemo(() => ({...context, ...(names.settings && !context.settings ? {settings: names.settings} : {})}), [context, names.settings]);
  // A new object has an id that nobody knows yet.
  const draftKey = JSON.stringify([ward, session.user, act.subject, act.act, act.act === 'record' ? null : parts, context.given ?? null]);
  const begun = () => withFollowing(act, {}, startOf(act, whole), names);
  const [before] = useState(() => kept<KeptForm>(draftKey));
  const [draft, setDraft] = useState<GroupDraft>(() => before?.values ?? begun());
  const [restored, setRestored] = useState(before !== null);
  const [opened, setOpened] = useState<Opened>(() => before?.opened ?? {version, base: begun()});
  const doing = useAct(act, parts, opened.version);
  const form = useRef<HTMLFormElement>(null);
  // The opinion that is being read out is the one that is meant.
  const asks = act.members.filter((each) => each.of !== 'Happened' && !(each.name === 'opinion' && context.given?.['opinion']));
  const change = (typed: GroupDraft, from: Opened = opened) => {
    const values = withFollowing(act, draft, typed, names);
    setDraft(values);
    if (!hasSecret(act)) keep(draftKey, {values, opened: from} satisfies KeptForm);
  };
  useEffect(() => {
    if (form.current) firstToFill(form.current)?.focus({preventScroll: false});
  }, []);
  const firstFault = doing.faults.keys().next().value;
  useEffect(() => {
    if (doing.problem || firstFault !== undefined) form.current?.querySelector<HTMLElement>('.form-summary')?.focus();
  }, [doing.problem, firstFault]);
  const queue = useQueue();
  const keepUnsent = () => {
    if (!doing.unsent) return;
    const {step, tried} = doing.unsent;
    void queue.add({title: titleOf(act, whole), group: JSON.stringify(parts), steps: [step], tried}).then(() => {
      forget(draftKey);
      onKept?.();
    });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (doing.busy) return;
    const {body, faults} = bodyOf(act, draft);
    if (faults.size > 0) {
      doing.refuse(faults);
      return;
    }
    const done = await doing.send(body);
    if (done) {
      forget(draftKey);
      onDone(done, body);
    }
  };
  return (
    <FormContext.Provider value={whole}>
      <form ref={form} className="act-form comes" noValidate onSubmit={(event) => void submit(event)}
            onKeyDownCapture={(event) => {
              // Enter alone is a new line in a text of several, and opens a list to choose from.
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.stopPropagation();
              form.current?.requestSubmit();
            }}
            aria-label={wordOfAct(act.subject, act.act)} data-act={`${act.subject}/${act.act}`}>
        <h3>{wordOfAct(act.subject, act.act)}</h3>
        {meaningOfAct(act.subject, act.act) ? <p className="meta">{meaningOfAct(act.subject, act.act)}</p> : null}
        {restored ? (
          <p className="notice">{t('draft_restored')} <Button className="button plain small" onPress={() => {
            forget(draftKey);
            setDraft(begun());
            setOpened({version, base: begun()});
            setRestored(false);
          }}>{t('draft_drop')}</Button></p>
        ) : null}
        {doing.problem?.isStale ? (
          <Stale act={act} changes={doing.problem.changes} merging={{base: opened.base, mine: draft, theirs: begun()}} onGoOn={(merged) => {
            const now = {version: doing.problem?.currentVersion ?? version, base: begun()};
            setOpened(now);
            change(merged, now);
            doing.goOn();
          }} />
        ) : null}
        <Summary act={act} problem={doing.problem} faults={doing.faults}
                 onKeep={doing.unsent && onKept && !hasSecret(act) ? keepUnsent : null} />
        <Members act={act} path="" pointer="" faults={doing.faults} members={asks} draft={draft} onChange={change} />
        {act.members.some((each) => each.of === 'Happened') ? (
          <WhenHappened value={String(draft['happened'] ?? '')} fault={doing.faults.get('/happened')}
                        onChange={(happened) => change({...draft, happened})} />
        ) : null}
        <p className="meta will-record">
          {t('act_will_record', {act: wordOfAct(act.subject, act.act), name: session.display_name || session.user,
            role: wordFor('role', roles.find((each) => act.roles.includes(each)) ?? roles[0] ?? '')})}
        </p>
        <div className="row">
          <Button type="submit" className="button main" isDisabled={doing.busy}>{wordOfAct(act.subject, act.act)}</Button>
          {onCancel ? <Button className="button plain" onPress={onCancel}>{t('cancel')}</Button> : null}
          <span role="status" className={doing.busy ? 'meta comes-late' : 'hidden-from-sight'}>{doing.busy ? <>{t('recording')} <progress aria-label={t('recording')} /></> : null}</span>
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** The first field without a value: known values are filled in already. */
function firstToFill(form: HTMLFormElement): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('input:not([type=hidden], [type=checkbox], [type=file]), textarea, select, .pick-button')]
    .filter((each) => each.closest('[aria-hidden=true]') === null);
  const isOpen = (each: HTMLElement) => {
    if (each instanceof HTMLButtonElement) return each.querySelector('.soft') !== null;
    if (each instanceof HTMLInputElement && each.type === 'radio') return !fields.some((other) => other instanceof HTMLInputElement && other.name === each.name && other.checked);
    return (each as HTMLInputElement).value === '';
  };
  return fields.find(isOpen) ?? fields[0] ?? form.querySelector<HTMLElement>('button');
}

/** Values that follow from a choice are filled in where they were not typed: the unit of who is assigned. */
function withFollowing(act: Act, before: GroupDraft, next: GroupDraft, names: ReturnType<typeof useNames>): GroupDraft {
  if (act.act !== 'assign' || next['assignee'] === before['assignee']) return next;
  const unitOf = (user: unknown) => names.unitOf(String(user ?? ''));
  const untouched = !before['unit'] || before['unit'] === unitOf(before['assignee']);
  return untouched ? {...next, unit: unitOf(next['assignee'])} : next;
}

/** `Giao việc: Cống tổ 12 nhỏ`: by which a person knows it again among what waits. */
function titleOf(act: Act, {issue, dialogue}: Context): string {
  const about = issue?.subject || (dialogue ? day(dialogue.date) : '');
  const word = wordOfAct(act.subject, act.act);
  return about ? `${word}: ${about}` : word;
}

/** All that is wrong at once, over the fields, which each say it too. */
function Summary({act, problem, faults, onKeep}: {readonly act: Act; readonly problem: Problem | null;
                 readonly faults: Faults; readonly onKeep: (() => void) | null}) {
  if (problem?.isStale) return null;
  if (!problem && faults.size === 0) return null;
  const rest = problem?.faults.filter((each) => each.pointer === undefined) ?? [];
  return (
    <div className="notice bad form-summary" role="alert" tabIndex={-1}>
      <strong>{problem ? problem.message : t('form_faults')}</strong>
      {problem?.status === 0 ? <p>{t('not_recorded')} {onKeep ? <Button className="button small" onPress={onKeep}>{t('act_keep')}</Button> : null}</p> : null}
      {faults.size + rest.length > 0 ? (
        <ul>
          {[...faults].map(([pointer, fault]) => <li key={pointer}>{labelAt(act, pointer)}: {fault}</li>)}
          {rest.map((each) => <li key={each.code + each.detail}>{each.detail}</li>)}
        </ul>
      ) : null}
    </div>
  );
}

/** `/parts/1/field` as `Lĩnh vực (2)`. */
function labelAt(act: Act, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const nth = steps.find((each) => /^\d+$/.test(each));
  const label = labelOf(act, steps.filter((each) => !/^\d+$/.test(each)).join('.'));
  return nth === undefined ? label : `${label} (${Number(nth) + 1})`;
}

function nowInWard(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString();
}

/** Acts are entered when they are done, as a rule; where not, the day they were done on is said. */
function WhenHappened({value, fault, onChange}: {readonly value: string; readonly fault: string | undefined;
                      readonly onChange: (value: string) => void}) {
  const names = useNames();
  const [earlier, setEarlier] = useState(value !== '');
  const chosen = readDay(value.slice(0, 10));
  const [time, setTime] = useState(value.slice(11, 16));
  const put = (day: string | null, typed: string) => {
    const read = readTime(typed);
    onChange(day === null ? '' : read === null ? day : `${day}T${read}:00+07:00`);
  };
  return (
    <div className="when-happened">
      <Choice label={t('happened')} name="happened" value={earlier ? 'earlier' : 'now'} fault={fault}
              options={[{value: 'now', label: t('happened_now')}, {value: 'earlier', label: t('happened_earlier')}]}
              onChange={(which) => {
                setEarlier(which === 'earlier');
                if (which === 'now') onChange('');
                else put(names.today ?? nowInWard().slice(0, 10), time);
              }} />
      {earlier ? (
        <div className="row">
          <DayField label={t('happened_day')} value={chosen} max={names.today} onChange={(day) => put(day, time)} />
          <Text label={t('happened_time')} optional short inputMode="numeric" value={time} onChange={(typed) => {
            setTime(typed);
            put(chosen, typed);
          }} />
          {chosen ? <span className="meta">{fullDay(chosen)}</span> : null}
        </div>
      ) : null}
    </div>
  );
}
