import { type OpenedFile, type SopsRun } from './open.js';
/**
 * Reads a text that was made of an opened file, and opens it with the same data key, its MAC not yet renewed.
 *
 * @throws Error where it cannot be read, which is a mistake of this program; nothing has been written then
 */
export declare function reopened(from: Pick<OpenedFile, 'file' | 'dataKey'>, text: string, run: SopsRun): OpenedFile;
/** The same; `undefined` where it cannot be read. */
export declare function readAgain({ file, dataKey }: Pick<OpenedFile, 'file' | 'dataKey'>, text: string, run: SopsRun): OpenedFile | undefined;
