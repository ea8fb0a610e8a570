import type {Change} from '../api/problem.ts';
import {useNames} from '../api/names.ts';
import {moment} from '../i18n/dates.ts';
import {t, wordFor, wordOf} from '../i18n/text.ts';

/** Tells who did what since. */
export function Changes({changes}: {readonly changes: readonly Change[]}) {
  const names = useNames();
  return (
    <ul>
      {changes.map((each) => (
        <li key={each.position}>
          {t('stale_change', {at: moment(each.happened), what: wordOf(each.type) ?? each.type, who: names.user(each.user), role: wordFor('role', each.role)})}
        </li>
      ))}
    </ul>
  );
}
