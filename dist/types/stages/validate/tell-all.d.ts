import { type Report } from '../../core/finding.js';
import type { Problem } from './problem.js';
import type { Subject } from './subject.js';
/** Reports the problems of one document, each at its place. */
export declare function tellAll(problems: readonly Problem[], subject: Subject, report: Report): void;
