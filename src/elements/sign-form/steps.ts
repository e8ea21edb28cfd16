import type { Field } from '../../model/campaign.js';
import { pointerTo, type FieldProblem } from '../../model/signature/signature.js';
import { idOfConsent, idOfField } from './fields.js';

/** The fields of each step, at least one. */
export type Steps = readonly (readonly Field[])[];

/** Returns the fields of each step: one step, unless the document moves some fields to a second. */
export function stepsOf(fields: readonly Field[]): Steps {
  if (!fields.some(({ step }) => step === 2)) return [fields];
  return [fields.filter(({ step }) => step !== 2), fields.filter(({ step }) => step === 2)];
}

/** Returns the step in which a problem is corrected; the seat is in every step, consents are in the last. */
export function stepOfProblem(pointer: string, steps: Steps, current: number): number {
  if (pointer === pointerTo('seat')) return current;
  const step = steps.findIndex((fields) => fields.some(({ name }) => pointerTo('fields', name) === pointer));
  return step < 0 ? steps.length - 1 : step;
}

/** Returns the first step with a problem; `problems` must not be empty. */
export function firstStep(problems: readonly FieldProblem[], steps: Steps, current: number): number {
  return Math.min(...problems.map(({ pointer }) => stepOfProblem(pointer, steps, current)));
}

/** Returns the problems of a step and of those before it: later fields have not been asked yet. */
export function problemsUpTo(step: number, problems: readonly FieldProblem[], steps: Steps): FieldProblem[] {
  return problems.filter(({ pointer }) => stepOfProblem(pointer, steps, step) <= step);
}

/** Returns the step of a control by its id; null for one that is in every step. */
export function stepOfControl(id: string, steps: Steps): number | null {
  if (id.startsWith(idOfConsent(''))) return steps.length - 1;
  const step = steps.findIndex((fields) => fields.some(({ name }) => idOfField(name) === id));
  return step < 0 ? null : step;
}
