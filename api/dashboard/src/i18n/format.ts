/**
 * Messages in the part of ICU's syntax that we need: `{name}`, `{n, number}`, `{n, plural, =0 {…} one {…}
 * other {…}}` with `#`, and `{x, select, a {…} other {…}}`.
 */
export type Values = Readonly<Record<string, string | number>>;

interface Reading {
  readonly text: string;
  at: number;
}

/** The text up to the brace that closes what `at` stands in; nested braces belong to it. */
function inner(reading: Reading): string {
  const begin = reading.at;
  for (let depth = 1; reading.at < reading.text.length; ++reading.at) {
    const each = reading.text[reading.at];
    if (each === '{') ++depth;
    if (each === '}' && --depth === 0) return reading.text.slice(begin, reading.at++);
  }
  throw new Error(`a brace is open in: ${reading.text}`);
}

/** `one {…} other {…}` as a table. */
function choices(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const reading = {text, at: 0};
  for (;;) {
    const open = text.indexOf('{', reading.at);
    if (open < 0) return found;
    const key = text.slice(reading.at, open).trim();
    reading.at = open + 1;
    found.set(key, inner(reading));
  }
}

function chosen(kind: string, table: Map<string, string>, value: string | number, locale: string): string {
  const exact = kind === 'plural' ? table.get(`=${value}`) : table.get(String(value));
  const category = kind === 'plural' ? new Intl.PluralRules(locale).select(Number(value)) : 'other';
  return exact ?? table.get(category) ?? table.get('other') ?? '';
}

export function format(message: string, values: Values, locale: string): string {
  if (!message.includes('{')) return message;
  const reading = {text: message, at: 0};
  let out = '';
  while (reading.at < message.length) {
    const open = message.indexOf('{', reading.at);
    if (open < 0) return out + message.slice(reading.at);
    out += message.slice(reading.at, open);
    reading.at = open + 1;
    out += filled(inner(reading), values, locale);
  }
  return out;
}

function filled(placeholder: string, values: Values, locale: string): string {
  const [name = '', kind, ...rest] = placeholder.split(',');
  const value = values[name.trim()] ?? '';
  if (kind === undefined) return String(value);
  const number = new Intl.NumberFormat(locale);
  if (kind.trim() === 'number') return number.format(Number(value));
  const one = chosen(kind.trim(), choices(rest.join(',')), value, locale);
  return format(one.replaceAll('#', number.format(Number(value))), values, locale);
}
