#!/usr/bin/env node
import { StartError } from './start-error.js';

const HELP = `grandstand-box-office [command]

Commands
  serve                 takes signatures and publishes count and seats (the default)
    --page <folder>     also serves the page in this folder at /; its campaign document is
                        used where GRANDSTAND_CAMPAIGNS is not set
    --dist <folder>     also serves the built library in this folder at /dist/
  export [petition]     writes the signatures as CSV; also beside a running server
  check <campaign.json> judges a campaign document and asks its endpoint; signs nothing
    --origin <origin>   also asks whether pages of this origin are let through (CORS)
  --help                shows this

Environment
  PORT                  8080
  GRANDSTAND_DATA       .grandstand     folder of the store
  GRANDSTAND_CAMPAIGNS  ./campaigns     folder of the campaign documents, <id>.json
  ALLOWED_ORIGINS                       origins of pages that may sign, separated by commas
  PUBLISH_SECONDS       5               how often count and seats are published, at most 10
  RATE_LIMIT            0               signatures a minute for each address, 0 = no limit
`;

/** Loaded only when needed: the first import of the store fails where Node is too old. */
const COMMANDS = {
  serve: () => import('./commands/serve.js'),
  export: () => import('./commands/export.js'),
  check: () => import('./commands/check.js'),
};

async function main(args: string[]): Promise<number> {
  const [first = 'serve', ...others] = args;
  if (args.includes('--help') || args.includes('-h') || first === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const [name, rest] = first.startsWith('-') ? ['serve', args] : [first, others];
  if (!isCommand(name)) {
    throw new StartError(
      `"${name}" is not a command; the commands are ${Object.keys(COMMANDS).join(', ')} (--help tells more).`,
    );
  }
  await needSqlite();
  const command = await COMMANDS[name]();
  return command.run(rest);
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

async function needSqlite(): Promise<void> {
  try {
    await import('node:sqlite');
  } catch {
    throw new StartError(
      `This needs Node 22.13 or newer, which has node:sqlite; this is Node ${process.versions.node}. Install a newer one, or start it with npm after "npm ci" with install scripts allowed, which brings Node 24.`,
    );
  }
}

/** One sentence for a mistake of whoever started this; a stack trace only for ours. */
function tell(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isMistake = error instanceof StartError || code.startsWith('ERR_PARSE_ARGS');
  console.error(isMistake ? `grandstand-box-office: ${(error as Error).message}` : error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
