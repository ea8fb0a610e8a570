import {expect, it} from 'vitest';
import {byGivenName, finds, fold} from './fold.ts';

it('accents are optional both ways', () => {
  expect(fold('Đường Bùi Thị Xuân')).toBe('duong bui thi xuan');
  expect(finds('Cống ngang Bùi Thị Xuân', 'bui thi xuan')).toBe(true);
  expect(finds('duong bui', 'Đường')).toBe(true);
  expect(finds('hoà bình, quý I', 'hòa quí')).toBe(true);
  expect(finds('Tân Mỹ', 'sa nhien')).toBe(false);
  expect(finds('Cống hẻm 5 nghẹt (i-2026-0001)', 'hem 5')).toBe(true);
  expect(finds('Đèn hẻm 7 (i-de66961b2529)', 'hem 5')).toBe(false);
  expect(finds('Đèn hẻm 7 (i-de66961b2529)', 'i-de66')).toBe(true);
});

it('people stand by given name', () => {
  expect(['Trần Thị Ánh', 'Nguyễn Văn Bình', 'Lê Ánh'].sort(byGivenName)).toEqual(
    ['Lê Ánh', 'Trần Thị Ánh', 'Nguyễn Văn Bình']);
});
