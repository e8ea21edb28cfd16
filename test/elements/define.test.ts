import { expect } from '@open-wc/testing';
import { PetitionShare } from '../../src/elements/share/petition-share.js';
import { PetitionTicket } from '../../src/elements/ticket/petition-ticket.js';

/** A separate registry, as far as `define` uses one, for browsers without scoped registries. */
class OwnRegistry {
  readonly #classes = new Map<string, CustomElementConstructor>();
  get(tag: string): CustomElementConstructor | undefined {
    return this.#classes.get(tag);
  }
  define(tag: string, elementClass: CustomElementConstructor): void {
    this.#classes.set(tag, elementClass);
  }
}

const make = (): typeof PetitionTicket => class extends PetitionTicket {};
let tags = 0;
const freeTag = (): string => `defined-ticket-${tags++}`;

describe('define', () => {
  it('registers the class, twice without harm', () => {
    const [tag, ticket] = [freeTag(), make()];
    ticket.define(tag);
    ticket.define(tag);
    expect(customElements.get(tag)).to.equal(ticket);
  });

  it('registers it in a registry of its own, beside that of the page', () => {
    const [tag, ticket] = [freeTag(), make()];
    const registry = new OwnRegistry() as unknown as CustomElementRegistry;
    ticket.define(tag, registry);
    ticket.define(tag, registry);
    expect(registry.get(tag)).to.equal(ticket);
    expect(customElements.get(tag)).to.equal(undefined);
  });

  const used = (): [typeof PetitionTicket, string] => {
    const [tag, ticket] = [freeTag(), make()];
    ticket.define(tag);
    return [ticket, tag];
  };
  const { define } = PetitionTicket;
  const rows: [what: string, act: () => void, says: RegExp, type: ErrorConstructor][] = [
    [
      'a class that has another tag',
      () => used()[0].define('second-ticket'),
      /the class is registered as <defined-ticket-\d+>, so it cannot be <second-ticket> too; define a class that extends it$/,
      Error,
    ],
    [
      'a tag that another class has',
      () => PetitionShare.define(used()[1]),
      /<defined-ticket-\d+> is registered for another class; choose an unused tag$/,
      Error,
    ],
    [
      'the function without its class',
      () => (define as () => void)(),
      /not called on a class of Grandstand/,
      TypeError,
    ],
    [
      'no tag, on the class',
      () => (make() as unknown as { define(): void }).define(),
      /undefined is not a tag; write one, as in PetitionTicket\.define\("petition-ticket"\)$/,
      TypeError,
    ],
    ['an empty tag', () => make().define(''), /"" is not a tag; write one/, TypeError],
    ['a tag that is no string', () => make().define(7 as never), /7 is not a tag; write one/, TypeError],
    ...['ticket', 'Petition-Ticket', 'petition ticket', '1-ticket', 'font-face'].map(
      (tag): [string, () => void, RegExp, ErrorConstructor] => [
        `the tag "${tag}"`,
        () => make().define(tag),
        new RegExp(`"${tag}" is not a valid element name; write lower-case letters with a hyphen`),
        TypeError,
      ],
    ),
    [
      'a class that is not ours',
      () => define.call(class extends HTMLElement {}, 'not-ours'),
      /not called on a class of Grandstand; write PetitionTicket\.define\("petition-ticket"\)$/,
      TypeError,
    ],
    ['what is no class', () => define.call({} as never, 'not-ours'), /not called on a class/, TypeError],
    [
      'a registry that is none',
      () => make().define(freeTag(), document as never),
      /is not a registry; omit it, or pass a CustomElementRegistry$/,
      TypeError,
    ],
    [
      'null for a registry',
      () => make().define(freeTag(), null as never),
      /null is not a registry/,
      TypeError,
    ],
  ];
  for (const [what, act, says, type] of rows)
    it(`${what}: one sentence`, () => {
      let thrown: unknown;
      try {
        act();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.be.instanceOf(type);
      expect((thrown as Error).message).to.match(/^define: /);
      expect((thrown as Error).message).to.match(says);
    });
});
