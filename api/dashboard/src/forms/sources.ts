import {actOf} from '../api/acts.ts';
import {useWholeList, useRead} from '../api/hooks.ts';
import {useNames} from '../api/names.ts';
import type {IssueSummary} from '../api/shapes.ts';
import {useSignedIn} from '../app/session.ts';
import type {Option} from '../components/fields.tsx';
import {day} from '../i18n/dates.ts';
import {byGivenName} from '../i18n/fold.ts';
import {currentLanguage, t, wordFor} from '../i18n/text.ts';
import {useFormContext} from './context.ts';
import type {Source} from './widgets.ts';

/** The source's entries as they are now. A hook per source, so that only what is shown is asked for. */
type Hook = () => readonly Option[];

function useKhoms(): readonly Option[] {
  const {settings} = useNames();
  return (settings?.khoms ?? []).filter((each) => each.valid).map((each) => ({value: each.id, label: each.name}));
}

function useFields(): readonly Option[] {
  const {settings} = useNames();
  return (settings?.policy?.fields ?? []).map((each) =>
    ({value: each.code, label: currentLanguage() === 'vi' ? each.name_vi : each.name_en}));
}

const kOfficeOrder = {chair: 0, deputy: 1, other: 2};

function useOfficials(): readonly Option[] {
  const {settings} = useNames();
  return (settings?.officials ?? []).filter((each) => each.in_office)
    .sort((a, b) => kOfficeOrder[a.office] - kOfficeOrder[b.office] || byGivenName(a.name, b.name))
    .map((each) => ({value: each.id, label: `${each.name} – ${each.position}`}));
}

/** The roles that may assign work may read the list of assignees. */
const kAssigning: ReadonlySet<string> = new Set(actOf('issue', 'assign')?.roles);

function useUsers(): readonly Option[] {
  const {session, roles} = useSignedIn();
  const readable = roles.some((each) => kAssigning.has(each));
  const assignees = useRead('assignees', {now: true, enabled: readable}).data;
  // A user who may not read the list can name themselves at least: an officer promises for themselves.
  if (!readable) return [{value: session.user, label: session.display_name || session.user}];
  return (assignees?.items ?? []).map((each) => ({value: each.user,
    label: each.official ? `${each.display_name} – ${each.official.position}` : each.display_name}));
}

function useIssuesOf(query: Readonly<Record<string, boolean>>, takes: (each: IssueSummary) => boolean): readonly Option[] {
  const {issue} = useFormContext();
  const names = useNames();
  const issues = useWholeList('issues', query).data;
  return (issues?.items ?? []).filter((each) => each.id !== issue?.id && takes(each))
    .map((each) => ({value: each.id, label: `${each.subject} – ${names.khom(each.khom)}, ${day(each.received)} (${each.id})`}));
}

function useIssues(): readonly Option[] {
  return useIssuesOf({}, () => true);
}

/** Those that an issue can be merged into: open ones of its khóm that are classified, so that their time limit runs. */
function useMergeTargets(): readonly Option[] {
  const {issue} = useFormContext();
  return useIssuesOf({open: true}, (each) => each.effective_due !== null && each.khom === issue?.khom && each.type !== 'COMPLAINT');
}

function useDialogueIssues(): readonly Option[] {
  const {dialogue} = useFormContext();
  return (dialogue?.issues ?? []).map((each) => ({value: each.id, label: `${each.subject} (${each.id})`}));
}

function useOpinions(): readonly Option[] {
  const {dialogue} = useFormContext();
  const subjects = new Map(dialogue?.issues.map((each) => [each.id as string, each.subject]));
  return (dialogue?.opinions ?? []).map((each) => ({value: each.id,
    label: t('opinion_nth', {n: each.order, what: each.issues.map((id) => subjects.get(id) ?? id).join('; ')})}));
}

function useCommitments(): readonly Option[] {
  const {issue} = useFormContext();
  return (issue?.commitments ?? []).map((each) => ({value: each.id, label: `${each.what} – ${day(each.due)}`}));
}

function useAbsorbed(): readonly Option[] {
  const {issue} = useFormContext();
  const issues = useWholeList('issues').data;
  const subjects = new Map(issues?.items.map((each) => [each.id as string, each.subject]));
  return (issue?.absorbed ?? []).map((each) => ({value: each.issue, label: `${subjects.get(each.issue) ?? ''} (${each.issue})`}));
}

function useDialogues(): readonly Option[] {
  const names = useNames();
  const dialogues = useRead('dialogues').data;
  return (dialogues?.items ?? []).map((each) => ({value: each.id, label: `${day(each.date)} – ${names.khom(each.khom)} (${wordFor('phase', each.phase)})`}));
}

function useDelegations(): readonly Option[] {
  const names = useNames();
  return (names.settings?.delegations ?? []).filter((each) => each.in_force)
    .map((each) => ({value: each.delegation, label: `${each.document}: ${names.official(each.to)}`}));
}

function useRecommendations(): readonly Option[] {
  const {supervision} = useFormContext();
  return (supervision?.recommendations ?? []).filter((each) => each.answered_on === null)
    .map((each) => ({value: each.recommendation, label: `${each.body}: ${each.text}`.slice(0, 90)}));
}

function useInvitations(): readonly Option[] {
  const {dialogue} = useFormContext();
  return (dialogue?.invitations ?? []).map((each) => ({value: each.participant, label: each.participant}));
}

export const kHooks: Record<Source, Hook> = {
  khom: useKhoms, official: useOfficials, user: useUsers, field: useFields, issue: useIssues, mergeTarget: useMergeTargets,
  dialogueIssue: useDialogueIssues, opinion: useOpinions, commitment: useCommitments, absorbed: useAbsorbed,
  dialogue: useDialogues, delegation: useDelegations, recommendation: useRecommendations, invitation: useInvitations,
};
