// Queries that tests run in a page, through shadow roots: functions that execute in the page itself, as globals.

/** Pass it to `addInitScript` or `evaluate`. */
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
    /** All elements in a document or shadow root, and in nested shadow roots. */
    allWithin: all,
    /** Name of an element in a report. */
    nameOf,
    /** The focused element. */
    deepActive() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element;
    },
    /**
     * Checks that a focused element can be told from others: by a ring of its own or around its label. The canvas
     * draws that of a seat's cell, the browser that of a link in the page.
     */
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
    /**
     * Finds the things that cut or cover the ring around a focused element: the viewport, a clipping box, an
     * element above it.
     */
    cutRing(element) {
      const label = element.closest('label');
      const ringed = label && getComputedStyle(element).outlineStyle === 'none' ? label : element;
      const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(ringed);
      if (outlineStyle === 'none') return [];
      const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const { left, right, top, bottom } = ringed.getBoundingClientRect();
      const ring = new DOMRect(left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach);
      const found = [];
      const { clientWidth } = document.documentElement;
      if (ring.left < 0 || ring.right > clientWidth || ring.top < 0 || ring.bottom > innerHeight)
        found.push('the window');
      const parentOf = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
      for (let box = parentOf(ringed); box && box !== document.body; box = parentOf(box)) {
        const { overflowX, overflowY } = getComputedStyle(box);
        const clip = box.getBoundingClientRect();
        const isCutX = ring.left < clip.left - 0.1 || ring.right > clip.right + 0.1;
        const isCutY = ring.top < clip.top - 0.1 || ring.bottom > clip.bottom + 0.1;
        if ((overflowX !== 'visible' && isCutX) || (overflowY !== 'visible' && isCutY))
          found.push(`${box.localName}.${box.className}`);
      }
      const inside = (one, of) => {
        for (let at = one; at; at = parentOf(at)) if (at === of) return true;
        return false;
      };
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9])
        for (const [x, y] of [
          [ring.left + share * ring.width, ring.top + 1],
          [ring.left + share * ring.width, ring.bottom - 1],
          [ring.left + 1, ring.top + share * ring.height],
          [ring.right - 1, ring.top + share * ring.height],
        ]) {
          let hit = document.elementFromPoint(x, y);
          while (hit?.shadowRoot) {
            const inner = hit.shadowRoot.elementFromPoint(x, y);
            if (!inner || inner === hit) break;
            hit = inner;
          }
          const isAbove = hit && !inside(hit, ringed) && !inside(ringed, hit);
          // An element without a background covers nothing.
          if (isAbove && !/, 0\)$/.test(getComputedStyle(hit).backgroundColor)) found.push(nameOf(hit));
        }
      return [...new Set(found)];
    },
    /**
     * Finds texts that are shown only in part: wider or higher than a box that clips them, or outside the page.
     * Texts only for screen readers have no size, or the size of a seat in the picture.
     */
    cutTexts(root = document) {
      const clips = new Map();
      /** Clipping of a box, cached: many texts share the same boxes. */
      const clipOf = (box) => {
        let clip = clips.get(box);
        if (!clip) clips.set(box, (clip = readClip(box)));
        return clip;
      };
      return all(root)
        .filter((one) => {
          // Its own texts only: descendants are checked by themselves, or are only for screen readers.
          const own = [...one.childNodes].filter(
            ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent.trim(),
          );
          if (
            own.length === 0 ||
            one.matches('style, script, option, title, .visually-hidden, [role="gridcell"]') ||
            !isShown(one, { opacityProperty: true })
          )
            return false;
          const range = document.createRange();
          range.setStartBefore(own[0]);
          range.setEndAfter(own.at(-1));
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
    /**
     * Enlarges all text by a factor, and nothing else, as a browser's text zoom does: whatever units sizes are
     * written in.
     */
    enlarge(factor) {
      const elements = all(document).filter((one) => one.style && !(one instanceof SVGElement));
      const sizes = elements.map((one) => parseFloat(getComputedStyle(one).fontSize) * factor);
      for (const [i, one] of elements.entries())
        one.style.setProperty('font-size', `${sizes[i]}px`, 'important');
    },
    /** Finds texts that overlap another one, or a control they do not belong to. */
    overlaps() {
      const shown = all(document).filter(
        (one) =>
          isShown(one, { opacityProperty: true }) &&
          // Visually hidden, also by the rule of another stylesheet.
          getComputedStyle(one).clipPath !== 'inset(50%)' &&
          !one.closest('.visually-hidden, [inert], svg, option, [role="gridcell"], [hidden]'),
      );
      const texts = shown.flatMap((one) =>
        [...one.childNodes]
          .filter(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent.trim())
          .flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return (
              [...range.getClientRects()]
                .filter(({ width, height }) => width > 1 && height > 1)
                // The letters of a line, without the space above and below them.
                .map(({ left, right, top, bottom, height }) => ({
                  one,
                  box: { left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 },
                }))
            );
          }),
      );
      const controls = shown
        .filter((one) => one.matches('button, input, select, textarea, a.button'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }));
      const meet = ({ box: a }, { box: b }) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
      // A phone's sticky bar covers content that is scrolled below it.
      const bar = ({ one }) => one.closest('.way-on');
      const isPair = (a, b) =>
        a.one !== b.one && !a.one.contains(b.one) && !b.one.contains(a.one) && bar(a) === bar(b);
      const found = texts.flatMap((a, i) =>
        [...texts.slice(i + 1), ...controls]
          .filter((b) => isPair(a, b) && meet(a, b))
          .map((b) => `${nameOf(a.one)} | ${nameOf(b.one)}`),
      );
      return [...new Set(found)];
    },
    /**
     * Applies the text spacing of WCAG 2.2, 1.4.12 to all text, as a reader's own style would; returns a function
     * that undoes it.
     */
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
    /** Lists the controls that Tab reaches: each radio group once. */
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
