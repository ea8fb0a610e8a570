import {t} from '../i18n/text.ts';

/** One line of a trend: its points by period, nothing where it was not measured. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly label: string;
  readonly periods: readonly string[];
  readonly series: readonly Series[];
  /** Of a share between 0 and 1. */
  readonly show: (value: number) => string;
}

const kWidth = 480;
const kHeight = 180;
const kLeft = 44;
const kBottom = 26;
const kTop = 12;
const kRight = 32;
const kGrid = [0, 0.25, 0.5, 0.75, 1];
/** Lines differ by dash and by mark, so that they are told apart in black and white too. */
const kDashes = [undefined, '6 4', '2 3'];

export const xOf = (at: number, count: number): number => kLeft + (count < 2 ? (kWidth - kLeft - kRight) / 2 : at * (kWidth - kLeft - kRight) / (count - 1));
export const yOf = (value: number): number => kTop + (1 - value) * (kHeight - kTop - kBottom);

/** The line's pieces: where nothing was measured it is broken, not drawn through. */
export function piecesOf(values: readonly (number | null)[]): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  values.forEach((value, at) => {
    if (value === null) {
      if (piece) pieces.push(piece);
      piece = '';
    } else {
      piece += `${piece ? ' L' : 'M'}${xOf(at, values.length).toFixed(1)},${yOf(value).toFixed(1)}`;
    }
  });
  return piece ? [...pieces, piece] : pieces;
}

function Mark({nth, x, y}: {readonly nth: number; readonly x: number; readonly y: number}) {
  return nth === 0 ? <circle className="trend-mark" cx={x} cy={y} r={4} />
    : nth === 1 ? <rect className="trend-mark trend-hollow" x={x - 4} y={y - 4} width={8} height={8} />
    : <path className="trend-mark" d={`M${x},${y - 5} l5,9 h-10 z`} />;
}

/** Shares over periods as lines, and the same as a table for who reads numbers or hears the page. */
export function Trend({label, periods, series, show}: Props) {
  return (
    <figure className="trend">
      <svg viewBox={`0 0 ${kWidth} ${kHeight}`} role="img" aria-label={label}>
        {kGrid.map((value) => (
          <g key={value}>
            <line className="trend-grid" x1={kLeft} x2={kWidth - kRight} y1={yOf(value)} y2={yOf(value)} />
            <text className="trend-text" x={kLeft - 6} y={yOf(value) + 4} textAnchor="end">{Math.round(100 * value)} %</text>
          </g>
        ))}
        {periods.map((period, at) => <text key={period} className="trend-text" x={xOf(at, periods.length)} y={kHeight - 8} textAnchor="middle">{period}</text>)}
        {series.map((one, nth) => (
          <g key={one.name} className={`trend-${nth}`}>
            {piecesOf(one.values).map((piece) => <path key={piece} className="trend-line" d={piece} strokeDasharray={kDashes[nth]} />)}
            {one.values.map((value, at) => (value === null ? null : (
              <g key={periods[at]}><title>{`${one.name}, ${periods[at] ?? ''}: ${show(value)}`}</title><Mark nth={nth} x={xOf(at, one.values.length)} y={yOf(value)} /></g>
            )))}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul className="row">
          {series.map((one, nth) => (
            <li key={one.name}><svg className={`trend-key trend-${nth}`} viewBox="0 0 28 12" aria-hidden="true"><path className="trend-line" d="M0,6 L28,6" strokeDasharray={kDashes[nth]} /><Mark nth={nth} x={14} y={6} /></svg> {one.name}</li>
          ))}
        </ul>
        <details>
          <summary>{t('trend_numbers')}</summary>
          <table className="data keeps plain-table">
            <thead><tr><th scope="col">{t('figure')}</th>{periods.map((each) => <th key={each} scope="col" className="figure">{each}</th>)}</tr></thead>
            <tbody>{series.map((one) => <tr key={one.name}><th scope="row">{one.name}</th>{one.values.map((value, at) => <td key={periods[at]} className="figure">{value === null ? t('not_measured') : show(value)}</td>)}</tr>)}</tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
