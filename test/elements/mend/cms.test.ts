import { expect } from '@open-wc/testing';
import { sampleDocument } from '../../support/campaign.js';
import { isDrawn, openPage, type OwnPage } from '../../support/own-page.js';

let world = 0;
const makeEndpoint = (): string => `${location.origin}/faults/cms-${Date.now()}-${world++}/good`;
const json = (endpoint: string): string =>
  JSON.stringify({ ...sampleDocument(), id: 'human-rights-match', endpoint });

/** Reads the snippets of test/cases/cms.html by their description, each with the URLs of a box office that answers. */
async function readCases(): Promise<Map<string, string>> {
  const text = await (await fetch('/test/cases/cms.html')).text();
  const [, , ...parts] = text.split(/<!--([^]*?)-->/);
  const cases = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) cases.set(parts[at]!.trim(), parts[at + 1]!.trim());
  return cases;
}

/** Replaces the URLs of the example with a document and URLs that exist. */
function real(markup: string): string {
  const endpoint = makeEndpoint();
  return markup
    .replace(/\{ ?"grandstand"[^}]*\}/g, () => json(endpoint))
    .replace(/https:\/\/box-\n?office\.example/g, (address) =>
      address.includes('\n') ? endpoint.replace('faults', 'fau\nlts') : endpoint,
    )
    .replaceAll('/human-rights-match.json', `${endpoint}/petitions/human-rights-match/campaign`);
}

const pages: OwnPage[] = [];
function open(markup: string, options?: Parameters<typeof openPage>[1]): OwnPage {
  const page = openPage(real(markup), options);
  pages.push(page);
  return page;
}

const isSeen = (element: Element | null): boolean => !!element && element.getBoundingClientRect().height > 0;

/** Waits until every petition element of the page has rendered, and the author got the expected number of warnings. */
async function settled(page: OwnPage, warnings: readonly RegExp[]): Promise<void> {
  const all = (): Element[] =>
    [...page.document.querySelectorAll('*')].filter(({ localName }) => /^petition-/.test(localName));
  await page.until(() => all().every(isDrawn) && page.warnings.length >= warnings.length);
  expect(all()).to.not.be.empty;
  expect(page.warnings).to.have.length(warnings.length);
  warnings.forEach((warning, at) => expect(page.warnings[at]).to.match(warning));
}

const QUOTES = /quotation marks .* were removed\. Write straight ones: [\w-]+="[^"”]+"$/;
const SELF_CLOSED = /^grandstand: <petition-[\w-]+ …> has no end tag/;

describe('what editors make of the snippet', () => {
  let cases: Map<string, string>;
  before(async () => {
    cases = await readCases();
  });
  afterEach(() => pages.splice(0).forEach((page) => page.close()));

  const caseOf = (beginning: RegExp): string => {
    const [name] = [...cases.keys()].filter((key) => beginning.test(key));
    return cases.get(name!)!;
  };

  it('has a test for every page of the collection', () => expect(cases.size).to.equal(6));

  it('paragraphs around the JSON child', async () => {
    await settled(open(caseOf(/^paragraphs/)), []);
  });
  it('a section around it, an upper-case type, a byte order mark', async () => {
    await settled(open(caseOf(/^a section/)), []);
  });
  it('attributes pasted from a mail: space that nobody sees', async () => {
    const [pasted] = caseOf(/^attributes pasted/).split('\n');
    await settled(open(pasted!), []);
  });
  it('attributes pasted from a mail: typographic quotation marks', async () => {
    const [, pasted] = caseOf(/^attributes pasted/).split('\n');
    await settled(open(pasted!), [QUOTES]);
  });
  it('a self-closed campaign leaves the rest of the page in view', async () => {
    const page = open(caseOf(/^self-closed:/));
    await settled(page, [SELF_CLOSED]);
    const [heading, foot] = [page.document.querySelector('h1'), page.document.querySelector('footer')];
    expect(isSeen(heading) && isSeen(foot)).to.equal(true);
    expect(heading!.closest('petition-campaign')).to.equal(null);
  });
  it('self-closed elements do not hide one another', async () => {
    await settled(open(caseOf(/^self-closed single/)), [SELF_CLOSED]);
  });
  it('a misspelt tag is named with the nearest one, and its content stays', async () => {
    const page = open(caseOf(/^a typo/));
    await page.until(() => page.warnings.length > 0);
    expect(page.warnings).to.deep.equal([
      'grandstand: <petition-campain> is not an element of Grandstand; write <petition-campaign>',
    ]);
    expect(isSeen(page.document.querySelector('a'))).to.equal(true);
  });
});

describe('more of what editors make of it', () => {
  afterEach(() => pages.splice(0).forEach((page) => page.close()));

  const AT = 'endpoint="https://box-office.example" petition="human-rights-match"';
  const SRC = 'src="/human-rights-match.json"';
  const JSON_SCRIPT = '<script type="application/json">{ "grandstand": 1 }</script>';

  const WHOLE: readonly (readonly [name: string, markup: string, ...warnings: RegExp[]])[] = [
    [
      'a figure in a center in a font',
      `<petition-campaign><center><figure><font color="red">${JSON_SCRIPT}</font></figure></center></petition-campaign>`,
    ],
    [
      'CDATA around the JSON',
      `<petition-campaign><script type="application/json">//<![CDATA[\n{ "grandstand": 1 }\n//]]></script></petition-campaign>`,
    ],
    [
      'a comment around the JSON',
      `<petition-campaign><p><script type="text/plain"></script><script type='application/json;charset="utf-8"'><!--\n{ "grandstand": 1 }\n--></script></p></petition-campaign>`,
    ],
    [
      'typographic marks around the type',
      `<petition-campaign><script type=”application/json”>{ "grandstand": 1 }</script></petition-campaign>`,
    ],
    [
      'marks that an editor escaped twice',
      `<petition-campaign endpoint="&amp;quot;https://box-office.example&amp;quot;" petition="&amp;ldquo;human-rights-match&amp;rdquo;"></petition-campaign>`,
      QUOTES,
    ],
    [
      'values that the parser tears apart',
      `<petition-campaign endpoint=„https://box-office.example “ petition=« human-rights-match » lang=‘en’></petition-campaign>`,
      QUOTES,
    ],
    [
      'a straight mark that a typographic one ends',
      `<petition-campaign endpoint="https://box-office.example” petition=”human-rights-match"></petition-campaign>`,
      QUOTES,
    ],
    [
      'zero-width space, and an address broken over lines',
      `<petition-campaign src="&#8203;/human-rights-match.json&#xFEFF;"\n lang="&#160;en"></petition-campaign>\n<petition-signature-counter endpoint="https://box-\noffice.example" petition="human-&#173;rights-match"></petition-signature-counter>`,
    ],
    [
      'typographic marks and a self-closed tag',
      `<petition-campaign endpoint=”https://box-office.example” petition=”human-rights-match”/>\n<main>Rest</main>`,
      QUOTES,
      SELF_CLOSED,
    ],
    [
      'a self-closed tag in a column of its own',
      `<div>\n  <petition-campaign ${SRC} />\n  <p>Rest</p>\n</div>`,
      SELF_CLOSED,
    ],
    [
      'a self-closed tag, and elements of another endpoint',
      `<petition-campaign ${SRC} />\n<div><petition-signature-counter ${AT} /></div><p>Rest</p>`,
      SELF_CLOSED,
    ],
    [
      'elements inside a campaign',
      `<petition-campaign ${SRC}><petition-signature-counter /><div><petition-sign-form /></div></petition-campaign><p>Rest</p>`,
      SELF_CLOSED,
    ],
    ['upper case', `<PETITION-CAMPAIGN ${SRC}></PETITION-CAMPAIGN>`],
    [
      'the div door, in typographic marks',
      `<div data-lang=”en ” data-petition=”/human-rights-match.json ”></div>`,
      QUOTES,
    ],
    [
      'an address behind a mark and a space',
      `<petition-campaign endpoint=” https://box-office.example ” petition=”human-rights-match”></petition-campaign>`,
      QUOTES,
    ],
    [
      'references that stay as they are in a script, and breaks of a line',
      `<petition-campaign><script type="application/json">&#xFEFF;<p>{ "grandstand": 1 }&nbsp;<br /></p></script></petition-campaign>`,
    ],
  ];
  for (const [name, markup, ...warnings] of WHOLE)
    it(name, async () => {
      const page = open(markup);
      await page.until(() => !!page.document.querySelector('petition-campaign'));
      await settled(page, warnings);
      for (const rest of page.document.querySelectorAll('main, p:not(:empty)'))
        if (rest.textContent === 'Rest') expect(isSeen(rest)).to.equal(true);
    });

  it('leaves a fallback that is the last thing of its parent where it is, and says nothing', async () => {
    const page = open(
      `<div><petition-campaign ${SRC}>\n  <h1>Sign</h1><p>Fallback</p></petition-campaign></div>`,
    );
    await settled(page, []);
    expect(page.document.querySelector('petition-campaign > p')).to.not.equal(null);
  });
  it('leaves a composition that is closed where it is', async () => {
    const page = open(
      `<petition-campaign ${SRC}><main><petition-sign-form></petition-sign-form></main></petition-campaign>`,
      { script: '', head: '<script type="module" src="/src/grandstand.ts"></script>' },
    );
    await page.until(() => isDrawn(page.document.querySelector('petition-sign-form')));
    expect(page.document.querySelector('petition-campaign main')).to.not.equal(null);
    expect(page.warnings).to.deep.equal([]);
  });
  it('does not take the JSON of another element inside', async () => {
    const page = open(
      `<petition-campaign ${SRC}><div><x-map><script type="application/json">{"places": []}</script></x-map>
      <petition-campaign>${JSON_SCRIPT}</petition-campaign><template>${JSON_SCRIPT}</template></div></petition-campaign>\n<p>Rest</p>`,
    );
    const [outer] = page.document.querySelectorAll('petition-campaign');
    await page.until(() => outer!.campaign?.state.phase === 'ready');
    expect(outer!.campaign!.state.document!.title).to.not.equal('Sit with them');
    expect(page.warnings).to.deep.equal([]);
  });
  it('leaves marks that the author meant, and everything else that is not wrong', async () => {
    const page = open(`<petition-sign-form ${AT} heading="“Free Ales”, it’s time"></petition-sign-form>\n`);
    await settled(page, []);
    expect(page.document.querySelector('petition-sign-form')!.heading).to.equal('“Free Ales”, it’s time');
  });
  it('keeps the words of a sentence that the parser tears apart', async () => {
    const page = open(`<petition-sign-form ${AT} heading=“Sit with them”></petition-sign-form>\n`);
    await settled(page, [QUOTES]);
    expect(page.document.querySelector('petition-sign-form')!.heading).to.equal('Sit with them');
  });
  it('names the nearest tag of each misspelt one, once, and none of a page’s own elements', async () => {
    const page = open(
      '<petition-singature-counter>12</petition-singature-counter><petiton-campaign></petiton-campaign><petiton-campaign></petiton-campaign><paper-button></paper-button><petition-form></petition-form>\n',
    );
    await page.until(() => page.warnings.length >= 3);
    expect(page.warnings.map((line) => /<(\S+)>$/.exec(line)?.[1])).to.deep.equal([
      'petition-signature-counter',
      'petition-campaign',
      'petition-sign-form',
    ]);
  });
});
