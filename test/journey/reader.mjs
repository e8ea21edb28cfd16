// The page as a screen reader gets it: the accessibility tree of the browser, by its debugging protocol, and keys.
import { makeVenue, placeOf, besides } from 'grandstand/venue';
import { untilState, visit } from './support.mjs';

/** Reads the accessibility tree of a page; nothing else of it is looked at. */
export async function openReader({ page, context }) {
  const client = await context.newCDPSession(page);
  await client.send('Accessibility.enable');
  const property = ({ properties = [] }, name) => properties.find((one) => one.name === name)?.value.value;
  const plain = (node) => ({
    role: node.role?.value,
    name: node.name?.value ?? '',
    isSelected: property(node, 'selected') === true,
    isDisabled: property(node, 'disabled') === true,
  });

  const hintOf = ({ description }) => description?.value ?? '';

  /** Ids are of the page's own. */
  async function nodeOf(expression) {
    const { result } = await client.send('Runtime.evaluate', { expression, objectGroup: 'reader' });
    return result.objectId;
  }

  return {
    client,
    /** What has the focus: role, name, state. */
    async focused() {
      const objectId = await nodeOf(`(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active;
      })()`);
      const { nodes } = await client.send('Accessibility.getPartialAXTree', {
        objectId,
        fetchRelatives: false,
      });
      await client.send('Runtime.releaseObjectGroup', { objectGroup: 'reader' });
      return plain(nodes[0]);
    },
    /** All nodes of the picker that are told to a screen reader. */
    async picker() {
      const objectId =
        await nodeOf(`[document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
        .map((root) => root.querySelector('petition-seat-picker'))
        .find((picker) => picker)`);
      const { nodes } = await client.send('Accessibility.queryAXTree', { objectId });
      await client.send('Runtime.releaseObjectGroup', { objectGroup: 'reader' });
      return nodes.filter(({ ignored }) => !ignored).map(plain);
    },
    /** What is said of a page that is read from top to bottom: "button Find me a seat". Labels and hints of fields are left out: they are said with their field. */
    async spoken() {
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const said = [];
      const walk = (node, isNamed) => {
        const { role, name } = plain(node);
        const isField = /^(textbox|combobox|checkbox|radio)$/.test(role);
        const isOfContent = /^(button|link|heading|DisclosureTriangle|gridcell)$/.test(role);
        const isTold = !node.ignored && !/^(RootWebArea|row|InlineTextBox|article|form|region)$/.test(role);
        if (isTold && name && !(role === 'StaticText' && isNamed))
          said.push(`${role === 'StaticText' ? 'text' : role}${property(node, 'level') ?? ''} ${name}`);
        if (isTold && !isField && node.description?.value) said.push(`description ${node.description.value}`);
        // What is announced, and options of a closed list, are no part of the text.
        if (role === 'status' || role === 'combobox') return;
        for (const id of node.childIds ?? [])
          walk(byId.get(id), isNamed || isField || isOfContent || role === 'LabelText');
      };
      walk(nodes[0], false);
      const hints = new Set(
        nodes.filter(({ role }) => /^(textbox|combobox|checkbox)$/.test(role?.value)).map(hintOf),
      );
      return said.filter((text) => !hints.has(text.replace(/^text /, '')));
    },
    /** The text that is said politely, once it is what is expected; else, after five seconds, what was said instead. */
    async said(expected) {
      const end = performance.now() + 5000;
      for (;;) {
        const { nodes } = await client.send('Accessibility.getFullAXTree');
        const region = nodes.find((node) => property(node, 'live') === 'polite' && node.childIds?.length > 0);
        const words = [];
        const walk = (id) => {
          const node = nodes.find(({ nodeId }) => nodeId === id);
          if (node?.role?.value === 'StaticText') words.push(node.name.value);
          node?.childIds?.forEach(walk);
        };
        if (region) walk(region.nodeId);
        const said = words.join(' ');
        if (expected.test(said) || performance.now() > end) return said;
      }
    },
  };
}

/** A visitor of the seats, once it is known which are taken, with a reader of the tree. */
export async function readSeats({ browser, office }) {
  const visitor = await visit(browser, office.url, {
    reducedMotion: 'reduce',
    // A small picture: it is painted at every step.
    viewport: { width: 480, height: 700 },
  });
  const { page } = visitor;
  const picker = page.locator('petition-seat-picker');
  await picker.scrollIntoViewIfNeeded();
  await untilState(page, (state) => state.takenRevision > 0);
  await picker.evaluate((element) => element.ready);
  await page.waitForLoadState('networkidle');
  return { ...visitor, picker, reader: await openReader(visitor) };
}

/** What the seats of the page's campaign must be called: from its state, and by other code than the picker's. */
export async function expectedNames(page) {
  const { bits, kept } = await page.evaluate(() => {
    const { state } = document.querySelector('petition-campaign').campaign;
    const { document: campaign, taken } = state;
    return {
      bits: [...taken],
      kept: state.kept.map(({ seat, story }) => [seat, campaign.stories[story].name.en]),
    };
  });
  const venue = makeVenue('arena');
  const people = new Map(kept);
  const isTaken = (seat) => (bits[seat >> 3] & (1 << (seat & 7))) !== 0;
  return {
    venue,
    seatName(seat) {
      const { block, row, number } = placeOf(venue, seat);
      const place = `Block ${block}, row ${row}, seat ${number}`;
      if (people.has(seat)) return { name: `${place}, kept for ${people.get(seat)}`, isDisabled: true };
      if (isTaken(seat)) return { name: `${place}, taken`, isDisabled: true };
      const beside = besides(venue, seat).find((other) => people.has(other));
      return {
        name: beside === undefined ? `${place}, free` : `${place}, free, beside ${people.get(beside)}`,
        isDisabled: false,
      };
    },
  };
}

/**
 * Walks over all seats of a block by arrow keys, back and forth along its rows, and calls `at` on each with what is
 * expected there.
 */
export async function walkBlock({ page, venue, block, at }) {
  const { first, firstRow, rowCount } = venue.blocks[block];
  for (const key of venue.blocks[block].label) await page.keyboard.press(key);
  for (const key of '-1-1') await page.keyboard.press(key);
  await at(first);
  for (let r = 0; r < rowCount; r++) {
    const row = venue.rows[firstRow + r];
    if (r > 0) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await at(row.first);
    }
    for (let seat = row.first + 1; seat < row.first + row.count; seat++) {
      await page.keyboard.press('ArrowLeft');
      await at(seat);
    }
  }
}
