import type { Discovery, LayerSource } from '../../core/discovery.js';
import { type Report } from '../../core/finding.js';
import { type Place } from '../../core/place.js';
/** Gathers layers by document. */
export interface Documents {
    /** @param place where the name is written, if in the content of the file */
    readonly add: (kind: string, document: string, source: LayerSource, place?: () => Place) => void;
    /** A layer of every document of a kind. */
    readonly addShared: (kind: string, source: LayerSource) => void;
    /** Everything in order, with two layers where there may be one reported, and the second left out. */
    readonly finish: (report: Report) => Pick<Discovery, 'documents' | 'shared' | 'files'>;
}
export declare function createDocuments(): Documents;
