import { informAuthor } from '../../author-console.js';
import type { CampaignDocument } from '../../model/campaign.js';
import type { EndpointConfig } from '../../model/endpoint.js';
import type { Problem } from '../../model/problem.js';
import { answerProblems, countProblems } from '../../transport/debug/explain.js';
import {
  describeReply,
  describeRequest,
  likelyFixes,
  likelyMistake,
  originOf,
  shortUrl,
} from '../../transport/debug/diagnose.js';
import { countRequest, type BoxOfficeAddress } from '../../transport/encode.js';
import { explainProbe, probeRequest } from '../../transport/debug/probe.js';
import type { DescribedEndpoint } from '../declared/described-endpoint.js';
import type { Explain } from '../endpoint.js';
import {
  TransportError,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from '../../transport/send.js';

/** Reports of exchanges in the console; loaded only with `debug`. They hold names of fields and answers of the endpoint, never what people typed. */

/** Hints already given, by request and fix: a page that polls every minute gives each once. */
const hintsGiven = new Set<string>();

/**
 * Sends a request, and tells what was sent, what came back, and what most probably mends it when nothing did: each hint once,
 * however often the same is asked.
 */
export async function sendAndReport(
  transport: Transport,
  request: TransportRequest,
  signal: AbortSignal,
): Promise<TransportReply> {
  informAuthor(`sent ${describeRequest(request)}`);
  const policy = watchPolicy(request.url);
  try {
    const reply = await transport(request, signal);
    informAuthor(`got ${describeReply(reply)}`);
    return reply;
  } catch (error) {
    if (error instanceof TransportError) {
      const caller = {
        origin: globalThis.origin ?? '',
        isSecure: globalThis.isSecureContext,
        isBlockedByPolicy: await policy.isBroken(),
      };
      const fixes = likelyFixes(request, error, caller).filter((fix) => {
        const hint = `${request.method} ${shortUrl(request.url)} ${fix}`;
        return !hintsGiven.has(hint) && hintsGiven.add(hint);
      });
      informAuthor([`no answer (${error.kind}) to ${describeRequest(request)}`, ...fixes].join('\n  - '));
    }
    throw error;
  } finally {
    policy.stop();
  }
}

/** Box offices already probed, by address: two campaigns of a page probe a shared one once. */
const probed = new Set<string>();

/**
 * Asks a box office whether this page may sign there, without a signature. Returns what keeps it from that; null where
 * nothing does, where it cannot be reached at all (the reading of the count tells that), and from the second time on.
 */
export async function probeBoxOffice(
  transport: Transport,
  address: BoxOfficeAddress,
): Promise<Problem | null> {
  const request = probeRequest(address);
  if (probed.has(request.url)) return null;
  probed.add(request.url);
  const origin = globalThis.origin ?? '';
  const { signal } = new AbortController();
  informAuthor(
    `asks whether pages of ${origin} may sign, by ${describeRequest(request)} without a key, which a box office answers with 400 and does not store`,
  );
  let reply: TransportReply | null;
  try {
    reply = await transport(request, signal);
  } catch {
    // A browser does not tell a refused origin from a server that is away; but anybody may read the count.
    const canRead = await transport(countRequest(address), signal).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (!canRead) return null;
    reply = null;
  }
  const problem = explainProbe(address, origin, reply);
  if (!problem) informAuthor(`pages of ${origin} may sign at ${shortUrl(request.url)}`);
  return problem;
}

/** Listens whether the page's Content-Security-Policy blocks an address; null where there is no page to hear it. */
function watchPolicy(url: string): { isBroken(): Promise<boolean | null>; stop(): void } {
  const page = globalThis.document as Document | undefined;
  let isBroken = false;
  const hear = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
    if (
      disposition === 'enforce' &&
      effectiveDirective === 'connect-src' &&
      originOf(blockedURI) === originOf(url)
    )
      isBroken = true;
  };
  page?.addEventListener('securitypolicyviolation', hear);
  return {
    async isBroken() {
      if (!page) return null;
      // The browser reports it in a task of its own, after the request has failed.
      await new Promise((resolve) => setTimeout(resolve));
      return isBroken;
    },
    stop: () => page?.removeEventListener('securitypolicyviolation', hear),
  };
}

/** Finds mistakes of a description that opening it did not report; `told`: the reported ones. */
export async function mistakesIn(
  config: EndpointConfig,
  document: CampaignDocument | null,
  endpoint: DescribedEndpoint | null,
  told: readonly Problem[],
): Promise<readonly Problem[]> {
  try {
    const { validateDescription } = await import('../../model/schema/schema.js');
    const variables = endpoint && Object.keys(endpoint.endpoint.vars);
    return validateDescription(config, { document, variables }).filter(
      ({ path }) => !told.some((one) => one.path === path),
    );
  } catch {
    return [{ path: 'debug', value: null, message: 'is not possible: its script did not load' }];
  }
}

/** Reports the rule that an answer met, the likely fix if it met none, and the parts of the description that matched nothing. */
export function explainer(tellProblems: (problems: readonly Problem[]) => void): Explain {
  return {
    answer(sign, reply, interpretation, facts) {
      const { result, because } = interpretation;
      const isUnexplained =
        result.outcome === 'unreadable' ||
        (result.outcome === 'rejected' && because !== 'sign.response.refused');
      const mistake = isUnexplained ? likelyMistake(reply.status) : null;
      informAuthor([`read by ${because}`, ...(mistake ? [mistake] : [])].join('\n  - '));
      tellProblems(answerProblems(sign, reply, interpretation, facts));
    },
    count(count, reply, path) {
      tellProblems(countProblems(count, reply, path));
    },
  };
}
