/** The keywords of 2020-12 and draft-07, and `discriminator` of OpenAPI: what a misspelt one may be meant to be. */
export declare const KEYWORDS: ReadonlySet<string>;
/**
 * Words that others write into schemas, near to keywords or not: of older drafts, OpenAPI, editors, generators of code
 * and forms, other validators; and plain words for notes.
 */
export declare const ANNOTATIONS: ReadonlySet<string>;
/** The formats of JSON Schema, and those of OpenAPI and of ajv that are checked. */
export declare const FORMATS: ReadonlySet<string>;
/** Formats of registries elsewhere: they say nothing here, and are not misspelt. */
export declare const FORMATS_ELSEWHERE: ReadonlySet<string>;
