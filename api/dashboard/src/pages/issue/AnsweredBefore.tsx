import {Link} from '@tanstack/react-router';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Issue} from '../../api/shapes.ts';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {day} from '../../i18n/dates.ts';
import {t} from '../../i18n/text.ts';

/** Matters like this one, here and in other khóm: what was answered then need not be found out again. */
export function AnsweredBefore({issue}: {readonly issue: Issue}) {
  const names = useNames();
  const similar = useRead('issues/similar', {query: {text: issue.subject, khom: issue.khom, limit: 6}, enabled: issue.subject !== ''});
  return (
    <section className="card" aria-labelledby="answered-before">
      <h2 id="answered-before">{t('answered_before')}</h2>
      <ShownWhenRead of={similar}>
        {(data) => {
          const others = data.items.filter((each) => each.issue.id !== issue.id);
          if (others.length === 0) return <p className="soft">{t('answered_before_none')}</p>;
          return (
            <ul className="lines">{others.map(({issue: each, same_khom: isHere}) => (
              <li key={each.id}>
                <Link to={`/noi-dung/${encodeURIComponent(each.id)}` as '/'}>{each.subject || each.id}</Link>
                <div className="row"><Tag shape={shapeOfPhase(each.phase)}>{wordOfPhase(each.phase)}</Tag>
                  <span className="meta">{isHere ? t('answered_before_here') : names.khom(each.khom)} · {day(each.received)}</span></div>
              </li>
            ))}</ul>
          );
        }}
      </ShownWhenRead>
    </section>
  );
}
