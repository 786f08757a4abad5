import type { EnvironmentDefinition } from '../../core/environment.js';
import type { Report } from '../../core/finding.js';
import type { Place } from '../../core/place.js';
import { type Setting } from '../../core/setting.js';
/** An environment of which only the name is known. */
export declare function bareDefinition(environment: string, place: Place): EnvironmentDefinition;
/**
 * Reads the definition of an environment, from `cairn.yaml` or from its own file. Nothing to read (null, a hole) is an
 * environment without properties; each mistake is a finding, and what is right is kept.
 */
export declare function readDefinition(environment: string, setting: Setting, place: Place, report: Report): EnvironmentDefinition;
