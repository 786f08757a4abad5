import { type Validator } from '../core/validation.js';
/**
 * Validates: what is certainly valid is told at once, for everything else ajv is loaded when it is first needed.
 *
 * @throws NotLoaded from `validate`, once, where ajv is needed
 */
export declare function createValidator(): Validator;
