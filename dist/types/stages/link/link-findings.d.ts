import type { Effective } from '../../core/effective.js';
import { type Report } from '../../core/finding.js';
import type { TextNode } from './nodes.js';
import type { PartPlaces } from './place.js';
import type { Resolver } from './resolver.js';
import { type Part } from './syntax.js';
export interface TextParts {
    readonly parts: readonly Part[];
    readonly places: PartPlaces;
}
/** Reports what is wrong with the references of one document, each at its place. */
export declare class LinkFindings {
    #private;
    constructor(effective: Effective, resolver: Resolver, report: Report);
    tell(node: TextNode, text: TextParts): void;
    /** The document has become too large with what this text brings. */
    tooLarge({ parts, places }: TextParts): void;
}
