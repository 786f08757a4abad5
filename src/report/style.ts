import { styleText } from 'node:util'
import type { Severity } from '../core/rules.ts'

type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green'

/** Colours text for a terminal, or leaves it as it is. */
export type Style = (look: Look, text: string) => string

export const plain: Style = (_look, text) => text
/** Colours whatever the stream is: whether there is a terminal was decided by the caller. */
export const coloured: Style = (look, text) => styleText(look, text, { validateStream: false })

export const SEVERITY_LOOK = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, Look>
