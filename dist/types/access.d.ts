import { type Access } from './core/access.js';
import type { Collector } from './core/collector.js';
import type { Workspace } from './workspace.js';
/** What is mistaken for `access.yaml`. */
export declare const MISNAMED_ACCESS = "access.yml";
/** Reads `access.yaml`, where there is one; what is wrong with it goes to the collector. */
export declare function openAccess({ snapshot, config, discovery, environments, reader }: Omit<Workspace, 'access' | 'basis' | 'world'>, collector: Collector): Promise<Access | undefined>;
