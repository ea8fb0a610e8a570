import {useRead} from '../../api/hooks.ts';
import {nameOfFigure, percent} from '../../components/figures.ts';
import {nameOfPeriod} from '../../components/periods.ts';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {Trend} from '../../components/Trend.tsx';
import {t} from '../../i18n/text.ts';

const kRates = ['time.resolution_on_time_original', 'time.resolution_on_time_effective', 'time.first_reply_on_time'];
/** Below it nothing can be told of a line. */
const kPointsMin = 2;

/** Both on-time rates and the first reply's over eight quarters: where the ward comes from, and where it goes. */
export function RatesTrend() {
  const trend = useRead('trend', {query: {figure: kRates.join(',')}});
  return (
    <ShownWhenRead of={trend}>
      {({periods, figures}) => {
        const series = figures.map(({id, values}) => ({name: nameOfFigure(id),
          values: values.map(({value, of, measured}) => (measured && of ? value / of : null))}));
        // Quarters before the ward began to listen say nothing.
        const first = periods.findIndex((_, at) => series.some((one) => one.values[at] !== null));
        if (first < 0 || periods.length - first < kPointsMin) return <p className="soft">{t('trend_none')}</p>;
        return (
          <Trend label={t('board_trend')} periods={periods.slice(first).map(({period}) => nameOfPeriod(period.name).replace(/^\S+ /, ''))}
                 series={series.map((one) => ({...one, values: one.values.slice(first)}))} show={(value) => percent(value, 1)} />
        );
      }}
    </ShownWhenRead>
  );
}
