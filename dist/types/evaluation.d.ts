import type { DocumentSources } from './core/discovery.js';
import type { DocumentId } from './core/document.js';
import type { Effective } from './core/effective.js';
import type { Environment } from './core/environment.js';
import { type Report } from './core/finding.js';
import { type Layer } from './core/layer.js';
import type { LayersOf } from './layers.js';
import type { KindSchema, Schemas } from './schemas.js';
import type { Presence } from './stages/inherit/presence.js';
/** What a document is made of, in whatever environment. */
export interface Makings {
    readonly presence: Presence;
    readonly schemas: Schemas;
    readonly layersOf: LayersOf;
    /** The run variables, over everything else. */
    readonly top: Layer | undefined;
    /** Absent: nobody wants findings. */
    readonly report?: Report;
}
/** One document in one environment, its references unresolved; `undefined` where it does not exist there. */
export declare function evaluateIn({ presence, schemas, layersOf, top, report }: Makings, document: DocumentSources, environment: Environment): Effective | undefined;
export interface EvaluationInput {
    readonly document: DocumentId;
    readonly environment: Environment;
    /** As they were read, lowest precedence first. */
    readonly layers: readonly Layer[];
    readonly schema: KindSchema | undefined;
    /** Absent: nobody wants findings. */
    readonly report?: Report;
}
/** Makes an effective document of its layers: texts typed by the schema, layers merged, defaults filled in. */
export declare function evaluateLayers(input: EvaluationInput): Effective;
