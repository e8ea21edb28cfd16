import type { Field } from '../../model/campaign.js';
import { pointerTo } from '../../model/signature.js';

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
