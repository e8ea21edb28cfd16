// The browser tests in Firefox and WebKit, as far as they are here: npm run test:browsers [-- --files 'test/elements/*.test.ts'].
import base from './web-test-runner.config.mjs';
import { findFirefox, findWebKit, firefoxLauncher, webkitLauncher } from './scripts/other-browsers.mjs';

const browsers = [];
if (findFirefox()) browsers.push(firefoxLauncher());
else console.log('Firefox is not here, and is left out (Debian: apt-get install firefox-esr).');
if (findWebKit()) browsers.push(webkitLauncher());
else console.log('WebKit is not here, and is left out (Debian: apt-get install webkit2gtk-driver xvfb).');
if (browsers.length === 0) process.exit(0);

export default {
  ...base,
  browsers: process.env.ONLY ? browsers.filter(({ name }) => name === process.env.ONLY) : browsers,
  concurrentBrowsers: 1,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 20_000 } },
  reporters: base.reporters.slice(0, 1),
};
