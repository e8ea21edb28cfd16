import { expect } from '@open-wc/testing';
import {
  channelLink,
  mastodonLink,
  mastodonServer,
  ownLink,
  readChannels,
  textToPaste,
  type Shared,
} from '../../../src/elements/share/channels.js';
import { SHARE_CHANNELS } from '../../../src/model/campaign.js';

const shared: Shared = {
  url: 'https://ngo.example/sign?a=1&b=2',
  text: 'Sit & sign: 50 %',
  title: 'The Match?',
};

describe('channelLink', () => {
  const rows: [channel: (typeof SHARE_CHANNELS)[number], link: string | null][] = [
    [
      'whatsapp',
      'https://wa.me/?text=Sit%20%26%20sign%3A%2050%20%25%20https%3A%2F%2Fngo.example%2Fsign%3Fa%3D1%26b%3D2',
    ],
    [
      'telegram',
      'https://t.me/share/url?url=https%3A%2F%2Fngo.example%2Fsign%3Fa%3D1%26b%3D2&text=Sit%20%26%20sign%3A%2050%20%25',
    ],
    [
      'bluesky',
      'https://bsky.app/intent/compose?text=Sit%20%26%20sign%3A%2050%20%25%20https%3A%2F%2Fngo.example%2Fsign%3Fa%3D1%26b%3D2',
    ],
    [
      'email',
      'mailto:?subject=The%20Match%3F&body=Sit%20%26%20sign%3A%2050%20%25%0D%0A%0D%0Ahttps%3A%2F%2Fngo.example%2Fsign%3Fa%3D1%26b%3D2',
    ],
    ['native', null],
    ['copy', null],
    ['signal', null],
    ['mastodon', null],
    ['qr', null],
  ];
  it('knows every channel of the document', () =>
    expect(rows.map(([channel]) => channel)).to.have.members([...SHARE_CHANNELS]));
  for (const [channel, link] of rows) it(channel, () => expect(channelLink(channel, shared)).to.equal(link));

  it('takes a text with half a letter', () => {
    expect(channelLink('whatsapp', { ...shared, text: 'a\ud800' })).to.contain('a%EF%BF%BD');
  });

  it('pastes the address alone where there is no text', () => {
    expect(textToPaste({ ...shared, text: '' })).to.equal(shared.url);
    expect(channelLink('email', { ...shared, text: '' })).to.contain('&body=https');
  });
});

describe('mastodonServer', () => {
  const rows: [written: string, server: string | null][] = [
    ['mastodon.social', 'mastodon.social'],
    [' Mastodon.Social ', 'mastodon.social'],
    ['https://mastodon.social/@ada', 'mastodon.social'],
    ['@ada@chaos.social', 'chaos.social'],
    ['münchen.social', 'xn--mnchen-3ya.social'],
    ['mastodon', null],
    ['', null],
    ['192.168.1.1', null],
    ['a b.example', null],
    ['javascript:alert(1)', null],
    ['mastodon.social:8080', null],
  ];
  for (const [written, server] of rows)
    it(`${JSON.stringify(written)} -> ${server}`, () => expect(mastodonServer(written)).to.equal(server));

  it('takes the text to that server', () => {
    expect(mastodonLink('chaos.social', { ...shared, text: 'Hi' })).to.equal(
      'https://chaos.social/share?text=Hi%20https%3A%2F%2Fngo.example%2Fsign%3Fa%3D1%26b%3D2',
    );
  });
});

describe('ownLink', () => {
  const rows: [href: string, link: string | null][] = [
    [
      'https://x.example/?u={url}&t={text}',
      'https://x.example/?u=https%3A%2F%2Fngo.example%2Fsign%3Fa%3D1%26b%3D2&t=Sit%20%26%20sign%3A%2050%20%25',
    ],
    ['viber://forward?text={title}', 'viber://forward?text=The%20Match%3F'],
    ['sms:?body={text}', 'sms:?body=Sit%20%26%20sign%3A%2050%20%25'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['/share', null],
  ];
  for (const [href, link] of rows)
    it(href, () => expect(ownLink({ label: 'X', href }, shared)).to.equal(link));
});

describe('readChannels', () => {
  it('keeps the order, drops what stands twice, and names what is none', () => {
    expect(readChannels(' qr, copy whatsapp copy facebook ')).to.deep.equal({
      channels: ['qr', 'copy', 'whatsapp'],
      unknown: ['facebook'],
    });
    expect(readChannels('')).to.deep.equal({ channels: [], unknown: [] });
  });
});
