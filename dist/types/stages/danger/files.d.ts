import type { FindDangers } from './input.js';
/** Files that say who must approve what, and what is accepted. */
export declare const policyChanged: FindDangers<'danger/policy-changed'>;
/** Programs that the platform runs, often with rights and secrets. */
export declare const workflowChanged: FindDangers<'danger/workflow-changed'>;
