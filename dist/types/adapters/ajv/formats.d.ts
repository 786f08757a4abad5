/** A format that is checked, and the type of JSON that it speaks of. */
export type Format = {
    readonly type: 'string';
    readonly validate: (text: string) => boolean;
} | {
    readonly type: 'number';
    readonly validate: (value: number) => boolean;
};
/**
 * The formats that are checked; every other one is an annotation. Where ajv-formats backtracks, or is too strict for
 * configuration (its `url` refuses private addresses, its `email` refuses `root@localhost`), they are our own.
 */
export declare const FORMATS: ReadonlyMap<string, Format>;
