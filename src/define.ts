import {
  PetitionCampaign,
  PetitionSeatPicker,
  PetitionSignatureCounter,
  PetitionSignForm,
  PetitionShare,
  PetitionStoryCard,
  PetitionStoryDeck,
  PetitionTicket,
  VERSION,
} from './index.js';
import { warnAuthor } from './author-console.js';

// The campaign first, so that the elements inside find it at once.
const CLASSES = {
  'petition-campaign': PetitionCampaign,
  'petition-story-card': PetitionStoryCard,
  'petition-story-deck': PetitionStoryDeck,
  'petition-signature-counter': PetitionSignatureCounter,
  'petition-seat-picker': PetitionSeatPicker,
  'petition-sign-form': PetitionSignForm,
  'petition-ticket': PetitionTicket,
  'petition-share': PetitionShare,
};

const taken: string[] = [];
for (const [tag, elementClass] of Object.entries(CLASSES)) {
  const holder = customElements.get(tag);
  if (holder && holder !== elementClass) taken.push(`<${tag}>`);
  else elementClass.define(tag);
}
// A second copy of the library keeps whatever was registered first.
if (taken.length > 0)
  warnAuthor(
    `${taken.join(', ')}: already registered by another script, so version ${VERSION} keeps that; load the library once`,
  );
