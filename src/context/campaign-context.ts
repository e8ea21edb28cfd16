import { createContext } from '@lit/context';
import type { Campaign } from '../campaign/campaign.js';

/**
 * The context in which a `petition-campaign` provides its campaign to the elements inside it, through shadow roots.
 * The value never changes while it is provided.
 */
export const campaignContext = createContext<Campaign>(Symbol.for('grandstand.campaign'));
