// Tests against the software that organisations run: `npm run test:real`, or `npm run test:real -- node-red`. Installing
// Directus and Strapi takes minutes; Node-RED and PocketBase are quick.
const KNOWN = ['node-red', 'pocketbase', 'directus', 'strapi'];
const names = process.argv.slice(2);
const unknown = names.find((name) => !KNOWN.includes(name));
if (unknown) {
  console.error(`There is no test with ${unknown}; choose of ${KNOWN.join(', ')}.`);
  process.exit(1);
}
const files = (names.length > 0 ? names : KNOWN).map((name) => `test/real/${name}.test.mjs`);
process.argv.splice(2, Infinity, 'real', ...files);
await import('./run-node-tests.mjs');
