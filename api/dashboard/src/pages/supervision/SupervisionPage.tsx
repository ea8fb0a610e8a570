import {Link} from '@tanstack/react-router';
import {useMemo} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import {useAddress} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Due} from '../../components/Due.tsx';
import {Empty} from '../../components/Empty.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import type {Reads} from '../../api/client.ts';
import {personOf} from '../../components/timeline.ts';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {day, moment} from '../../i18n/dates.ts';
import {t, wordOf} from '../../i18n/text.ts';
import {Unusual} from './Unusual.tsx';

type Read = Reads['supervision/sealed-reads']['items'][number];

/** The opened record: a matter by a link to it, anything else by its kind alone. */
function OpenedOf({stream}: {readonly stream: string}) {
  const [, kind = '', id = ''] = /^([a-z]+)-(.+)$/.exec(stream) ?? [];
  const address = kind === 'issue' ? `/noi-dung/${encodeURIComponent(id)}` : kind === 'dialogue' ? `/doi-thoai/${encodeURIComponent(id)}`
    : kind === 'resident' ? `/nguoi-dan/${encodeURIComponent(id)}` : null;
  const name = wordOf(`opened_${kind}`) ?? stream;
  return address ? <Link to={address as '/'}>{name}</Link> : <>{name}</>;
}

/** Who opened sealed data, whose and what for. Not everybody may see it; who may not sees nothing of it. */
function SealedReads() {
  const names = useNames();
  const {roles} = useSignedIn();
  const overseer = roles.some((each) => each === 'chair' || each === 'supervisor' || each === 'admin');
  const reads = useRead('supervision/sealed-reads', {enabled: overseer});
  const columns = useMemo((): readonly Column<Read>[] => [
    {id: 'purpose', head: t('purpose'), main: true, cell: (each) => each.purpose},
    {id: 'by', head: t('history_who'), cell: (each) => personOf({user: each.by, role: each.role}, names)},
    {id: 'when', head: t('history_happened'), cell: (each) => moment(each.happened)},
    {id: 'subject', head: t('history_stream'), phone: 'no', cell: (each) => <OpenedOf stream={each.subject} />},
  ], [names]);
  if (!overseer) return null;
  return (
    <section className="stack">
      <h2>{t('sealed_reads')}</h2>
      <ShownWhenRead of={reads}>
        {(data) => (data.items.length === 0 ? <Empty kind="none"><p>{t('sealed_reads_none')}</p></Empty>
          : <DataTable label={t('sealed_reads')} rows={[...data.items].reverse()} keyOf={(each) => String(each.position)} columns={columns} />)}
      </ShownWhenRead>
    </section>
  );
}

export function SupervisionPage() {
  const names = useNames();
  const [search, change] = useAddress();
  const supervision = useRead('supervision');
  const context = useMemo(() => (supervision.data ? {supervision: supervision.data} : {}), [supervision.data]);
  return (
    <>
      <PageHead title={t('place_supervision')} />
      <ShownWhenRead of={supervision}>
        {(data) => (
          <div className="two-columns">
            <div className="column-acts">
              <ActPanel page="supervision" parts={{}} version={data.version} allowed={data.allowed_commands} context={context} next={['recommend', 'answer-recommendation']}
                        open={search['viec']} onDone={() => change({viec: undefined})} />
            </div>
            <div className="column-main stack">
              <section className="stack">
                <h2>{t('recommendations')}</h2>
                {data.recommendations.length === 0 ? <Empty kind="none"><p>{t('recommendations_none')}</p></Empty> : data.recommendations.map((each) => (
                  <article key={each.recommendation} className="card">
                    <p className="row"><strong>{each.body}</strong><span className="meta">{day(each.made_on)}</span>
                      {each.answered_on ? <span className="meta">{t('answered_on', {day: day(each.answered_on)})}</span> : <Due due={each.answer_due} />}</p>
                    <p className="words-of-people">{each.text}</p>
                    <p className="meta">{t('basis')}: {each.basis}</p>
                    {each.answer ? <blockquote className="words-of-people">{(each.answer as {text?: string}).text}</blockquote> : null}
                  </article>
                ))}
              </section>
              {data.takedowns.length > 0 ? (
                <section className="card"><h2>{t('takedowns')}</h2><ul className="lines">{data.takedowns.map((each) => (
                  <li key={each.takedown}>{each.place}: {each.reason} <span className="meta">{day(each.on)} · {names.user(each.by)}</span></li>
                ))}</ul></section>
              ) : null}
              <Unusual />
              <SealedReads />
            </div>
          </div>
        )}
      </ShownWhenRead>
    </>
  );
}
