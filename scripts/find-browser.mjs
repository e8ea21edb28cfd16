// Which browser the tests and screenshots run in: the Chrome, Chromium or Edge of this machine, else the one
// that comes as an npm package (Linux x64), so that a machine without any browser can test as well.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    process.env[root]
      ? [
          join(process.env[root], 'Google/Chrome/Application/chrome.exe'),
          join(process.env[root], 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
];

/** The flags that keep a test browser quiet: nothing fetched, nothing asked. Root (containers) cannot use the sandbox. */
export const BROWSER_ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function systemBrowser() {
  if (process.env.GRANDSTAND_BROWSER === 'packaged') return null;
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return (
    [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find((path) =>
      existsSync(path),
    ) ?? null
  );
}

/** Path of a browser that can be started headless. */
export async function findBrowser() {
  const own = systemBrowser();
  if (own) return own;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge found. Install one, or set CHROME_PATH to its executable.');
  }
  // Read by the package when it is imported: it then unpacks the NSS libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
