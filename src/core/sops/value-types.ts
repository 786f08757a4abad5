/** What a text is to be taken for; `as it was`: for what stands there now, a text where that is nothing. */
export const VALUE_TYPES = ['as it was', 'str', 'int', 'float', 'bool', 'time', 'null', 'json'] as const
export type ValueType = (typeof VALUE_TYPES)[number]
