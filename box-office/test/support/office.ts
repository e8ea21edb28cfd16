import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PublishedCount } from 'grandstand/model';
import { decodeOccupancy, makeVenue, type OccupancyMessage, type Venue } from 'grandstand/venue';
import { startServer } from '../../dist/http/server.js';
import { openOffice, type Office, type OfficeOptions } from '../../dist/office.js';
import { readSettings } from '../../dist/settings.js';
import { campaign, temporaryFolder, writeCampaigns } from './campaign.ts';
import { until } from './until.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const COMMAND_MILLISECONDS = 20_000;

interface Context {
  after(run: () => unknown): void;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A box office that runs as a process of its own. */
export interface OfficeProcess {
  /** Without a slash at the end. */
  url: string;
  stderr(): string;
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Waits until it has ended by itself. */
  ended(): Promise<Ended>;
}

/** Only what is set here: a test must not hang on the settings of the machine. */
function environment(more: Record<string, string>): Record<string, string> {
  return { PATH: process.env.PATH ?? '', PORT: '0', PUBLISH_SECONDS: '0.1', ...more };
}

/** Starts a command; what it says is gathered in `output`. */
export function spawnOffice(
  args: string[],
  env: Record<string, string>,
  nodeArgs: string[] = [],
): ChildProcess & { output: () => Ended } {
  const child = spawn(process.execPath, [...nodeArgs, MAIN, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const output = (): Ended => ({ code: child.exitCode, signal: child.signalCode, stdout, stderr });
  return Object.assign(child, { output });
}

/** Runs a command to its end. */
export async function runCommand(
  args: string[],
  env: Record<string, string> = {},
  nodeArgs: string[] = [],
): Promise<Ended> {
  const child = spawnOffice(args, env, nodeArgs);
  // A command that should have ended by itself must not outlive its test.
  const deadline = setTimeout(() => child.kill('SIGKILL'), COMMAND_MILLISECONDS);
  await once(child, 'close');
  clearTimeout(deadline);
  return child.output();
}

/** Starts the server and waits until it says where it listens. */
export async function startProcess(
  t: Context,
  env: Record<string, string>,
  args: string[] = [],
): Promise<OfficeProcess> {
  const child = spawnOffice(args, env);
  const closed = once(child, 'close');
  t.after(() => child.kill('SIGKILL'));
  const address = (): string | undefined =>
    /^Grandstand box office: (http:.*)\/$/m.exec(child.output().stdout)?.[1];
  await until('the server listens', () => {
    if (child.exitCode !== null) throw new Error(`the server ended: ${child.output().stderr}`);
    return address() !== undefined;
  });
  return {
    url: address()!,
    stderr: () => child.output().stderr,
    signal: (signal) => void child.kill(signal),
    async end(signal) {
      child.kill(signal);
      await closed;
      return child.output();
    },
    async ended() {
      await closed;
      return child.output();
    },
  };
}

/** The sample campaign in a server of its own. */
export async function startSample(
  t: Context,
  {
    env = {},
    document = campaign(),
  }: { env?: Record<string, string>; document?: ReturnType<typeof campaign> } = {},
): Promise<OfficeProcess & { folder: string; env: Record<string, string> }> {
  const folder = writeCampaigns(temporaryFolder(t), document);
  const all = { GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data`, ...env };
  return { ...(await startProcess(t, all)), folder, env: all };
}

/** The sample campaign behind real HTTP, but in this process, where a test can hold its parts. It publishes when told to. */
export async function startInside(
  t: Context,
  options: OfficeOptions & { env?: Record<string, string>; document?: ReturnType<typeof campaign> } = {},
): Promise<{ url: string; office: Office; folder: string; stop: () => Promise<void> }> {
  const { env = {}, document = campaign(), ...rest } = options;
  const folder = writeCampaigns(temporaryFolder(t), document);
  const settings = readSettings({ GRANDSTAND_CAMPAIGNS: folder, GRANDSTAND_DATA: `${folder}/data`, ...env });
  const office = openOffice(settings, rest);
  const server = await startServer(office, 0, 3600);
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  t.after(stop);
  return { url: server.url.slice(0, -1), office, folder, stop };
}

/** The published count of a petition that hides none. */
export async function readCount(url: string, id: string): Promise<PublishedCount & { signatures: number }> {
  const response = await fetch(`${url}/petitions/${id}`);
  return (await response.json()) as PublishedCount & { signatures: number };
}

export async function readSeats(
  url: string,
  id: string,
  venue: Venue,
  since?: number,
): Promise<OccupancyMessage> {
  const response = await fetch(`${url}/petitions/${id}/seats${since === undefined ? '' : `?since=${since}`}`);
  return decodeOccupancy(new Uint8Array(await response.arrayBuffer()), venue);
}

export const SAMPLE_VENUE = makeVenue(campaign().venue!);
