/** Thrown when a schema asks for too much work; caught by the validator. */
export declare class Exhausted extends Error {
}
/**
 * Counts the work that one validation does. What ajv generates has no loops but over values and references, so counting
 * at the references bounds the work of schemas that refer to one another in ever more ways, and counting at the unions
 * that of branches, each of which looks at the whole value.
 */
export declare class Budget {
    #private;
    /** @throws Exhausted when it is too much. */
    spend(units: number): void;
    /**
     * Schemas that are tried out on one value, of which most may fit nothing: whoever looks for one of many asks each.
     *
     * @throws Exhausted when it is too much.
     */
    spendOnTrying(schemas: number, value: unknown): void;
    renew(): void;
}
