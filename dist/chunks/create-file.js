import { Gs as name, Ks as say, as as codeOf, hn as makeFolders, os as Failure } from "./shared.js";
import { n as writeNewFile } from "./beside.js";
import { dirname, join, resolve } from "node:path";
// src/adapters/create-file.ts
/**
* Writes a new file in one step, and the folders that it lies in; one that exists is never replaced.
*
* @throws Failure where there is such a file, or the folder cannot be written to
*/
function createFile(folder, path, text) {
	try {
		makeFolders(dirname(resolve(folder, path)));
		writeNewFile(join(folder, path), {
			bytes: text,
			mode: 438
		});
	} catch (error) {
		if (codeOf(error) === "EEXIST") throw new Failure("usage", say`${name(path)} exists already`);
		throw new Failure("broken", say`${name(path)} cannot be written`);
	}
}
export { createFile as t };
