import { warnOnce } from './warn-once.js';

/** Elements that authors put on a page, but not into the short fallback of a petition. */
const PAGE = 'main, footer, nav, aside, script[src*="grandstand"]';

const isPetitionElement = ({ localName }: Element): boolean => localName.startsWith('petition-');

/** True if the elements inside belong to the campaign around them: then it is a composition, and stays one. */
function isComposed(campaign: Element): boolean {
  return [...campaign.querySelectorAll('*')].some(
    (element) =>
      isPetitionElement(element) &&
      !element.matches('[for], [src], [endpoint]') &&
      element.parentElement?.closest('petition-campaign') === campaign,
  );
}

/** Returns the white space at the end of a text, from the last line break on. */
const indentOf = (node: Node | null): string | undefined =>
  node instanceof Text ? /\n[ \t]*$/.exec(node.data)?.[0] : undefined;

/** True if an element is in a named slot of an ancestor. */
function isSlotted(inner: Element, outer: Element): boolean {
  const slotted = inner.closest('[slot]');
  return !!slotted && slotted !== outer && outer.contains(slotted);
}

/** True if the content of an element without a following sibling is the rest of the page, not the author's fallback. */
function holdsPage(element: Element): boolean {
  if (element.querySelector(PAGE)) return true;
  if (
    [...element.querySelectorAll('*')].some((inner) => isPetitionElement(inner) && !isSlotted(inner, element))
  )
    return true;
  // The content of a closed tag is indented further than the tag, or its end tag has a line of its own.
  const indent = indentOf(element.previousSibling);
  return indent !== undefined && indent === indentOf(element.firstChild);
}

/** Moves the rest of the page out of an element whose tag is self-closed, and warns the author. */
export function mendContent(element: Element): void {
  const { localName } = element;
  if (!element.isConnected || element.nextSibling) return;
  if (localName === 'petition-campaign' && isComposed(element)) return;
  if (!holdsPage(element)) return;
  // Without a URL the JSON is the campaign's source.
  const keepsJson = !element.matches('[src], [endpoint]');
  const own = keepsJson && element.querySelector(':scope > script[type*="json" i]');
  element.after(...[...element.childNodes].filter((node) => node !== own));
  warnOnce(
    'self-closed',
    `<${localName} …> has no end tag, so the rest of the page was inside it (HTML ignores the slash of <${localName} />); write <${localName} …></${localName}>`,
  );
}
