import {Link} from '@tanstack/react-router';
import {useNames} from '../../api/names.ts';
import type {Issue} from '../../api/shapes.ts';
import {ShapeMark} from '../../components/shapes.tsx';
import {day, workingDaysUntil} from '../../i18n/dates.ts';
import {t} from '../../i18n/text.ts';

interface Point {
  readonly isMet: boolean;
  readonly says: string;
}

/** The conditions for more time, before it is asked for. Whether it may be asked is the server's word, as everywhere. */
export function ExtensionChecklist({issue}: {readonly issue: Issue}) {
  const {settings, calendar} = useNames();
  const asked = issue.allowed_commands.find((each) => each.command === 'request-extension');
  const policy = settings?.policy;
  if (!asked || !policy || !issue.effective_due || !issue.open) return null;
  const left = calendar ? workingDaysUntil(issue.today, issue.effective_due, calendar) : 0;
  const points: readonly Point[] = [
    {isMet: left >= 0, says: left >= 0 ? t('extension_in_time', {due: day(issue.effective_due), days: left}) : t('extension_too_late', {due: day(issue.effective_due)})},
    {isMet: issue.extensions < policy.extensions_max, says: t('extension_times', {used: issue.extensions, max: policy.extensions_max})},
    {isMet: !issue.extension_requested, says: issue.extension_requested ? t('extension_waits') : t('extension_none_waits')},
  ];
  return (
    <section className="card no-print" aria-labelledby="extension-checklist">
      <h2 id="extension-checklist">{t('extension_checklist')}</h2>
      <ul className="check-steps">
        {points.map((each) => (
          <li key={each.says} className={each.isMet ? 'step-done' : 'step-open'}><ShapeMark shape={each.isMet ? 'done' : 'late'} /><span>{each.says}<span className="hidden-from-sight"> – {each.isMet ? t('done') : t('not_yet')}</span></span></li>
        ))}
      </ul>
      <p className="meta">{t('extension_needs', {max: policy.extension_days_max})}</p>
      {asked.allowed ? <p><Link className="button small" to={`/noi-dung/${encodeURIComponent(issue.id)}?viec=request-extension` as '/'}>{t('act_issue_request-extension')}</Link></p> : <p className="soft">{asked.reason}</p>}
    </section>
  );
}
