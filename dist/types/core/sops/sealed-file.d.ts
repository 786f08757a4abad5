import { type SpanPlace } from '../place.js';
import { type SopsDocument, type SopsMapping } from './document.js';
import type { SopsMetadata } from './metadata.js';
import type { Source } from '../source.js';
/** An encrypted file as it can be read without a key. */
export interface SealedFile {
    readonly source: Source;
    /** SOPS's: `yaml`, `binary` … */
    readonly format?: string;
    readonly documents: readonly SopsDocument[];
    readonly metadata: SopsMetadata;
    readonly blocks: readonly {
        readonly block: SopsMapping;
        readonly entries: readonly {
            readonly start: number;
            readonly keyEnd: number;
        }[];
    }[];
}
/** Where a field of the metadata stands; the key of the metadata where there is no such field. */
export declare function fieldPlace(file: SealedFile, field: string): SpanPlace;
/** The key of the metadata: `sops`, or the first of the keys that start so. */
export declare function metadataPlace({ source, blocks }: SealedFile): SpanPlace;
