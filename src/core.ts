/** What all elements of the script tag stand on, as one chunk: `grandstand.ts` brings it beside the elements themselves. */
export { Campaign } from './campaign/campaign.js';
export { inheritedLang } from './context/locale.js';
export { PetitionCampaign } from './elements/campaign/petition-campaign.js';
export { loadMender, loadAndMendAttributes } from './elements/mender.js';
export { PetitionElement } from './elements/petition-element.js';
export { loadMessages } from './i18n/dictionaries.js';
