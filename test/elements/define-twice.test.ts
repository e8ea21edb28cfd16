import { expect } from '@open-wc/testing';

describe('grandstand/define on a page where a tag is taken', () => {
  it('leaves that tag alone, registers the others, and says so in one line', async () => {
    const theirs = class extends HTMLElement {};
    customElements.define('petition-ticket', theirs);
    customElements.define('petition-share', class extends HTMLElement {});
    const warn = console.warn;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    try {
      await import('../../src/define.js');
    } finally {
      console.warn = warn;
    }
    expect(customElements.get('petition-ticket')).to.equal(theirs);
    expect(customElements.get('petition-seat-picker')).to.be.a('function');
    expect(lines.filter((line) => line.startsWith('grandstand:'))).to.have.length(1);
    expect(lines.join()).to.match(
      /<petition-ticket>, <petition-share>: already registered by another script, so version [\d.]+ keeps that; load the library once/,
    );
  });
});
