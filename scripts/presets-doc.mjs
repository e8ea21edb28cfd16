// What the preset files say of themselves, as a table and a section each: for docs/endpoints.md, by `npm run docs`.
import { readFileSync, readdirSync } from 'node:fs';
import { code, line, table } from './markdown.mjs';

const folder = new URL('../src/transport/presets/', import.meta.url);

const TIERS = {
  1: 'Signing works from a page',
  2: 'Blind: sent, and the answer tells nothing',
  3: 'The count only',
  4: 'Depends on your own installation',
};
const ASPECTS = ['sign', 'duplicate', 'error', 'count', 'seat'];
const HOW = { real: 'real software', contract: 'contract', docs: 'documentation only', none: '–' };

/** Name -> preset, in the order of the table. */
export function readPresets() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))])
    .sort(([a, one], [b, two]) => one.docs.tier - two.docs.tier || (a < b ? -1 : 1));
}

function variable([name, { what, example, default: value, optional }]) {
  const need = value !== undefined ? `default ${code(value)}` : optional ? 'may be left out' : 'needed';
  return [code(name), line(what), code(line(example)), need];
}

/** Headers that make a browser ask the server beforehand stand out: they are what an organisation must allow. */
function requestLine({ sign }) {
  if (!sign) return '';
  const { method = 'POST', url, encoding = 'json', mode, contentType, headers } = sign;
  const type = contentType ? `${encoding} as ${contentType}` : encoding;
  const more = [type, mode === 'no-cors' ? 'blind' : '', ...Object.keys(headers ?? {})].filter(Boolean);
  return `\`${method} ${url}\`, ${more.join(', ')}.`;
}

function section([name, preset]) {
  const { docs, verified, vars, count } = preset;
  const isUnverified = ASPECTS.every((aspect) => ['docs', 'none'].includes(verified[aspect]));
  return [
    `### ${code(name)}: ${docs.title}`,
    isUnverified
      ? `**Unverified**: written from documentation; nobody has tried it with an account. ${verified.how} (${verified.when})`
      : `Verified ${verified.when}: ${verified.how}`,
    [
      preset.sign && `Signs by ${requestLine(preset)}`,
      count && `Count: \`${count.method ?? 'GET'} ${count.url}\`.`,
    ]
      .filter(Boolean)
      .join(' '),
    table(['variable', 'what it is', 'like', ''], Object.entries(vars).map(variable)),
    `- **Where to find them**: ${docs.where}`,
    `- **What is sent**: ${docs.sends}`,
    `- **What the organisation must switch on**: ${docs.switchOn}`,
    ...(docs.notes ? [`- ${docs.notes}`] : []),
  ]
    .filter(Boolean)
    .join('\n\n')
    .replaceAll('\n\n- ', '\n- ')
    .replace('\n- ', '\n\n- ');
}

/** The generated part of docs/endpoints.md. */
export function presetsDoc() {
  const presets = readPresets();
  const rows = presets.map(([name, { docs, verified }]) => [
    `[${code(name)}](#${name}-${anchor(docs.title)})`,
    TIERS[docs.tier].split(':')[0],
    ...ASPECTS.map((aspect) => HOW[verified[aspect]]),
  ]);
  return [
    'How each answer was verified. *Real software*: the platform itself ran, and was signed at. *Contract*: a server of the test suite, as strict as the platform, gives the answers that its source, its documentation or a request to it show, to a real browser. *Documentation only*: unverified.',
    table(
      ['preset', '', 'sign', 'duplicate', 'error with field', 'count', 'seat'],
      [['`box-office`', "The library's own protocol", ...ASPECTS.map(() => HOW.real)], ...rows],
    ),
    '`{"preset": "box-office", "vars": {"url": "https://box-office.example"}}` is the same as that URL alone.',
    ...presets.map(section),
  ].join('\n\n');
}

function anchor(title) {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}
