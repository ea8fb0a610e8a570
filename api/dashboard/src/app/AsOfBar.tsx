import {useNavigate} from '@tanstack/react-router';
import {Button} from 'react-aria-components';
import {DayField} from '../components/DayField.tsx';
import {addDays, isDay, type Day} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {kCompare, type AsOf} from './as_of.ts';

/** The moment of the whole screen; while it is on, nothing can be done. */
export function AsOfBar({asOf, today, compares}: {readonly asOf: AsOf; readonly today: Day | null; readonly compares: boolean}) {
  const navigate = useNavigate();
  const show = (luc: string | undefined) =>
    void navigate({to: '.', search: ((before: object) => ({...before, luc, ...(luc === undefined ? {[kCompare]: undefined} : {})})) as never});
  const shown = isDay(asOf.address) ? asOf.address : null;
  const position = shown ? null : Number(asOf.address);
  const compare = () => void navigate({to: '.', search: ((before: object) => ({...before, [kCompare]: compares ? undefined : '1'})) as never});
  return (
    <section className="asof" aria-label={t('as_of_bar')}>
      <strong>{shown ? t('as_of_day', {day: asOf.label}) : t('as_of_position', {position: asOf.label})}</strong>
      <span className="meta wide">{t('as_of_no_acts')}</span>
      {shown ? (
        <>
          <Button className="button small" onPress={() => show(addDays(shown, -1))}>‹ <span className="wide">{t('as_of_before')}</span></Button>
          <Button className="button small" isDisabled={today !== null && shown >= today}
                  onPress={() => show(addDays(shown, 1))}><span className="wide">{t('as_of_after')}</span> ›</Button>
          <DayField key={shown} label={t('as_of_choose')} labelHidden value={shown} max={today}
                    onChange={(chosen) => { if (chosen && chosen !== shown) show(chosen); }} />
        </>
      ) : null}
      {position !== null ? (
        <>
          <Button className="button small" isDisabled={position <= 1} onPress={() => show(String(position - 1))}>‹ <span className="wide">{t('as_of_record_before')}</span></Button>
          <Button className="button small" onPress={() => show(String(position + 1))}><span className="wide">{t('as_of_record_after')}</span> ›</Button>
        </>
      ) : null}
      <Button className="button small" aria-pressed={compares} onPress={compare}>{t(compares ? 'compare_close' : 'compare_open')}</Button>
      <Button className="button small main" onPress={() => show(undefined)}>{t('as_of_now')}</Button>
    </section>
  );
}
