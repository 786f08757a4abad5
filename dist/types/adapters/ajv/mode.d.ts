/**
 * How a schema is copied for ajv. `plain`: as it is, for values without opaque leaves. `may` accepts what some content
 * of the opaque leaves would make valid, `must` only what every content would: what `may` refuses is certainly wrong,
 * and what `must` accepts is certainly right.
 */
export type Mode = 'plain' | 'may' | 'must';
/** The mode in which what is negated or counted has to be asked. */
export declare function otherMode(mode: Mode): Mode;
