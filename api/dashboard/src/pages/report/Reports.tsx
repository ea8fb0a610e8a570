import {useMemo} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Reads} from '../../api/client.ts';
import {useAddress} from '../../app/address.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Empty} from '../../components/Empty.tsx';
import {nameOfPeriod} from '../../components/periods.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {shapeOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {YearChoice} from '../../components/YearChoice.tsx';
import {day} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';

type Line = Reads['reports/{family}']['items'][number];
const kFamilies = ['cchc', 'calendar', 'ttcp'] as const;

export function Reports() {
  const names = useNames();
  const [search, change] = useAddress();
  const year = search['nam'] ?? names.today?.slice(0, 4) ?? '';
  const family = kFamilies.find((each) => each === search['he']) ?? 'cchc';
  const reports = useRead('reports/{family}', {parts: {family}, query: {year}, enabled: year !== ''});
  const columns = useMemo((): readonly Column<Line>[] => [
    {id: 'period', head: t('report_period'), main: true, cell: (each) => t('report_of', {family: wordFor('family', each.family), period: nameOfPeriod(each.name)})},
    {id: 'days', head: t('report_days'), cell: (each) => `${day(each.from)} – ${day(each.to)}`},
    {id: 'phase', head: t('phase'), cell: (each) => <Tag shape={shapeOfPhase(each.phase)}>{wordFor('report', each.phase)}</Tag>},
    {id: 'over', head: t('report_over'), phone: 'no', cell: (each) => (each.over ? t('yes') : t('report_running'))},
  ], []);
  return (
    <>
      <PageHead title={t('place_reports')} />
      <div className="row views no-print">
        <YearChoice year={year} onChange={(nam) => change({nam})} />
        <div className="row" role="group" aria-label={t('report_family')}>
          {kFamilies.map((each) => <button key={each} type="button" className="chip" aria-pressed={family === each} onClick={() => change({he: each})}>{wordFor('family', each)}</button>)}
        </div>
      </div>
      <ShownWhenRead of={reports}>
        {(data) => (data.items.length === 0 ? <Empty kind="none"><p>{t('reports_none', {year})}</p></Empty>
          : <DataTable label={t('place_reports')} rows={data.items} keyOf={(each) => each.name} columns={columns} addressOf={(each) => `/bao-cao/${each.family}/${encodeURIComponent(each.name)}`} />)}
      </ShownWhenRead>
    </>
  );
}
