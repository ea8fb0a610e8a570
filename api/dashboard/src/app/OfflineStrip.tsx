import {lazy, Suspense, useEffect, useState} from 'react';
import {Button} from 'react-aria-components';
import {useReach} from '../api/reach.ts';
import {t} from '../i18n/text.ts';
import {useQueue, useWaiting} from '../offline/queue.ts';

const WaitingList = lazy(async () => ({default: (await import('./WaitingList.tsx')).WaitingList}));

/** How much lies here that a former password sealed. */
function useFormer(): [number, () => void] {
  const {vault} = useQueue();
  const [count, setCount] = useState(0);
  const [asked, setAsked] = useState(0);
  useEffect(() => { void vault.former().then(setCount, () => setCount(0)); }, [vault, asked]);
  return [count, () => setAsked((before) => before + 1)];
}

/** No network, and what waits: in sight on every page, as long as it is so. */
export function OfflineStrip() {
  const reached = useReach();
  const queue = useQueue();
  const waiting = useWaiting();
  const [former, lookAgain] = useFormer();
  const [open, setOpen] = useState(false);
  const held = waiting.filter((each) => queue.isHeld(each)).length;
  const refused = waiting.filter((each) => each.refused !== '').length;
  const says = [
    ...(reached ? [] : [t('offline')]),
    ...(waiting.length > 0 ? [t('waiting_count', {count: waiting.length})] : []),
    ...(held > 0 ? [t('waiting_held', {count: held})] : []),
    ...(refused > 0 ? [t('waiting_refused', {count: refused})] : []),
    ...(former > 0 ? [t('waiting_former', {count: former})] : []),
  ];
  return (
    <>
      {says.length > 0 ? (
        <div className="offline-strip" role="status">
          <span>{says.join(' · ')}</span>
          {waiting.length + former > 0 ? <Button className="button small" onPress={() => setOpen(true)}>{t('waiting_open')}</Button> : null}
        </div>
      ) : null}
      <Suspense>
        {open ? <WaitingList former={former} onFormer={lookAgain} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
