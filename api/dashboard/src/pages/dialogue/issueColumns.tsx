import type {Names} from '../../api/names.ts';
import type {IssueSummary} from '../../api/shapes.ts';
import type {Column} from '../../components/DataTable.tsx';
import {Due} from '../../components/Due.tsx';
import {shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {t} from '../../i18n/text.ts';

/** Issues as the pages of a dialogue list them. */
export function issueColumns(names: Names): readonly Column<IssueSummary>[] {
  return [
    {id: 'subject', head: t('subject'), main: true, cell: (each) => each.subject || each.id},
    {id: 'field', head: t('field'), cell: (each) => names.field(each.field)},
    {id: 'phase', head: t('phase'), cell: (each) => <Tag shape={shapeOfPhase(each.phase)}>{wordOfPhase(each.phase)}</Tag>},
    {id: 'due', head: t('due'), cell: (each) => <Due due={each.effective_due} over={!each.open} pausedUntil={each.paused_until} />},
  ];
}

export const addressOfIssue = ({id}: Pick<IssueSummary, 'id'>) => `/noi-dung/${encodeURIComponent(id)}`;
