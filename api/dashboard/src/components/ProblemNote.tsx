import {Button} from 'react-aria-components';
import type {Problem} from '../api/problem.ts';
import {t} from '../i18n/text.ts';

/** What could not be read, in the server's words, and what can be done about it. */
export function ProblemNote({problem, retry}: {readonly problem: Problem; readonly retry?: () => void}) {
  return (
    <div className="notice bad" role="alert">
      <strong>{problem.title || t('problem')}</strong>
      <p>{problem.message}</p>
      {retry ? <Button className="button small" onPress={retry}>{t('retry')}</Button> : null}
    </div>
  );
}
