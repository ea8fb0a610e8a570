import {t} from '../i18n/text.ts';

/** `quý 3/2026` of `2026-Q3`, the first half, nine months, or the year. */
export function nameOfPeriod(period: string): string {
  const [, year = period, part = '', n = ''] = /^(\d{4})-?([QHM])?(\d)?$/.exec(period) ?? [];
  switch (part) {
    case 'Q': return t('period_quarter', {n, year});
    case 'H': return t('period_half', {n, year});
    case 'M': return t('period_months', {n, year});
    default: return t('period_year', {year});
  }
}
