/**
 * The code that all elements of the script tag share, as one chunk: `grandstand.ts` loads it beside the elements
 * themselves.
 */
export { Campaign } from './campaign/campaign.js';
export { inheritedLang } from './context/locale.js';
export { putCampaignInto } from './elements/campaign/data-petition.js';
export { PetitionCampaign } from './elements/campaign/petition-campaign.js';
export { loadMender } from './elements/base/load-mender.js';
export { PetitionElement } from './elements/base/petition-element.js';
export { loadMessages } from './i18n/dictionaries.js';
