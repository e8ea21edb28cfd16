/** What Node is given for `grandstand/grandstand` (the condition `node` in package.json): that looks for elements in a page. */
if (!('document' in globalThis))
  throw new Error(
    'grandstand/grandstand: there is no page on a server; import it in the browser, as in useEffect(() => void import("grandstand/grandstand"), []) or onMounted(() => import("grandstand/grandstand")). grandstand/define may be imported anywhere',
  );
// A page that Node plays, as in tests.
void import('./grandstand.js');
export {};
