import type { Message } from '../../translate.js';

/** English: whatever is first on the page, and the messages that several elements share. */
export const page = {
  // campaign
  'campaign.organised-by': 'A petition by {name}',
  'campaign.privacy': 'How {name} handles your data',
  'campaign.language': 'Language',
  'campaign.read': 'Read the petition',

  // story
  'story.position': '{index} of {total}',
  'story.status': '{date}: {status}',
  'story.later': 'What happened later',
  'story.read-more': 'Read more about {name}',
  'story.read-less': 'Show less',
  'story.told-by': 'Told by {teller}',
  'story.checked': 'Checked {date}.',
  'story.sources': 'Sources:',
  'story.seat-kept': 'Kept for {name}: block {block}, row {row}, seat {number}',
  'story.show-picture': 'Show the picture',
  'story.write-to': 'Write to {name}',

  // deck
  'deck.label': 'Stories',
  'deck.previous': 'Previous',
  'deck.next': 'Read the next story',
  'deck.coming': 'Next: {name}',
  'deck.shown': '{name}, {index} of {total}',
  'deck.choose-seat': 'Choose your seat',
  'deck.sign': 'Sign the petition',

  // counter
  'counter.seats-taken': { one: 'of {capacity} seats is taken', other: 'of {capacity} seats are taken' },
  'counter.seats-taken-own': {
    one: 'of {capacity} seats is taken, by you',
    other: 'of {capacity} seats are taken, one of them by you',
  },
  'counter.seats-were-taken': {
    one: 'of {capacity} seats was taken',
    other: 'of {capacity} seats were taken',
  },
  'counter.seats-near': { one: '{count} more to reach {goal}', other: '{count} more to reach {goal}' },
  'counter.standing': { one: 'and {count} person standing', other: 'and {count} people standing' },
  'counter.standing-own': {
    one: 'and {count} person standing: you',
    other: 'and {count} people standing, you among them',
  },
  'counter.signatures': { one: 'person has signed', other: 'people have signed' },
  'counter.signatures-own': { one: 'person has signed: you', other: 'people have signed, you among them' },
  'counter.signatures-were': { one: 'person had signed', other: 'people had signed' },
  'counter.signatures-near': '{count} more to reach {goal}',
  'counter.compact': { one: 'has taken a seat', other: 'have taken a seat' },
  'counter.compact-own': { one: 'has taken a seat: you', other: 'have taken a seat, you among them' },
  'counter.goal': 'The next goal is {goal}',
  'counter.goal-reached': 'The goal of {goal} is reached',
  'counter.as-of': 'As of {moment}',
  'counter.as-of-own': 'As of {moment}, with yours',
  'counter.stale': 'Counted {moment}. We cannot get a newer count right now.',
  'counter.stale-offline': 'Counted {moment}. This device is offline.',
  'counter.unknown': 'The count is not available right now',
  'counter.unknown-hint': 'You can still sign; every signature is counted.',
  'counter.not-published': 'The count is not published yet',
  'counter.offline': 'This device is offline',
  'counter.offline-hint': 'The count will load when the connection is back.',
  'counter.loading': 'Counting',
  'counter.empty': { one: '{count} empty seat. Take it.', other: '{count} empty seats. Take the first.' },
  'counter.first': 'Be among the first to sign',
  'counter.first-own': 'You are among the first to sign',

  // seat
  'seat.sentence': 'Block {block}, row {row}, seat {number}',
  'seat.beside': 'Beside {name}',
  'seat.unknown': 'We do not know yet whether this seat is free. We will tell you when you sign.',

  // messages of the picker and of the outcomes that other elements use too
  'picker.beside-person': 'Sit beside {name}',
  'picker.sign-to-keep': 'Sign to keep this seat',
  'picker.sign-with': 'Sign with this seat',
  'picker.yours': 'Your seat',
  'picker.chosen': 'Your seat: {seat}.',
  'picker.chosen-beside': 'Your seat: {seat}, beside {name}.',
  'picker.list-block': 'Block',
  'picker.list-row': 'Row',
  'picker.list-seat': 'Seat',
  'outcome.seat-taken': 'Someone sat down there a moment before you',
  'outcome.first': 'You are the first.',
  'outcome.people': { one: '{count} person has taken a seat.', other: '{count} people have taken a seat.' },
  'outcome.people-signed': { one: '{count} person has signed.', other: '{count} people have signed.' },
} satisfies Record<string, Message>;
