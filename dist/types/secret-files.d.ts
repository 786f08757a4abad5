import { type Collector } from './core/collector.js';
import type { Effective } from './core/effective.js';
import type { Environment } from './core/environment.js';
import type { Finding, Report } from './core/finding.js';
/** A file that a document is made of. */
export interface UsedFile {
    readonly path: string;
    readonly encrypted: boolean;
}
/** Notes, while documents are checked, which environments use encrypted files, and in which nothing may be opened. */
export declare class SecretFiles {
    #private;
    constructor(structure: Collector);
    /** Looks at a finding on its way to the collector. */
    see({ rule, severity, place, environment }: Finding): void;
    /** Looks at a document of any environment, abstract ones too. */
    use({ layers, environment }: Effective): void;
    /** Looks at a file that a document of an environment is made of. */
    useFile({ path, encrypted }: UsedFile, environment: Environment): void;
    /** The encrypted files, sorted. */
    get paths(): readonly string[];
    /** The plain files, and whether a protected environment uses them. */
    get plain(): ReadonlyMap<string, boolean>;
    /** Whether the structure has no errors after which nothing is known of any environment. */
    get isSound(): boolean;
    /** Whether an environment's secrets may be opened. */
    isOpen(environment: string): boolean;
    /** Whether some environment that uses a file may open it. */
    mayOpen(path: string): boolean;
    /** The environments that use encrypted files and may not open them, sorted. */
    get closed(): readonly string[];
}
/** Shows findings to whoever decides what may be opened, on their way to the collector. */
export declare function watched(collector: Pick<Collector, 'report'>, secretFiles: SecretFiles): Report;
/** Whether a file is named as people name encrypted ones that need not be layers: certificates, key stores. */
export declare const hasEncryptedName: (path: string) => boolean;
