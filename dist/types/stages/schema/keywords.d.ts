import { type Report } from '../../core/finding.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import type { Uncounted } from '../../core/schema/uses.js';
/**
 * Checks the keywords that Cairn adds to JSON Schema, in one schema file: that they say what they may say
 * (`schema/keyword-value`), stand where they count (`schema/keyword-misplaced`), and are spelt right
 * (`schema/keyword-unknown`; other `x-` keywords are left alone). Of those of JSON Schema it checks the spelling.
 *
 * @param uncounted the schemas where `x-merge` does not count.
 */
export declare function checkKeywords(root: SchemaNode, uncounted: Uncounted, report: Report): void;
