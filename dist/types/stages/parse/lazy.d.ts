/**
 * A parser that most runs do not need is not loaded yet. Whoever does a unit of work catches this, awaits `load()` and
 * begins the unit again. It is thrown before the file's first finding is reported.
 */
export declare class ParserMissing extends Error {
    readonly load: () => Promise<void>;
    constructor(load: () => Promise<void>);
}
/** `yaml` has the last word on what js-yaml refuses. */
export declare const judge: () => typeof import("./judge.js");
export declare const toml: () => typeof import("./toml.js");
