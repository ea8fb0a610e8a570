import type {Day} from '../../i18n/dates.ts';

interface Periods {
  readonly names: readonly string[];
  /** The one that ended last. */
  readonly last: string;
}

/** On which day each ends: quarters of the calendar, and those of the reports on administrative reform. */
const kEnds = {
  calendar: [['Q1', '03-31'], ['Q2', '06-30'], ['Q3', '09-30'], ['Q4', '12-31']],
  cchc: [['Q1', '03-14'], ['H1', '06-14'], ['Q3', '09-14'], ['', '12-14']],
} as const;

/** The year's periods by their names, and the one that is asked for: of a running year the one that ended last. */
export function periodsOf(family: keyof typeof kEnds, year: number, today: Day): Periods {
  const named = kEnds[family].map(([part, end]) => ({name: part === '' ? String(year) : `${year}-${part}`, end: `${year}-${end}`}));
  const ended = named.filter((each) => each.end < today);
  return {names: named.map((each) => each.name), last: (ended[ended.length - 1] ?? named[0])?.name ?? ''};
}
