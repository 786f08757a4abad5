import { type Tokens } from './pointer.js';
import type { Severity } from './rules.js';
/** What a setting of a rule may hold, and what it holds where `cairn.yaml` does not say. */
export type SettingSpec = {
    readonly is: 'kinds';
    readonly default: readonly string[];
} | {
    readonly is: 'words';
    readonly default: readonly string[];
}
/** Globs of paths (`core/glob.ts`). */
 | {
    readonly is: 'globs';
    readonly default: readonly string[];
} | {
    readonly is: 'pointer';
    readonly default: Tokens;
} | {
    readonly is: 'pointers';
    readonly default: readonly Tokens[];
}
/** A pointer into an environment: `/name`, or something in its labels or variables. */
 | {
    readonly is: 'environment-pointer';
    readonly default: Tokens;
} | {
    readonly is: 'pairs';
    readonly default: readonly Pair[];
} | {
    readonly is: 'fields';
    readonly default: readonly Field[];
}
/** A whole number from 1. */
 | {
    readonly is: 'count';
    readonly default: number;
} | {
    readonly is: 'group';
    readonly settings: SettingSpecs;
};
export type SettingSpecs = Readonly<Record<string, SettingSpec>>;
/** Two values of a document that belong together. */
export type Pair = readonly [Tokens, Tokens];
/** A value of a document, and where its environment says the same: the first of the sources that it has. */
export interface Field {
    readonly field: Tokens;
    readonly sources: readonly Tokens[];
}
type ValueOf<S> = S extends {
    readonly is: 'group';
    readonly settings: infer G;
} ? {
    readonly [K in keyof G]: ValueOf<G[K]>;
} : S extends {
    readonly default: infer D;
} ? D : never;
/**
 * The rules that `cairn.yaml` may configure, and their own settings, with the defaults that fit the built-in schemas.
 * Whatever a document does not have, no rule asks for.
 */
export declare const RULE_SETTINGS: {
    'consistency/port-conflict': {
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
        host: {
            is: "pointer";
            default: Tokens;
        };
        ports: {
            is: "pointers";
            default: readonly Tokens[];
        };
        protocol: {
            is: "pointer";
            default: Tokens;
        };
        endpoints: {
            is: "kinds";
            default: readonly string[];
        };
        deployments: {
            is: "group";
            settings: {
                type: {
                    is: "pointer";
                    default: Tokens;
                };
                hosts: {
                    is: "pointer";
                    default: Tokens;
                };
                kinds: {
                    is: "kinds";
                    default: readonly string[];
                };
                services: {
                    is: "pointer";
                    default: Tokens;
                };
                name: {
                    is: "pointer";
                    default: Tokens;
                };
            };
        };
    };
    'consistency/deployment-version': {
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
        version: {
            is: "pointer";
            default: Tokens;
        };
        deployments: {
            is: "group";
            settings: {
                version: {
                    is: "pointer";
                    default: Tokens;
                };
                kinds: {
                    is: "kinds";
                    default: readonly string[];
                };
                services: {
                    is: "pointer";
                    default: Tokens;
                };
                name: {
                    is: "pointer";
                    default: Tokens;
                };
            };
        };
    };
    'consistency/deployment-limits': {
        deployments: {
            is: "group";
            settings: {
                replicas: {
                    is: "pointer";
                    default: Tokens;
                };
                kinds: {
                    is: "kinds";
                    default: readonly string[];
                };
                services: {
                    is: "pointer";
                    default: Tokens;
                };
                name: {
                    is: "pointer";
                    default: Tokens;
                };
            };
        };
        limits: {
            is: "group";
            settings: {
                memory: {
                    is: "pointer";
                    default: Tokens;
                };
                cpu: {
                    is: "pointer";
                    default: Tokens;
                };
                gpu: {
                    is: "pointer";
                    default: Tokens;
                };
                'gpu-switch': {
                    is: "pointer";
                    default: Tokens;
                };
            };
        };
        memory: {
            is: "pointer";
            default: Tokens;
        };
        cpu: {
            is: "pointer";
            default: Tokens;
        };
        gpu: {
            is: "pointer";
            default: Tokens;
        };
        'gpu-switch': {
            is: "pointer";
            default: Tokens;
        };
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
    };
    'consistency/capacity': {
        'gpu-type': {
            is: "pointer";
            default: Tokens;
        };
        replicas: {
            is: "pointer";
            default: Tokens;
        };
        deployments: {
            is: "group";
            settings: {
                replicas: {
                    is: "pointer";
                    default: Tokens;
                };
                cluster: {
                    is: "pointer";
                    default: Tokens;
                };
                kinds: {
                    is: "kinds";
                    default: readonly string[];
                };
                services: {
                    is: "pointer";
                    default: Tokens;
                };
                name: {
                    is: "pointer";
                    default: Tokens;
                };
            };
        };
        environment: {
            is: "group";
            settings: {
                memory: {
                    is: "environment-pointer";
                    default: Tokens;
                };
                cpu: {
                    is: "environment-pointer";
                    default: Tokens;
                };
                gpu: {
                    is: "environment-pointer";
                    default: Tokens;
                };
            };
        };
        clusters: {
            is: "group";
            settings: {
                kinds: {
                    is: "kinds";
                    default: readonly string[];
                };
                name: {
                    is: "pointer";
                    default: Tokens;
                };
                pools: {
                    is: "pointer";
                    default: Tokens;
                };
                nodes: {
                    is: "pointer";
                    default: Tokens;
                };
                memory: {
                    is: "pointer";
                    default: Tokens;
                };
                cpu: {
                    is: "pointer";
                    default: Tokens;
                };
                gpu: {
                    is: "pointer";
                    default: Tokens;
                };
            };
        };
        memory: {
            is: "pointer";
            default: Tokens;
        };
        cpu: {
            is: "pointer";
            default: Tokens;
        };
        gpu: {
            is: "pointer";
            default: Tokens;
        };
        'gpu-switch': {
            is: "pointer";
            default: Tokens;
        };
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
    };
    'consistency/gpu-memory': {
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
        gpu: {
            is: "pointer";
            default: Tokens;
        };
        'gpu-switch': {
            is: "pointer";
            default: Tokens;
        };
        memory: {
            is: "pointer";
            default: Tokens;
        };
    };
    'consistency/encryption-off': {
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
        level: {
            is: "pointer";
            default: Tokens;
        };
        'environment-level': {
            is: "environment-pointer";
            default: Tokens;
        };
        levels: {
            is: "words";
            default: readonly string[];
        };
        switches: {
            is: "pointers";
            default: readonly Tokens[];
        };
    };
    'consistency/environment': {
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
        fields: {
            is: "fields";
            default: readonly Field[];
        };
    };
    'consistency/limit-below-request': {
        kinds: {
            is: "kinds";
            default: readonly string[];
        };
        limits: {
            is: "pairs";
            default: readonly Pair[];
        };
    };
    'consistency/large-document': {
        characters: {
            is: "count";
            default: number;
        };
    };
    'danger/became-plain': {};
    'danger/recipient-added': {};
    'danger/recipient-removed': {};
    'danger/secret-weakened': {};
    'danger/secret-rolled-back': {};
    'danger/encryption-off': {
        switches: {
            is: "pointers";
            default: readonly Tokens[];
        };
        off: {
            is: "words";
            default: readonly string[];
        };
        openings: {
            is: "pointers";
            default: readonly Tokens[];
        };
    };
    'danger/security-level': {
        fields: {
            is: "pointers";
            default: readonly Tokens[];
        };
        levels: {
            is: "words";
            default: readonly string[];
        };
    };
    'danger/schema-weakened': {
        keywords: {
            is: "words";
            default: readonly string[];
        };
        files: {
            is: "globs";
            default: readonly string[];
        };
    };
    'danger/policy-changed': {
        files: {
            is: "globs";
            default: readonly string[];
        };
    };
    'danger/config-changed': {};
    'danger/self-silenced': {};
    'danger/hidden-character': {};
    'danger/workflow-changed': {
        files: {
            is: "globs";
            default: readonly string[];
        };
    };
    'danger/breadth': {
        environments: {
            is: "group";
            settings: {
                percent: {
                    is: "count";
                    default: number;
                };
                'at-least': {
                    is: "count";
                    default: number;
                };
            };
        };
        documents: {
            is: "group";
            settings: {
                percent: {
                    is: "count";
                    default: number;
                };
                'at-least': {
                    is: "count";
                    default: number;
                };
            };
        };
    };
    'danger/resources': {
        percent: {
            is: "count";
            default: number;
        };
        fields: {
            is: "pointers";
            default: readonly Tokens[];
        };
    };
    'danger/reparented': {};
    'danger/relabelled': {};
    'danger/unprotected': {};
    'danger/document-removed': {};
};
/** A rule that `cairn.yaml` may configure. */
export type ConfigurableRule = keyof typeof RULE_SETTINGS;
export type SettingsOf<R extends ConfigurableRule> = ValueOf<{
    is: 'group';
    settings: (typeof RULE_SETTINGS)[R];
}>;
/** The rules that `cairn.yaml` may configure, sorted. */
export declare const CONFIGURABLE: ("consistency/port-conflict" | "consistency/deployment-version" | "consistency/deployment-limits" | "consistency/capacity" | "consistency/gpu-memory" | "consistency/encryption-off" | "consistency/environment" | "consistency/limit-below-request" | "consistency/large-document" | "danger/became-plain" | "danger/recipient-added" | "danger/recipient-removed" | "danger/secret-weakened" | "danger/secret-rolled-back" | "danger/encryption-off" | "danger/security-level" | "danger/schema-weakened" | "danger/policy-changed" | "danger/config-changed" | "danger/self-silenced" | "danger/hidden-character" | "danger/workflow-changed" | "danger/breadth" | "danger/resources" | "danger/reparented" | "danger/relabelled" | "danger/unprotected" | "danger/document-removed")[];
/** What `cairn.yaml` says of a rule; none of its settings is missing. */
export interface RuleConfig<R extends ConfigurableRule = ConfigurableRule> {
    /** Absent: the rule's own. */
    readonly severity?: Severity | 'off';
    readonly settings: SettingsOf<R>;
}
/** What `cairn.yaml` says of rules; the rules that it does not speak of are not in it. */
export type RuleConfigs = {
    readonly [R in ConfigurableRule]?: RuleConfig<R>;
};
/** How a rule is configured: as `cairn.yaml` says, else as it is by default. */
export declare function ruleConfig<R extends ConfigurableRule>(rules: RuleConfigs, rule: R): RuleConfig<R>;
/** The values of settings that nobody has set. */
export declare function defaultsOf(specs: SettingSpecs): Readonly<Record<string, unknown>>;
export {};
