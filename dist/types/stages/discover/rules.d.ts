import type { Config } from '../../core/config.js';
import { type Report } from '../../core/finding.js';
import { type Setting } from '../../core/setting.js';
/** Kinds that rules are to look at, and where `cairn.yaml` names them. */
type NamedKinds = Config['ruleKinds'];
/** Reads `rules` of `cairn.yaml`: what is wrong is left out, so that the rule stays as it is by default. */
export declare function readRules(setting: Setting | undefined, report: Report): Pick<Config, 'rules' | 'ruleKinds'>;
/** Kinds that a rule is to look at and that nothing in the repository is of, so that the rule would look at nothing. */
export declare function reportUnknownKinds(named: NamedKinds, known: ReadonlySet<string>, report: Report): void;
export {};
