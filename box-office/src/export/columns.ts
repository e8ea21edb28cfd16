import { countryNames } from 'grandstand/countries';
import { cleanText, textIn, type Field } from 'grandstand/model';
import { seatCode } from 'grandstand/venue';
import type { Petition } from '../petition/petition.js';
import type { StoredSignature } from '../store/signature-reader.js';
import type { CsvCell } from './csv.js';

/** Column of an export: its heading, and its cell for a signature. */
export interface ExportColumn {
  heading: string;
  cell: (signature: StoredSignature) => CsvCell;
}

/**
 * Columns for the team: every field, every consent as proof, seat and time. With `countries` the name of each country
 * follows its code.
 */
export function teamColumns(
  { document, venue }: Petition,
  stored: { fields: readonly string[]; purposes: readonly string[] },
  { countries }: { countries: boolean },
): ExportColumn[] {
  const types = new Map(document.fields.map(({ name, type }) => [name, type]));
  const fields = documentedFirst([...types.keys()], stored.fields);
  const purposes = documentedFirst(
    document.consents.map(({ purpose }) => purpose),
    stored.purposes,
  );
  const countryName = countries ? countryFormatter(document.languages[0]!) : null;
  return [
    ...fields.flatMap((name) => {
      const code = { heading: name, cell: fieldCell(name) };
      if (types.get(name) !== 'country' || !countryName) return [code];
      // The space keeps it apart from the names of fields, which have none.
      return [code, { heading: `${name} name`, cell: (s: StoredSignature) => countryName(s.fields[name]) }];
    }),
    ...purposes.flatMap(consentColumns),
    {
      heading: 'seat',
      cell: ({ seat }) => (seat === null || venue === null ? null : seatCode(venue, seat)),
    },
    { heading: 'signed_at', cell: ({ signedAt }) => signedAt },
  ];
}

/**
 * Columns for the target, as signers were promised, for people to read: labels, names of countries and texts of choices
 * in the document's first language. A field that the document no longer has was promised to no signer, so it is left
 * out.
 */
export function targetColumns({ document }: Petition): ExportColumn[] {
  const language = document.languages[0]!;
  const countryName = countryFormatter(language);
  const printedCell = ({ name, type, options }: Field): ExportColumn['cell'] => {
    if (type === 'country') return ({ fields }) => countryName(fields[name]);
    if (type !== 'choice') return fieldCell(name);
    const labels = new Map<CsvCell, string | undefined>(
      // Stored values are cleaned.
      options?.map(({ value, label }) => [cleanText(value), textIn(label, language)]),
    );
    return ({ fields }) => labels.get(fields[name]) ?? fields[name];
  };
  return document.fields.filter(isForTarget).map((field) => ({
    heading: textIn(field.label, language) || field.name,
    cell: printedCell(field),
  }));
}

/**
 * Selects the fields that the target sees, public ones included. Hidden fields hold ids, which are promised to no one.
 */
function isForTarget({ type, seenBy }: Field): boolean {
  return type !== 'hidden' && (seenBy.includes('target') || seenBy.includes('public'));
}

/** Names in the document's order, followed by stored ones that the document does not have. */
function documentedFirst(documented: readonly string[], stored: readonly string[]): string[] {
  return [...documented, ...stored.filter((name) => !documented.includes(name))];
}

function fieldCell(name: string): ExportColumn['cell'] {
  return ({ fields }) => fields[name];
}

function consentColumns(purpose: string): ExportColumn[] {
  const findConsent = ({ consents }: StoredSignature): StoredSignature['consents'][number] | undefined =>
    consents.find((consent) => consent.purpose === purpose);
  const column = (suffix: string, cell: ExportColumn['cell']): ExportColumn => ({
    heading: `consent_${purpose}_${suffix}`,
    cell,
  });
  return [
    column('given', (signature) => findConsent(signature)?.given),
    column('version', (signature) => findConsent(signature)?.version),
    column('text', (signature) => findConsent(signature)?.text),
    column('locale', (signature) => findConsent(signature) && signature.locale),
  ];
}

/** Formats country codes as names in a language; an unknown code stays as it is. */
function countryFormatter(language: string): (code: CsvCell) => CsvCell {
  const names = new Map<CsvCell, string>(countryNames(language));
  return (code) => names.get(code) ?? code;
}
