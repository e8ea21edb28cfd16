import { pocketbase } from './pocketbase.mjs';
import { testReal } from './suite.mjs';

testReal(pocketbase);
