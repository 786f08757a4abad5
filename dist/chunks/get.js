import { t as openSecret } from "./world.js";
import { a as valueText, t as placeOf } from "./place.js";
import { a as loadFile } from "./files.js";
import { t as tellProblems } from "./tell.js";
import { t as openSecretsWorld } from "./world2.js";
// src/cli/secrets/get.ts
/** Prints one value in clear, with a line break behind it. */
async function runGet(named, at, options, terminal) {
	const place = placeOf(at, options.document);
	const world = await openSecretsWorld(terminal);
	const secret = loadFile(named, options, terminal);
	const found = await openSecret(secret, world);
	if (!found.ok) return tellProblems(secret, found.problems, terminal, world);
	const text = valueText(found.result.opened, place);
	if (!text.ok) return tellProblems(secret, text.problems, terminal, world);
	terminal.out(`${text.result}\n`);
	return 0;
}
export { runGet };
