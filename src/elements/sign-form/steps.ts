import type { Field } from '../../model/campaign.js';
import { pointerTo, type FieldProblem } from '../../model/signature/signature.js';

/** Returns the fields of each step: one step, unless the document moves some fields to a second. */
export function stepsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  if (!fields.some(({ step }) => step === 2)) return [fields];
  return [fields.filter(({ step }) => step !== 2), fields.filter(({ step }) => step === 2)];
}

/** Returns the step in which a problem is corrected; the seat is in every step, consents are in the last. */
export function stepOfProblem(
  pointer: string,
  steps: readonly (readonly Field[])[],
  current: number,
): number {
  if (pointer === pointerTo('seat')) return current;
  const step = steps.findIndex((fields) => fields.some(({ name }) => pointerTo('fields', name) === pointer));
  return step < 0 ? steps.length - 1 : step;
}

/** Returns the first step with a problem; `problems` must not be empty. */
export function firstStep(
  problems: readonly FieldProblem[],
  steps: readonly (readonly Field[])[],
  current: number,
): number {
  return Math.min(...problems.map(({ pointer }) => stepOfProblem(pointer, steps, current)));
}

/** Returns the problems of a step and of those before it: later fields have not been asked yet. */
export function problemsUpTo(
  step: number,
  problems: readonly FieldProblem[],
  steps: readonly (readonly Field[])[],
): FieldProblem[] {
  return problems.filter(({ pointer }) => stepOfProblem(pointer, steps, step) <= step);
}
