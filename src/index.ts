/** The public names. Importing them has no side effect: nothing is registered, nothing is read. */
export { VERSION } from './version.js';
export { PetitionCampaign } from './elements/campaign/petition-campaign.js';
export { PetitionSeatPicker } from './elements/seat-picker/petition-seat-picker.js';
export { PetitionSignForm } from './elements/sign-form/petition-sign-form.js';
export { PetitionSignatureCounter } from './elements/signature-counter/petition-signature-counter.js';
export { PetitionShare } from './elements/share/petition-share.js';
export { PetitionStoryCard } from './elements/story-card/petition-story-card.js';
export { PetitionStoryDeck } from './elements/story-deck/petition-story-deck.js';
export { PetitionTicket } from './elements/ticket/petition-ticket.js';
export {
  Campaign,
  sharedCampaign,
  type CampaignOptions,
  type CampaignSource,
  type CampaignState,
  type Intent,
} from './campaign/index.js';
export { campaignContext } from './context/campaign-context.js';
export { setDictionary } from './i18n/dictionaries.js';
export type { Dictionary, MessageKey, Translation } from './i18n/keys.js';
export * from './events.js';
