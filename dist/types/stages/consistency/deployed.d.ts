import { type Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
import { type Fact, type SlotTable } from './facts.js';
/** Where deployments list what they run. */
export interface DeployedSettings {
    readonly kinds: readonly string[];
    /** To a list, or to a mapping by name. */
    readonly services: Tokens;
    /** In an item of it, as all further pointers. */
    readonly name: Tokens;
}
/** An item of what a deployment runs, with what rules asked for. */
export interface Deployed {
    /** Where it stands in the deployment. */
    readonly tokens: Tokens;
    readonly name: string;
    readonly facts: readonly Fact[];
}
/** What deployments of one kind run: read once a document, whichever rules ask. */
export declare class DeployedTable {
    #private;
    constructor(table: SlotTable, { services, name }: DeployedSettings);
    /** The index of the fact at a pointer into an item. */
    slot(tokens: Tokens): number;
    /** The items whose name is known. */
    read(value: Value): readonly Deployed[];
}
/** The table of what documents of a kind run; `undefined` for a kind whose documents are no deployments. */
export declare function deployedIn(table: SlotTable, settings: DeployedSettings): DeployedTable | undefined;
/** The items of a list or mapping, by token. */
export declare function entriesOf(value: Value | undefined): readonly (readonly [token: string, item: Value])[];
/** The documents of an environment by their names, of several kinds those of the first kind that has one first. */
export declare class Named<T extends {
    readonly subject: {
        readonly kind: string;
        readonly name: string;
    };
}> {
    #private;
    constructor(kinds: readonly string[]);
    add(one: T): void;
    all(name: string): readonly T[];
    values(): Generator<T>;
}
