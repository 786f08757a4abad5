/** What a URL, or a text with parameters as a database's driver reads it, says of encryption no more. */
export type LostInUrl = {
    readonly of: 'scheme';
    readonly before: string;
    readonly after: string;
} | {
    readonly of: 'parameter';
    readonly key: string;
    readonly is: LostParameter;
};
/** Whether a parameter is off now, or on and asks for less. */
export type LostParameter = 'off' | 'weaker';
/**
 * Whether a text that was a URL over TLS is one without, or a parameter of it that was on is so no more. Schemes are
 * compared where the text starts; of lists of URLs the first one counts.
 *
 * @param lossOf what a parameter loses from one text to another; `undefined` for nothing, and where it says nothing of
 * encryption
 */
export declare function lostInUrl(before: string, after: string, lossOf: (key: string, was: string, is: string) => LostParameter | undefined): LostInUrl | undefined;
