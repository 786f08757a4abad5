import type { Layer } from '../../core/layer.js';
import type { Place } from '../../core/place.js';
import type { DocumentName } from './names.js';
import type { NamingWorld } from './world.js';
/** What a name leads to: documents of this environment, or why it leads to none. */
export type Lookup = {
    readonly documents: readonly string[];
}
/** There is no such document here; `elsewhere` are documents that only other environments have. */
 | {
    readonly missing: 'document';
    readonly elsewhere: readonly string[];
}
/** There is no such file, or it is no layer of a document of these kinds. */
 | {
    readonly missing: 'file';
    readonly folder: string;
    readonly path?: string;
};
/** The document that has a name: of the first kind that has one. */
export declare function lookUpName({ text, reference }: DocumentName, world: NamingWorld): Lookup;
export interface PathRun {
    readonly world: NamingWorld;
    readonly layers: readonly Layer[];
    /** Where the path is written. */
    readonly placeOf: () => Place;
}
/**
 * The documents of which a path names a file: from the folder of the file that says so, else from the root of the
 * repository, as configuration that is read by a program started there has it.
 */
export declare function lookUpPath({ text, reference }: DocumentName, { world, layers, placeOf }: PathRun): Lookup;
