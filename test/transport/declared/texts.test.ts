import { expect } from '@open-wc/testing';
import { plainText } from '../../../src/transport/declared/decode.js';
import { decodeEntities } from '../../../src/transport/entities/entities.js';
import { readAll, readAnswer } from '../../../src/transport/declared/path.js';
import { holds, MAX_PATTERN_TEXT } from '../../../src/transport/declared/rule.js';
import { chance } from '../../support/chance.js';
import { FACTS } from './facts.js';

/** Parses HTML text as a browser does. */
const asHtml = (text: string): string =>
  new DOMParser().parseFromString(`<!doctype html><body>${text}`, 'text/html').body.textContent;

describe('a text of a service, as it is shown', () => {
  const rows: [text: string, shown: string][] = [
    ['Ada &amp; Ben', 'Ada & Ben'],
    ['it&#39;s &#x27;you&#X27;', "it's 'you'"],
    ['D&eacute;j&agrave; sign&eacute;&nbsp;!', 'Déjà signé !'],
    ['&Zcaron;&aacute;dn&yacute; &lstrok;&oogon;', 'Žádný łǫ'],
    ['&Alpha;&upsilon;&tau;&omicron;&sigmaf;', 'Αυτος'],
    ['&laquo;&hellip;&raquo; &euro; &szlig;', '«…» € ß'],
    ['&lt;b&gt;no&lt;/b&gt;', '<b>no</b>'],
    ['<b>Sorry</b>, &quot;no&quot;', 'Sorry , "no"'],
    // Decoded only once.
    ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
    ['&amp;#39;', '&#39;'],
    // Anything that is not an entity stays.
    ['AT&T & co; &nonsense; &#; &#x; &qacute;', 'AT&T & co; &nonsense; &#; &#x; &qacute;'],
    ['&constructor; &toString; &__proto__;', '&constructor; &toString; &__proto__;'],
    // As in HTML: Windows-1252 for C1, and no half characters.
    ['&#128; &#146;', '€ ’'],
    ['&#xD800; &#x110000; &#0; &#999999999999;', '\uFFFD \uFFFD \uFFFD \uFFFD'],
    // Direction marks and control characters are removed even when they are written as entities.
    ['a&#x202E;b&#8;c&#10;d&rlm;e', 'a b c d e'],
  ];
  for (const [text, shown] of rows) it(text, () => expect(plainText(text, decodeEntities)).to.equal(shown));

  it('is what a browser makes of it, for every letter with an accent', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const accents = 'grave acute circ tilde uml ring cedil caron ogon breve dot macr dblac strok'.split(' ');
    const names = [...letters].flatMap((letter) => accents.map((accent) => letter + accent));
    let known = 0;
    for (const name of names) {
      const text = asHtml(`&${name};`);
      // `&sdot;` and the like are mathematical signs.
      if (text.length > 1 || !/\p{L}/u.test(text)) continue;
      known++;
      expect(decodeEntities(`&${name};`), name).to.equal(text);
    }
    expect(known).to.be.greaterThan(150);
  });
  it('every entity of Latin-1, Greek and punctuation that HTML 4 names is known', () => {
    const others =
      'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest AElig ETH times Oslash THORN szlig aelig eth divide oslash thorn OElig oelig Scaron scaron Yuml ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo bull hellip lsaquo rsaquo euro trade amp lt gt quot apos Alpha Omega alpha omega Sigma sigma sigmaf';
    for (const name of others.split(' '))
      expect(decodeEntities(`&${name};`), name).to.equal(asHtml(`&${name};`));
  });
  it('is what a browser makes of it, for any number', () => {
    const random = chance(3);
    for (let run = 0; run < 500; run++) {
      const code = Math.floor(random() * (run % 2 ? 0x120000 : 0x300));
      // A page drops these when it is parsed, or converts them to line ends.
      if (code === 0 || code === 13 || code === 12) continue;
      for (const text of [`&#${code};`, `&#x${code.toString(16)};`])
        expect(decodeEntities(`a${text}z`), text).to.equal(asHtml(`a${text}z`));
    }
  });
});

describe('a path into JSON inside a text', () => {
  const inner = JSON.stringify({ email: 'is taken', list: [{ code: 7 }] });
  const rows: [path: string, body: unknown, values: unknown[]][] = [
    ['message.$json.email', { message: inner }, ['is taken']],
    ['message.$json.list.0.code', { message: inner }, [7]],
    ['errors.*.$json.email', { errors: [inner, 'no JSON', inner] }, ['is taken', 'is taken']],
    ['$json.email', inner, ['is taken']],
    ['message.$json.$json', { message: JSON.stringify('"twice"') }, ['twice']],
    ['message.$json.email', { message: '{"email":' }, []],
    ['message.$json.email', { message: { $json: { email: 'a key of that name' } } }, ['a key of that name']],
    ['message.$json.__proto__.x', { message: '{"__proto__":{"x":1}}' }, []],
    ['message.email', { message: inner }, []],
    ['count.$json', { count: 5 }, []],
  ];
  for (const [path, body, values] of rows)
    it(`${path} of ${JSON.stringify(body).slice(0, 60)}`, () =>
      expect(readAll(body, path)).to.deep.equal(values));

  it('leads to the errors of fields in an answer', () =>
    expect(
      readAnswer({ status: 400, headers: {}, text: '', json: { message: inner } }, 'message.$json.email'),
    ).to.deep.equal(['is taken']));
});

describe('a pattern', () => {
  const answer = (text: string) => ({ status: 200, headers: {}, text, json: undefined });
  it('reads 100,000 characters of a text', () => {
    expect(MAX_PATTERN_TEXT).to.equal(100_000);
    const rule = { path: 'text', matches: 'thanks' };
    expect(holds(rule, answer(`${' '.repeat(99_994)}thanks`), FACTS)).to.equal(true);
  });
  it('reads no further', () =>
    expect(holds({ path: 'text', matches: 'thanks' }, answer(`${' '.repeat(99_995)}thanks`), FACTS)).to.equal(
      false,
    ));
});
