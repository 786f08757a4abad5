import type { SchemaNode } from '../../core/schema/node.js';
/**
 * The dynamic anchors that evaluation has come across on its way to a schema, outermost first (2020-12 §7.1, §8.2.3.2).
 * A `$dynamicRef` is resolved when the schema is copied: a schema that is reached by several ways with different
 * anchors is copied once for each.
 */
export interface DynamicScope {
    readonly anchors: ReadonlyMap<string, SchemaNode>;
    /** Distinguishes it from others; empty where there are no anchors. */
    readonly key: string;
}
export declare const NO_ANCHORS: DynamicScope;
/** The scope after a resource has been entered: what it anchors counts unless something outside does already. */
export declare function entering(scope: DynamicScope, resource: SchemaNode): DynamicScope;
/** Where a `$dynamicRef` leads that is `node` by itself: elsewhere only if that is a dynamic anchor. */
export declare function dynamicTarget(node: SchemaNode, reference: string, scope: DynamicScope): SchemaNode;
