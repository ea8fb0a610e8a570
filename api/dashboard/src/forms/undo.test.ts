import {expect, it} from 'vitest';
import {actOf, type Subject} from '../api/acts.ts';
import {kUndo} from './undo.ts';

it('undoing is an act of the contract, on the same thing', () => {
  const missing = Object.entries(kUndo).flatMap(([subject, of]) => Object.entries(of).flatMap(([act, undone]) =>
    [act, ...undone].filter((name) => !actOf(subject as Subject, name)).map((name) => `${subject} ${name}`)));
  expect(missing).toEqual([]);
});
