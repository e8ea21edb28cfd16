// A walk by keys, as the page sees it. Needs `lookThrough` of test/support/in-page.mjs.

/** Give it to `addInitScript`. */
export function walkThrough() {
  const post = () => {
    const element = document.createElement('button');
    element.textContent = '.';
    return element;
  };
  /** Where an element stands in the page, whatever is scrolled. */
  const placeOf = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top: top + scrollY, bottom: bottom + scrollY };
  };

  const nameOfStop = ({ element }) => nameOf(element);

  let posts, wanted, ways, way;

  /** Somebody comes to a stop: the key is up, and the focus is where it went. */
  const stop = ({ key }) => {
    const element = deepActive();
    if (key !== 'Tab' || !way || posts.includes(element)) return;
    const { top, bottom } = element.getBoundingClientRect();
    way.stops.push({
      element,
      place: placeOf(element),
      hasRing: hasRing(element),
      // A seat is brought into view with the next frame.
      isInView: (top < innerHeight && bottom > 0) || element.getAttribute('role') === 'gridcell',
    });
  };
  /** At the end the walk is over: more presses lead nowhere. */
  const stay = (event) => {
    if (event.key === 'Tab' && way && deepActive() === way.end && way.stops.length > 0)
      event.preventDefault();
  };

  /** Whether `after` is read before `before`: higher in the same column, or earlier in the same line. */
  const goesBack = (before, after) => {
    const [from, to] = [before.place, after.place];
    const hosts = [before, after].map(({ element }) => element.getRootNode().host);
    // In the picker the shortest way comes first, wherever the picture stands; its ways have tests of their own.
    if (hosts[0] === hosts[1] && hosts[0]?.localName === 'petition-seat-picker') return false;
    const { parentElement } = before.element;
    const isRtl = getComputedStyle(parentElement ?? hosts[0]).direction === 'rtl';
    const isAhead = isRtl ? to.right <= from.left + 1 : to.left >= from.right - 1;
    const isBehind = isRtl ? to.left >= from.right - 1 : to.right <= from.left + 1;
    if (to.bottom <= from.top + 1) return !isAhead;
    const middle = (to.top + to.bottom) / 2;
    return isBehind && middle > from.top && middle < from.bottom;
  };

  Object.assign(globalThis, {
    /** Begins to look at walks through `root`, and tells how many controls there are. */
    startWalk(root) {
      posts = [post(), post()];
      root.before(posts[0]);
      root.after(posts[1]);
      wanted = controlsIn(root);
      ways = [];
      addEventListener('keyup', stop, true);
      addEventListener('keydown', stay, true);
      return wanted.length;
    },
    /** Stands before the first control, or behind the last one to go back. */
    setOut(isBack) {
      const [from, to] = isBack ? posts.toReversed() : posts;
      way = { end: to, stops: [], isOver: false, name: isBack ? 'Shift+Tab' : 'Tab' };
      ways.push(way);
      from.focus({ preventScroll: true });
    },
    /** Whether the other end is reached. */
    isOut: () => (way.isOver ||= deepActive() === way.end),
    /** What was wrong with the walks, one line for each place. */
    endWalk() {
      removeEventListener('keyup', stop, true);
      removeEventListener('keydown', stay, true);
      for (const one of posts) one.remove();
      way = null;
      const sameAs = (control) => (element) =>
        element === control ||
        (control.type === 'radio' && element.type === 'radio' && element.name === control.name);
      const found = ways.flatMap(({ stops, name, isOver }) => [
        ...(isOver
          ? []
          : [`${name} does not lead out of ${stops.length > 0 ? nameOfStop(stops.at(-1)) : 'nothing'}`]),
        ...wanted
          .filter((one) => one.isConnected && one.checkVisibility({ visibilityProperty: true }))
          .filter((one) => !stops.some(({ element }) => sameAs(one)(element)))
          .map((one) => `${name} does not reach ${nameOf(one)}`),
        ...stops
          .filter(({ hasRing: ringed }) => !ringed)
          .map((one) => `${name}: no ring on ${nameOfStop(one)}`),
        ...stops.filter(({ isInView }) => !isInView).map((one) => `${name}: out of view: ${nameOfStop(one)}`),
      ]);
      const [there, back] = ways.map(({ stops }) => stops);
      for (const [i, after] of (there ?? []).entries())
        if (i > 0 && goesBack(there[i - 1], after))
          found.push(`${nameOfStop(there[i - 1])} comes before ${nameOfStop(after)}`);
      // What comes and goes with the focus is on one of the ways only.
      const common = (list, other) =>
        list.map(({ element }) => element).filter((one) => other.some(({ element }) => element === one));
      if (back) {
        const [forth, reversed] = [common(there, back), common(back, there).reverse()];
        if (forth.some((one, i) => one !== reversed[i])) found.push('Shift+Tab goes another way');
      }
      return [...new Set(found)];
    },
  });
}
