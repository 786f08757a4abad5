import { t as createFile } from "./create-file.js";
import { Gs as name, Ks as say, an as rewrite, et as beforeEnding, g as wordsOf, nc as whenLoaded, os as Failure, qt as problem } from "./shared.js";
import { t as createPrivateFile } from "./private-file.js";
import { d as editSops } from "./plan.js";
import { t as editsBetween } from "./edits-between.js";
import { n as plainText } from "./plain-text.js";
import { a as sealEdited, i as encryptText, t as ruleOfNew } from "./encrypt.js";
import { a as readClear, t as tellProblems } from "./tell.js";
import { n as proveOpens, t as openSecret } from "./world.js";
import { w as sopsFormatOf } from "./sealed.js";
import { t as tellClear } from "./clear.js";
import { l as withoutMark, o as saveFile, t as findFile } from "./files.js";
import { t as openSecretsWorld } from "./world2.js";
import { basename } from "node:path";
import { spawn } from "node:child_process";
import { isUtf8 } from "node:buffer";
// src/adapters/editor.ts
/** Signals that end this process; what it keeps in clear has to go first. */
const ENDING = [
	"SIGTERM",
	"SIGHUP",
	"SIGQUIT"
];
/**
* Runs the editor of the person on a file and waits until it is closed. The command is split as a shell would and run
* without one. An interrupt (Ctrl-C) is the editor's; a signal that ends this process ends the editor first.
*
* @param wipe takes away what must not stay when this process is ended
* @throws Failure where there is no editor, or it ends with another exit code than 0
*/
async function runEditor(file, variables, wipe) {
	const { SOPS_EDITOR: own = "", VISUAL: visual = "", EDITOR: editor = "" } = variables;
	const command = [
		own,
		visual,
		editor
	].find((one) => one.trim() !== "") ?? "vi";
	const [program, ...args] = wordsOf(command) ?? [];
	if (program === void 0) throw new Failure("usage", say`the editor ${name(command)} is no command: a quote is open`);
	const code = await new Promise((resolve) => {
		const child = spawn(program, [...args, file], {
			stdio: "inherit",
			env: {
				...variables,
				SOPS_AGE_KEY: void 0
			}
		});
		const ignore = () => void 0;
		const stop = (signal) => {
			child.kill(signal);
			wipe();
			settle("ended");
			process.kill(process.pid, signal);
		};
		const settle = (result) => {
			process.off("SIGINT", ignore);
			for (const signal of ENDING) process.off(signal, stop);
			resolve(result);
		};
		process.on("SIGINT", ignore);
		for (const signal of ENDING) process.on(signal, stop);
		child.on("error", () => settle("not started"));
		child.on("exit", (status, signal) => settle(status ?? signal ?? -1));
	});
	if (code === 0) return;
	if (code === "not started") throw new Failure("usage", say`the editor ${name(program)} could not be started`, say`set VISUAL or EDITOR`);
	throw new Failure("broken", say`the editor ended with ${typeof code === "number" ? code : name(code)}, so that nothing was written`);
}
// src/adapters/wait.ts
/** Waits for Enter on a terminal; elsewhere nobody could press it. */
async function waitForEnter(input, ask) {
	if (!input.isTTY) return;
	ask("Enter goes on\n");
	await new Promise((resolve) => {
		input.resume();
		input.once("data", () => {
			input.pause();
			resolve();
		});
	});
}
// src/queries/secrets/edit.ts
/**
* Seals a text in clear that was edited, with as few changed lines as can be: where only values differ, their lines
* alone; else the text as the person left it, comments and order too, with the ciphertext of what stayed.
*
* @param edited the whole text in clear
* @returns the new text of the file, its own where nothing was changed
*/
async function sealEdit(opened, edited, path, world) {
	const { run, now } = world;
	const { format } = opened.file;
	if (format === "binary") return {
		ok: false,
		problems: [problem("not-representable")]
	};
	const read = await readClear({
		path,
		text: edited
	}, format);
	if (!read.ok) return read;
	const documents = format === "json" ? withFloats(opened, read.result, run) : read.result;
	const edits = editsBetween(opened, documents, run.cipher);
	const small = edits.ok ? editSops(opened, edits.result, now, run) : edits;
	if (small.ok && isThat(edited, small.result, opened, {
		path,
		world
	})) return small;
	const whole = sealEdited(opened, {
		text: edited,
		documents
	}, now, run);
	const made = whole.ok ? whole : small.ok ? small : whole;
	if (made.ok) proveOpens({
		path,
		text: made.result
	}, opened.dataKey, world);
	return made;
}
/**
* JSON has one type of number, and to SOPS before 3.13.2 all were floats: one that says what it said stays one, so that
* an edit elsewhere does not give it another ciphertext.
*/
function withFloats({ leaves }, documents, { cipher }) {
	const keyOf = (tokens) => tokens.join("\0");
	const floats = /* @__PURE__ */ new Map();
	for (const { tokens, value } of leaves) if (value?.type === "float") floats.set(keyOf(tokens), [...floats.get(keyOf(tokens)) ?? [], value]);
	if (floats.size === 0) return documents;
	const places = /* @__PURE__ */ new Map();
	rewrite(documents, { visit: ({ item, tokens }) => {
		const value = item.kind === "leaf" ? item.value : null;
		const was = floats.get(keyOf(tokens)) ?? [];
		if (item.kind !== "leaf" || value === null || !("text" in value) || value.type !== "int") return void 0;
		if (was.some((one) => cipher.sameText(one, value))) places.set(item, {
			...item,
			value: {
				type: "float",
				text: value.text
			}
		});
	} });
	return documents.map(({ root }) => ({ root: replaced(root, places) }));
}
/** A tree with other leaves in some places; positions in the text stay. */
function replaced(node, places) {
	if (node.kind === "leaf") return places.get(node) ?? node;
	const items = node.items.map((item) => item.kind === "comment" ? item : {
		...item,
		node: replaced(item.node, places)
	});
	return {
		...node,
		items
	};
}
/** Whether a text in clear is what an encrypted one says, to the last blank. */
function isThat(edited, text, { dataKey }, { path, world }) {
	const clear = plainText(proveOpens({
		path,
		text
	}, dataKey, world));
	return clear.ok && clear.result === edited;
}
// src/cli/secrets/edit.ts
/** Opens a file in the person's editor, in clear, and encrypts what comes back; a new file is made. */
async function runEdit(named, options, terminal) {
	const world = await openSecretsWorld(terminal);
	const secret = findFile(named, options, terminal);
	const isTrial = options.dryRun === true;
	const format = sopsFormatOf(secret.path);
	if (format === "binary" || format === "ini") throw new Failure("usage", say`${name(named)} is of a format that cannot be edited here`, say`decrypt it, and encrypt it again`);
	if (secret.bytes === void 0) {
		const rule = await whenLoaded(() => ruleOfNew(secret, [], world, terminal));
		const content = world.run.cipher.keepBytes(Buffer.alloc(0));
		const seal = (text) => encryptText({
			path: secret.path,
			text,
			content
		}, rule, world);
		return edit(secret, "", {
			seal,
			terminal,
			world,
			isTrial
		});
	}
	const found = await openSecret(secret, world);
	if (!found.ok) return tellProblems(secret, found.problems, terminal, world);
	const { opened } = found.result;
	const clear = plainText(opened);
	if (!clear.ok) return tellProblems(secret, clear.problems, terminal, world);
	const seal = (text) => sealEdit(opened, text, secret.path, world);
	return edit(secret, clear.result, {
		seal,
		opened,
		terminal,
		world,
		isTrial
	});
}
async function edit(secret, clear, run) {
	const file = createPrivateFile(basename(secret.path), run.terminal.variables);
	const stop = beforeEnding(() => file.wipe());
	try {
		file.write(clear);
		return await editUntilRight(secret, Buffer.from(clear), {
			...run,
			file,
			stop
		});
	} finally {
		stop();
		file.wipe();
	}
}
/** How often the editor is opened where nobody can be asked: a script that is wrong each time would go on for ever. */
const MOST_OPENED = 20;
/**
* Opens the editor again as long as what comes back cannot be encrypted or written, whatever the reason, and where the
* editor failed after it had written something: no edit is lost. Closing it without a further change gives up.
*/
async function editUntilRight(secret, clear, run) {
	const { file, terminal } = run;
	let { stop } = run;
	let before = clear;
	let givenUp = () => 0;
	for (let opened = 1;; opened++) {
		const closed = runEditor(file.path, terminal.variables, () => file.wipe());
		stop();
		const failure = await failureOf(closed);
		stop = beforeEnding(() => file.wipe());
		try {
			const written = file.read();
			if (failure !== void 0 && (written === void 0 || written.equals(before))) throw failure;
			if (written === void 0) throw gone();
			if (written.equals(before)) {
				terminal.err(opened === 1 ? `nothing was changed in ${secret.path}\n` : "given up; nothing was written\n");
				return givenUp();
			}
			const result = failure === void 0 ? await sealAndSave(secret, written, run) : toldFailure(failure, terminal);
			if (result.isDone) return result.code;
			givenUp = result.givenUp;
			if (opened >= MOST_OPENED && !terminal.input.isTTY) return givenUp();
			terminal.err("the editor is opened again with what you wrote; close it without a change to give up\n");
			await waitForEnter(terminal.input, terminal.err);
			before = written;
		} finally {
			stop();
		}
	}
}
/** Why the editor failed, if it did. */
async function failureOf(closed) {
	try {
		await closed;
		return;
	} catch (error) {
		if (error instanceof Failure) return error;
		throw error;
	}
}
const gone = () => new Failure("broken", say`the editor removed the file that it was given; nothing was changed`);
async function sealAndSave(secret, written, run) {
	const { terminal, world, seal, opened } = run;
	try {
		if (!isUtf8(written)) throw new Failure("usage", say`what you wrote is no UTF-8 text`);
		const text = secret.text.startsWith("﻿") ? written.toString("utf8") : withoutMark(written.toString("utf8"));
		const made = await seal(text);
		if (made.ok) {
			const code = save(secret, made.result, run);
			if (opened !== void 0) tellClear(opened, {
				path: secret.path,
				text: made.result
			}, terminal, world);
			return {
				isDone: true,
				code
			};
		}
		const code = await tellProblems({
			path: secret.path,
			text
		}, made.problems, terminal, world);
		return {
			isDone: false,
			givenUp: () => code
		};
	} catch (error) {
		return toldFailure(error, terminal);
	}
}
function toldFailure(error, terminal) {
	const what = error instanceof Failure ? error.said : "a defect in Cairn keeps what you wrote from being encrypted";
	terminal.err(`${terminal.errStyle("red", "cairn:")} ${what}\n`);
	return {
		isDone: false,
		givenUp: () => {
			throw error;
		}
	};
}
/**
* Where the file was changed meanwhile, the edit is kept beside it, encrypted.
*
* @returns the exit code
*/
function save(secret, text, { terminal, isTrial }) {
	const { top, path } = secret.file;
	if (isTrial && text !== secret.text) {
		terminal.err(`would encrypt ${secret.path}; nothing was written\n`);
		return 0;
	}
	if (secret.bytes === void 0) {
		createFile(top, path, text);
		terminal.err(`made ${secret.path}, encrypted\n`);
		return 0;
	}
	if (text === secret.text) {
		terminal.err(`nothing was changed in ${secret.path}\n`);
		return 0;
	}
	try {
		saveFile(secret, text);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const beside = path.replace(/([^/]*?)(\.[^./]*)?$/, "$1.edited$2");
		createFile(top, beside, text);
		terminal.err(`${terminal.errStyle("red", "cairn:")} ${error.said}\n`);
		terminal.err(`  ${say`your edit is in ${name(beside)}, encrypted: take what you need of it, and remove it`}\n`);
		return 3;
	}
	terminal.err(`encrypted ${secret.path}\n`);
	return 0;
}
export { runEdit };
