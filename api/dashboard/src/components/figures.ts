import names from '../../generated/figures.json';
import {currentLanguage, locale, t, wordFor} from '../i18n/text.ts';
import type {FigureRow} from '../api/shapes.ts';

export function nameOfFigure(id: string): string {
  const found = (names as unknown as Record<string, readonly [string, string]>)[id];
  return found?.[currentLanguage() === 'vi' ? 0 : 1] ?? id;
}

/** With its chapter before it, where it stands among figures of other chapters: `Lời hứa: lỡ hẹn`. */
export function fullNameOfFigure(id: string): string {
  const name = nameOfFigure(id);
  return `${wordFor('chapter', id.split('.')[0] ?? '')}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** `85,7 %`. A rate of nothing was not measured, which is not 0 %. */
export function percent(part: number, of: number): string {
  return of === 0 ? t('not_measured') : new Intl.NumberFormat(locale(), {style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1}).format(part / of);
}

export function valueOfFigure(figure: FigureRow): string {
  switch (figure.kind) {
    case 'rate':
      return figure.measured ? `${numberText(figure.value)}/${numberText(figure.of ?? 0)}` : t('not_measured');
    case 'average':
      return figure.of ? new Intl.NumberFormat(locale(), {maximumFractionDigits: 1}).format(figure.value / figure.of) : t('not_measured');
    case 'days':
      return figure.measured ? t('days_count', {days: figure.value}) : t('not_measured');
    case 'count':
      return numberText(figure.value);
  }
}
