import { type Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/**
 * The documents of a YAML 1.2 text: one tree, or one a document with `options.stream`. An empty text is one document
 * that is null. Never throws on what the text says; whatever cannot be read is a finding and a hole.
 *
 * @throws NotLoaded if js-yaml refuses the text and the judge is not loaded; nothing has been reported then.
 */
export declare function parseYaml(source: Source, options: FormatOptions, report: Report): readonly Tree[];
