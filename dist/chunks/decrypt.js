import { Gs as name, Ks as say, os as Failure } from "./shared.js";
import { t as openSecret } from "./world.js";
import { w as bytesInClear } from "./plan.js";
import { n as plainText, t as binaryContent } from "./plain-text.js";
import { a as loadFile } from "./files.js";
import { t as tellProblems } from "./tell.js";
import { t as openSecretsWorld } from "./world2.js";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
// src/cli/secrets/decrypt.ts
/** Prints a file in clear, in its own format; writes it to a new file that only its owner can read, if asked. */
async function runDecrypt(named, options, terminal) {
	const world = await openSecretsWorld(terminal);
	const secret = loadFile(named, options, terminal);
	const found = await openSecret(secret, world);
	if (!found.ok) return tellProblems(secret, found.problems, terminal, world);
	const clear = inClear(found.result.opened);
	if (!clear.ok) return tellProblems(secret, clear.problems, terminal, world);
	if (options.output === void 0) terminal.out(clear.result);
	else writeNew(resolve(terminal.directory, options.directory ?? ".", options.output), options.output, clear.result);
	return 0;
}
function inClear(opened) {
	if (opened.file.format !== "binary") return plainText(opened);
	return {
		ok: true,
		result: bytesInClear(binaryContent(opened))
	};
}
function writeNew(file, shown, content) {
	try {
		writeFileSync(file, content, {
			flag: "wx",
			mode: 384
		});
	} catch (error) {
		const exists = error.code === "EEXIST";
		throw new Failure(exists ? "usage" : "broken", exists ? say`${name(shown)} exists already` : say`${name(shown)} cannot be written`);
	}
}
export { runDecrypt };
