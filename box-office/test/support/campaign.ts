import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { CampaignDocument } from 'grandstand/model';

export const ID = 'small-hall';
/** "A-1-3": the seat kept in the sample campaign. */
export const KEPT = 2;
export const PORTRAIT = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>';

interface Context {
  after(run: () => unknown): void;
}

/** A venue of one block with rows of this many seats, one unit apart. */
export function hall(rows: number, seats: number): NonNullable<CampaignDocument['venue']> {
  const place = (row: number, seat: number): [number, number] => [seat, row];
  return {
    name: 'hall',
    blocks: [
      {
        label: 'A',
        rows: Array.from({ length: rows }, (_, row) => ({
          label: String(row + 1),
          seats: Array.from({ length: seats }, (_, seat) => place(row, seat)),
        })),
      },
    ],
  };
}

/** A campaign with 30 seats, one of them kept. */
export function campaign(
  changes: Partial<CampaignDocument> & Record<string, unknown> = {},
): CampaignDocument {
  return {
    grandstand: 1,
    id: ID,
    languages: ['en'],
    title: { en: 'A small hall' },
    ask: { en: 'Take a seat' },
    demand: { en: 'Let her go.' },
    target: { en: 'The minister' },
    organisers: [
      { id: 'ngo', name: 'NGO', url: 'https://ngo.example/', privacy: 'https://ngo.example/privacy' },
    ],
    state: 'open',
    venue: hall(3, 10),
    stories: [
      {
        id: 'ada',
        name: { en: 'Ada' },
        seat: 'A-1-3',
        lede: { en: 'I am Ada.' },
        body: { en: 'A long story.' },
        portrait: { src: 'portraits/ada.svg', width: 48, height: 60, alt: { en: 'A drawing of Ada' } },
        status: { en: 'In prison' },
        statusDate: '2026-01-01',
        sources: [{ title: 'News', url: 'https://news.example/' }],
      },
    ],
    fields: [
      { name: 'given_name', type: 'text', required: true, maxLength: 20, seenBy: ['team'] },
      { name: 'email', type: 'email', required: true, maxLength: 254, seenBy: ['team'] },
      { name: 'country', type: 'country', required: false, seenBy: ['team'] },
      { name: 'comment', type: 'textarea', required: false, maxLength: 1000, seenBy: ['team'] },
      { name: 'member', type: 'checkbox', required: false, seenBy: ['team'] },
    ],
    consents: [
      { purpose: 'sign', organiser: 'ngo', required: true, version: '1', text: { en: 'Hand my name over.' } },
      {
        purpose: 'newsletter',
        organiser: 'ngo',
        required: false,
        version: '1',
        text: { en: 'Write to me.' },
      },
    ],
    goals: [30],
    endpoint: '/',
    ...changes,
  };
}

/** A folder that goes away with the test. */
export function temporaryFolder(t: Context | TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'box-office-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes documents, each as `<id>.json`, with the portrait the sample names. */
export function writeCampaigns(folder: string, ...documents: CampaignDocument[]): string {
  mkdirSync(join(folder, 'portraits'), { recursive: true });
  writeFileSync(join(folder, 'portraits', 'ada.svg'), PORTRAIT);
  for (const document of documents)
    writeFileSync(join(folder, `${document.id}.json`), JSON.stringify(document));
  return folder;
}
