import { t as createFile } from "./create-file.js";
import { Gs as name, Ks as say, nc as whenLoaded, os as Failure } from "./shared.js";
import { r as encryptDocuments, t as ruleOfNew } from "./encrypt.js";
import { i as typeAt, n as documentOf, o as setAt, r as nodeOf, t as placeOf } from "./place.js";
import { n as proveOpens, t as openSecret } from "./world.js";
import { d as editSops } from "./plan.js";
import { t as tellClear } from "./clear.js";
import { o as saveFile, t as findFile } from "./files.js";
import { t as tellProblems } from "./tell.js";
import { t as openSecretsWorld } from "./world2.js";
// src/adapters/secret-input.ts
/** Most that is read of one value, in UTF-16 units. */
const LONGEST = 1e7;
/**
* Reads a value that nobody is to see: from a terminal one line that is not shown, else all that comes in, without the
* line break at its end.
*
* @param ask writes the question, on a terminal
* @throws Failure where nothing comes, or the person gives up
*/
async function readSecretInput(input, ask) {
	if (input.isTTY) return readHidden(input, ask);
	let text = "";
	input.setEncoding("utf8");
	for await (const chunk of input) {
		text += String(chunk);
		if (text.length > LONGEST) throw new Failure("usage", say`the value is longer than ${LONGEST} characters`);
	}
	return text.replace(/\r?\n$/, "");
}
const ENTER = /* @__PURE__ */ new Set([
	"\r",
	"\n",
	""
]);
const BACKSPACE = /* @__PURE__ */ new Set(["", "\b"]);
const INTERRUPT = "";
/** One line in raw mode, as passwords are asked for. */
function readHidden(input, ask) {
	ask("value (not shown, Enter ends it): ");
	return new Promise((resolve, reject) => {
		let text = "";
		const end = (settle) => {
			input.setRawMode(false);
			input.pause();
			input.off("data", take);
			ask("\n");
			settle();
		};
		const take = (chunk) => {
			for (const char of chunk.toString()) {
				if (char === INTERRUPT || ENTER.has(char)) {
					end(() => {
						if (char === INTERRUPT) reject(new Failure("usage", say`given up; nothing was changed`));
						else resolve(text);
					});
					return;
				}
				text = BACKSPACE.has(char) ? Array.from(text).slice(0, -1).join("") : text + char;
			}
		};
		input.setRawMode(true);
		input.setEncoding("utf8");
		input.on("data", take);
		input.resume();
	});
}
// src/cli/secrets/set.ts
/** Gives one value of a file another content, or makes the file; the value comes from standard input or a prompt. */
async function runSet(named, at, options, terminal) {
	const place = placeOf(at, options.document);
	const world = await openSecretsWorld(terminal);
	const secret = findFile(named, options, terminal);
	if (secret.bytes === void 0) return create(secret, place, {
		options,
		terminal,
		world
	});
	const found = await openSecret(secret, world);
	if (!found.ok) return tellProblems(secret, found.problems, terminal, world);
	const { opened } = found.result;
	const value = await readValue(options.type === "as it was" ? typeAt(opened, place) : options.type, {
		options,
		terminal,
		world
	});
	const edited = editSops(opened, [setAt(opened, place, value)], world.now, world.run);
	if (!edited.ok) return tellProblems(secret, edited.problems, terminal, world);
	if (edited.result === secret.text) terminal.err(`${named} has this value already; nothing was written\n`);
	else if (options.dryRun === true) terminal.err(`would set ${at} in ${named}; nothing was written\n`);
	else {
		proveOpens({
			path: secret.path,
			text: edited.result
		}, opened.dataKey, world);
		saveFile(secret, edited.result);
		terminal.err(`set ${at} in ${named}\n`);
	}
	if (edited.result !== secret.text) tellClear(opened, {
		path: named,
		text: edited.result
	}, terminal, world);
	return 0;
}
async function create(secret, place, run) {
	const { options, terminal, world } = run;
	if (place.document !== 0) throw new Failure("usage", say`${name(secret.path)} is a new file: its first document is number 0`);
	const rule = await whenLoaded(() => ruleOfNew(secret, [], world, terminal));
	const value = await readValue(options.type === "as it was" ? "str" : options.type, run);
	const made = await encryptDocuments({
		path: secret.path,
		documents: [documentOf(place.tokens, value)]
	}, rule, world);
	if (!made.ok) return tellProblems(secret, made.problems, terminal, world);
	if (options.dryRun === true) terminal.err(`would make ${secret.path}; nothing was written\n`);
	else {
		createFile(secret.file.top, secret.file.path, made.result);
		terminal.err(`made ${secret.path}, encrypted\n`);
	}
	return 0;
}
async function readValue(type, { options, terminal, world }) {
	const text = options.value ?? await readSecretInput(terminal.input, terminal.err);
	const node = nodeOf(text, type, world.run);
	if (node !== void 0) return node;
	throw new Failure("usage", say`the value is none of the type ${name(type)}; nothing was changed`, say`--type str takes any text`);
}
export { runSet };
