import { type Validator } from '../../core/validation.js';
/**
 * Validates by ajv. A schema is compiled when it is first asked for. A value with opaque leaves is shown to two copies
 * of the schema, of which one allows what might be valid and the other only what is valid in any case.
 */
export declare function createValidator(): Validator;
