import type { RuleConfig } from '../../core/rule-settings.js';
import { type AmountSettings, type Ask, type Written } from './asks.js';
import { Named, type Deployed } from './deployed.js';
import { type Rule, type Subject } from './rule.js';
interface Service {
    readonly subject: Subject;
    readonly written: Written;
}
/** What a deployment runs, and how often. */
export interface Runs {
    readonly items: readonly Deployed[];
    /** Of the number of replicas, in the facts of an item. */
    readonly slot: number;
}
/** Deployments whose services ask for more than the deployment has. */
export declare function deploymentLimits(config: RuleConfig<'consistency/deployment-limits'>): Rule;
/** What a deployment runs, of what is known; once where it does not say how often. */
export declare function asksOf({ items, slot }: Runs, services: Named<Service>, settings: AmountSettings): Ask[];
export {};
