import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explain, shortJson, type CampaignDocument } from 'grandstand/model';
import { parseCampaign } from 'grandstand/model/schema';
import {
  VenueError,
  keptSeats,
  makeVenue,
  overlap,
  seatCode,
  type KeptSeat,
  type Venue,
} from 'grandstand/venue';
import { StartError } from '../start-error.js';
import { IMAGE_TYPES, publicFile, realPathInside, contentTypeOf, type PublicFile } from './public-file.js';

/** Petition as its document describes it. It never changes: another document makes another petition. */
export interface Petition {
  id: string;
  /** File of the document. */
  file: string;
  document: CampaignDocument;
  /** null: a petition without seats. */
  venue: Venue | null;
  /** Kept seats of the stories, in story order. */
  kept: readonly KeptSeat[];
  /** Image files that the document names, by their path below `/petitions/{id}/`. */
  images: ReadonlyMap<string, PublicFile>;
  /** Files of all images that the document names, missing ones included. */
  imageFiles: readonly string[];
  /** Faults that do not stop the start, one sentence each, for the team. */
  warnings: readonly string[];
}

/** Problems that make a document unusable, one sentence each. */
export class PetitionError extends StartError {
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    const more = problems.length - 1;
    super(
      `${file}: ${problems[0]}${more > 0 ? ` (and ${more} more: grandstand-box-office check ${file})` : ''}`,
    );
  }
}

/**
 * Loads the petitions of a folder: every `<id>.json` in it and in the folders directly inside it.
 * @throws StartError
 */
export function loadPetitions(folder: string): Petition[] {
  const petitions: Petition[] = [];
  for (const file of jsonFiles(folder)) {
    const petition = loadPetition(file, (id) => petitions.find((other) => other.id === id)?.file);
    if (petition) petitions.push(petition);
  }
  if (petitions.length === 0) {
    throw new StartError(
      `GRANDSTAND_CAMPAIGNS: there is no campaign document in ${folder}; put one there as <id>.json, or set the variable to the folder that has one.`,
    );
  }
  return petitions;
}

/**
 * Loads the petition of a file; null when its JSON is something else.
 * @param findFile finds the file of a loaded petition by its id
 * @throws StartError
 */
export function loadPetition(file: string, findFile: (id: string) => string | undefined): Petition | null {
  const json = readJson(file);
  if (!isCampaignDocument(json, file)) return null;
  const petition = buildPetition(file, json);
  const { id } = petition;
  if (basename(file) !== `${id}.json`) {
    throw new StartError(
      `${file}: id: "${id}" must be the name of the file; rename it to ${id}.json or change the id.`,
    );
  }
  const duplicate = findFile(id);
  if (duplicate !== undefined && duplicate !== file) {
    throw new StartError(`${file}: id: "${id}" is the id of ${duplicate} already; remove one of them.`);
  }
  return petition;
}

function jsonFiles(folder: string): string[] {
  const list = (inside: string): string[] =>
    readdirSync(inside)
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => join(inside, name));
  const isFolder = (path: string): boolean =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  try {
    const entries = list(folder);
    const files = [...entries, ...entries.filter(isFolder).flatMap(list)];
    return files.filter((file) => file.endsWith('.json') && !isFolder(file));
  } catch (error) {
    throw new StartError(
      `GRANDSTAND_CAMPAIGNS: the folder ${folder} cannot be read (${(error as NodeJS.ErrnoException).code}); set the variable to the folder with your campaign documents.`,
    );
  }
}

/** Recognises a campaign document among other JSON files by its first key, or by its own name as id. */
function isCampaignDocument(json: unknown, file: string): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return 'grandstand' in json || ('id' in json && `${String(json.id)}.json` === basename(file));
}

/**
 * Reads a JSON file.
 * @throws StartError
 */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartError(`${file}: the file cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new StartError(
      `${file}: this is not JSON (${oneLine((error as Error).message)}); mend it, or move it out of the folder.`,
    );
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/**
 * Validates one document and builds what it describes.
 * @throws PetitionError
 */
export function buildPetition(file: string, json: unknown): Petition {
  const { document, problems } = parseCampaign(json);
  if (document === null) throw new PetitionError(file, problems.map(explain));
  const venue = buildVenue(file, document);
  const { kept, problems: keptProblems } = venue
    ? keptSeats(venue, document.stories)
    : { kept: [], problems: [] };
  if (keptProblems.length > 0) {
    throw new PetitionError(
      file,
      keptProblems.map((problem) => explain({ ...problem, value: shortJson(problem.value) })),
    );
  }
  const { warnings, ...images } = loadImages(file, document);
  return {
    id: document.id,
    file,
    document,
    venue,
    kept,
    ...images,
    warnings: [...warnings, ...overlapWarnings(file, venue)],
  };
}

/** Warns of overlapping seats of the author's own; the generators' never overlap. */
function overlapWarnings(file: string, venue: Venue | null): string[] {
  const pair = venue?.kind === 'custom' ? overlap(venue) : null;
  if (!venue || !pair) return [];
  return [
    `${file}: venue.blocks: ${seatCode(venue, pair[0])} lies on ${seatCode(venue, pair[1])}; move one of them, so that both can be hit.`,
  ];
}

function buildVenue(file: string, document: CampaignDocument): Venue | null {
  if (document.venue === null || document.venue === undefined) return null;
  try {
    return makeVenue(document.venue);
  } catch (error) {
    if (error instanceof VenueError) throw new PetitionError(file, [error.message]);
    throw error;
  }
}

/** Reads the images once: a request only looks up a path, and can reach nothing else of the folder. */
function loadImages(
  file: string,
  document: CampaignDocument,
): Pick<Petition, 'images' | 'imageFiles' | 'warnings'> {
  const images = new Map<string, PublicFile>();
  const imageFiles: string[] = [];
  const warnings: string[] = [];
  const folder = realpathSync(dirname(file));
  document.stories.forEach(({ portrait }, story) => {
    const path = portrait ? pathBelow(portrait.src) : null;
    if (path === null) return;
    const where = `${file}: stories[${story}].portrait.src: ${shortJson(portrait!.src)}`;
    imageFiles.push(join(folder, path));
    const type = contentTypeOf(path, IMAGE_TYPES);
    const real = realPathInside(folder, join(folder, path));
    if (type === null) {
      warnings.push(`${where} is not served: its ending is none of ${Object.keys(IMAGE_TYPES).join(' ')}.`);
    } else if (real === null || !statSync(real).isFile()) {
      warnings.push(`${where} is not served: there is no such file in the folder of the document.`);
    } else {
      images.set(path, publicFile(readFileSync(real), type));
    }
  });
  return { images, imageFiles, warnings };
}

/** Path of a relative address below the document's own; null for any other address. */
function pathBelow(src: string): string | null {
  const base = 'http://document.invalid/petition/';
  if (!URL.canParse(src, base)) return null;
  const { href, pathname } = new URL(src, base);
  if (!href.startsWith(base)) return null;
  try {
    return decodeURIComponent(pathname.slice('/petition/'.length));
  } catch {
    return null;
  }
}
