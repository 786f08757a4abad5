import type { Config, LayoutEntry } from '../../core/config.js';
import type { Discovery } from '../../core/discovery.js';
import { type Report } from '../../core/finding.js';
import type { Claims } from './claims.js';
interface SharedInput {
    readonly config: Config;
    readonly claims: Claims;
    readonly found: Pick<Discovery, 'documents' | 'shared'>;
    /** Reports what is wrong in a file. */
    readonly parse: (path: string, how: LayoutEntry) => unknown;
}
/**
 * Looks after layers of every document (`name: '*'`) of kinds that have no document. Nobody else will read them, so
 * they are parsed here for what is wrong in them. Their entries are reported, unless it is known why there is no
 * document.
 */
export declare function checkLonely({ config, claims, found, parse }: SharedInput, report: Report): void;
export {};
