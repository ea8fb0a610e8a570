import {Link} from '@tanstack/react-router';
import type {ScheduleCell} from '../api/shapes.ts';
import {t, wordFor} from '../i18n/text.ts';
import {ShapeMark, type Shape} from './shapes.tsx';

const kShapes: Record<ScheduleCell['status'], Shape> = {met: 'done', missed: 'late', scheduled: 'soon', open: 'wait', not_due: 'none', credited: 'pause'};

/** Khóm × quarter: what was owed, what was held. A missed quarter stays missed, credited later or not. */
export function Coverage({cells, caption}: {readonly cells: readonly ScheduleCell[]; readonly caption: string}) {
  const khoms = [...new Map(cells.map((each) => [each.khom as string, each])).values()];
  return (
    <div className="scroll-across" tabIndex={0} role="region" aria-label={caption}>
      <table className="data keeps coverage" aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{t('khom')}</th>
            {[1, 2, 3, 4].map((n) => <th key={n} scope="col">{t('quarter', {n})}</th>)}
          </tr>
        </thead>
        <tbody>
          {khoms.map((khom) => (
            <tr key={khom.khom}>
              <th scope="row">{khom.khom_name}{khom.sample ? <span className="meta"> ({t('sample')})</span> : null}</th>
              {[1, 2, 3, 4].map((n) => {
                const cell = cells.find((each) => each.khom === khom.khom && each.quarter === n);
                if (!cell || cell.status === 'not_due') return <td key={n} className="cell-not_due"><span className="soft" aria-label={t('cell_not_due')}>–</span></td>;
                const inside = (
                  <><ShapeMark shape={kShapes[cell.status]} /> <span className="number">{cell.held}/{cell.required}</span> <span className="cell-word">{wordFor('cell', cell.status)}</span></>
                );
                return (
                  <td key={n} className={`cell-${cell.status}`}>
                    {cell.dialogues[0] ? <Link to={`/doi-thoai/${encodeURIComponent(cell.dialogues[0])}` as '/'}>{inside}</Link> : inside}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
