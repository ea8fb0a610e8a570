import {useNavigate} from '@tanstack/react-router';
import {useMemo} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Reads} from '../../api/client.ts';
import {usePart} from '../../app/address.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Empty} from '../../components/Empty.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {Tag} from '../../components/Tag.tsx';
import {YearChoice} from '../../components/YearChoice.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';

type Row = Reads['register/{year}']['items'][number];

/** Where a document's page is: the stream that took its number says whose it is. */
export function addressOfStream(stream: string | null): string | null {
  if (!stream) return null;
  if (stream.startsWith('issue-')) return `/noi-dung/${encodeURIComponent(stream.slice(6))}`;
  if (stream.startsWith('dialogue-')) return `/doi-thoai/${encodeURIComponent(stream.slice(9))}`;
  if (stream.startsWith('plan-')) return `/ke-hoach/${stream.slice(5)}`;
  const report = /^report-([a-z]+)-(.+)$/.exec(stream);
  return report ? `/bao-cao/${report[1]}/${encodeURIComponent(report[2]!)}` : null;
}

export function RegisterPage() {
  const names = useNames();
  const navigate = useNavigate();
  const year = usePart('year') ?? names.today?.slice(0, 4) ?? '';
  const register = useRead('register/{year}', {parts: {year}, enabled: year !== ''});
  const parts = useMemo(() => ({year}), [year]);
  const columns = useMemo((): readonly Column<Row>[] => [
    {id: 'symbol', head: t('document_symbol'), main: true, cell: (each) => each.symbol || `${each.number}/${each.type}`},
    {id: 'type', head: t('document_type'), cell: (each) => wordFor('value_type', each.type)},
    {id: 'date', head: t('date'), cell: (each) => day(each.date)},
    {id: 'state', head: t('phase'), cell: (each) => (each.voided ? <Tag shape="none">{t('number_voided', {reason: each.reason})}</Tag> : <Tag shape="done">{t('number_taken')}</Tag>)},
    {id: 'signed', head: t('signed_files'), cell: (each) => each.signed_files.map((file) => t('signed_file_of', {signer: names.official(file.signer), date: day(file.signed_on)})).join('; ')},
  ], [names]);
  return (
    <>
      <PageHead title={t('register_of', {year})}><YearChoice year={year} onChange={(next) => void navigate({to: `/so-van-ban/${next}` as '/'})} /></PageHead>
      <ShownWhenRead of={register}>
        {(data) => (
          <div className="two-columns">
            <div className="column-acts"><ActPanel page="register" parts={parts} version={data.version} allowed={data.allowed_commands} context={{}} /></div>
            <div className="column-main">
              {data.items.length === 0 ? <Empty kind="none"><p>{t('register_none', {year})}</p></Empty>
                : <DataTable label={t('place_register')} rows={[...data.items].reverse()} keyOf={(each) => String(each.position)} columns={columns} addressOf={(each) => addressOfStream(each.taken_by)} />}
            </div>
          </div>
        )}
      </ShownWhenRead>
    </>
  );
}
