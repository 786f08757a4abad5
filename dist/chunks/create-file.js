import { ls as name, us as say, wo as Failure } from "./shared.js";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
// src/adapters/create-file.ts
/**
* Writes a new file, and the folders that it lies in; one that exists is never replaced.
*
* @throws Failure where there is such a file, or the folder cannot be written to
*/
function createFile(folder, path, text) {
	try {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text, { flag: "wx" });
	} catch (error) {
		if (error.code === "EEXIST") throw new Failure("usage", say`${name(path)} exists already`);
		throw new Failure("broken", say`${name(path)} cannot be written`);
	}
}
export { createFile as t };
