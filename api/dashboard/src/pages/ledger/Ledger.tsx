import {Link} from '@tanstack/react-router';
import {useState} from 'react';
import {Button} from 'react-aria-components';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import {useAddress} from '../../app/address.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {SavedViews} from '../../components/SavedViews.tsx';
import {personOf} from '../../components/timeline.ts';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {moment, wardTime} from '../../i18n/dates.ts';
import {t, wordOf} from '../../i18n/text.ts';
import {addressOfStream} from '../register/RegisterPage.tsx';

const kPage = 50;

/** The ledger record by record, the newest first: who did what, when, and where it stands. */
export function Ledger() {
  const names = useNames();
  const [search, change] = useAddress();
  const [opened, setOpened] = useState<number | null>(null);
  const newest = useRead('events', {query: {limit: 1}});
  const size = newest.data?.position ?? 0;
  const end = Math.min(size, search['den'] ? Number(search['den']) : size);
  const first = Math.max(0, end - kPage);
  const events = useRead('events', {query: {...(first > 0 ? {after: first - 1} : {}), limit: Math.max(1, end - first)}, enabled: size > 0});
  return (
    <>
      <PageHead title={t('place_ledger')}><span className="soft">{t('ledger_size', {size})}</span></PageHead>
      <p className="row no-print">
        <Button className="button small" isDisabled={end >= size} onPress={() => change({den: end + kPage >= size ? undefined : String(end + kPage)})}>‹ {t('ledger_newer')}</Button>
        <span>{t('ledger_range', {from: first, to: Math.max(first, end - 1)})}</span>
        <Button className="button small" isDisabled={first === 0} onPress={() => change({den: String(first)})}>{t('ledger_older')} ›</Button>
        <label className="row"><span className="meta">{t('ledger_go')}</span>
          <input className="input short" data-search inputMode="numeric" onKeyDown={(event) => {
            const at = Number(event.currentTarget.value);
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && Number.isInteger(at)) change({den: String(Math.min(size, Math.max(1, at + 1)))});
          }} /></label>
      </p>
      <SavedViews page="events" />
      <ShownWhenRead of={events}>
        {(data) => (
          <ol className="ledger" aria-label={t('place_ledger')}>
            {data.items.flatMap((each) => 'leaf' in each ? [each] : []).reverse().map(({position, record, leaf}) => {
              const address = record ? addressOfStream(record.stream) : null;
              return (
                <li key={position} className="ledger-row" id={`so-${position}`}>
                  <span className="ledger-position number">{position}</span>
                  {record ? (
                    <>
                      <span className="ledger-what"><strong>{wordOf(record.type) ?? record.type}</strong> {address ? <Link to={address as '/'}>{record.stream}</Link> : <span className="soft">{record.stream}</span>}</span>
                      <span>{personOf({user: record.actor.user, role: record.actor.role}, names)}</span>
                      <span className="meta"><time dateTime={record.happened}>{moment(record.happened)}</time>{wardTime(record.recorded) !== moment(record.happened) ? ` · ${t('recorded', {at: wardTime(record.recorded)})}` : ''}</span>
                      <span className="row">
                        <Button className="button plain small" aria-expanded={opened === position} onPress={() => setOpened(opened === position ? null : position)}>{t('ledger_raw')}</Button>
                        <Link to={`/xac-minh?so=${position}` as '/'}>{t('ledger_check')}</Link>
                      </span>
                      {opened === position ? <pre className="raw" tabIndex={0} aria-label={t('ledger_raw')}>{JSON.stringify(record, null, 2)}</pre> : null}
                    </>
                  ) : <span className="meta">{t('ledger_hidden', {leaf: leaf ?? ''})}</span>}
                </li>
              );
            })}
          </ol>
        )}
      </ShownWhenRead>
    </>
  );
}
