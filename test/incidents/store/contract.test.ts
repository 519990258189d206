import { describe } from 'vitest';
import { engine } from '../../support/engines.ts';
import { openStore } from '../../support/world.ts';
import { storeContract } from './contract.ts';

describe(`the store on ${engine}`, () => storeContract(openStore));
