import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';
import { syncFolder } from '../store/private-file.js';
import { copyStore, formatFigures } from '../store/store-copy.js';
import { storeFile } from '../store/store.js';
import { readWithdrawnList, withdrawnFile, writeWithdrawnList } from '../store/withdrawn-list.js';

/** Copies the store into one file, with the list of withdrawals beside it; also beside a running server. */
export async function backUp(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { output: { type: 'string' } } });
  const { data } = readSettings(process.env);
  const source = storeFile(data);
  if (!existsSync(source)) {
    throw new StartError(
      `GRANDSTAND_DATA: there is no store in ${data}; set the variable to the folder the server uses.`,
    );
  }
  const output = chooseOutput(values.output, data);
  const folder = dirname(output);
  const draft = `${output}.partial`;
  rmSync(draft, { force: true });
  const { figures, withdrawn } = copyStore(source, draft);
  // Read after the copy was made, so that the list knows at least what the copy knows.
  for (const list of [readWithdrawnList(data), readWithdrawnList(folder)]) if (list) withdrawn.merge(list);
  writeWithdrawnList(folder, withdrawn);
  renameSync(draft, output);
  syncFolder(folder);

  for (const petition of figures) console.log(formatFigures(petition));
  console.log(`${output}: ${statSync(output).size} bytes, checked`);
  console.log(`${withdrawnFile(folder)}: ${withdrawn.size} withdrawals`);
  return 0;
}

/** Resolves `--output`: a folder gets a file named by the time; an existing file is never overwritten. */
function chooseOutput(text: string | undefined, data: string): string {
  if (text === undefined) {
    throw new StartError(
      'backup: name a file or a folder, like "grandstand-box-office backup --output /backups/"; outside the folder of the store.',
    );
  }
  const path = resolve(text);
  const isFolder = /[/\\]$/.test(text) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
  const folder = isFolder ? path : dirname(path);
  if (isFolder) mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(folder)) {
    throw new StartError(`backup: there is no folder ${folder}; make it first, or name another.`);
  }
  if (realpathSync(folder) === realpathSync(data)) {
    throw new StartError(
      `backup: ${folder} is the folder of the store itself; name another, best on another machine.`,
    );
  }
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const output = isFolder ? join(folder, `box-office-${time}.sqlite`) : path;
  if (existsSync(output)) throw new StartError(`backup: ${output} exists already; name another file.`);
  return output;
}
