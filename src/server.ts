/**
 * The entry `grandstand/grandstand` in Node (the condition `node` in package.json): the browser's entry needs a
 * page.
 */
if (!('document' in globalThis))
  throw new Error(
    'grandstand/grandstand: there is no page on a server; import it in the browser, as in useEffect(() => void import("grandstand/grandstand"), []) or onMounted(() => import("grandstand/grandstand")). grandstand/define may be imported anywhere',
  );
// A page simulated in Node, as in tests.
void import('./grandstand.js');
export {};
