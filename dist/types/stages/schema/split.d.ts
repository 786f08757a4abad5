/** The items of a text; none of an empty one. A separator inside a reference belongs to that. Nothing is trimmed. */
export declare function splitText(text: string, separator: string): readonly string[];
