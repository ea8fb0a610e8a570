import type {Act} from '../api/acts.ts';
import {draftOfGroup, type GroupDraft} from './values.ts';
import type {Context} from './context.ts';
import type {Settings} from '../api/shapes.ts';
import {t} from '../i18n/text.ts';

type Given = Readonly<Record<string, unknown>>;

function chairOf(settings: Settings | undefined): string | undefined {
  return settings?.officials.find((each) => each.in_office && each.office === 'chair')?.id;
}

/** One dialogue in every quarter for each khóm there is, unless the policy asks for more. */
function linesOf(settings: Settings | undefined): unknown[] {
  const each = settings?.policy?.dialogues_per_quarter ?? 1;
  return (settings?.khoms ?? []).filter((khom) => khom.valid)
    .map((khom) => ({khom: khom.id, per_quarter: [each, each, each, each]}));
}

function settingsStart(act: Act, settings: Settings | undefined): Given {
  switch (act.act) {
    case 'adopt-policy':
      // An adopted version holds from a day on: that day alone cannot be taken over from the one before.
      return settings?.policy ? {...settings.policy, valid_from: undefined} : {};
    case 'adopt-calendar':
      return settings?.calendar ?? {};
    case 'adopt-report-route':
      return settings?.report_route ? {...settings.report_route, valid_from: undefined} : {};
    case 'adopt-numbering':
      return {mode: settings?.numbering};
    default:
      return {};
  }
}

function planStart(act: Act, {plan, settings}: Context): Given {
  const lines = plan && plan.lines.length > 0 ? plan.lines : linesOf(settings);
  if (act.act === 'draft') return {title: plan?.title, legal_basis: plan?.legal_basis, lines};
  return act.act === 'amend' ? {lines} : {};
}

function dialogueStart(act: Act, {dialogue, settings}: Context): Given {
  switch (act.act) {
    case 'schedule':
      return {chair: chairOf(settings), format: 'dialogue', venue: {kind: 'khom_office'}};
    case 'open':
      return {start: dialogue?.start, chaired_by: dialogue?.chair};
    case 'close':
      return {end: dialogue?.end};
    case 'record-attendance':
      return dialogue?.attendance ?? {officials: dialogue ? [dialogue.chair] : []};
    case 'sign-minutes':
      return {signers: dialogue ? [dialogue.opening?.chaired_by ?? dialogue.chair] : [],
        taken_away: dialogue?.issues.filter((each) => each.phase === 'recorded' || each.phase === 'contested')
          .map((each) => each.id)};
    default:
      return {};
  }
}

/** Handed over is as a rule to the person who spoke, whose name is not opened for that. */
function deliveryStart(issue: Context['issue']): Given {
  const name = issue?.opinion?.resident?.name;
  if (!name) return {method: 'in_person'};
  return {method: 'in_person', recipient: typeof name === 'string' ? name : t('the_speaker')};
}

function issueStart(act: Act, {issue, usualAssignee}: Context): Given {
  switch (act.act) {
    case 'classify':
      return {type: issue?.type, field: issue?.field, complexity: issue?.complexity ?? 'simple'};
    case 'reclassify':
      return {type: issue?.type, field: issue?.field, complexity: issue?.complexity};
    case 'split':
      return {parts: [{subject: issue?.subject, field: issue?.field}, {field: issue?.field}]};
    case 'draft-answer':
      return {outcome: issue?.answer?.outcome, text: issue?.answer?.text, legal_basis: issue?.answer?.legal_basis};
    case 'replace-notice':
      return {text: issue?.answer?.text};
    case 'assign':
      return {assignee: usualAssignee};
    case 'record-delivery':
    case 'tell-external-result':
      return deliveryStart(issue);
    case 'record':
      return {channel: 'reception'};
    case 'note-progress':
      return {visibility: 'public'};
    default:
      return {};
  }
}

/** Acts that somebody signs are as a rule signed by the chair, for the committee. */
function signed(act: Act, {settings}: Context): Given {
  const asksSigner = act.members.some((each) => each.name === 'signer' && each.required && each.of === 'Id');
  const asksCapacity = act.members.some((each) => each.name === 'capacity' && each.required);
  return {...(asksSigner ? {signer: chairOf(settings)} : {}), ...(asksCapacity ? {capacity: 'TM'} : {})};
}

/** What a form holds before anything is typed. */
export function startOf(act: Act, context: Context): GroupDraft {
  const of: Partial<Record<Act['subject'], Given>> = {
    policy: settingsStart(act, context.settings), calendar: settingsStart(act, context.settings),
    ward: settingsStart(act, context.settings), plan: planStart(act, context),
    dialogue: dialogueStart(act, context), issue: issueStart(act, context),
  };
  return draftOfGroup(act.members, {...signed(act, context), ...of[act.subject], ...context.given});
}
