import { ContextProvider } from '@lit/context';
import { expect, fixture, fixtureSync, html, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { PetitionTicket } from '../../src/elements/ticket/petition-ticket.js';
import type { Campaign } from '../../src/campaign/campaign.js';
import { initialState, type CampaignState } from '../../src/campaign/state.js';
import { campaignContext } from '../../src/context/campaign-context.js';
import { makeVenue } from '../../src/venue/make-venue.js';
import { pending } from '../support/box-office.js';
import { inCampaign, sampleDocument, sampleStory, type InCampaignOptions } from '../support/campaign.js';
import { signForm } from '../support/sign-form.js';

const find = <E extends Element = HTMLElement>(ticket: PetitionTicket, selector: string): E | null =>
  ticket.shadowRoot!.querySelector<E>(selector);
const drawn = async (ticket: PetitionTicket): Promise<void> => {
  while ((await ticket.updateComplete) === false);
};
const label = (ticket: PetitionTicket): string | null | undefined =>
  find(ticket, '[part~="picture"]')?.getAttribute('aria-label');
/** Waits frame by frame, so that images can load meanwhile. */
async function frameUntil(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve));
}
const said = (ticket: PetitionTicket): string[] =>
  [...ticket.shadowRoot!.querySelectorAll('svg.picture text')].map(({ textContent }) => textContent!.trim());

const SHARE = { url: 'https://ngo.example/sign', text: 'Sit with us.', channels: ['copy'] as const };

/** Seat 3 is "A-1-4", beside Ada, whose seat 2 is kept; seat 4 is on its other side. */
async function signed(
  seat: number | null = 3,
  options: InCampaignOptions & { markup?: ReturnType<typeof html> } = {},
): Promise<{ ticket: PetitionTicket; campaign: Campaign; refresh(): Promise<void> }> {
  const { markup = html`<petition-ticket></petition-ticket>`, ...rest } = options;
  const staged = await inCampaign<PetitionTicket>(markup, {
    document: sampleDocument({ share: SHARE }),
    taken: [],
    signatures: 41,
    ...rest,
  });
  await staged.sign(seat ?? undefined);
  await drawn(staged.element);
  return { ticket: staged.element, campaign: staged.campaign, refresh: () => staged.refresh() };
}

describe('petition-ticket', () => {
  describe('alone', () => {
    it('shows what the author wrote while there is no ticket', async () => {
      const ticket = await fixture<PetitionTicket>(html`<petition-ticket>Later</petition-ticket>`);
      expect(find(ticket, '.ticket')).to.equal(null);
      expect(ticket.innerText).to.equal('Later');
    });

    it('draws the seat of its attributes', async () => {
      const ticket = await fixture<PetitionTicket>(
        html`<petition-ticket
          seat="4-3-11"
          venue="arena"
          headline="The Match"
          url="https://www.ngo.example/sign/"
        ></petition-ticket>`,
      );
      await drawn(ticket);
      expect(label(ticket)).to.equal('The Match. Ticket: Block 4, row 3, seat 11');
      expect(said(ticket)).to.include.members(['The Match', '4', '3', '11', 'ngo.example/sign']);
      expect(find(ticket, '.yours')).to.not.equal(null);
      expect(find(ticket, '[part~="invite"]'), 'nobody knows who sits there').to.equal(null);
      ticket.headline = 'Watch the Match!';
      await ticket.updateComplete;
      expect(label(ticket)).to.equal('Watch the Match! Ticket: Block 4, row 3, seat 11');
      // The label has the full text.
      const told = [...find(ticket, '[part~="picture"]')!.querySelectorAll('text')];
      expect(told.filter((text) => !text.closest('[aria-hidden="true"]'))).to.deep.equal([]);
    });

    it('draws kept seats and taken ones that a script gives it', async () => {
      const ticket = await fixture<PetitionTicket>(html`<petition-ticket seat="12-8-15"></petition-ticket>`);
      const venue = makeVenue('arena');
      ticket.venue = venue;
      ticket.occupancy = new Uint8Array((venue.capacity + 7) >> 3);
      ticket.kept = [{ seat: 4697, name: 'Ales Bialiatski' }];
      await drawn(ticket);
      expect(label(ticket)).to.equal(`Ticket: Block 12, row 8, seat 15, beside Ales Bialiatski`);
      expect(said(ticket)).to.include.members(['beside', 'Ales Bialiatski', 'AB']);
    });

    it('does not begin a sentence about somebody where nobody is beside', async () => {
      const ticket = await fixture<PetitionTicket>(html`<petition-ticket seat="12-8-20"></petition-ticket>`);
      ticket.venue = makeVenue('arena');
      ticket.kept = [{ seat: 4697, name: 'Ales Bialiatski' }];
      await drawn(ticket);
      expect(said(ticket)).to.not.include('beside');
    });

    it('shows a code where there is no venue to judge it', async () => {
      const ticket = await fixture<PetitionTicket>(
        html`<petition-ticket seat="Balcony-AA-11"></petition-ticket>`,
      );
      await drawn(ticket);
      expect(said(ticket)).to.include.members(['Balcony', 'AA', '11']);
    });

    it('has a ticket for somebody who stands', async () => {
      const ticket = await fixture<PetitionTicket>(html`<petition-ticket standing></petition-ticket>`);
      await drawn(ticket);
      expect(label(ticket)).to.equal('Ticket: Standing');
      expect(said(ticket).join(' ')).to.contain('Standing').and.to.contain('with everyone who signed');
    });
  });

  describe('in a campaign', () => {
    it('comes when the signature is in, with seat, person, people and address', async () => {
      const { ticket } = await signed();
      expect(label(ticket)).to.equal('Sit with them. Ticket: Block A, row 1, seat 4, beside Ada Example');
      expect(said(ticket)).to.include.members([
        'A',
        '1',
        '4',
        'Ada Example',
        '42 people have taken a seat.',
        'The seat next to mine is free.',
        'ngo.example/sign',
      ]);
    });

    it('calls the first signature the first', async () => {
      const { ticket } = await signed(3, { signatures: 0 });
      expect(said(ticket)).to.include('The first signature.');
    });

    it('says nothing of receipt, code or what was typed', async () => {
      const { ticket, campaign } = await signed();
      const { signing } = campaign.state;
      if (signing.outcome !== 'signed') throw new Error(signing.outcome);
      const all = ticket.shadowRoot!.innerHTML;
      for (const secret of [signing.receipt.id, signing.withdrawalCode!, 'ada@example.org'])
        expect(all).to.not.contain(secret);
    });

    it('is for a standing signature too, without an invitation', async () => {
      const { ticket } = await signed(null);
      expect(label(ticket)).to.equal('Sit with them. Ticket: Standing');
      expect(said(ticket)).to.include('42 people have signed.');
      expect(find(ticket, '[part~="invitation"]')).to.equal(null);
    });

    it('says that a seat is held until it is confirmed', async () => {
      const { form, campaign, end } = await signForm({
        answer: pending,
        taken: [9],
        markup: html`<div><petition-sign-form></petition-sign-form><petition-ticket></petition-ticket></div>`,
      });
      await campaign.request({ type: 'seat-select', seat: 3 });
      void campaign.request(
        { type: 'submit' },
        { fields: { given_name: 'Ada' }, consents: [], locale: 'en' },
      );
      await end();
      const ticket = form.parentElement!.querySelector<PetitionTicket>('petition-ticket')!;
      await drawn(ticket);
      expect(said(ticket)).to.include('Mine is held until I confirm.');
    });

    it('does not promise a seat that nobody gives out', async () => {
      const { element, campaign, sign, refresh } = await inCampaign<PetitionTicket>(
        html`<petition-ticket></petition-ticket>`,
        { document: sampleDocument({ share: SHARE }), taken: [], signatures: 41 },
      );
      const { transport } = campaign;
      // An endpoint that only counts: its seats are derived from the count.
      campaign.transport = async (request, signal) => {
        const reply = await transport(request, signal);
        if (request.method !== 'GET' || request.url.includes('/seats')) return reply;
        const count = JSON.parse(new TextDecoder().decode(reply.bytes)) as { seats: { mode: string } };
        count.seats.mode = 'derived';
        return { ...reply, bytes: new TextEncoder().encode(JSON.stringify(count)) };
      };
      await refresh();
      await sign(3);
      await drawn(element);
      expect(said(element)).to.include.members([
        '42 people have signed.',
        'I chose this one; others may have too.',
      ]);
      expect(element.shadowRoot!.textContent).to.contain('Seats are not given out one by one here');
    });

    it('shows the portrait once it is here, and initials where there is none', async () => {
      const { ticket } = await signed();
      await frameUntil(() => find(ticket, '.portrait img'));
      expect(find(ticket, '.portrait img')!.getAttribute('src')).to.contain('ales-bialiatski.svg');
      const { ticket: other } = await signed(3, {
        document: sampleDocument({ stories: [sampleStory({ portrait: null })] }),
      });
      expect(find(other, '.portrait')).to.equal(null);
      expect(said(other)).to.include('AE');
    });
  });

  describe('the first name', () => {
    it('goes to the picture only', async () => {
      const { ticket, campaign } = await signed();
      const input = find<HTMLInputElement>(ticket, '#name')!;
      expect(input.autocomplete).to.equal('off');
      input.value = 'Ada <b>';
      input.dispatchEvent(new Event('input'));
      await drawn(ticket);
      expect(said(ticket)).to.include('Ada <b>');
      expect(JSON.stringify(campaign.state.signing)).to.not.contain('Ada');
      expect(ticket.outerHTML).to.not.contain('Ada');
      expect(label(ticket)).to.not.contain('Ada <b>');
    });

    it('is gone when somebody comes back to a page that was kept whole', async () => {
      const { ticket } = await signed();
      const input = find<HTMLInputElement>(ticket, '#name')!;
      input.value = 'Ada';
      input.dispatchEvent(new Event('input'));
      await drawn(ticket);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await drawn(ticket);
      expect(input.value).to.equal('');
      expect(said(ticket)).to.not.include('Ada');
    });
  });

  describe('saving', () => {
    /** Presses a button and captures the download. */
    async function save(ticket: PetitionTicket, index: number): Promise<{ name: string; file: Blob }> {
      const click = HTMLAnchorElement.prototype.click;
      try {
        return await new Promise((resolve) => {
          HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
            void fetch(this.href)
              .then((reply) => reply.blob())
              .then((file) => resolve({ name: this.download, file }));
          };
          [...ticket.shadowRoot!.querySelectorAll<HTMLElement>('[part~="save"]')][index]!.click();
        });
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
    }

    it('makes a PNG of the ticket as it is shown', async () => {
      const { ticket } = await signed(3, { markup: html`<petition-ticket format="wide"></petition-ticket>` });
      const { name, file } = await save(ticket, 0);
      expect([name, file.type]).to.deep.equal(['sample-ticket.png', 'image/png']);
      const image = await createImageBitmap(file);
      expect([image.width, image.height]).to.deep.equal([1200, 630]);
      await drawn(ticket);
      expect(ticket.shadowRoot!.textContent).to.contain('The ticket is saved on this device.');
    });

    it('makes an SVG that needs nothing else', async () => {
      const { ticket } = await signed();
      await frameUntil(() => find(ticket, '.portrait img'));
      const { name, file } = await save(ticket, 1);
      expect([name, file.type]).to.deep.equal(['sample-ticket.svg', 'image/svg+xml']);
      const text = await file.text();
      expect(text).to.contain('data:image/png;base64,');
      expect(text.replace('http://www.w3.org/2000/svg', '')).to.not.match(/(href|src)="(?!data:)/);
    });

    it('gives the file to a script, and null while there is none', async () => {
      const { ticket } = await signed();
      expect((await ticket.picture())!.type).to.equal('image/png');
      const none = await fixture<PetitionTicket>(html`<petition-ticket></petition-ticket>`);
      expect(await none.picture()).to.equal(null);
    });
  });

  describe('the invitation', () => {
    it('says what it gives away before there is a link', async () => {
      const { ticket } = await signed();
      const button = find(ticket, '[part~="invite"]')!;
      expect(find(ticket, '#link')).to.equal(null);
      expect(ticket.shadowRoot!.innerHTML).to.not.contain('petition-seat');
      expect(find(ticket, `#${button.getAttribute('aria-describedby')}`)!.textContent).to.contain(
        'shows that you signed',
      );
    });

    it('links to the free seat beside, and puts the focus there', async () => {
      const { ticket } = await signed();
      find(ticket, '[part~="invite"]')!.click();
      await drawn(ticket);
      const link = find<HTMLInputElement>(ticket, '#link')!;
      expect(link.value).to.equal('https://ngo.example/sign#petition-seat=A-1-5');
      await frameUntil(() => ticket.shadowRoot!.activeElement);
      expect(ticket.shadowRoot!.activeElement).to.equal(link);
      expect(link.labels![0]!.textContent!.trim()).to.equal('Link to Block A, row 1, seat 5');
    });

    it('is not there while nobody knows whether the seat is free, or it is taken', async () => {
      const { ticket, campaign, refresh } = await signed(3, { taken: [4] });
      const stop = campaign.watchSeats();
      await refresh();
      await drawn(ticket);
      stop();
      expect(find(ticket, '[part~="invitation"]')).to.equal(null);
      expect(said(ticket)).to.not.include('The seat next to mine is free.');
    });

    it('is not there where the address that is shared has a fragment of its own', async () => {
      const markup = html`<petition-ticket url="https://ngo.example/app#/sign"></petition-ticket>`;
      const { ticket } = await signed(3, { markup });
      expect(find(ticket, '[part~="invitation"]')).to.equal(null);
      expect(said(ticket)).to.not.include('The seat next to mine is free.');
    });

    it('is off for people at risk, and so is the name', async () => {
      for (const markup of [html`<petition-ticket at-risk></petition-ticket>`]) {
        const { ticket } = await signed(3, { markup });
        expect(find(ticket, '[part~="invitation"]')).to.equal(null);
        expect(find(ticket, '#name')).to.equal(null);
        expect(said(ticket)).to.not.include('The seat next to mine is free.');
        expect(label(ticket)).to.contain('seat 4');
      }
    });

    it('is off where the campaign is one of people at risk, wherever the ticket stands', async () => {
      const { ticket, campaign } = await signed(3);
      expect(find(ticket, '#name')).to.not.equal(null);
      campaign.atRisk = true;
      ticket.requestUpdate();
      await drawn(ticket);
      expect(find(ticket, '[part~="invitation"]')).to.equal(null);
      expect(find(ticket, '#name')).to.equal(null);
    });
  });

  describe('the button that shares', () => {
    const withShare = html`<div><petition-ticket></petition-ticket><petition-share></petition-share></div>`;
    const shareButton = (root: Element): HTMLElement | null =>
      find(root.querySelector<PetitionTicket>('petition-ticket')!, '[part~="share"]');

    it('is there where nobody can be invited, and leads to the share row', async () => {
      const { ticket: page } = await signed(null, { markup: withShare });
      await drawn(page.querySelector<PetitionTicket>('petition-ticket')!);
      shareButton(page)!.click();
      expect(document.activeElement).to.equal(page.querySelector('petition-share'));
    });

    it('is not there beside an invitation, and at risk', async () => {
      const { ticket: page } = await signed(3, { markup: withShare });
      const own = page.querySelector<PetitionTicket>('petition-ticket')!;
      await drawn(own);
      expect(find(own, '[part~="invite"]')).to.not.equal(null);
      expect(shareButton(page)).to.equal(null);
      own.atRisk = true;
      await drawn(own);
      expect(shareButton(page)).to.equal(null);
    });

    it('is not there without a share row', async () => {
      const { ticket } = await signed(null);
      expect(find(ticket, '[part~="share"]')).to.equal(null);
    });

    it('is there in place of a ticket for whoever has signed before', async () => {
      const state: CampaignState = {
        ...initialState,
        phase: 'ready',
        document: sampleDocument({ share: SHARE }),
        signing: { outcome: 'duplicate' },
      };
      const nothing = (): void => undefined;
      const campaign = { state, petition: 'sample', connect: () => nothing, subscribe: () => nothing };
      const parentNode = document.createElement('div');
      new ContextProvider(parentNode, {
        context: campaignContext,
        initialValue: campaign as unknown as Campaign,
      });
      const page = fixtureSync<HTMLElement>(withShare, { parentNode });
      const own = page.querySelector<PetitionTicket>('petition-ticket')!;
      await drawn(own);
      expect(find(own, '[part~="picture"]')).to.equal(null);
      expect(shareButton(page)!.innerText).to.equal('Share the petition');
    });

    it('is the only warm one, and the first under the picture', async () => {
      for (const [seat, part] of [
        [3, 'invite'],
        [null, 'share'],
      ] as const) {
        const { ticket: page } = await signed(seat, { markup: withShare });
        const own = page.querySelector<PetitionTicket>('petition-ticket')!;
        await drawn(own);
        const acts = [...own.shadowRoot!.querySelectorAll('.act')];
        expect(acts.map((one) => one.part.value)).to.deep.equal([part]);
        const controls = [...own.shadowRoot!.querySelectorAll('button, input')];
        expect(controls[0]).to.equal(acts[0]);
      }
    });
  });

  it('stands where it is narrow, and lies where it is wide', async () => {
    const { ticket } = await signed();
    for (const [width, format] of [
      [320, 'upright'],
      [700, 'wide'],
      [320, 'upright'],
    ] as const) {
      ticket.style.inlineSize = `${width}px`;
      await frameUntil(() => find(ticket, `.picture.${format}`));
      expect(find(ticket, '.picture')!.getBoundingClientRect().width).to.be.at.most(width);
    }
  });

  it('is mirrored in a language from right to left', async () => {
    const { ticket } = await signed(3, { markup: html`<petition-ticket lang="ar"></petition-ticket>` });
    const figure = [...ticket.shadowRoot!.querySelectorAll<SVGTextElement>('text.figure')].at(0)!;
    const middle = ticket.getBoundingClientRect().left + ticket.offsetWidth / 2;
    const { left } = figure.getBoundingClientRect();
    expect(find(ticket, '.picture')!.classList.contains('wide') ? left < middle : left > middle).to.equal(
      true,
    );
  });

  describe('screen reader', () => {
    for (const [name, make] of Object.entries({
      seat: () => signed(),
      standing: () => signed(null),
      'at risk': () => signed(3, { markup: html`<petition-ticket at-risk></petition-ticket>` }),
    }))
      it(`${name}: no violation`, async () => {
        const { ticket } = await make();
        find(ticket, '[part~="invite"]')?.click();
        await drawn(ticket);
        await expect(ticket).to.be.accessible();
      });
  });

  it('hears of a name that changes the picture without a word to the page', async () => {
    const { ticket } = await signed();
    const events: string[] = [];
    for (const type of ['petition-update', 'petition-shared', 'petition-signed'])
      ticket.addEventListener(type, () => events.push(type));
    const input = find<HTMLInputElement>(ticket, '#name')!;
    const heard = oneEvent(input, 'input');
    input.value = 'Ada';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await heard;
    expect(events).to.deep.equal([]);
  });
});
