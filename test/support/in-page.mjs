// What tests ask a page, through shadow roots: functions that run in the page itself, as globals.

/** Give it to `addInitScript` or `evaluate`. */
export function lookThrough() {
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const nameOf = (element) =>
    [
      element.localName,
      element.getAttribute('role'),
      element.getAttribute('aria-label') ||
        element.labels?.[0]?.innerText ||
        element.innerText ||
        element.name,
    ]
      .filter(Boolean)
      .join(' ')
      .replace(/\s+/g, ' ')
      .slice(0, 70);
  const isShown = (element, options = {}) =>
    element.checkVisibility({ visibilityProperty: true, ...options });

  const readClip = (box) => {
    if (box.matches('.visually-hidden, [inert], .track')) return 'hides';
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === 'visible' && overflowY === 'visible') return 'shows';
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (right - left <= 1 && bottom - top <= 1) return 'hides';
    const [isX, isY] = [overflowX !== 'visible', overflowY !== 'visible' && overflowY !== 'auto'];
    return { left, right, top, bottom, isX, isY };
  };

  Object.assign(globalThis, {
    /** Every element in a document or shadow root, and in the shadow roots within. */
    allWithin: all,
    /** What an element is called in a report. */
    nameOf,
    /** The element with the focus. */
    deepActive() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element;
    },
    /** Whether an element with the focus can be told from others: by a ring of its own or around its label. A cell of the seats has it on the canvas, a link of the page's the browser's. */
    hasRing(element) {
      const isRinged = (one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
      };
      const label = element.closest('label');
      return (
        element.getAttribute('role') === 'gridcell' ||
        isRinged(element) ||
        (label !== null && isRinged(label))
      );
    },
    /** Texts that are shown, but not whole: wider or higher than a box that clips them, or out of the page. What is for screen readers alone has no size, or a seat of the picture for its own. */
    cutTexts(root = document) {
      const clips = new Map();
      /** What a box does to what is in it: many texts ask the same boxes. */
      const clipOf = (box) => {
        let clip = clips.get(box);
        if (!clip) clips.set(box, (clip = readClip(box)));
        return clip;
      };
      return all(root)
        .filter((one) => {
          const hasText = [...one.childNodes].some(
            ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent.trim(),
          );
          if (
            !hasText ||
            one.matches('style, script, option, title, .visually-hidden, [role="gridcell"]') ||
            !isShown(one, { opacityProperty: true })
          )
            return false;
          const range = document.createRange();
          range.selectNodeContents(one);
          const text = range.getBoundingClientRect();
          if (text.width === 0) return false;
          for (let box = one; box; box = box.parentElement ?? box.getRootNode().host) {
            const clip = clipOf(box);
            if (clip === 'hides') return false;
            if (clip === 'shows') continue;
            const { left, right, top, bottom, isX, isY } = clip;
            if (isX && (text.left < left - 1 || text.right > right + 1)) return true;
            if (isY && (text.top < top - 4 || text.bottom > bottom + 4)) return true;
          }
          return text.left < -1 || text.right > innerWidth + 1;
        })
        .map(nameOf);
    },
    /** Gives all text the spacing of WCAG 2.2, 1.4.12, as a reader's own style would; returns how to take it back. */
    spaceOut() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
      );
      const roots = [document, ...all(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
      for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return () => {
        for (const root of roots)
          root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
      };
    },
    /** What somebody can come to with Tab: each radio group once. */
    controlsIn(root) {
      const groups = new Set();
      return all(root).filter((one) => {
        const canFocus =
          one.matches('a[href], button, input, select, textarea, summary, [tabindex]') &&
          one.tabIndex >= 0 &&
          !one.matches(':disabled') &&
          isShown(one);
        if (!canFocus || isInert(one)) return false;
        if (one.type !== 'radio') return true;
        const [form, { name }] = [one.form ?? one.getRootNode(), one];
        const isNew = ![...groups].some((group) => group.form === form && group.name === name);
        groups.add({ form, name });
        return isNew;
      });
    },
  });

  const isInert = (element) =>
    !!element.closest('[inert]') ||
    (element.getRootNode() instanceof ShadowRoot && isInert(element.getRootNode().host));
}
