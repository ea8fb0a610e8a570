import {t, wordFor, wordOf} from '../i18n/text.ts';
import {nameOfPeriod} from './periods.ts';

/** `nội dung i-2021-0049` of `issue-i-2021-0049`, as people call what a record is about. */
export function nameOfStream(stream: string): string {
  const [, kind = '', id = ''] = /^([a-z]+)(?:-(.+))?$/.exec(stream) ?? [];
  const report = kind === 'report' ? /^([a-z]+)-(.+)$/.exec(id) : null;
  if (report) return t('report_of', {family: wordFor('family', report[1]!), period: nameOfPeriod(report[2]!)});
  const word = wordOf(`stream_${kind}`);
  return word === undefined ? stream : `${word} ${id}`.trim();
}
