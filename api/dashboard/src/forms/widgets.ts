import type {Act, Form, Member} from '../api/acts.ts';

/** Where the values of a picker come from. */
export type Source = 'khom' | 'official' | 'user' | 'field' | 'issue' | 'mergeTarget' | 'dialogueIssue' | 'opinion' | 'commitment'
  | 'absorbed' | 'dialogue' | 'delegation' | 'recommendation' | 'invitation';

/** How a value is asked for. */
export type Widget =
  | {readonly as: 'hidden' | 'line' | 'area' | 'number' | 'flag' | 'day' | 'time' | 'lines' | 'dayLines' | 'quarters'
    | 'group' | 'term' | 'rows' | 'files' | 'newId' | 'password' | 'happened' | 'instant'}
  | {readonly as: 'choice' | 'choices'; readonly values: readonly string[]}
  | {readonly as: 'pick' | 'picks'; readonly source: Source};

const kHidden = new Set(['schedule.dialogue', 'record-opinion.opinion', 'record-opinion.issues.issue', 'split.parts.issue',
  'redirect-denunciation.issue', 'instruct.commitment', 'make-commitment.commitment', 'recommend.recommendation',
  'register-takedown.takedown', 'import-issues.issues.issue', 'record.origin']);

/** Ids of what does not exist yet, made of a name that is typed beside. */
const kNewIds = new Set(['add-khom.khom', 'merge-khoms.into', 'appoint-official.official', 'delegate-signing.delegation']);

const kSources: Record<string, Source> = {
  khom: 'khom', khoms: 'khom', 'merge-khoms.from': 'khom', field: 'field',
  chair: 'official', chaired_by: 'official', signer: 'official', signers: 'official', officials: 'official',
  answered_by: 'official', receiving_officer: 'official', official: 'official', by: 'official', to: 'official',
  owner: 'official', assignee: 'user',
  'merge.into': 'mergeTarget', other: 'issue', duplicate_of: 'issue', 'present-previous-results.issues': 'issue',
  taken_away: 'dialogueIssue', opinion: 'opinion', commitment: 'commitment', absorbed: 'absorbed',
  dialogue: 'dialogue', delegation: 'delegation', recommendation: 'recommendation',
  'answer-invitation.participant': 'invitation',
};

const kLong = new Set(['text', 'reason', 'words', 'answer', 'summary', 'said', 'asked', 'topics', 'narrative', 'lessons',
  'comments', 'what', 'seen', 'basis', 'legal_basis', 'refusal', 'override_reason', 'note', 'purpose', 'subject']);

/** What becomes of `correct.new_value` follows from the member that is corrected. */
function corrected(field: unknown): Widget {
  if (field === 'field' || field === 'khom') return {as: 'pick', source: field};
  return field === 'pressing' ? {as: 'choice', values: ['true', 'false']} : {as: 'area'};
}

function sourceOf(act: Act, path: string, form: Form): Source | undefined {
  const name = path.split('.').at(-1) ?? '';
  const source = kSources[`${act.act}.${path}`] ?? kSources[name];
  if (!source) return undefined;
  const named = form.of === 'Id' || form.of === 'FieldCode' || form.item?.of === 'Id';
  return named || source === 'invitation' ? source : undefined;
}

function listWidget(form: Form, name: string): Widget {
  const item = form.item;
  if (item?.of === 'AttachmentInput') return {as: 'files'};
  if (item?.of === 'Day') return {as: 'dayLines'};
  if (item?.kind === 'choice') return {as: 'choices', values: item.values ?? []};
  if (item?.kind === 'group') return {as: 'rows'};
  if (item?.kind === 'number' && name === 'per_quarter') return {as: 'quarters'};
  return {as: 'lines'};
}

/** `path`: the names from the body down to the member, `venue.kind`; `group` holds the values beside it. */
export function widgetOf(act: Act, path: string, form: Form, group: Readonly<Record<string, unknown>>): Widget {
  const name = path.split('.').at(-1) ?? '';
  const full = `${act.act}.${path}`;
  if (kHidden.has(full)) return {as: 'hidden'};
  if (kNewIds.has(full)) return {as: 'newId'};
  if (full === 'correct.new_value') return corrected(group['field']);
  const source = sourceOf(act, path, form);
  if (source) return form.kind === 'list' ? {as: 'picks', source} : {as: 'pick', source};
  if (form.of === 'Happened') return {as: 'happened'};
  if (form.of === 'Day') return {as: 'day'};
  if (form.of === 'ClockTime') return {as: 'time'};
  if (form.of === 'Instant') return {as: 'instant'};
  if (form.of === 'TermInput') return {as: 'term'};
  switch (form.kind) {
    case 'choice':
      return {as: 'choice', values: form.values ?? []};
    case 'flag':
      return {as: 'flag'};
    case 'number':
      return (form.maximum ?? Infinity) - (form.minimum ?? -Infinity) < 6 ? {as: 'choice', values: numbersOf(form)} : {as: 'number'};
    case 'group':
      return {as: 'group'};
    case 'list':
      return listWidget(form, name);
    case 'text':
      if (name.endsWith('password')) return {as: 'password'};
      return {as: kLong.has(name) && form.of !== 'StreamName' ? 'area' : 'line'};
  }
}

function numbersOf(form: Form): readonly string[] {
  const [from, to] = [form.minimum ?? 0, form.maximum ?? 0];
  return Array.from({length: to - from + 1}, (_, index) => String(from + index));
}

/** Members that mean nothing beside what was chosen already: a host of a meeting that is at an office. */
export function isAsked(path: string, member: Member, group: Readonly<Record<string, unknown>>): boolean {
  if (path.startsWith('venue.')) {
    if (member.name === 'place') return group['kind'] !== 'household';
    if (member.name.startsWith('host')) return group['kind'] === 'household';
  }
  if (member.name === 'refusal') return group['acknowledgement'] === 'refused';
  if (member.name === 'speaker') return group['anonymous'] !== true;
  return true;
}
