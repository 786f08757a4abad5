/** `yaml` has the last word on what js-yaml refuses. */
export declare const judge: () => typeof import("./judge.js");
export declare const toml: () => typeof import("./toml.js");
