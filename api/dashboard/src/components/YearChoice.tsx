import {Button} from 'react-aria-components';
import {t} from '../i18n/text.ts';
import {Icon} from './Icon.tsx';

export function YearChoice({year, onChange}: {readonly year: string; readonly onChange: (year: string) => void}) {
  const number = Number(year);
  return (
    <div className="row year-choice" role="group" aria-label={t('year')}>
      <Button className="button small" aria-label={t('year_before')} onPress={() => onChange(String(number - 1))}><Icon name="back" size={16} /></Button>
      <strong className="number">{year}</strong>
      <Button className="button small" aria-label={t('year_after')} onPress={() => onChange(String(number + 1))}><Icon name="next" size={16} /></Button>
    </div>
  );
}
