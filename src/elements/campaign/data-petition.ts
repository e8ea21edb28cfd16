import { AuthorWarnings } from '../../author-console.js';
import { checkAddress } from '../../model/address.js';
import { loadAndMendAttributes } from '../base/load-mender.js';
import { PetitionCampaign } from './petition-campaign.js';

const warnings = new AuthorWarnings();

/**
 * Returns the origins of which `data-petition` may use documents and endpoints: the page's own, and those of `data-allow` on
 * a script tag. Whoever may write text into a page, but no script, must not be able to put a false petition under its address.
 */
function allowedOrigins(): readonly string[] {
  const scripts = [...document.querySelectorAll('script[src][data-allow]')];
  const listed = scripts.flatMap((script) => script.getAttribute('data-allow')?.match(/[^\s,]+/g) ?? []);
  return [location.origin, ...listed.map(originIn)];
}

function originIn(text: string): string {
  const { url } = checkAddress(text, { pageOrigin: location.origin });
  if (url && /^[^/]+\/\/[^/?]+\/?$/.test(url)) return new URL(url).origin;
  warnings.warn(
    `data-allow: "${text}" is not an origin, and allows nothing; write one like https://example.org`,
  );
  return '';
}

/**
 * Puts a campaign around the content of an element with `data-petition`, for editors that drop unknown tags:
 * `<div data-petition="x.json" data-lang="de">`. Only the campaign's own attributes are taken from it: `data-onclick` is none.
 */
export async function putCampaignInto(element: Element): Promise<void> {
  await loadAndMendAttributes(element);
  // The tag of another script: it would know nothing of origins.
  if (customElements.get('petition-campaign') !== PetitionCampaign) return;
  const campaign = document.createElement('petition-campaign') as PetitionCampaign;
  campaign.allowedOrigins = allowedOrigins();
  const own = PetitionCampaign.observedAttributes.filter(
    (name) => name !== 'src' && element.hasAttribute(`data-${name}`),
  );
  for (const name of own)
    campaign.setAttribute(name === 'petition' ? 'src' : name, element.getAttribute(`data-${name}`) ?? '');
  campaign.append(...element.childNodes);
  element.append(campaign);
}
