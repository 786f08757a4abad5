import { type Message } from '../../core/message.js';
import { type Pointer } from '../../core/pointer.js';
import type { CreationRule } from '../../core/sops/creation-rules.js';
import type { SopsMetadata } from '../../core/sops/metadata.js';
import { type Outcome, type SopsProblem } from '../../core/sops/problem.js';
import type { SopsFile } from '../../stages/sops/read.js';
import { type Recipients, type SecretsWorld, type SecretText } from './world.js';
/** What is to be done to one file. Holds no value. */
export interface SecretStep extends Recipients {
    readonly path: string;
    /** The text that it was planned from; where the file says something else by then, the step is not taken. */
    readonly base: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** Whether key groups or their threshold change. */
    readonly regrouped: boolean;
    readonly dataKey: 'kept' | 'new';
    /** Values that somebody who is removed has been able to read: to be changed where they come from. */
    readonly exposed: readonly Pointer[];
}
/** A file of which nothing is done, and why. */
export interface SecretRefusal {
    readonly path: string;
    readonly text: string;
    readonly problems: readonly SopsProblem[];
    /** What no problem of the file says. */
    readonly reason?: Message;
}
/** A file that has lost somebody since the last commit: by a run that was stopped, or by hand. */
export interface EarlierLoss {
    readonly path: string;
    readonly removed: readonly string[];
    /** Values that the last commit has and that somebody who was removed has been able to read. */
    readonly exposed: readonly Pointer[];
}
/** What is to be done to many files: a plain value, to be printed, compared and refused. */
export interface SecretsPlan {
    readonly steps: readonly SecretStep[];
    /** What has to be changed elsewhere, though nothing is to be done to these files. */
    readonly earlier: readonly EarlierLoss[];
    readonly refused: readonly SecretRefusal[];
    /** Files that are as they should be. */
    readonly unchanged: readonly string[];
}
/** The age recipients of a file, by group. */
export declare function recipientsOf({ groups, threshold }: Pick<SopsMetadata, 'groups' | 'threshold'>): Recipients;
/** Whether the keys of other types than age are those of a rule. */
export declare function sameOtherKeys(groups: SopsMetadata['groups'], rule: CreationRule): boolean;
/** A step that gives a file recipients; `undefined` where it has them, and keeps its data key. */
export declare function stepFor(file: SopsFile & {
    readonly path: string;
}, wanted: Recipients, dataKey: SecretStep['dataKey']): SecretStep | undefined;
/** The pointers of the values of a file that are encrypted; of a stream with documents of several, each once. */
export declare function sealedPointers({ documents }: Pick<SopsFile, 'documents'>): readonly Pointer[];
/**
 * Does a step: opens the file, verifies its MAC, and makes the new text, which is opened again before it is returned.
 * Writes nothing.
 */
export declare function takeStep(step: SecretStep, world: SecretsWorld): Promise<Outcome<string>>;
/**
 * Why a step cannot be taken, whatever keys there are: INI files are not written, and keys of other types than age hold
 * the data key, or a share of it, which Cairn cannot replace.
 */
export declare function refusalOf({ format, metadata: { groups } }: SopsFile, step: SecretStep): Partial<Pick<SecretRefusal, 'problems' | 'reason'>> | undefined;
/** Plans a new data key for files; who can open them stays. */
export declare function planRotation(files: readonly SecretText[]): SecretsPlan;
/** Plans each file by itself; one that cannot be read is refused. */
export declare function planEach(files: readonly SecretText[], plan: (file: SopsFile & {
    readonly path: string;
}) => SecretStep | {
    readonly reason: Message;
} | undefined): SecretsPlan;
