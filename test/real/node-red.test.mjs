import { nodeRed } from './node-red.mjs';
import { testReal } from './suite.mjs';

testReal(nodeRed);
