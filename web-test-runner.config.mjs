import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { junitReporter } from '@web/test-runner-junit-reporter';
import { faultServer } from './test/support/fault-server.mjs';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser.mjs';

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // One page at a time: a page in the background gets no animation frames and no intersections.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000 } },
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      tsconfig: new URL('./tsconfig.json', import.meta.url).pathname,
      target: 'es2022',
    }),
  ],
  middleware: [faultServer()],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await findBrowser(), headless: 'shell', args: BROWSER_ARGS },
    }),
  ],
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
  reporters: [defaultReporter(), junitReporter({ outputPath: './reports/browser.xml' })],
};
