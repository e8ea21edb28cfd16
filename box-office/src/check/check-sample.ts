import { explain } from 'grandstand/model';
import type { TransportReply } from 'grandstand/transport';
import {
  answerProblems,
  decodeEntities,
  encodeSigning,
  interpretReply,
  loadEndpoint,
  type SignResult,
} from 'grandstand/transport/declared';
import type { Petition } from '../petition/petition.js';
import { placeholderFacts, checkDescription } from './check-declared.js';
import { note, ok, problem, type CheckResult } from './check-result.js';

/** Stored response to a signature, for `check --answer`. */
export interface SampleResponse {
  /** Name of the sample in the results. */
  name: string;
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}

/**
 * Evaluates a sample by the rules of an endpoint described by data, with the code that pages use: the matching rule,
 * and what a signer then sees. Nothing is sent.
 */
export async function checkSample(petition: Petition, sample: SampleResponse): Promise<CheckResult[]> {
  const { endpoint: config } = petition.document;
  if (config === null || config === undefined || typeof config === 'string' || config.preset === 'box-office')
    return [
      problem(
        'answer: the document describes no endpoint, so there are no rules to judge by; write one into "endpoint" (the answers of a box office are those of docs/protocol.md)',
      ),
    ];
  const { endpoint, problems } = await loadEndpoint(config);
  const results = checkDescription(config, petition, endpoint, problems);
  const sign = endpoint?.sign;
  if (!sign)
    return [
      ...results,
      problem('answer: this endpoint takes no signatures, so no rule is asked; add a sign block'),
    ];
  const { name, status, headers, bytes } = sample;
  const facts = placeholderFacts(petition, endpoint, null);
  const [request] = encodeSigning(sign, facts);
  const at = `answer: ${name} with status ${status}`;
  if (request && bytes.length > request.maxBytes)
    return [
      ...results,
      problem(
        `${at} has ${bytes.length} bytes, and pages read at most ${request.maxBytes}; signers are told that we cannot tell whether it was received: give an address that answers with less`,
      ),
    ];
  const isBlind = request?.mode === 'no-cors';
  const reply: TransportReply = {
    status,
    contentType: headers['content-type'] ?? '',
    retryAfter: headers['retry-after'] ?? null,
    headers,
    bytes,
    ...(isBlind && { opaque: true }),
  };
  const interpreted = interpretReply(sign, reply, facts, decodeEntities);
  const { result, because } = interpreted;
  const isRedirect = !isBlind && status >= 300 && status < 400;
  if (isRedirect && result.outcome !== 'assumed')
    return [
      ...results,
      problem(
        `${at} is a redirect, which pages do not follow; signers are told that we cannot tell whether it was received: give the address that it leads to`,
      ),
    ];
  const isRule = /^sign\.response\.\w+(?::|$)/.test(because);
  const rule = isBlind || isRule ? `${because}${isRule ? ' holds' : ''}` : `no rule holds (${because})`;
  const { kind, text } = outcomeResult(result, isBlind || isRule, !!sign.idempotency);
  return [
    ...results,
    { kind, text: `${at}: ${rule}; ${text}` },
    // The sample answers no real signature, so no field can appear in it.
    ...answerProblems(sign, reply, interpreted, { fields: {} }).map((one) =>
      problem(`answer: ${name}: ${explain(one)}`),
    ),
    ...(comparesWithSignature(sign.response)
      ? [
          note(
            'answer: rules that compare with a $reference were judged for a signature of the first seat whose texts are all "-"; write these into the sample',
          ),
        ]
      : []),
  ];
}

const ADD_RULE =
  'add the rule that knows this answer to sign.response (success, duplicate, seatTaken, refused and so on)';

/**
 * Describes what the signer sees.
 * @param isRule a rule of the description decided
 * @param isIdempotent a retry cannot count twice
 */
function outcomeResult(result: SignResult, isRule: boolean, isIdempotent: boolean): CheckResult {
  const sent = isIdempotent ? 'it is sent again by itself' : 'it is not sent again by itself';
  switch (result.outcome) {
    case 'signed':
      return ok(
        `signers are told that they have signed, and the count ${result.count === null ? 'goes up by one' : `becomes ${result.count}`}`,
      );
    case 'pending':
      return ok('signers are told to confirm by the email they get');
    case 'stored':
      return ok('signers are told that they have signed, with the seat of the try that was stored');
    case 'assumed':
      return ok('signers are told that it was sent, and the count goes up by one');
    case 'duplicate':
      return ok('signers are told that they have signed already, and the count stays');
    case 'seat-taken':
      return ok(
        result.isUnnamed
          ? 'signers are told that the seat is taken, perhaps by their own signature, and are offered another'
          : 'signers are told that the seat is taken, and are offered another',
      );
    case 'invalid':
      return ok(`signers see the error at ${result.errors.map(formatFieldError).join(', ')}`);
    case 'rejected': {
      if (result.message !== null)
        return ok(
          `signers are told that the signature was not accepted, with the text ${JSON.stringify(result.message)}`,
        );
      const text = 'signers are told that the signature was not accepted, without a reason';
      return isRule
        ? note(`${text}; a path in sign.response.message shows the text of the service`)
        : problem(`${text}; ${ADD_RULE}, or the path to its text to sign.response.message`);
    }
    case 'unreadable':
      return problem(`signers are told that we cannot tell whether it was received; ${ADD_RULE}`);
    case 'again': {
      if (result.because === 'in-progress') return ok(`the same signature is under way, and ${sent}`);
      const wait = result.askedSeconds === null ? '' : ` after ${result.askedSeconds} s or a little more`;
      return note(
        result.because === 'busy'
          ? `the service is busy, and ${sent}${isIdempotent ? wait : ''}`
          : `the service is out of order, and ${sent}; where it means a no, ${ADD_RULE}`,
      );
    }
  }
}

function formatFieldError({ pointer, message }: { pointer: string; message?: string }): string {
  const field = pointer.replace(/^#\/(?:fields\/)?/, '');
  return message === undefined ? field : `${field} (${JSON.stringify(message)})`;
}

function comparesWithSignature(response: unknown): boolean {
  return /"equals":"\$(?!\$)/.test(JSON.stringify(response ?? null));
}
