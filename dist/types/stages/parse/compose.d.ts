import type { Event } from 'js-yaml';
import type { Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/** The events of a YAML text as js-yaml gives them, and which scalars could not be read. */
export interface YamlEvents {
    readonly events: readonly Event[];
    /** Scalars whose finding has been reported: they become holes. */
    readonly holes?: ReadonlySet<Event>;
}
/**
 * Makes plain values and source maps of YAML events, one tree a document, by the core schema of YAML 1.2.2. Merge keys
 * are resolved, aliases share the value of their anchor. What cannot be kept (numbers that would be rounded, unknown
 * tags, aliases that lead nowhere, too many nodes) is a finding and a hole.
 *
 * Without `options.stream` only the first document is composed, and a second one is a finding. A text without documents
 * is one that is null; a `---` at the end of a file starts none.
 */
export declare function compose(source: Source, read: YamlEvents, options: FormatOptions, report: Report): readonly Tree[];
