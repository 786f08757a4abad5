import { Gs as name, Ja as Source, Jo as inFile, Ks as say, Qo as showLocation, Rs as pointer, Yo as inSpan, Zo as locate, fa as parseFile, ft as inert, nc as whenLoaded, qt as problem } from "./shared.js";
import { r as recipientsOf } from "./plan.js";
import { f as PROBLEM_WORDS, p as readToSeal, w as sopsFormatOf } from "./sealed.js";
import { r as readSecret, t as openSecret } from "./world.js";
// src/queries/secrets/read-clear.ts
/**
* Reads a text in clear that is to be sealed. YAML is read as `cairn check` reads it, too: what reads it in SOPS's
* terms takes more than YAML allows, and SOPS would find that out when the file is needed.
*
* @returns as `readToSeal`; or `not-taken`
*/
async function readClear(secret, format) {
	const read = readToSeal(secret.text, format);
	if (!read.ok || format !== "yaml") return read;
	const mistake = await mistakeIn(secret);
	return mistake === void 0 ? read : {
		ok: false,
		problems: [mistake]
	};
}
/** The mistakes after which no reader agrees with another. */
const UNREADABLE = /* @__PURE__ */ new Set([
	"parse/syntax",
	"parse/encoding",
	"parse/binary",
	"parse/unknown-anchor",
	"parse/merge-key"
]);
/** What `cairn check` finds wrong with a text of YAML as such, be it encrypted or in clear. */
async function mistakeIn({ path, text }) {
	const found = await whenLoaded(() => {
		let first;
		parseFile(path, Buffer.from(text), {
			stream: true,
			tags: /* @__PURE__ */ new Map()
		}, (one) => {
			if (UNREADABLE.has(one.rule)) first ??= one;
		});
		return first;
	});
	return found && problem("not-taken", found.place.in === "span" ? found.place : {});
}
// src/queries/secrets/verify.ts
/** Problems of this run and not of the file. */
const NOT_OPENED = /* @__PURE__ */ new Set([
	"no-identity",
	"unsupported-key",
	"too-few-groups"
]);
/** Whether a file could not be opened for want of a key. */
function isLocked(problems) {
	return problems.some(({ kind }) => NOT_OPENED.has(kind));
}
/** Opens files one by one, every value and the MAC. Nothing that was opened is kept. */
async function* verify(files, world, progress = () => void 0) {
	for (const [i, secret] of files.entries()) {
		progress(i, files.length);
		const found = await openSecret(secret, world);
		const mistake = found.ok && sopsFormatOf(secret.path) === "yaml" ? await mistakeIn(secret) : void 0;
		if (mistake !== void 0) yield {
			...secret,
			state: "wrong",
			problems: [mistake]
		};
		else if (found.ok) yield {
			...secret,
			state: "verified",
			problems: []
		};
		else yield {
			...secret,
			state: isLocked(found.problems) ? "not opened" : "wrong",
			problems: found.problems
		};
	}
}
// src/report/secrets/problem.ts
function toldProblem(path, text, found) {
	const { kind, start, end, tokens } = found;
	const { said, next } = PROBLEM_WORDS[kind];
	const location = locate(end > 0 ? inSpan(new Source(path, text), start, Math.max(start, end)) : inFile(path));
	const message = kind === "unsupported-key" && tokens.length === 1 ? say`${name(tokens[0] ?? "")} is no recipient of age that Cairn can encrypt to` : kind === "no-such-value" ? say`there is no value at ${pointer(tokens)}` : said;
	return {
		kind,
		location,
		pointer: pointer(tokens),
		message,
		...next && { next }
	};
}
/** One block a problem: place, class and message, and below it what to do next. */
function problemText({ kind, location, message, next }, style) {
	const hint = next === void 0 ? "" : `  ${next}\n`;
	return `${style("bold", showLocation(location))} ${style("red", "error")} ${kind}: ${message}\n${hint}`;
}
// src/cli/secrets/tell.ts
/** Asked for what cannot be, while nothing is wrong with the file. */
const ASKED_WRONGLY = /* @__PURE__ */ new Set([
	"no-metadata",
	"already-encrypted",
	"no-such-value",
	"read-only",
	"reserved-key",
	"duplicate-key",
	"not-representable",
	"empty-document",
	"through-alias",
	"nothing-selected",
	"bad-selector",
	"unsupported-key",
	"bad-content",
	"not-taken"
]);
/** Most problems of one file that are told. */
const MOST_TOLD = 20;
/**
* Tells on standard error what is wrong with a file, and where keys were looked for if none fits.
*
* @returns the exit code: 1 the file is not right, 2 asked wrongly, 3 no key of this run opens it
*/
async function tellProblems(secret, problems, terminal, world) {
	terminal.clear();
	for (const found of problems.slice(0, MOST_TOLD)) terminal.err(inert(problemText(toldProblem(secret.path, secret.text, found), terminal.errStyle)));
	if (problems.length > MOST_TOLD) terminal.err(`  and ${problems.length - MOST_TOLD} more\n`);
	const code = exitCodeOf(problems);
	if (code === 3) for (const line of await lockedText(secret, world)) terminal.err(`  ${line}\n`);
	return code;
}
/** The exit code for what is wrong with a file, as docs/secrets.md has it. */
function exitCodeOf(problems) {
	if (isLocked(problems) && problems.some(({ kind }) => kind !== "unsupported-key")) return 3;
	return problems.every(({ kind }) => ASKED_WRONGLY.has(kind)) ? 2 : 1;
}
/** Recipients that are named. */
const MOST_NAMED = 6;
/** Whom a file is for, and where keys were looked for; never what was found there. */
async function lockedText(secret, { keys }) {
	const read = readSecret(secret);
	const recipients = read.ok ? recipientsOf(read.result.metadata).groups.flat() : [];
	const lines = recipients.slice(0, MOST_NAMED).map((recipient) => say`it is for ${name(recipient)}`);
	if (recipients.length > MOST_NAMED) lines.push(say`and for ${recipients.length - MOST_NAMED} more`);
	for (const { where, found, problem } of (await keys.found()).looked) {
		const held = found === 0 ? say`` : found === 1 ? say`: one key, which does not fit` : say`: ${found} keys, none of which fits`;
		lines.push(say`looked in ${where}${held}${problem === void 0 ? say`` : say`: ${problem}`}`);
	}
	return lines;
}
export { readClear as a, verify as i, toldProblem as n, isLocked as r, tellProblems as t };
