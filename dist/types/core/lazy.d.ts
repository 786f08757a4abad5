/**
 * A module that most runs do not need is not loaded yet. Whoever does a unit of work catches this, awaits `load()` and
 * begins the unit again (`Reader.whole`): until then nothing of the unit may have been kept.
 */
export declare class NotLoaded extends Error {
    readonly load: () => Promise<void>;
    constructor(load: () => Promise<void>);
}
/** A module that is imported when it is first asked for: until then the function returned throws `NotLoaded`. */
export declare function lazily<Module>(load: () => Promise<Module>): () => Module;
/** Does a piece of work, and begins it again for each module that it finds not to be loaded yet. */
export declare function whenLoaded<Result>(work: () => Result): Promise<Result>;
