import {expect, it} from 'vitest';
import {piecesOf, xOf, yOf} from './Trend.tsx';

it('a line is broken where nothing was measured', () => {
  expect(piecesOf([0.5, null, 1, 0])).toEqual([`M${xOf(0, 4).toFixed(1)},${yOf(0.5).toFixed(1)}`,
    `M${xOf(2, 4).toFixed(1)},${yOf(1).toFixed(1)} L${xOf(3, 4).toFixed(1)},${yOf(0).toFixed(1)}`]);
  expect(piecesOf([null, null])).toEqual([]);
});

it('more stands higher, later stands further right', () => {
  expect(yOf(1)).toBeLessThan(yOf(0));
  expect(xOf(1, 8)).toBeGreaterThan(xOf(0, 8));
});
