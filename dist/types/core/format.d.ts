/** The formats that a layer may be written in. All are equals; TOML's, INI's and dotenv's scalars are typed later. */
export type Format = 'yaml' | 'json' | 'toml' | 'ini' | 'env';
export declare const EXTENSIONS: readonly string[];
/** The format of a path by its extension; `.env` and `.env.production` are dotenv files by name. */
export declare function formatOf(path: string): Format | undefined;
