import { expect } from '@open-wc/testing';
import { parseMarkdown, type BlockNode, type Inline } from '../../src/model/markdown.js';

/** Writes a tree in one line: <em>, <strong> and <a> as tags of this notation, text unchanged, `|` between siblings. */
function show(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'link') return `<a ${node.href}>${show(node.children)}</a>`;
      const tag = node.type === 'strong' ? 'strong' : 'em';
      return `<${tag}>${show(node.children)}</${tag}>`;
    })
    .join('|');
}

function showBlock(block: BlockNode): string {
  if (block.type === 'paragraph') return `P ${show(block.children)}`;
  return `${block.start === null ? 'UL' : `OL${block.start}`} ${block.items.map(show).join(' ; ')}`;
}

describe('parseMarkdown: within a paragraph', () => {
  const table: [text: string, expected: string][] = [
    ['plain words', 'plain words'],
    ['one\ntwo\r\nthree', 'one two three'],
    ['a **b** c', 'a |<strong>b</strong>| c'],
    ['*a* _b_', '<em>a</em>| |<em>b</em>'],
    ['***both***', '<strong><em>both</em></strong>'],
    ['**bold *both***', '<strong>bold |<em>both</em></strong>'],
    ['*em **both***', '<em>em |<strong>both</strong></em>'],
    ['**a *b** c*', '<strong>a *b</strong>| c*'],
    ['im*poss*ible', 'im|<em>poss</em>|ible'],
    ['**Сьвятло** й _цень_', '<strong>Сьвятло</strong>| й |<em>цень</em>'],
    ['«_so_»', '«|<em>so</em>|»'],
    ['*😀* **😀**', '<em>😀</em>| |<strong>😀</strong>'],

    ['snake_case_name', 'snake_case_name'],
    ['вялікае_слова_тут', 'вялікае_слова_тут'],
    ['_a_b_', '<em>a_b</em>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a*', 'a*'],
    ['*a', '*a'],
    ['**a', '**a'],
    ['* a *', '* a *'],
    ['** a **', '** a **'],
    ['*a**', '*a**'],
    ['__a__', '__a__'],
    ['****a****', '****a****'],
    ['****', '****'],
    ['_', '_'],

    ['[Viasna](https://spring96.org/)', '<a https://spring96.org/>Viasna</a>'],
    ['[a](http://b.example)', '<a http://b.example>a</a>'],
    ['[write](mailto:a@b.example)', '<a mailto:a@b.example>write</a>'],
    ['[A](HTTPS://B.EXAMPLE)', '<a HTTPS://B.EXAMPLE>A</a>'],
    ['[a](https://w.example/A_(b)_c)', '<a https://w.example/A_(b)_c>a</a>'],
    ['[*a* **b**](https://c.example)', '<a https://c.example><em>a</em>| |<strong>b</strong></a>'],
    ['**[a](https://b.example)**', '<strong><a https://b.example>a</a></strong>'],
    ['[1] and [2](https://b.example)', '[1] and |<a https://b.example>2</a>'],
    ['[Report [PDF]](https://b.example)', '<a https://b.example>Report [PDF]</a>'],
    ['[a](https://b.example)[c](https://d.example)', '<a https://b.example>a</a>|<a https://d.example>c</a>'],
    [
      '[a [b](https://c.example) d](https://e.example)',
      '[a |<a https://c.example>b</a>| d](https://e.example)',
    ],
    ['*a [b* c](https://d.example)', '<em>a [b</em>| c](https://d.example)'],
    ['[a *b](https://c.example) d*', '<a https://c.example>a *b</a>| d*'],

    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](java\tscript:alert)', '[a](java\tscript:alert)'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    ['[a](//b.example)', '[a](//b.example)'],
    ['[a](/relative)', '[a](/relative)'],
    ['[a](https:b)', '[a](https:b)'],
    ['[a](https://b.example "title")', '[a](https://b.example "title")'],
    ['[a] (https://b.example)', '[a] (https://b.example)'],
    ['[](https://b.example)', '[](https://b.example)'],
    ['[a](https://b.example', '[a](https://b.example'],
    ['a](https://b.example)', 'a](https://b.example)'],
    ['![a](https://b.example/c.png)', '!|<a https://b.example/c.png>a</a>'],
    ['https://b.example', 'https://b.example'],

    ['\\*a\\*', '*a*'],
    ['\\[a](https://b.example)', '[a](https://b.example)'],
    ['[a\\]](https://b.example)', '<a https://b.example>a]</a>'],
    ['a\\\\b', 'a\\b'],
    ['C:\\dir\\', 'C:\\dir\\'],
    ['\\я', '\\я'],

    ['<b>bold</b> & <script>alert(1)</script>', '<b>bold</b> & <script>alert(1)</script>'],
    ['# no heading', '# no heading'],
    ['> no quote', '> no quote'],
    ['`no code`', '`no code`'],
    ['&amp; &#x2a;', '&amp; &#x2a;'],
    ['\u202eright to left\u202c', '\u202eright to left\u202c'],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} is ${expected}`, () => {
      expect(parseMarkdown(text).map(showBlock)).to.deep.equal([`P ${expected}`]);
    });
  }
});

describe('parseMarkdown: blocks', () => {
  const table: [text: string, expected: string[]][] = [
    ['', []],
    [' \n\t\n ', []],
    ['one\n\ntwo', ['P one', 'P two']],
    ['one\r\n\r\n\r\ntwo\rthree', ['P one', 'P two three']],
    ['\n\none\n \ntwo\n\n', ['P one', 'P two']],
    ['a *b\n\nc* d', ['P a *b', 'P c* d']],
    ['- a\n- b', ['UL a ; b']],
    ['1. a\n2. b', ['OL1 a ; b']],
    ['1. a\n\n2. b', ['OL1 a ; b']],
    ['0. a\n1. b', ['OL0 a ; b']],
    ['98. a\n99. b', ['OL98 a ; b']],
    ['9. května\n\n12. června', ['OL9 května', 'OL12 června']],
    ['1. května\n\n1. června', ['OL1 května', 'OL1 června']],
    ['  - a\n  - b', ['UL a ; b']],
    ['- a\n  goes on\n- b', ['UL a   goes on ; b']],
    ['- a\n\n- b', ['UL a ; b']],
    ['- a\n1. b', ['UL a', 'OL1 b']],
    ['words\n- a\n\nwords', ['P words', 'UL a', 'P words']],
    ['- **a** [b](https://c.example)', ['UL <strong>a</strong>| |<a https://c.example>b</a>']],
    ['-a', ['P -a']],
    ['- ', ['P -']],
    ['-', ['P -']],
    ['1.a', ['P 1.a']],
    ['2014. That year', ['P 2014. That year']],
    ['In\n2014. That year', ['P In 2014. That year']],
    ['* a', ['P * a']],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} is ${expected.join(' / ') || 'nothing'}`, () => {
      expect(parseMarkdown(text).map(showBlock)).to.deep.equal(expected);
    });
  }
});

describe('parseMarkdown: hostile texts', () => {
  const pieces = [
    '*',
    '**',
    '*a',
    '**a ',
    '_',
    '_a ',
    '[',
    '[a ',
    ']',
    '](',
    '[](',
    '[a](',
    '[a](https://b',
    '[a](https://b.example) ',
    '](https://a(',
    '(',
    ')',
    '\\',
    '`',
    '<',
    '\n',
    '\n ',
    ' \n\n',
    '- ',
    '- a\n',
    '1. ',
    '1. a\n',
    ' ',
    '\t',
    '*_[',
    '***a',
    'a* ',
    '**]',
    '😀*',
  ];
  for (const piece of pieces) {
    it(`${JSON.stringify(piece)}: ten times as many take no hundred times as long`, () => {
      const duration = (count: number): number => {
        const text = piece.repeat(count);
        const start = performance.now();
        parseMarkdown(text);
        return performance.now() - start;
      };
      duration(10_000);
      // Half the time that quadratic growth would take. Less than 10 ms counts as 10, since browser clocks are
      // coarse and machines busy.
      expect(duration(100_000)).to.be.lessThan(50 * Math.max(10, duration(10_000)));
    });
  }

  it('nest no deeper than a page can bear', () => {
    const depthOf = (nodes: readonly Inline[]): number =>
      Math.max(0, ...nodes.map((node) => ('children' in node ? 1 + depthOf(node.children) : 0)));
    const text = `${'*a **b '.repeat(50)}${'x** y* '.repeat(50)}`;
    const nested = `${'[*a **b '.repeat(10)}x${'** y*](https://c.example)'.repeat(10)}`;
    for (const block of [...parseMarkdown(text), ...parseMarkdown(nested)]) {
      expect(depthOf(block.type === 'paragraph' ? block.children : [])).to.be.within(1, 8);
    }
  });

  it('lose no letter', () => {
    const words = (nodes: readonly Inline[]): string =>
      nodes.map((node) => (node.type === 'text' ? node.text : words(node.children))).join('');
    const text = `${'a*b**c_d[e]f'.repeat(20)} end`;
    const [block] = parseMarkdown(text);
    expect(block!.type).to.equal('paragraph');
    const letters = (from: string) => from.replace(/[^a-z]/g, '');
    expect(letters(words(block!.type === 'paragraph' ? block!.children : []))).to.equal(letters(text));
  });
});
