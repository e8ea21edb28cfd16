import type { StorybookConfig } from '@storybook/web-components-vite';

const LIT = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context'];

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // The portraits of the example campaign, at the paths used by its document and the tests' samples.
  staticDirs: [
    { from: '../examples/human-rights-match/portraits', to: '/examples/human-rights-match/portraits' },
  ],
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
    // It has the time of the build, which would make each release another.
    disableProjectJson: true,
  },
  viteFinal: (vite) => ({
    ...vite,
    // Each of two copies of Lit would have element classes and directives of its own.
    resolve: { ...vite.resolve, dedupe: [...(vite.resolve?.dedupe ?? []), ...LIT] },
    optimizeDeps: { ...vite.optimizeDeps, exclude: [...(vite.optimizeDeps?.exclude ?? []), ...LIT] },
    build: { ...vite.build, chunkSizeWarningLimit: 2000 },
  }),
};

export default config;
