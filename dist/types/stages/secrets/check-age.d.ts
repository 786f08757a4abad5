import { type Report } from '../../core/finding.js';
import { type SealedFile } from '../../core/sops/sealed-file.js';
/** After how many days a file is due, and the day it is. */
export interface Due {
    readonly today: string;
    readonly days: number;
}
/** Says of a file that was last changed too long ago that it is. */
export declare function checkAge(file: SealedFile, { today, days }: Due, report: Report): void;
