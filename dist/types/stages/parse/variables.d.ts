import type { RunVariable } from '../../core/config.js';
import type { DocumentId } from '../../core/document.js';
import { type Report } from '../../core/finding.js';
import type { VariableLayer } from '../../core/layer.js';
/**
 * What the run's variables say of one document: the layer above all others, `undefined` where none of them is set.
 * A variable's value is a string (an empty one is set); tokens of its pointer are keys of mappings, numbers too. Where
 * a layer below has a list on the way, the merge reports it.
 *
 * Two variables that cannot both be followed, since one sets the other's place or a place below it, are a
 * `config/bad-value` at the later one in `variables`, set or not; the earlier one counts.
 *
 * @param environment The process variables, by name.
 */
export declare function variableLayer(document: DocumentId, variables: readonly RunVariable[], environment: Readonly<Record<string, string | undefined>>, report: Report): VariableLayer | undefined;
