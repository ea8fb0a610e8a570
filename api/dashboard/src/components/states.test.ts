import {expect, it} from 'vitest';
import {owedNext, shapeOfPhase, stateOfDue, wordOfPhase} from './states.ts';

const calendar = {days_off: ['2021-04-21'], worked_days: []};

it('a deadline is late, near, or some working days away', () => {
  expect(stateOfDue('2021-04-22', '2021-04-14', calendar)).toEqual({shape: null, words: 'còn 5 ngày làm việc'});
  expect(stateOfDue('2021-04-16', '2021-04-14', calendar)).toEqual({shape: 'soon', words: 'còn 2 ngày làm việc'});
  expect(stateOfDue('2021-04-14', '2021-04-14', calendar)).toEqual({shape: 'soon', words: 'hạn hôm nay'});
  expect(stateOfDue('2021-04-09', '2021-04-14', calendar)).toEqual({shape: 'late', words: 'trễ 3 ngày làm việc'});
});

it('what was due on a day off is late by a day at least', () => {
  expect(stateOfDue('2021-04-17', '2021-04-18', calendar).words).toBe('trễ 1 ngày làm việc');
});

it('a state says whose move is next', () => {
  expect(wordOfPhase('classified')).toBe('chờ giao việc');
  expect(wordOfPhase('closed')).toBe('đã xong');
  expect(shapeOfPhase('answer_drafted')).toBe('pen');
});

it('the first reply is owed until it is given', () => {
  expect(owedNext({first_reply_due: '2021-03-26', first_reply_on: null}, '2021-04-22')).toEqual({due: '2021-03-26', first: true});
  expect(owedNext({first_reply_due: '2021-03-26', first_reply_on: '2021-03-22'}, '2021-04-22')).toEqual({due: '2021-04-22', first: false});
  expect(owedNext({first_reply_due: '2021-03-26', first_reply_on: null}, null).due).toBe('2021-03-26');
});
