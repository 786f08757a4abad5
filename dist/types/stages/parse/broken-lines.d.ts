import { type Report } from '../../core/finding.js';
import type { Message } from '../../core/message.js';
import type { Source } from '../../core/source.js';
/** The lines of a line format (INI, dotenv) that cannot be read, told one by one; a merge conflict is told alone. */
export declare class BrokenLines {
    #private;
    constructor(source: Source, report: Report);
    get some(): boolean;
    get tooMany(): boolean;
    tell(start: number, end: number, message: Message): void;
}
