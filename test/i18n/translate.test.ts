import { expect } from '@open-wc/testing';
import { formatNumber } from '../../src/i18n/intl.js';
import { translate } from '../../src/i18n/translate.js';

describe('translate', () => {
  const seats = { one: '{count} seat', other: '{count} seats' };
  const belarusian = {
    one: '{count} месца',
    few: '{count} месцы',
    many: '{count} месцаў',
    other: '{count} месца',
  };
  const rows: [name: string, text: string, expected: string][] = [
    ['one', translate(seats, 'en', { count: 1 }), '1 seat'],
    ['none', translate(seats, 'en', { count: 0 }), '0 seats'],
    ['numbers as the locale writes them', translate(seats, 'en', { count: 15086 }), '15,086 seats'],
    ['Belarusian one', translate(belarusian, 'be', { count: 21 }), '21 месца'],
    ['Belarusian few', translate(belarusian, 'be', { count: 3 }), '3 месцы'],
    ['Belarusian many', translate(belarusian, 'be', { count: 11 }), '11 месцаў'],
    ['a value', translate('Beside {name}', 'en', { name: 'Ales' }), 'Beside Ales'],
    ['a value that looks like a hole', translate('{a} {b}', 'en', { a: '{b}', b: 'x' }), '{b} x'],
    ['a missing value stays visible', translate('Beside {name}', 'en'), 'Beside {name}'],
    ['an inherited name is no value', translate('{constructor}', 'en'), '{constructor}'],
    [
      'a Latin name in an Arabic sentence, kept from the figure after it',
      translate('{name}، {index}', 'ar', { name: 'Ales', index: 1 }),
      '\u2068Ales\u2069، 1',
    ],
    [
      'a Cyrillic name in an Arabic sentence',
      translate('{name}', 'ar', { name: 'Алесь' }),
      '\u2068Алесь\u2069',
    ],
    ['an Arabic name in an Arabic sentence', translate('{name}', 'ar', { name: 'أليس' }), 'أليس'],
    [
      'an Arabic name in an English sentence',
      translate('Beside {name}', 'en', { name: 'أليس' }),
      'Beside \u2068أليس\u2069',
    ],
    ['figures and signs in an Arabic sentence', translate('{seat}', 'ar', { seat: '12-8-15' }), '12-8-15'],
  ];
  for (const [name, text, expected] of rows) it(name, () => expect(text).to.equal(expected));
});

describe('format', () => {
  it('writes numbers', () => expect(formatNumber(4213, 'de')).to.equal('4.213'));
});
