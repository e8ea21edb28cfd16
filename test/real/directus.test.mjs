import { directus } from './directus.mjs';
import { testReal } from './suite.mjs';

testReal(directus);
