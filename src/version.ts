/** The version of package.json, compiled in by the build. */
declare const CAIRN_VERSION: string | undefined
export const VERSION: string = typeof CAIRN_VERSION === 'string' ? CAIRN_VERSION : '0.0.0-source'
