import { expect } from '@open-wc/testing';
import { damerauDistance, suggestEmail } from '../../../src/elements/sign-form/email-typo.js';

describe('a mistyped e-mail address', () => {
  const table: [address: string, meant: string | null][] = [
    ['ada@gmail.com', null],
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmal.com', 'ada@gmail.com'],
    ['ada@gmaill.com', 'ada@gmail.com'],
    ['ada@gmail.con', 'ada@gmail.com'],
    ['ada@gmail.co', 'ada@gmail.com'],
    ['ada@gmail.cm', 'ada@gmail.com'],
    ['ada@gmail,com', 'ada@gmail.com'],
    ['Ada.Novak+match@GMIAL.com', 'Ada.Novak+match@gmail.com'],
    ['ada@hotmial.com', 'ada@hotmail.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@yaho.co.uk', 'ada@yahoo.co.uk'],
    ['ada@seznan.cz', 'ada@seznam.cz'],
    ['ada@protonmail.cm', 'ada@protonmail.com'],
    ['ada@example.ogr', 'ada@example.org'],
    // Real services, however similar to another.
    ['ada@mail.com', null],
    ['ada@email.com', null],
    ['ada@ymail.com', null],
    ['ada@gmx.com', null],
    ['ada@web.com', null],
    ['ada@life.com', null],
    ['ada@yahoo.be', null],
    ['ada@start.co', null],
    ['ada@example.org', null],
    ['ada@sub.gmail.com', null],
    // Not addresses.
    ['ada', null],
    ['ada@', null],
    ['ada@gmail', null],
    ['ada@two@gmial.com', null],
    ['', null],
  ];
  for (const [address, meant] of table) {
    it(`${address || 'nothing'} -> ${meant ?? 'no question'}`, () =>
      expect(suggestEmail(address)).to.equal(meant));
  }
});

describe('slips of the keyboard', () => {
  const table: [a: string, b: string, count: number][] = [
    ['gmail', 'gmail', 0],
    ['gmal', 'gmail', 1],
    ['gmaiil', 'gmail', 1],
    ['gnail', 'gmail', 1],
    ['gmial', 'gmail', 1],
    ['gimla', 'gmail', 4],
    ['yahoo', 'gmail', 5],
    ['', 'a', 1],
  ];
  for (const [a, b, count] of table)
    it(`${a} ${b}: ${count}`, () => expect(damerauDistance(a, b)).to.equal(count));
});
