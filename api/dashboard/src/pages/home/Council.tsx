import {Link} from '@tanstack/react-router';
import type {Report} from '../../api/shapes.ts';
import {fullNameOfFigure, percent, valueOfFigure} from '../../components/figures.ts';

/** The questions of a People's Council's session, each with its number: was it done as planned, in time, as promised, and to people's satisfaction? */
const kAsked = ['dialogues.duties_met', 'balance.carried_out', 'time.resolution_on_time_original', 'time.overdue_open', 'forwarded.pending', 'promises.missed', 'issues.reopened',
  'feedback.dissatisfied', 'supervision.unanswered'];

export function Council({report}: {readonly report: Report}) {
  const address = `/bao-cao/${report.period.family}/${report.period.name}`;
  return (
    <table className="data keeps plain-table council"><tbody>
      {kAsked.flatMap((id) => report.figures.find((each) => each.id === id) ?? []).map((each) => (
        <tr key={each.id}>
          <th scope="row"><Link to={`${address}?so=${each.id}` as '/'}>{fullNameOfFigure(each.id)}</Link></th>
          <td className="figure">{valueOfFigure(each)}{each.kind === 'rate' && each.measured && each.of ? <span className="meta"> {percent(each.value, each.of)}</span> : null}</td>
        </tr>
      ))}
    </tbody></table>
  );
}
