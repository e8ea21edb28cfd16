import { createContext } from '@lit/context';
import type { Campaign } from '../campaign/campaign.js';

/** How a `petition-campaign` offers its campaign to the elements inside it, through shadow roots. The value never changes while offered. */
export const campaignContext = createContext<Campaign>(Symbol.for('grandstand.campaign'));
