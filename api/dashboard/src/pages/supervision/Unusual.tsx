import {Link} from '@tanstack/react-router';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import {fullNameOfFigure, percent, valueOfFigure} from '../../components/figures.ts';
import {nameOfPeriod} from '../../components/periods.ts';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ShapeMark} from '../../components/shapes.tsx';
import {t} from '../../i18n/text.ts';

/** Acts that may be right and are where lateness would be hidden: an overseer looks at those that are not nought. */
const kWatched = ['time.extensions_approved', 'time.extensions_requested_late', 'time.pauses', 'handling.refused', 'notices.posted', 'entries.approved_by_drafter', 'entries.later_than_allowed',
  'entries.reclassified', 'issues.contested', 'issues.unclassified_long', 'documents.numbers_voided'];

/** Of the quarter that runs, with the way from each number to the matters behind it. */
export function Unusual() {
  const {today} = useNames();
  const period = today ? `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}` : '';
  const report = useRead('reports/{family}/{period}', {parts: {family: 'calendar', period}, enabled: period !== ''});
  return (
    <section className="card" aria-labelledby="unusual">
      <h2 id="unusual">{t('unusual')}</h2>
      <p className="meta">{t('unusual_help', {period: nameOfPeriod(period)})}</p>
      <ShownWhenRead of={report}>
        {(data) => (
          <table className="data keeps plain-table"><tbody>
            {kWatched.flatMap((id) => data.figures.find((each) => each.id === id) ?? []).map((each) => (
              <tr key={each.id}>
                <th scope="row"><Link to={`/bao-cao/calendar/${period}?so=${each.id}` as '/'}>{fullNameOfFigure(each.id)}</Link></th>
                <td className="figure">{each.value > 0 ? <ShapeMark shape="soon" /> : null} {valueOfFigure(each)}{each.kind === 'rate' && each.measured && each.of ? <span className="meta"> {percent(each.value, each.of)}</span> : null}</td>
              </tr>
            ))}
          </tbody></table>
        )}
      </ShownWhenRead>
    </section>
  );
}
