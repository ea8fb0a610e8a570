import {useEffect, useState} from 'react';
import {t} from '../i18n/text.ts';

/** Nothing at first: most answers are here before anybody would see that they were awaited. */
export function Loading() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  return <p className="meta loading" role="status">{shown ? t('loading') : ''}</p>;
}
