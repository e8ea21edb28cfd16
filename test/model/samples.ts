/** A small valid campaign document as parsed from JSON; each test changes its own copy. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break it in every way
export function sampleJson(): Record<string, any> {
  return structuredClone(SAMPLE);
}

const SAMPLE = {
  grandstand: 1,
  id: 'sample',
  languages: ['en', 'be'],
  title: { en: 'Sit with them', be: 'Сядзьце з імі' },
  ask: 'Choose your seat',
  demand: 'We ask for their **release**.',
  target: 'the President',
  organisers: [
    {
      id: 'example-ngo',
      name: 'Example NGO',
      url: 'https://ngo.example/',
      privacy: 'https://ngo.example/privacy',
    },
  ],
  state: 'open',
  stories: [
    {
      id: 'ada',
      name: 'Ada Example',
      seat: '12-8-14',
      lede: 'I am Ada Example.',
      body: 'She wrote **one letter**.',
      portrait: {
        src: 'portraits/ada.svg',
        width: 480,
        height: 600,
        alt: 'Drawing of a woman',
        credit: 'A drawing',
      },
      status: 'in prison',
      statusDate: '2014-05',
      sources: [{ title: 'News', url: 'https://news.example/' }],
      updates: [{ date: '2014-06-21', text: 'Released.', source: null }],
    },
    { id: 'ben', name: 'Ben', lede: '', body: '', status: '', statusDate: '2014', sources: [] },
  ],
  fields: [
    { name: 'given_name', type: 'text', required: true, maxLength: 100, seenBy: ['team', 'target'] },
    { name: 'email', type: 'email', required: true, seenBy: ['team'] },
    {
      name: 'how',
      type: 'choice',
      required: false,
      options: [{ value: 'web', label: 'On the web' }],
      seenBy: [],
    },
  ],
  consents: [
    {
      purpose: 'sign',
      organiser: 'example-ngo',
      required: true,
      version: '2014-05',
      text: 'My name may be handed over.',
    },
    {
      purpose: 'newsletter',
      organiser: 'example-ngo',
      required: false,
      version: '2014-05',
      text: { en: 'Write to me.' },
    },
  ],
  goals: [1000, 5000],
  endpoint: '/',
};

/** The example campaign. The test server serves JSON as a module. */
export async function exampleJson(): Promise<unknown> {
  const path = '/examples/human-rights-match/human-rights-match.json';
  return ((await import(path)) as { default: unknown }).default;
}
