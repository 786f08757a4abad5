import type { RenderedDocument } from '../core/results.js';
import type { Collector } from '../core/collector.js';
import { type Linked } from '../core/effective.js';
import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
export interface RenderRun {
    readonly selection: Selection;
    readonly collector: Collector;
    /** Called with each document that is rendered. */
    readonly seen?: ((linked: Linked) => void) | undefined;
}
/**
 * Renders the selected documents one at a time: memory follows the largest document. Abstract environments are rendered
 * only when named. Opaque leaves cannot be written; each is a finding at the place that supplies it.
 */
export declare function render(workspace: Workspace, { selection, collector, seen }: RenderRun): AsyncGenerator<RenderedDocument>;
