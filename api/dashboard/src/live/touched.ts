// Which of the answers in memory a new record makes old.

/** `issue` and `i-2021-0001` of `issue-i-2021-0001`. */
function partsOf(stream: string): readonly [string, string] {
  const cut = stream.indexOf('-');
  return cut < 0 ? [stream, ''] : [stream.slice(0, cut), stream.slice(cut + 1)];
}

/** Of what kinds of streams a read of one thing tells, beside its own. */
const kAlso: Readonly<Record<string, readonly string[]>> = {
  issues: ['policy', 'calendar', 'resident'],
  dialogues: ['issue'],
  plans: ['dialogue'],
  reports: ['issue', 'dialogue', 'plan', 'supervision'],
  residents: ['issue', 'dialogue'],
  users: [],
  register: [],
};
const kOwn: Readonly<Record<string, string>> = {issues: 'issue', dialogues: 'dialogue', plans: 'plan', reports: 'report', residents: 'resident',
  users: 'user', register: 'register'};
/** The kinds of streams whose events move settings; no others do. */
const kSettings = ['ward', 'policy', 'calendar', 'user'];

/** Not of a moment that was asked for, and no proof, which stays what it is. */
export function isOfNow(key: readonly unknown[]): boolean {
  const [path, , asked] = key as readonly [string, unknown, Readonly<Record<string, unknown>> | undefined];
  return typeof path === 'string' && !(asked && 'as_of' in asked) && !path.startsWith('tlog/') && !path.startsWith('proofs/');
}

/** `key`: a read's path, the values in it, and what was asked for. */
export function isTouched(key: readonly unknown[], streams: ReadonlySet<string>): boolean {
  if (!isOfNow(key)) return false;
  const [path, parts] = key as readonly [string, unknown];
  const kinds = new Set([...streams].map((each) => partsOf(each)[0]));
  if (path === 'settings' || path === 'assignees') return kSettings.some((kind) => kinds.has(kind));
  const [thing, name] = path.split('/');
  const own = kOwn[thing ?? ''];
  if (own === undefined || !name?.startsWith('{')) return true;
  const id = Object.values(parts as Readonly<Record<string, unknown>>).join('-');
  return streams.has(`${own}-${id}`) || (kAlso[thing ?? ''] ?? []).some((kind) => kinds.has(kind));
}
