import {
  PetitionCampaign,
  PetitionSeatPicker,
  PetitionSignatureCounter,
  PetitionSignForm,
  PetitionShare,
  PetitionStoryCard,
  PetitionStoryDeck,
  PetitionTicket,
} from './index.js';

// The campaign first, so that the elements inside find it at once.
PetitionCampaign.define('petition-campaign');
PetitionStoryCard.define('petition-story-card');
PetitionStoryDeck.define('petition-story-deck');
PetitionSignatureCounter.define('petition-signature-counter');
PetitionSeatPicker.define('petition-seat-picker');
PetitionSignForm.define('petition-sign-form');
PetitionTicket.define('petition-ticket');
PetitionShare.define('petition-share');
