import {useQueries} from '@tanstack/react-query';
import {useMemo} from 'react';
import {read} from '../../api/client.ts';
import {useAsOf} from '../../app/as_of.ts';
import {nameOfFigure, percent, periodsBefore} from '../../components/figures.ts';
import {nameOfPeriod} from '../../components/periods.ts';
import {Trend} from '../../components/Trend.tsx';
import {currentLanguage, t} from '../../i18n/text.ts';

const kQuarters = 8;
const kRates = ['time.resolution_on_time_original', 'time.resolution_on_time_effective', 'time.first_reply_on_time'] as const;
/** Below it nothing can be told of a line. */
const kPointsMin = 2;

/** Both on-time rates and the first reply's over eight quarters: where the ward comes from, and where it goes. */
export function RatesTrend({year, quarter}: {readonly year: number; readonly quarter: number}) {
  const asOf = useAsOf();
  const periods = useMemo(() => periodsBefore(year, quarter, kQuarters), [year, quarter]);
  const reports = useQueries({queries: periods.map((period) => {
    const parts = {family: 'calendar', period};
    const query = asOf ? {as_of: asOf.address} : {};
    return {queryKey: ['reports/{family}/{period}', parts, query, currentLanguage()],
      queryFn: ({signal}: {signal: AbortSignal}) => read('reports/{family}/{period}', parts, query, signal)};
  })});
  const series = kRates.map((id) => ({name: nameOfFigure(id), values: reports.map(({data}) => {
    const figure = data?.figures.find((each) => each.id === id);
    return figure?.measured && figure.of ? figure.value / figure.of : null;
  })}));
  // Quarters before the ward began to listen say nothing.
  const first = Math.min(...periods.map((_, at) => at).filter((at) => series.some((one) => one.values[at] !== null)));
  if (!Number.isFinite(first) || periods.length - first < kPointsMin) return <p className="soft">{t('trend_none')}</p>;
  return (
    <Trend label={t('board_trend')} periods={periods.slice(first).map((each) => nameOfPeriod(each).replace(/^\S+ /, ''))}
           series={series.map((one) => ({...one, values: one.values.slice(first)}))} show={(value) => percent(value, 1)} />
  );
}
