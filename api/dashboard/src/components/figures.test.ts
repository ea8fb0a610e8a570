import {expect, it} from 'vitest';
import type {FigureRow} from '../api/shapes.ts';
import {nameOfFigure, numberText, percent, valueOfFigure} from './figures.ts';

const figure = (changes: Partial<FigureRow>) => ({kind: 'count', value: 0, measured: true, ...changes}) as FigureRow;

it('figures are written as they are in Vietnam', () => {
  expect(numberText(1234)).toBe('1.234');
  expect(percent(12, 14)).toBe('85,7%');
});
it('what was not measured is not 0 %', () => {
  expect(percent(0, 0)).toBe('chưa đo');
  expect(valueOfFigure(figure({kind: 'rate', value: 0, of: 0, measured: false}))).toBe('chưa đo');
  expect(valueOfFigure(figure({kind: 'rate', value: 12, of: 14}))).toBe('12/14');
});
it('every figure has a name', () => {
  expect(nameOfFigure('time.resolution_on_time_original')).toBe('Giải quyết đúng hạn ban đầu');
});
