import type { Discovery } from '../core/discovery.js';
/** Tells whose layer a file is: environments, null for a layer below all of them; of other files nobody's. */
export declare function ownersIn({ documents, shared }: Discovery): (file: string) => ReadonlySet<string | null>;
