import type { SopsDocument } from '../../core/sops/document.js';
/**
 * Refuses YAML that go-yaml reads otherwise than YAML 1.2, or not at all.
 *
 * @throws SopsRefusal `bad-content`
 */
export declare function refuseOdd(text: string, documents: readonly SopsDocument[]): void;
