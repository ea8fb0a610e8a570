import type {ReactNode} from 'react';
import {Button} from 'react-aria-components';
import {useTitle} from '../app/address.ts';
import {t} from '../i18n/text.ts';
import {Icon} from './Icon.tsx';

/** Title, what can be chosen about the page, and printing. */
export function PageHead({title, children, printable = true}: {readonly title: string; readonly children?: ReactNode;
                         readonly printable?: boolean}) {
  useTitle(title);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {children}
      {printable ? (
        <Button className="button plain no-print wide" onPress={() => window.print()}><Icon name="print" />{t('print')}</Button>
      ) : null}
    </header>
  );
}
