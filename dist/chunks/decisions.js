import { Ei as isMapping, Fn as link, Hi as Sealed, Hn as Telling, Oi as put, On as provenanceIn, Pn as evaluate, Ti as isList, Un as tellAll, Vi as Opaque, Wn as Subject, ki as valueAt } from "./shared.js";
import { n as isOpened } from "./secrets.js";
// src/stages/validate/decided.ts
/** Asks no schema anything: what is told of unions and conditions is told in general words. */
const SILENT = { validate: () => ({
	definite: [],
	undecided: [],
	deprecated: [],
	exhausted: true
}) };
/**
* Reports what a key has shown to be wrong with a document, as it would be of values in clear; no message shows one.
* Runs no code that was made of a schema.
*
* @param linked with secrets in the places of sealed leaves
*/
function tellDecided(linked, issues, { root, report, provenance }) {
	const subject = new Subject(linked, root, provenance ?? {});
	tellAll(new Telling(subject, SILENT).problems(issues), subject, report);
}
// src/decisions.ts
/**
* Answers what only a key would decide: each document is made again, with secrets in the places of its sealed leaves,
* and what the schema asked of these is asked of them. What is found is reported as it would be of a value in clear. No
* schema is compiled: code that was made of one never runs after the first secret is opened.
*/
async function decide(workspace, open, run) {
	for (const { document, environment, questions } of open) {
		const left = await workspace.reader.whole(run.collector, () => {
			const [effective] = evaluate(workspace, document, [environment], ignore);
			if (effective === void 0) return questions;
			return decideOne(workspace, link(workspace, effective, ignore), questions, run);
		});
		run.collector.close();
		for (const question of left) run.undecided(question, environment.name);
	}
}
/** What was wrong with a document was reported when it was first made. */
const ignore = () => void 0;
/** @returns the questions that stay open */
function decideOne(workspace, linked, questions, run) {
	const { files: { secrets, opened }, opener, collector } = run;
	const schema = workspace.schemas.of(linked.effective.document.kind);
	if (schema === void 0 || !isOpened(linked, opened)) return questions;
	const value = withSecrets(linked.value, secrets);
	const broken = /* @__PURE__ */ new Map();
	const left = questions.filter(({ asks }) => {
		const answers = asks.map((issue) => {
			const about = valueAt(value, issue.tokens);
			return about === void 0 ? void 0 : opener.judge(issue, about);
		});
		for (const issue of answers.flatMap((answer) => answer ?? [])) broken.set(keyOf(issue), issue);
		return answers.length === 0 || answers.includes(void 0);
	});
	if (broken.size > 0) {
		const provenance = provenanceIn(workspace, linked.effective.environment);
		tellDecided({
			...linked,
			value
		}, [...broken.values()], {
			root: schema.root,
			report: collector.report,
			provenance
		});
	}
	return left;
}
function keyOf({ schema, keyword, tokens }) {
	return JSON.stringify([
		schema.id,
		keyword,
		...tokens
	]);
}
/** A value with secrets for the ciphertext that was opened; subtrees without any are shared. */
function withSecrets(value, secrets) {
	if (value instanceof Sealed) return value.lookUp(secrets) ?? value;
	if (value instanceof Opaque) return value;
	if (isList(value)) {
		const items = value.map((item) => withSecrets(item, secrets));
		return items.every((item, i) => item === value[i]) ? value : items;
	}
	if (!isMapping(value)) return value;
	let copy;
	for (const key of Object.keys(value)) {
		const entry = value[key];
		const opened = withSecrets(entry, secrets);
		if (opened === entry) continue;
		copy ??= { ...value };
		put(copy, key, opened);
	}
	return copy ?? value;
}
export { decide };
