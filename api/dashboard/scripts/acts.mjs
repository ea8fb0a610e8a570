// The acts of the contract, each with its path, who may do it, how it names the version it saw, and
// the form of its body. A form says as much as a field on a page needs and no more.

const kPrefix = '/api/v1/wards/{ward}/';
const kSubjects = {
  ward: 'ward', calendar: 'calendar', policy: 'policy', plans: 'plan', dialogues: 'dialogue',
  issues: 'issue', reports: 'report', register: 'register', residents: 'resident', users: 'user',
  supervision: 'supervision',
};
/** Schemas that a page shows by a widget of their own. */
const kNamed = new Set(['Id', 'Day', 'ClockTime', 'Instant', 'Happened', 'FieldCode', 'StreamName',
  'Sha256', 'AttachmentInput', 'SpeakerInput', 'VenueInput', 'TermInput', 'ImportOriginInput']);

function isNull(schema) {
  return schema.type === 'null';
}

/** `text?`, `Day | null`, `{type: [string, null]}`: the schema without null, and whether null is taken. */
function withoutNull(schema) {
  const either = schema.oneOf ?? schema.anyOf;
  if (either) {
    const rest = either.filter((each) => !isNull(each));
    if (rest.length !== 1) throw new Error(`not one form: ${JSON.stringify(schema)}`);
    return {schema: rest[0], nullable: rest.length < either.length};
  }
  if (Array.isArray(schema.type)) {
    const rest = schema.type.filter((each) => each !== 'null');
    return {schema: {...schema, type: rest[0]}, nullable: rest.length < schema.type.length};
  }
  return {schema, nullable: false};
}

function limits(schema) {
  const found = {};
  for (const name of ['minimum', 'maximum', 'minLength', 'minItems', 'maxItems', 'default', 'pattern']) {
    if (schema[name] !== undefined) found[name] = schema[name];
  }
  return found;
}

export function formOf(given, schemas) {
  const {schema: bare, nullable} = withoutNull(given);
  const name = bare.$ref?.split('/').at(-1);
  const schema = name ? {...schemas[name]} : bare;
  const form = {...(nullable ? {nullable} : {}), ...(kNamed.has(name) ? {of: name} : {}), ...limits(schema)};
  if (schema.enum) {
    const values = schema.enum.filter((each) => each !== null);
    return {kind: 'choice', ...form, values, ...(values.length < schema.enum.length ? {nullable: true} : {})};
  }
  switch (schema.type) {
    case 'object':
      return {kind: 'group', ...form, members: membersOf(schema, schemas)};
    case 'array':
      return {kind: 'list', ...form, item: formOf(schema.items, schemas)};
    case 'string':
      return {kind: 'text', ...form};
    case 'integer':
      return {kind: 'number', ...form};
    case 'boolean':
      return {kind: 'flag', ...form};
    default:
      throw new Error(`no form for ${JSON.stringify(given)}`);
  }
}

function membersOf(schema, schemas) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, each]) => ({
    name, ...(required.has(name) ? {required: true} : {}), ...formOf(each, schemas)}));
}

const kVersions = {
  IfMatch: 'seen', IfMatchOrAny: 'any', IfMatchZero: 'none', IfMatchUnlessFirst: 'unless-first',
  IfMatchOptional: 'optional',
};

export function actsOf(contract) {
  const acts = [];
  for (const [path, operations] of Object.entries(contract.paths)) {
    const post = operations.post;
    const isAct = post?.tags?.includes('acts');
    const parts = path.slice(kPrefix.length).split('/');
    const subject = kSubjects[parts[0]];
    if (isAct && !subject) throw new Error(`${path} is of no subject that the page knows`);
    // Acts on an account's ways in stand among the sessions' operations.
    if (!isAct && !(post && subject)) continue;
    const headers = (post.parameters ?? []).map((each) => each.$ref?.split('/').at(-1));
    const body = post.requestBody?.content?.['application/json']?.schema;
    const roles = /Roles: ([a-z_, ]+)\./.exec(post.description ?? '')?.[1]?.split(', ') ?? [];
    if (roles.length === 0) throw new Error(`${path} says nobody may do it`);
    acts.push({
      subject,
      act: parts.length === 1 ? 'schedule' : parts.at(-1),
      path: path.slice(kPrefix.length),
      roles,
      version: kVersions[headers.find((each) => each in kVersions)] ?? 'none',
      keyed: headers.includes('IdempotencyKey'),
      members: body ? membersOf(body, contract.components.schemas) : [],
    });
  }
  return acts;
}
