import { strapi } from './strapi.mjs';
import { testReal } from './suite.mjs';

testReal(strapi);
