/** Whether the author wrote something between the tags: comments and white space are nothing. */
export function hasContent(element: Element): boolean {
  return [...element.childNodes].some(
    ({ nodeType, textContent }) =>
      nodeType === Node.ELEMENT_NODE || (nodeType === Node.TEXT_NODE && !!textContent?.trim()),
  );
}
