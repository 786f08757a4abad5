/**
 * A number as text: JavaScript's, but whole numbers below 1e21 in exact digits. From 2^53 on JavaScript pads the
 * shortest ones with zeros: `2 ** 60` is `1152921504606847000` to it, another number to a reader of whole numbers.
 */
export declare function numberText(value: number): string;
/** A number in digits alone, for readers that know no exponents: sizes of Docker and Kubernetes. */
export declare function digitsOf(value: number): string;
/** JSON, two spaces deep, with numbers as {@link numberText} has them. */
export declare function indentedJson(data: unknown): string;
