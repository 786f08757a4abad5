import type { Effective } from '../../core/effective.js';
import { type Report } from '../../core/finding.js';
import type { TextNode } from './nodes.js';
import type { Resolver } from './resolver.js';
/**
 * Reports the circles that the references of one document are in, each once. A circle of several documents is told at
 * the first of them by name, whichever document is being read: the same finding from each, which can be folded. Of a
 * knot of very many circles the first are reported; solving those unties the others.
 */
export declare class CircleFindings {
    #private;
    constructor(effective: Effective, resolver: Resolver, report: Report);
    tell(node: TextNode): void;
}
