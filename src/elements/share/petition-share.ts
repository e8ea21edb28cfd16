import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../campaign/campaign.js';
import type { CampaignState } from '../../campaign/state.js';
import { PetitionSharedEvent } from '../../events.js';
import { after } from '../../i18n/locales/en/after.js';
import { SHARE_CHANNELS, type ShareChannel, type Story } from '../../model/campaign.js';
import { controls } from '../../styles/controls.js';
import { field } from '../actions/field.styles.js';
import { copyText } from '../actions/copy.js';
import { headingView } from '../actions/heading-view.js';
import { pageAddress, takesFragment } from '../actions/page-address.js';
import { PetitionElement } from '../base/petition-element.js';
import { storyLink } from '../base/story-link.js';
import {
  BRANDS,
  channelLink,
  mastodonLink,
  mastodonServer,
  ownLink,
  readChannels,
  textToPaste,
  type OwnChannel,
  type Shared,
} from './channels.js';
import { styles } from './petition-share.styles.js';
import type { QrCode } from './qr.js';

const selectShareSlice = ({
  document,
  locale,
}: CampaignState): Pick<CampaignState, 'document' | 'locale'> => ({
  document,
  locale,
});

/** The panel below the channels. */
type Panel =
  | { readonly type: 'none' }
  /** A text to copy by hand. */
  | { readonly type: 'link'; readonly text: string }
  /** The question for a Mastodon server; `isWrong`: the answer is not one. */
  | { readonly type: 'mastodon'; readonly isWrong: boolean }
  /** The QR code of a URL. */
  | { readonly type: 'qr'; readonly code: QrCode; readonly url: string };

const NO_PANEL: Panel = { type: 'none' };

const moreAttribute = {
  fromAttribute(text: string | null): unknown {
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      return text;
    }
  },
};

/**
 * Ways to share the petition: the device's share sheet, copying, messengers, email, a QR code. Plain links that
 * identify the petition and nobody who shares it; nothing is requested before a press on one of them. Channels that
 * this browser does not support are hidden. Without a clipboard, the link is selected in a field instead.
 *
 * @element petition-share
 * @summary The share sheet, copying, messengers, email and a QR code: plain links.
 * @fires petition-shared - In a campaign without `petition-campaign`, or without a campaign: after a link was followed, copied or shared, or the QR code opened.
 * @slot - Below the heading, in place of the campaign's sentence.
 * @csspart base - The wrapper that carries theme and tokens.
 * @csspart share - The whole content.
 * @csspart heading - The heading.
 * @csspart text - The sentence that is shared.
 * @csspart channels - The list of channels.
 * @csspart channel - One channel; with its name as a second word, like `whatsapp` or `own`.
 * @csspart link - The field with the link, where it has to be copied by hand.
 * @csspart server - The question for a Mastodon server.
 * @csspart go - The button that opens the server.
 * @csspart qr - The QR code.
 */
export class PetitionShare extends PetitionElement<ReturnType<typeof selectShareSlice>> {
  static override styles = [...PetitionElement.styles, controls, field, styles];
  static override sections = { ...PetitionElement.sections, after };

  /** Channels in their order, separated by spaces: `native copy whatsapp telegram signal bluesky mastodon email qr`; without it, the campaign's, else all. */
  @property() channels: string | null = null;
  /** The author's own channels, as JSON: `[{"label": "Viber", "href": "viber://forward?text={text}%20{url}"}]`. */
  @property({ converter: moreAttribute }) more: readonly OwnChannel[] | null = null;
  /** The shared URL, instead of the campaign's `share.url`; without either, the page's canonical URL. */
  @property() url: string | null = null;
  /** The sentence before the URL, instead of the campaign's `share.text`. */
  @property({ attribute: 'text' }) sentence: string | null = null;
  /** Id of a story: the link opens it, and the sentence names the person. */
  @property() story: string | null = null;
  /** The heading, instead of "Share the petition". */
  @property() heading: string | null = null;
  /** Level of the heading in the page, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  #panel: Panel = NO_PANEL;
  /** The last announcement, shown as well. */
  #status = '';

  constructor() {
    super(selectShareSlice);
  }

  protected override campaignChanged(_campaign: Campaign | null): void {
    this.#panel = NO_PANEL;
    this.#status = '';
  }

  /** Focuses the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#panel.type === 'qr' && this.#panel.url !== this.#shared.url) this.#panel = NO_PANEL;
  }

  get #channels(): readonly ShareChannel[] {
    const { document } = this.store.value;
    let wanted: readonly ShareChannel[] = document?.share?.channels ?? SHARE_CHANNELS;
    if (this.channels !== null) {
      const { channels, unknown } = readChannels(this.channels);
      if (unknown.length > 0)
        this.warnAuthor(
          `${this.localName}: unknown channels="${unknown.join(' ')}"; known channels are ${SHARE_CHANNELS.join(', ')}; add others with more`,
        );
      wanted = channels;
    }
    return wanted.filter((channel) => channel !== 'native' || 'share' in navigator);
  }

  /** Returns the author's own channels; warns about invalid ones and leaves them out. */
  #ownChannels(shared: Shared): [label: string, href: string][] {
    const { more } = this;
    if (more === null || more === undefined) return [];
    const list: unknown[] = Array.isArray(more) ? more : [more];
    return list.flatMap((one): [string, string][] => {
      const { label, href } = (one ?? {}) as Partial<OwnChannel>;
      if (typeof label === 'string' && typeof href === 'string') {
        const link = ownLink({ label, href }, shared);
        if (link !== null) return [[label, link]];
      }
      this.warnAuthor(
        `${this.localName}: ${JSON.stringify(one)} in more is not a channel; write [{"label": "Name", "href": "https://service.example/?text={text}%20{url}"}]`,
      );
      return [];
    });
  }

  get #story(): Story | null {
    const { document } = this.store.value;
    const story = this.story && document ? document.stories.find(({ id }) => id === this.story) : null;
    if (this.story && document && !story)
      this.warnAuthor(
        `story="${this.story}" is not a story of this campaign; its stories are ${document.stories.map(({ id }) => id).join(', ') || 'none'}`,
      );
    return story ?? null;
  }

  get #shared(): Shared {
    const { document } = this.store.value;
    const story = this.#story;
    const text = this.sentence ?? this.text(document?.share?.text);
    const url = pageAddress(this.url ?? document?.share?.url);
    const title = this.text(document?.title) || globalThis.document.title;
    if (!story) return { url, text: text || title, title };
    return {
      url: takesFragment(url) ? storyLink(url, story.id) : url,
      text: this.t('share.story', { name: this.text(story.name), text: text || title }),
      title,
    };
  }

  // Actions

  #notifyShared(): void {
    const { campaign } = this.store;
    if (campaign) void campaign.request({ type: 'share' }, undefined, this);
    else
      this.dispatchEvent(
        new PetitionSharedEvent({ petition: this.petition ?? '', outcome: 'shared', signatures: null }),
      );
  }

  #announce(text: string): void {
    this.#status = text;
    this.announce(text);
    this.requestUpdate();
  }

  #showPanel(panel: Panel): void {
    this.#panel = panel;
    this.#status = '';
    this.requestUpdate();
  }

  readonly #shareNatively = async (): Promise<void> => {
    const { url, text, title } = this.#shared;
    try {
      await navigator.share({ url, text, title });
      this.#notifyShared();
    } catch (error) {
      // Closed without sharing: nothing has happened. If the page forbids sharing, copying is left.
      if ((error as Error).name !== 'AbortError') await this.#copy(url, 'share.copied');
    }
  };

  /** Copies a text; if that is not possible, selects it in a field. */
  async #copy(text: string, key: 'share.copied' | 'share.copied-for', channel = ''): Promise<void> {
    if (await copyText(text)) {
      this.#panel = NO_PANEL;
      this.#announce(this.t(key, { channel }));
    } else {
      this.#panel = { type: 'link', text };
      this.#announce(this.t('share.copy-by-hand'));
      await this.updateComplete;
      const input = this.renderRoot.querySelector<HTMLInputElement>('#by-hand');
      input?.focus();
      input?.select();
    }
    this.#notifyShared();
  }

  readonly #toggleQrCode = async (): Promise<void> => {
    if (this.#panel.type === 'qr') return this.#showPanel(NO_PANEL);
    const { url } = this.#shared;
    try {
      const { qrCode } = await import('./qr.js');
      this.#showPanel({ type: 'qr', code: qrCode(url), url });
      this.#notifyShared();
    } catch {
      this.#panel = NO_PANEL;
      this.#announce(this.t('share.qr-failed'));
    }
  };

  readonly #toggleServerQuestion = async (): Promise<void> => {
    if (this.#panel.type === 'mastodon') return this.#showPanel(NO_PANEL);
    this.#showPanel({ type: 'mastodon', isWrong: false });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#server')?.focus();
  };

  readonly #openServer = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('#server');
    const server = input && mastodonServer(input.value);
    if (!server) {
      this.#panel = { type: 'mastodon', isWrong: true };
      this.requestUpdate();
      return input?.focus();
    }
    window.open(mastodonLink(server, this.#shared), '_blank', 'noopener,noreferrer');
    // The server's name is not kept.
    input.value = '';
    this.#notifyShared();
    this.#showPanel(NO_PANEL);
    this.renderRoot.querySelector<HTMLElement>('[part~="mastodon"]')?.focus();
  };

  // Templates

  protected view(): TemplateResult {
    const shared = this.#shared;
    return html`<section class="share" part="share" aria-labelledby="heading">
      ${headingView(this.heading ?? this.t('share.title'), this.headingLevel)}
      <slot><p class="text" part="text" dir="auto">${shared.text}</p></slot>
      <ul part="channels">
        ${this.#channels.map((channel) => html`<li>${this.#channelView(channel, shared)}</li>`)}
        ${this.#ownChannels(shared).map(([label, href]) => html`<li>${this.#linkView('own', label, href)}</li>`)}
      </ul>
      ${this.#panelView()} ${this.#status ? html`<p class="status">${this.#status}</p>` : nothing}
    </section>`;
  }

  #channelView(channel: ShareChannel, shared: Shared): unknown {
    const label = BRANDS[channel] ?? '';
    const link = channelLink(channel, shared);
    if (link !== null)
      return this.#linkView(channel, channel === 'email' ? this.t('share.email') : label, link);
    const { type } = this.#panel;
    switch (channel) {
      case 'native':
        return this.#buttonView(channel, this.t('share.native'), this.#shareNatively);
      case 'copy':
        return this.#buttonView(channel, this.t('share.copy'), () => this.#copy(shared.url, 'share.copied'));
      case 'signal':
        return this.#buttonView(channel, label, () =>
          this.#copy(textToPaste(shared), 'share.copied-for', label),
        );
      case 'mastodon':
        return this.#buttonView(channel, label, this.#toggleServerQuestion, type === 'mastodon');
      case 'qr':
        return this.#buttonView(channel, this.t('share.qr'), this.#toggleQrCode, type === 'qr');
      default:
        return nothing;
    }
  }

  #buttonView(name: string, label: string, act: () => unknown, isOpen?: boolean): TemplateResult {
    return html`<button
      type="button"
      part="channel ${name}"
      aria-expanded=${isOpen === undefined ? nothing : isOpen ? 'true' : 'false'}
      @click=${act}
    >
      ${label}
    </button>`;
  }

  #linkView(name: string, label: string, href: string): TemplateResult {
    // A link that is not a page opens an app, not a tab.
    const isPage = /^https?:/i.test(href);
    return html`<a
      class="button"
      part="channel ${name}"
      href=${href}
      rel="noopener noreferrer"
      target=${isPage ? '_blank' : nothing}
      @click=${() => this.#notifyShared()}
      >${label}${isPage ? html` <span class="visually-hidden">${this.t('share.new-tab')}</span>` : nothing}</a
    >`;
  }

  #panelView(): unknown {
    const panel = this.#panel;
    switch (panel.type) {
      case 'none':
        return nothing;
      case 'link':
        return html`<div class="below">
          <label for="by-hand">${this.t('share.link')}</label>
          <input
            id="by-hand"
            part="link"
            type="text"
            readonly
            dir="ltr"
            translate="no"
            .value=${panel.text}
          />
        </div>`;
      case 'mastodon':
        return html`<form class="below" part="server" method="dialog" novalidate @submit=${this.#openServer}>
          <label for="server">${this.t('share.server')}</label>
          <input
            id="server"
            type="text"
            inputmode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            dir="ltr"
            maxlength="200"
            aria-invalid=${panel.isWrong ? 'true' : nothing}
            aria-describedby=${panel.isWrong ? 'server-wrong server-hint' : 'server-hint'}
          />
          ${panel.isWrong ? html`<p class="wrong" id="server-wrong">${this.t('share.server-wrong')}</p>` : nothing}
          <p class="hint" id="server-hint">${this.t('share.server-hint')}</p>
          <button part="go">${this.t('share.server-go')}</button>
        </form>`;
      case 'qr':
        return html`<div class="below">
          <svg
            class="code"
            part="qr"
            role="img"
            aria-label=${this.t('share.qr-label', { address: panel.url })}
            viewBox="0 0 ${panel.code.size} ${panel.code.size}"
            shape-rendering="crispEdges"
          >
            <path d=${panel.code.d}></path>
          </svg>
          <p class="address" dir="ltr" translate="no">${panel.url}</p>
        </div>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-share': PetitionShare;
  }
}
