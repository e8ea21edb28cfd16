#!/usr/bin/env node
import { StartError } from './start-error.js';

const HELP = `grandstand-box-office [command]

Commands
  serve                 takes signatures and publishes count and seats (the default);
                        reads documents again when they change, and all on SIGHUP
    --page <folder>     also serves the page in this folder at /; its campaign document is
                        used where GRANDSTAND_CAMPAIGNS is not set
    --pages <folder>    also serves the page of each folder in this folder at /<its name>/; the
                        documents beside those pages are used where GRANDSTAND_CAMPAIGNS is not set
    --dist <folder>     also serves the built library in this folder at /dist/
  export [petition]     writes the signatures as CSV, safe to open in a spreadsheet; also beside a
                        running server
    --for excel         as Excel opens it: byte order mark, semicolons, names of countries
    --for target        only what signers were told that the target sees, to be printed; also
                        together with --for excel
    --raw               for machines: exactly what was written, not safe to open in a spreadsheet
    --consent <purpose> only signatures that said yes to this purpose; several: yes to each
    --output <folder>   writes <id>-signatures-<date>.csv there, readable for its owner alone
  backup                copies the store into one file, checked, with withdrawn.txt beside it;
                        also beside a running server
    --output <path>     the file, or the folder for a file named by the time
  restore <backup>      puts a backup in the place of the store while no server runs; erases what
                        withdrawn.txt lists (beside the backup and in GRANDSTAND_DATA)
    --replace           where there is a store: keeps it as box-office.sqlite.replaced-<time>
  check <campaign.json> judges a campaign document and asks its endpoint; signs nothing
    --origin <origin>   also asks whether pages of this origin may sign and read (CORS): sends
                        preflights, never a signature
    --answer <file>     asks nobody: says which rule of the described endpoint holds for the
                        answer whose body is in this file, and what signers are then told
    --status <number>   status of that answer
    --header <header>   one header of that answer, like "Content-Type: text/html"; may be repeated
  --help                shows this

A command ends with 0 when all was done, and otherwise with 1 and one sentence that says why.

Environment
  PORT                  8080
  GRANDSTAND_DATA       .grandstand     folder of the store
  GRANDSTAND_CAMPAIGNS  ./campaigns     folder of the campaign documents, <id>.json
  ALLOWED_ORIGINS                       origins of pages that may sign, separated by commas
  PUBLISH_SECONDS       5               how often count and seats are published, at most 10
  RATE_LIMIT            0               signatures a minute for each address, 0 = no limit
`;

/** Commands, imported on demand: the import of the store fails where Node is too old. */
const COMMANDS = {
  serve: async () => (await import('./commands/serve.js')).serveUntilStopped,
  export: async () => (await import('./commands/export.js')).exportSignatures,
  check: async () => (await import('./commands/check.js')).runChecks,
  backup: async () => (await import('./commands/backup.js')).backUp,
  restore: async () => (await import('./commands/restore.js')).restoreStore,
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
  await requireSqlite();
  const run = await COMMANDS[name]();
  return run(rest);
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

async function requireSqlite(): Promise<void> {
  try {
    await import('node:sqlite');
  } catch {
    throw new StartError(
      `This needs Node 22.13 or newer, which has node:sqlite; this is Node ${process.versions.node}. Install a newer one, or start it with npm after "npm ci" with install scripts allowed, which brings Node 24.`,
    );
  }
}

/** Prints a mistake of the operator as one sentence, and our own with its stack trace. */
function printError(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof StartError) console.error(`grandstand-box-office: ${error.message}`);
  else if (code.startsWith('ERR_PARSE_ARGS')) {
    // Node adds sentences about options that begin with a dash.
    const [sentence = ''] = (error as Error).message.split(/\.\s|\.?\n|\.$/);
    console.error(`grandstand-box-office: ${sentence}; --help shows the options.`);
  } else console.error(error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
