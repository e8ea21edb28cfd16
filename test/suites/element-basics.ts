import { aTimeout, elementUpdated, expect, fixtureSync, html } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import type { CSSResult } from 'lit';
import type { Campaign } from '../../src/campaign/campaign.js';
import { PetitionElement } from '../../src/elements/base/petition-element.js';

/** Mounts the element, and returns it with its campaign, if it is in one. */
export type Make = () => Promise<{ element: HTMLElement; campaign?: Campaign }>;

/** The members of an element's class that these tests need. */
export type ElementClass = CustomElementConstructor & { define(tag: string): void; elementStyles: unknown };

/**
 * The promises of every element, tested once for all. Each `make` shows the element in one state; together they
 * show the parts and slots its doc comment names. The first one is moved and removed.
 */
export function elementBasics(
  tag: string,
  load: () => Promise<ElementClass>,
  ...makes: [Make, ...Make[]]
): void {
  describe(tag, () => {
    let elementClass: ElementClass;
    const sheet = (): string =>
      (elementClass.elementStyles as CSSResult[]).map(({ cssText }) => cssText).join('\n');
    before(async () => {
      elementClass = await load();
      elementClass.define(tag);
    });

    it('is defined twice without harm', () => {
      const defined = customElements.get(tag);
      elementClass.define(tag);
      expect(customElements.get(tag)).to.equal(defined);
    });

    it('uses no token that is not declared in its sheet', () => {
      const declared = new Set([...sheet().matchAll(/(--_[\w-]+)\s*:/g)].map(([, name]) => name));
      const used = new Set([...sheet().matchAll(/var\(\s*(--_[\w-]+)/g)].map(([, name]) => name));
      expect(
        [...used].filter((name) => !declared.has(name)),
        'used, not declared',
      ).to.deep.equal([]);
    });

    it('sizes nothing by the page’s root', () => {
      expect(sheet()).to.not.match(/\d(?:rem|rlh)\b/);
    });

    it('has the parts and slots its doc comment names', async () => {
      const { documented, found } = await readElement(tag);
      for (const make of makes) {
        const { element } = await make();
        await elementUpdated(element);
        for (const one of element.shadowRoot!.querySelectorAll('[part]'))
          for (const name of one.part) found.parts.add(name);
        for (const { name } of element.shadowRoot!.querySelectorAll('slot')) found.slots.add(name);
      }
      expect(
        documented.parts.filter((name) => !found.parts.has(name)),
        'documented parts that are nowhere',
      ).to.deep.equal([]);
      expect(
        documented.slots.filter((name) => !found.slots.has(name)),
        'documented slots that are nowhere',
      ).to.deep.equal([]);
    });

    it('survives a move in the page', async () => {
      const { element, campaign } = await makes[0]();
      const other = document.createElement('div');
      element.parentElement!.append(other);
      const before = element.shadowRoot!.querySelector('.base');
      other.append(element);
      await elementUpdated(element);
      expect(element.shadowRoot!.querySelector('.base')).to.equal(before);
      if (campaign)
        expect((element as unknown as { store: { campaign: unknown } }).store.campaign).to.equal(campaign);
      other.remove();
    });

    it('keeps a width where the page gives it none', async () => {
      const { element } = await makes[0]();
      const row = document.createElement('div');
      row.style.display = 'flex';
      element.parentElement!.append(row);
      row.append(element);
      await elementUpdated(element);
      expect(element.offsetWidth).to.be.at.least(240);
    });

    it('leaves no listener and no subscription behind', async () => {
      const listening = watchListeners();
      try {
        const { element, campaign } = await makes[0]();
        await elementUpdated(element);
        let subscriptions = 0;
        if (campaign) {
          const subscribe = campaign.subscribe.bind(campaign);
          campaign.subscribe = (listener) => {
            subscriptions++;
            const stop = subscribe(listener);
            return () => {
              subscriptions--;
              stop();
            };
          };
        }
        const parent = element.parentElement!;
        element.remove();
        await aTimeout(0);
        const atRest = listening.count();
        for (let times = 0; times < 3; times++) {
          parent.append(element);
          await elementUpdated(element);
          element.remove();
          // The campaign stops a microtask later.
          await aTimeout(0);
        }
        expect(subscriptions, 'subscriptions').to.equal(0);
        expect(listening.count(), 'listeners on page and window').to.equal(atRest);
      } finally {
        listening.stop();
      }
    });

    it('keeps properties set before it was upgraded', async () => {
      const element = document.implementation.createHTMLDocument().createElement(tag) as HTMLElement & {
        petition?: string;
        isUpgraded?: boolean;
      };
      expect(element).to.not.be.instanceOf(PetitionElement);
      element.petition = 'set-early';
      const box = fixtureSync(html`<div></div>`);
      box.append(element);
      expect(element).to.be.instanceOf(PetitionElement);
      await elementUpdated(element);
      expect(element.petition).to.equal('set-early');
      expect(Object.hasOwn(element, 'petition'), 'shadows the accessor').to.equal(false);
      element.remove();
    });
  });
}

interface Names<List> {
  parts: List;
  slots: List;
}

/**
 * Reads the names in the doc comment of the element's file, and the parts written in its templates, for states that
 * no test can hold still.
 */
async function readElement(tag: string): Promise<{ documented: Names<string[]>; found: Names<Set<string>> }> {
  const path = `../../src/elements/${tag.replace(/^petition-/, '')}/${tag}.ts`;
  const source = (await readFile({ path }))!;
  return {
    documented: {
      parts: [...source.matchAll(/^ \* @csspart ([\w-]+)/gm)].map(([, name]) => name!),
      slots: [...source.matchAll(/^ \* @slot (?:([\w-]+) )?-/gm)].map(([, name]) => name ?? ''),
    },
    found: {
      parts: new Set([...source.matchAll(/ part="([\w\s-]+)"/g)].flatMap(([, names]) => names!.split(' '))),
      slots: new Set(),
    },
  };
}

/** Counts the listeners on window and document while it watches. */
function watchListeners(): { count(): number; stop(): void } {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const known = new Set<string>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const keyOf = (target: EventTarget, type: string, listener: object): string => {
    if (!ids.has(listener)) ids.set(listener, next++);
    return `${target === window ? 'window' : 'document'} ${type} ${ids.get(listener)}`;
  };
  const isPage = (target: EventTarget | undefined): boolean =>
    target === undefined || target === window || target === document;
  EventTarget.prototype.addEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const target = this ?? window;
    if (listener && isPage(this)) {
      const key = keyOf(target, type, listener);
      known.add(key);
      const forget = (): unknown => known.delete(key);
      if (typeof options === 'object') {
        options.signal && add.call(options.signal, 'abort', forget);
        if (options.once) add.call(target, type, forget, { once: true });
      }
    }
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void {
    const target = this ?? window;
    if (listener && isPage(this)) known.delete(keyOf(target, type, listener));
    remove.call(target, type, listener, options);
  };
  return {
    count: () => known.size,
    stop: () => Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove }),
  };
}
