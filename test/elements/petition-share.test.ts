import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { nothing } from 'lit';
import '../../src/define.js';
import type { PetitionShare } from '../../src/elements/share/petition-share.js';
import type { PetitionSharedEvent } from '../../src/events.js';
import { inCampaign, sampleDocument } from '../support/campaign.js';

const parts = (share: PetitionShare): string[] =>
  [...share.shadowRoot!.querySelectorAll('[part~="channel"]')].map((one) => one.part[1]!);
const way = (share: PetitionShare, name: string): HTMLElement =>
  share.shadowRoot!.querySelector<HTMLElement>(`[part~="channel"][part~="${name}"]`)!;
const find = <E extends HTMLElement>(share: PetitionShare, selector: string): E | null =>
  share.shadowRoot!.querySelector<E>(selector);
const text = (share: PetitionShare): string => share.shadowRoot!.textContent!.replace(/\s+/g, ' ');

/** Clicks a link without opening it; returns its URL. */
function follow(link: HTMLElement): string {
  link.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link.click();
  return (link as HTMLAnchorElement).href;
}

/** Gives the browser a feature, or removes it, while the test runs. */
function withNavigator(name: 'share' | 'clipboard', value: unknown): void {
  Object.defineProperty(navigator, name, { configurable: true, value });
}

const DOCUMENT = sampleDocument({
  share: {
    url: 'https://ngo.example/sign',
    text: 'Sit with us.',
    channels: ['copy', 'whatsapp', 'telegram', 'email'],
  },
});
const ALL = 'native copy whatsapp telegram signal bluesky mastodon email qr';

async function inACampaign(markup = html`<petition-share></petition-share>`): Promise<PetitionShare> {
  return (await inCampaign<PetitionShare>(markup, { document: DOCUMENT, signatures: 41, standing: 38 }))
    .element;
}

async function alone(channels = ALL): Promise<PetitionShare> {
  return fixture<PetitionShare>(
    html`<petition-share channels=${channels} url="https://ngo.example/sign" text="Sign."></petition-share>`,
  );
}

describe('petition-share', () => {
  afterEach(() => {
    for (const name of ['share', 'clipboard'])
      if (Object.hasOwn(navigator, name)) delete (navigator as unknown as Record<string, unknown>)[name];
  });

  it('shows the channels of the campaign, in their order, with its text and address', async () => {
    const share = await inACampaign();
    expect(parts(share)).to.deep.equal(['copy', 'whatsapp', 'telegram', 'email']);
    expect((way(share, 'whatsapp') as HTMLAnchorElement).href).to.equal(
      'https://wa.me/?text=Sit%20with%20us.%20https%3A%2F%2Fngo.example%2Fsign',
    );
    expect(find(share, '[part="text"]')!.textContent).to.equal('Sit with us.');
  });

  it('opens pages in a new tab, says so, and gives no referrer', async () => {
    const share = await alone();
    for (const name of ['whatsapp', 'telegram', 'bluesky']) {
      const link = way(share, name) as HTMLAnchorElement;
      expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
      expect(link.textContent!.trim()).to.match(/\S \(opens in a new tab\)$/);
    }
    expect((way(share, 'email') as HTMLAnchorElement).target).to.equal('');
  });

  it('shares a story by its link and with the name of the person', async () => {
    const share = await inACampaign(html`<petition-share story="ben" channels="telegram"></petition-share>`);
    expect((way(share, 'telegram') as HTMLAnchorElement).href).to.equal(
      'https://t.me/share/url?url=https%3A%2F%2Fngo.example%2Fsign%23petition-story%3Dben&text=Ben%20Sample%3A%20Sit%20with%20us.',
    );
  });

  it('shares an address that has a fragment as it is, also for a story', async () => {
    for (const story of ['', 'ben']) {
      const share = await inACampaign(
        html`<petition-share
          story=${story || nothing}
          url="https://ngo.example/app#/sign"
          channels="telegram"
        ></petition-share>`,
      );
      const { href } = way(share, 'telegram') as HTMLAnchorElement;
      expect(new URL(href).searchParams.get('url')).to.equal('https://ngo.example/app#/sign');
    }
  });

  it('takes ways of the author’s own, and tells of what is none', async () => {
    const lines: unknown[] = [];
    const { warn } = console;
    console.warn = (line) => lines.push(line);
    try {
      const share = await fixture<PetitionShare>(
        html`<petition-share
          channels="copy facebook"
          url="https://ngo.example/"
          more='[{"label":"Viber","href":"viber://forward?text={url}"},{"label":"Bad","href":"javascript:alert(1)"}]'
        ></petition-share>`,
      );
      expect(parts(share)).to.deep.equal(['copy', 'own']);
      expect((way(share, 'own') as HTMLAnchorElement).getAttribute('href')).to.equal(
        'viber://forward?text=https%3A%2F%2Fngo.example%2F',
      );
      share.requestUpdate();
      await share.updateComplete;
    } finally {
      console.warn = warn;
    }
    expect(lines).to.have.length(2);
    expect(lines.join()).to.contain('unknown channels="facebook"').and.to.contain('javascript:alert(1)');
  });

  it('requests nothing before a press', async () => {
    const before = performance.getEntriesByType('resource').length;
    const share = await alone();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const names = performance
      .getEntriesByType('resource')
      .slice(before)
      .map(({ name }) => name);
    expect(names.filter((name) => !name.startsWith(location.origin))).to.deep.equal([]);
    expect(names.filter((name) => /qr|lean/.test(name))).to.deep.equal([]);
    expect(share.shadowRoot!.querySelector('img, iframe, script')).to.equal(null);
  });

  describe('the device’s share sheet', () => {
    it('is hidden where there is none', async () => {
      const had = Navigator.prototype.share;
      // @ts-expect-error -- a browser without it
      delete Navigator.prototype.share;
      try {
        expect(parts(await alone())).to.not.include('native');
      } finally {
        if (had) Navigator.prototype.share = had;
      }
    });

    it('gets address, text and title, and is told when it was used', async () => {
      const shared: unknown[] = [];
      withNavigator('share', (data: unknown) => (shared.push(data), Promise.resolve()));
      const share = await inACampaign(html`<petition-share channels="native"></petition-share>`);
      const told = oneEvent(share, 'petition-shared');
      way(share, 'native').click();
      expect(((await told) as PetitionSharedEvent).detail).to.deep.equal({
        petition: 'sample',
        outcome: 'shared',
        signatures: 41,
      });
      expect(shared).to.deep.equal([
        { url: 'https://ngo.example/sign', text: 'Sit with us.', title: 'Sit with them' },
      ]);
    });

    it('says nothing when it was closed', async () => {
      let asked = false;
      withNavigator('share', () => ((asked = true), Promise.reject(new DOMException('', 'AbortError'))));
      const share = await alone();
      let told = false;
      share.addEventListener('petition-shared', () => (told = true));
      way(share, 'native').click();
      await share.updateComplete;
      expect([asked, told]).to.deep.equal([true, false]);
      expect(find(share, '#by-hand')).to.equal(null);
    });
  });

  describe('copying', () => {
    it('copies the address and says so, to screen readers too', async () => {
      const copied: string[] = [];
      withNavigator('clipboard', { writeText: (one: string) => (copied.push(one), Promise.resolve()) });
      const share = await alone();
      const told = oneEvent(share, 'petition-shared');
      way(share, 'copy').click();
      await told;
      await share.updateComplete;
      expect(copied).to.deep.equal(['https://ngo.example/sign']);
      expect(text(share)).to.contain('Link copied');
      const region = find(share, '[role="status"]')!;
      while (!region.textContent) await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(region.textContent).to.equal('Link copied');
    });

    it('copies text and address for Signal', async () => {
      const copied: string[] = [];
      withNavigator('clipboard', { writeText: (one: string) => (copied.push(one), Promise.resolve()) });
      const share = await alone();
      const told = oneEvent(share, 'petition-shared');
      way(share, 'signal').click();
      await told;
      await share.updateComplete;
      expect(copied).to.deep.equal(['Sign. https://ngo.example/sign']);
      expect(text(share)).to.contain('Copied. Paste it into Signal.');
    });

    it('selects the link where there is no clipboard', async () => {
      withNavigator('clipboard', undefined);
      const share = await alone();
      const told = oneEvent(share, 'petition-shared');
      way(share, 'copy').click();
      await told;
      const input = find<HTMLInputElement>(share, '#by-hand')!;
      expect(share.shadowRoot!.activeElement).to.equal(input);
      expect([input.value, input.selectionStart, input.selectionEnd]).to.deep.equal([
        'https://ngo.example/sign',
        0,
        'https://ngo.example/sign'.length,
      ]);
      expect(text(share)).to.contain('The link is selected');
      await expect(share).to.be.accessible();
    });
  });

  describe('Mastodon', () => {
    const { open } = window;
    afterEach(() => (window.open = open));

    it('asks for the server, opens it, and remembers nothing', async () => {
      const opened: unknown[][] = [];
      window.open = (...args) => (opened.push(args), null);
      const share = await alone();
      way(share, 'mastodon').click();
      await share.updateComplete;
      expect(way(share, 'mastodon').getAttribute('aria-expanded')).to.equal('true');
      const server = find<HTMLInputElement>(share, '#server')!;
      server.value = 'somewhere';
      find(share, '[part="go"]')!.click();
      await share.updateComplete;
      expect(opened).to.deep.equal([]);
      expect(server.getAttribute('aria-invalid')).to.equal('true');
      expect(text(share)).to.contain('Type only the server');
      await expect(share).to.be.accessible();
      server.value = 'https://Chaos.Social/@ada';
      const told = oneEvent(share, 'petition-shared');
      find(share, '[part="go"]')!.click();
      await told;
      expect(opened).to.deep.equal([
        [
          'https://chaos.social/share?text=Sign.%20https%3A%2F%2Fngo.example%2Fsign',
          '_blank',
          'noopener,noreferrer',
        ],
      ]);
      way(share, 'mastodon').click();
      await share.updateComplete;
      expect(find<HTMLInputElement>(share, '#server')!.value).to.equal('');
    });
  });

  it('draws a QR code when asked, and takes it away again', async () => {
    const share = await alone();
    const told = oneEvent(share, 'petition-shared');
    way(share, 'qr').click();
    await told;
    await share.updateComplete;
    const code = find(share, '[part="qr"]')!;
    expect(code.getAttribute('aria-label')).to.equal('QR code for https://ngo.example/sign');
    expect(code.querySelector('path')!.getAttribute('d')!.length).to.be.above(500);
    await expect(share).to.be.accessible();
    way(share, 'qr').click();
    await share.updateComplete;
    expect(find(share, '[part="qr"]')).to.equal(null);
  });

  describe('the event', () => {
    it('comes from the element where it stands alone, and names no channel', async () => {
      const share = await alone();
      const told = oneEvent(share, 'petition-shared');
      follow(way(share, 'telegram'));
      const event = (await told) as PetitionSharedEvent;
      expect(event.detail).to.deep.equal({ petition: '', outcome: 'shared', signatures: null });
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    });

    it('comes from petition-campaign where there is one', async () => {
      const host = await fixture<HTMLElement>(
        html`<petition-campaign .data=${DOCUMENT} .transport=${() => new Promise(() => undefined)}>
          <petition-share></petition-share>
        </petition-campaign>`,
      );
      const share = host.querySelector<PetitionShare>('petition-share')!;
      while (!way(share, 'telegram')) await new Promise((resolve) => requestAnimationFrame(resolve));
      const told = oneEvent(host, 'petition-shared');
      follow(way(share, 'telegram'));
      expect((await told).target).to.equal(host);
    });
  });

  it('has no violation with every way', async () => {
    await expect(await alone()).to.be.accessible();
  });
});
