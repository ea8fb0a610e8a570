import type {Reads} from '../../api/client.ts';
import type {FigureRow, Report, Settings} from '../../api/shapes.ts';
import {addDays, workingDaysUntil, type Day} from '../../i18n/dates.ts';

export type Line = Reads['reports/{family}']['items'][number];

/** The answers read of one ward for one period. */
export interface WardFigures {
  readonly ward: string;
  readonly settings: Settings;
  readonly report: Report;
  /** Of the period that ended the day before; null where the ward has none. */
  readonly before: Report | null;
}

export const kCompared = ['time.resolution_on_time_original', 'time.resolution_on_time_effective', 'time.first_reply_on_time', 'feedback.satisfied'] as const;
export type Compared = (typeof kCompared)[number];

export function figureOf(report: Report, id: string): FigureRow | undefined {
  return report.figures.find((each) => each.id === id);
}

function rateOf(report: Report, id: string): number | null {
  const figure = figureOf(report, id);
  return figure?.measured && figure.of ? figure.value / figure.of : null;
}

/** The period that ended the day before another began. */
export function periodBefore(lines: readonly Line[], from: Day): Line | undefined {
  return lines.filter((each) => addDays(each.to, 1) === from).sort((a, b) => b.from.localeCompare(a.from))[0];
}

export function isSent(report: Report): boolean {
  return report.phase === 'submitted' || report.phase === 'acknowledged';
}

/** Days over the time that the ward's own rule of reporting leaves; null where it is not over, or the rule says nothing. */
export function daysOverdue({report, settings}: WardFigures): number | null {
  const {today, calendar, report_route: route} = settings;
  const within = route?.due_within;
  if (isSent(report) || !within || !calendar) return null;
  const passed = within.unit === 'working_days' ? workingDaysUntil(report.period.to, today, calendar)
    : Math.round((Date.parse(today) - Date.parse(report.period.to)) / 86_400_000);
  return passed > within.days ? passed - within.days : null;
}

/** Does this period begin with what the one before ended with? Null where there is nothing to compare. */
export function follows({report, before}: WardFigures): boolean | null {
  return before === null ? null : before.balance.carried_out === report.balance.carried_in;
}

/** The marks by which a ward's figures are unlike the others', or unlike its own: to be looked at, not to be judged by. */
export type Unusual =
  | {readonly is: 'balance'} | {readonly is: 'follows'}
  | {readonly is: 'few'; readonly figure: Compared; readonly of: number}
  | {readonly is: 'others'; readonly figure: Compared; readonly median: number}
  | {readonly is: 'before'; readonly figure: Compared; readonly was: number};

/** A share of fewer says nothing of a ward. */
const kFew = 5;
/** Of others there have to be some before one of them can be unlike them. */
const kWards = 3;
const kFarPoints = 0.2;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function unusualRate(ward: WardFigures, all: readonly WardFigures[], figure: Compared): Unusual | null {
  const rate = rateOf(ward.report, figure);
  if (rate === null) return null;
  const rates = all.flatMap((each) => ((figureOf(each.report, figure)?.of ?? 0) < kFew ? [] : rateOf(each.report, figure) ?? []));
  const middle = median(rates);
  const was = ward.before ? rateOf(ward.before, figure) : null;
  const isFar = rates.length >= kWards && Math.abs(rate - middle) > kFarPoints;
  const hasTurned = was !== null && Math.abs(rate - was) > kFarPoints;
  if (!isFar && !hasTurned) return null;
  const of = figureOf(ward.report, figure)?.of ?? 0;
  if (of < kFew) return {is: 'few', figure, of};
  return isFar ? {is: 'others', figure, median: middle} : {is: 'before', figure, was: was ?? 0};
}

export function unusualOf(ward: WardFigures, all: readonly WardFigures[]): readonly Unusual[] {
  const found: Unusual[] = [];
  if (!ward.report.balance.holds) found.push({is: 'balance'});
  if (follows(ward) === false) found.push({is: 'follows'});
  return found.concat(kCompared.flatMap((figure) => unusualRate(ward, all, figure) ?? []));
}
