import {useRead} from '../../api/hooks.ts';
import type {Report} from '../../api/shapes.ts';
import {nameOfFigure, numberText} from '../../components/figures.ts';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {t} from '../../i18n/text.ts';

const shown = (value: number, of: number | null) => (of === null ? numberText(value) : `${numberText(value)}/${numberText(of)}`);

/** The moment at which the figures were last kept: frozen, or estimated before that. */
function lastKept(report: Report): number | null {
  return report.frozen?.ledger_size ?? report.estimates.at(-1)?.ledger_size ?? null;
}

/** The figures that the ledger would give now and the last kept draft does not have. */
export function ChangedSince({report}: {readonly report: Report}) {
  const since = lastKept(report);
  const compared = useRead('compare', {query: {from: since, family: report.period.family, period: report.period.name, limit: 1}, enabled: since !== null, now: true});
  if (since === null) return <p className="meta">{t('changed_no_draft')}</p>;
  return (
    <section className="card" aria-labelledby="changed">
      <h2 id="changed">{t('changed_since', {position: numberText(since)})}</h2>
      <ShownWhenRead of={compared}>
        {({figures}) => (!figures || figures.items.length === 0 ? <p className="soft">{t('changed_nothing')}</p> : (
          <table className="data keeps plain-table">
            <thead><tr><th scope="col">{t('figure')}</th><th scope="col" className="figure">{t('changed_before')}</th><th scope="col" className="figure">{t('changed_now')}</th></tr></thead>
            <tbody>{figures.items.map((each) => (
              <tr key={each.id}><th scope="row">{nameOfFigure(each.id)}</th><td className="figure">{shown(each.from, each.from_of)}</td><td className="figure">{shown(each.to, each.to_of)}</td></tr>
            ))}</tbody>
          </table>
        ))}
      </ShownWhenRead>
    </section>
  );
}
