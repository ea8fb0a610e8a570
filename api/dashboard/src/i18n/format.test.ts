import {describe, expect, it} from 'vitest';
import {format} from './format.ts';

describe('a message', () => {
  it('is itself where it names nothing', () => {
    expect(format('Đăng nhập', {}, 'vi')).toBe('Đăng nhập');
  });
  it('takes values by name', () => {
    expect(format('{a} và {b}', {a: 'một', b: 2}, 'vi')).toBe('một và 2');
  });
  it('leaves out what is not given', () => {
    expect(format('[{a}]', {}, 'vi')).toBe('[]');
  });
  it('chooses by number, in the language', () => {
    const days = '{n, plural, =0 {today} one {# day} other {# days}}';
    expect([0, 1, 2].map((n) => format(days, {n}, 'en'))).toEqual(['today', '1 day', '2 days']);
    expect(format('{n, plural, other {# ngày}}', {n: 1234}, 'vi')).toBe('1.234 ngày');
  });
  it('chooses by name', () => {
    expect(format('{x, select, a {A {y}} other {?}}', {x: 'a', y: 1}, 'vi')).toBe('A 1');
  });
  it('says so where a brace is open', () => {
    expect(() => format('{a', {}, 'vi')).toThrow(/open/);
  });
});
