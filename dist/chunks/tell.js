import { $r as locate, Ai as pointer, Cr as Source, Li as name, Qr as inSpan, Ri as say, Tt as inert, Zr as inFile, ei as showLocation } from "./shared.js";
import { i as recipientsOf } from "./world2.js";
import { r as readSecret, t as openSecret } from "./world.js";
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
		if (found.ok) yield {
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
/** What is said of each class of problems, and what to do next where there is something. */
const WORDS = {
	"no-metadata": [say`this file is not encrypted: it has no SOPS metadata`, say`cairn secrets encrypt makes it so`],
	"bad-metadata": [say`its SOPS metadata lacks this, or has it in a form that cannot be read`, say`take the metadata from an older commit`],
	"no-keys": [say`nobody can open it: its metadata has no keys`, say`take the metadata from an older commit`],
	"several-selectors": [say`its metadata has more than one selector, and SOPS takes one`],
	"bad-selector": [say`its selector is no expression of RE2: SOPS would write all values in clear`, say`correct it in .sops.yaml`],
	"bad-content": [say`it cannot be read as what its name says, or holds what SOPS has no form for`, say`cairn check says what is wrong`],
	"no-identity": [say`none of the keys of this run opens it`],
	"unsupported-key": [say`it is encrypted to keys that Cairn cannot use`, say`Cairn opens what is encrypted to recipients of age`],
	"bad-recipient-block": [say`what its metadata holds for this recipient is damaged`, say`take the metadata from an older commit`],
	"too-few-groups": [say`the keys of this run open fewer of its key groups than it takes`],
	"bad-data-key": [say`what its metadata gives is no data key`, say`take the metadata from an older commit`],
	"plaintext": [say`a value that should be encrypted stands in clear`, say`if it has been committed, change it where it comes from; then put it in with cairn secrets set`],
	"not-text": [say`a value that should be encrypted stands in clear`, say`if it has been committed, change it where it comes from; then put it in with cairn secrets set`],
	"damaged-envelope": [say`this SOPS envelope is damaged`, say`restore its text, or set the value anew`],
	"forged-value": [say`this value does not open with the key of the file: it was changed, or moved here from another key or file`, say`restore it from Git, and find out who changed it`],
	"bad-value": [say`what is encrypted here is not of the type that its envelope says`, say`restore it from Git, and find out who changed it`],
	"mac-missing": [say`the file has no MAC, so that nobody can tell whether values were changed`, say`restore the metadata from Git`],
	"mac-forged": [say`the MAC does not open: it or lastmodified was changed`, say`restore the metadata from Git; after a merge: cairn secrets merge --finish`],
	"mac-mismatch": [say`the values are not those that the MAC was made of: some were changed, added, removed, reordered or given another type without the key`, say`compare the file with Git's; after a merge: cairn secrets merge --finish`],
	"nothing-selected": [say`the selector selects no value of this file, so that all would stay in clear`, say`correct the selector in .sops.yaml`],
	"reserved-key": [say`this key belongs to the metadata of SOPS`, say`give it another name`],
	"not-representable": [say`a value has no form in this format`],
	"already-encrypted": [say`it is encrypted already`, say`cairn secrets edit or set changes it`],
	"no-such-value": [say`there is no such value`],
	"through-alias": [say`this value stands elsewhere, where its anchor is`, say`change it there`],
	"read-only": [say`INI files are only read: SOPS itself loses text when it writes them`, say`sops edits them`]
};
function toldProblem(path, text, found) {
	const { kind, start, end, tokens } = found;
	const [said, next] = WORDS[kind];
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
	"not-representable",
	"through-alias",
	"nothing-selected",
	"bad-selector",
	"unsupported-key",
	"bad-content"
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
	const locked = isLocked(problems) && problems.some(({ kind }) => kind !== "unsupported-key");
	if (locked) for (const line of await lockedText(secret, world)) terminal.err(`  ${line}\n`);
	if (locked) return 3;
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
export { verify as i, toldProblem as n, isLocked as r, tellProblems as t };
