import type { Field } from '../../model/campaign.js';
import { pointerTo, type FieldProblem } from '../../model/signature.js';

/** The fields of each step: of one, unless the document puts some into a second. */
export function stepsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  if (!fields.some(({ step }) => step === 2)) return [fields];
  return [fields.filter(({ step }) => step !== 2), fields.filter(({ step }) => step === 2)];
}

/** The step in which a problem is mended; the seat stands in every one, consents in the last. */
export function stepOfProblem(
  pointer: string,
  steps: readonly (readonly Field[])[],
  current: number,
): number {
  if (pointer === pointerTo('seat')) return current;
  const step = steps.findIndex((fields) => fields.some(({ name }) => pointerTo('fields', name) === pointer));
  return step < 0 ? steps.length - 1 : step;
}

/** The first step in which something is to be mended; there must be something. */
export function firstStep(
  problems: readonly FieldProblem[],
  steps: readonly (readonly Field[])[],
  current: number,
): number {
  return Math.min(...problems.map(({ pointer }) => stepOfProblem(pointer, steps, current)));
}

/** The problems of a step and of those before it: what comes later has not been asked yet. */
export function problemsUpTo(
  step: number,
  problems: readonly FieldProblem[],
  steps: readonly (readonly Field[])[],
): FieldProblem[] {
  return problems.filter(({ pointer }) => stepOfProblem(pointer, steps, step) <= step);
}
