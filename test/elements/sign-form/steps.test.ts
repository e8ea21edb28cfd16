import { expect } from '@open-wc/testing';
import { firstStep, problemsUpTo, stepOfProblem, stepsOf } from '../../../src/elements/sign-form/steps.js';
import type { Field } from '../../../src/model/campaign.js';

const field = (name: string, step?: 1 | 2): Field => ({
  name,
  type: 'text',
  required: true,
  seenBy: [],
  ...(step && { step }),
});
const names = (fields: readonly Field[]): string[][] =>
  stepsOf(fields).map((step) => step.map(({ name }) => name));

describe('fields -> steps', () => {
  it('are one step where the document says nothing', () => {
    expect(names([field('a'), field('b', 1)])).to.deep.equal([['a', 'b']]);
    expect(names([])).to.deep.equal([[]]);
  });
  it('are two in the order of the document, whatever stands between', () => {
    expect(names([field('a', 2), field('b'), field('c', 2)])).to.deep.equal([['b'], ['a', 'c']]);
  });
  it('may have the seat alone in the first', () => {
    expect(names([field('a', 2)])).to.deep.equal([[], ['a']]);
  });
});

describe('problem -> step', () => {
  const steps = stepsOf([field('a'), field('b', 2)]);
  const table: [pointer: string, current: number, step: number][] = [
    ['#/fields/a', 1, 0],
    ['#/fields/b', 0, 1],
    ['#/consents/0', 0, 1],
    ['#/seat', 0, 0],
    ['#/seat', 1, 1],
    ['#/fields/gone', 0, 1],
  ];
  for (const [pointer, current, step] of table) {
    it(`${pointer}, seen from ${current}: ${step}`, () =>
      expect(stepOfProblem(pointer, steps, current)).to.equal(step));
  }

  const problems = ['#/consents/0', '#/fields/b', '#/fields/a'].map(
    (pointer) => ({ pointer, code: 'required' }) as const,
  );
  it('the first of several steps', () => {
    expect(firstStep(problems, steps, 1)).to.equal(0);
    expect(firstStep(problems.slice(0, 2), steps, 0)).to.equal(1);
  });
  it('only those of the step and before it', () => {
    expect(problemsUpTo(0, problems, steps).map(({ pointer }) => pointer)).to.deep.equal(['#/fields/a']);
    expect(problemsUpTo(1, problems, steps)).to.deep.equal(problems);
  });
});
