/** The figures of the running program that a reader understands, out of its monitor's text. */
export interface ServerFigures {
  readonly records: number;
  readonly signed: number;
  /** Records that the views have not taken yet. */
  readonly behind: number;
  /** When the ledgers were last read against what was signed, in seconds; null where that is not told. */
  readonly checkedAt: number | null;
  readonly isClean: boolean;
  /** Work in the background whose last attempt failed. */
  readonly failing: readonly string[];
}

interface Line {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

function readLine(line: string): Line | null {
  const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (!name || line.startsWith('#')) return null;
  return {name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map((each) => [each[1] ?? '', each[2] ?? ''])), value: Number(value)};
}

export function readFigures(text: string): ServerFigures {
  const lines = text.split('\n').flatMap((line) => readLine(line) ?? []);
  const named = (name: string) => lines.filter((each) => each.name === name);
  const sum = (name: string) => named(name).reduce((all, each) => all + each.value, 0);
  const times = named('langnghe_ledger_check_timestamp_seconds').map((each) => each.value).filter((each) => each > 0);
  return {
    records: sum('langnghe_ledger_records'), signed: sum('langnghe_signed_records'),
    behind: Math.max(0, sum('langnghe_ledger_records') - sum('langnghe_view_records')),
    // Of several ledgers the one that was looked at longest ago.
    checkedAt: times.length === 0 ? null : Math.min(...times),
    isClean: named('langnghe_ledger_check_result').every((each) => each.value !== 1 || each.labels['result'] === 'clean'),
    failing: [...new Set(named('langnghe_consumer_failing').filter((each) => each.value === 1).map((each) => each.labels['consumer'] ?? ''))],
  };
}
