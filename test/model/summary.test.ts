import { expect } from '@open-wc/testing';
import { MAX_SUMMARY } from '../../src/model/rules.js';
import { firstSentence, saysMore, summaryOf } from '../../src/model/summary.js';

describe('the first sentence of a demand', () => {
  for (const [demand, sentence] of [
    ['We ask for the **release** of the three. And more.', 'We ask for the release of the three.'],
    ['One sentence', 'One sentence'],
    ['Free Ales!\nHe wrote.', 'Free Ales!'],
    ['Is it law? No.', 'Is it law?'],
    ['Am 9. Mai beginnt die WM in Minsk. Drei sind in Haft.', 'Am 9. Mai beginnt die WM in Minsk.'],
    ['Dr. Novak and A. B. Bialiatski are in prison. Act.', 'Dr. Novak and A. B. Bialiatski are in prison.'],
    ['It closed in 2014. It opened again.', 'It closed in 2014.'],
    ['He said: “Let us go.” They did not.', 'He said: “Let us go.”'],
    ['[A link](https://a.example/) leads on. Here.', 'A link leads on.'],
    ['We ask for:\n\n- one;\n- two.', 'We ask for:'],
    ['- First item. More.\n- Second', 'First item.'],
    ['أطلقوا سراحهم؟ الآن.', 'أطلقوا سراحهم؟'],
    ['v2.0 is out. Yes.', 'v2.0 is out.'],
    ['', ''],
    ['  \n ', ''],
  ] as const)
    it(JSON.stringify(demand), () => expect(firstSentence(demand)).to.equal(sentence));

  it('is cut between words where it is longer than a summary may be', () => {
    const long = firstSentence('Släpp dem fria nu '.repeat(100));
    expect([...long].length).to.be.within(MAX_SUMMARY - 10, MAX_SUMMARY + 2);
    expect(long).to.match(/(?:Släpp|dem|fria|nu) …$/);
    expect([...firstSentence('字'.repeat(900))].length).to.be.at.most(MAX_SUMMARY + 2);
  });
});

describe('a demand and its summary', () => {
  it('say the same where the demand is one sentence, whatever its marks', () => {
    expect(saysMore('We ask for their **release**.', 'We ask for their release.')).to.equal(false);
    expect(saysMore('One. Two.', 'One.')).to.equal(true);
    expect(saysMore('For:\n\n- one', 'For:')).to.equal(true);
    expect(saysMore('', '')).to.equal(false);
  });
  it('the author’s own comes first, and is never longer than it may be', () => {
    expect(summaryOf(' Ours. ', 'Theirs. More.')).to.equal('Ours.');
    expect(summaryOf('  ', 'Theirs. More.')).to.equal('Theirs.');
    expect([...summaryOf('word '.repeat(90), '')].length).to.be.at.most(MAX_SUMMARY + 2);
  });
});
