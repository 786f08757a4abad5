import { type Clear, type SopsDocument, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.js';
import type { SopsFormat } from './read.js';
/** How a tree is written out. */
export interface Style {
    /** Columns of one level; SOPS has 4 for YAML. */
    readonly unit: number;
    readonly lineBreak: string;
}
export declare const SOPS_STYLE: Style;
/**
 * Writes documents in SOPS's own formatting: YAML with four columns a level, JSON with tabs, dotenv with a line a
 * value. Leaves are in clear or envelopes: sealing comes before.
 *
 * @throws SopsRefusal `not-representable` for what the format cannot hold
 */
export declare function emit(documents: readonly SopsDocument[], format: SopsFormat): string;
/** The lines of a container, each indented by `column`. */
export declare function yamlLines(container: SopsMapping | SopsList, column: number, style: Style): string[];
/** The column of what is nested under another: the next multiple of a level, as go-yaml has it. */
export declare function below(column: number, unit: number): number;
/** The lines of an entry; the first without its indentation, the others with theirs. */
export declare function entryLines(key: string | null, node: SopsNode, column: number, style: Style): string[];
/** A node as JSON with tabs, as Go writes it, indented by `depth` from the second line on. */
export declare function json(node: SopsNode, depth: number, indent?: string, lineBreak?: string): string;
export declare function jsonScalar(value: Clear | null): string;
/** A text as Go's `encoding/json` writes it. */
export declare function jsonString(text: string): string;
/** A line of a dotenv file, without its end. */
export declare function envLine(key: string | null, node: SopsNode): string;
export declare function envText(value: Clear | null): string;
/** Metadata as the flat entries that dotenv files have. */
export declare function flatLines(node: SopsNode, path: readonly (string | number)[]): string[];
