import { Qo as showLocation, Us as escapeControls, Wo as RULES, nr as filePlace, wt as names } from "./shared.js";
// src/report/junit.ts
/**
* A check as JUnit XML, in the form that Jenkins, GitLab and GitHub's actions for it agree on. A suite is a group of
* rules, a case is a finding, or a rule that found nothing: a report without a passed case looks to them as if nothing
* had run. What is not severe enough to fail the run is a passed case that says so in its output.
*/
function checkJunit({ findings }, { fatal }, { prefix }) {
	const isFailure = ({ severity }) => fatal.includes(severity);
	const byRule = groupBy(findings, ({ rule }) => rule);
	const nameOf = createNames();
	const suites = [];
	for (const [group, rules] of groupBy(Object.keys(RULES), groupOf)) {
		const found = rules.flatMap((rule) => byRule.get(rule) ?? []);
		const passed = rules.filter((rule) => !byRule.has(rule));
		const counts = {
			tests: found.length + passed.length,
			failures: found.filter(isFailure).length,
			errors: 0,
			skipped: 0
		};
		const cases = found.map((one) => caseOf(one, {
			name: nameOf(one),
			prefix,
			failed: isFailure(one)
		}));
		for (const rule of passed) cases.push(element("testcase", {
			classname: `cairn.${group}`,
			name: rule
		}, []));
		suites.push(element("testsuite", {
			name: group,
			...counts
		}, cases));
	}
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", {
		name: "Cairn",
		tests: findings.length + Object.keys(RULES).length - byRule.size,
		failures: findings.filter(isFailure).length,
		errors: 0
	}, suites)}`;
}
/** What stands before the slash of a rule. */
const groupOf = (rule) => rule.slice(0, rule.indexOf("/"));
/** In the order in which the keys are first met. */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group === void 0) groups.set(keyOf(item), [item]);
		else group.push(item);
	}
	return groups;
}
function caseOf(found, { name, prefix, failed }) {
	const { rule, severity, message, location } = found;
	const { file, line } = filePlace(location, prefix);
	const attributes = {
		classname: file,
		name,
		file,
		...line === void 0 ? {} : { line }
	};
	const text = textNode(storyOf(found));
	return element("testcase", attributes, [failed ? element("failure", {
		type: `${severity} ${rule}`,
		message
	}, text) : element("system-out", {}, text)]);
}
/** The finding as the terminal tells it. */
function storyOf({ rule, severity, message, location, related, environments }) {
	const lines = [`${showLocation(location)} ${severity} ${rule} ${message}`];
	for (const one of related) lines.push(`  ${showLocation(one.location)} ${one.message}`);
	if (environments.length > 0) lines.push(`  in ${names(environments)}`);
	return lines.join("\n");
}
/**
* Names by which a case is found again in the next run: without lines, and counted where a file has the same finding
* several times.
*/
function createNames() {
	const seen = /* @__PURE__ */ new Map();
	return ({ rule, message, location }) => {
		const key = `${location.file ?? ""}\u0000${rule}\u0000${message}`;
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return count === 1 ? `${rule}: ${message}` : `${rule}: ${message} (${count})`;
	};
}
/** An element on lines of its own; a text as content stays as it is. */
function element(name, attributes, content) {
	let tag = `<${name}`;
	for (const [key, value] of Object.entries(attributes)) tag += ` ${key}="${attributeValue(String(value))}"`;
	const inside = typeof content === "string" ? content : content.length === 0 ? "" : `\n${content.join("")}`;
	return inside === "" ? `${tag}/>\n` : `${tag}>${inside}</${name}>\n`;
}
/**
* Text that every XML parser reads back as it is shown: markup is escaped, and what XML 1.0 cannot hold (§2.2) or a
* terminal would act on is told as `\u0000`. A log of it starts no workflow command.
*/
function textNode(text) {
	return text.split("\n").map(escapeControls).join("\n").replace(/[\ufffe\uffff]/g, "�").replace(/[&<>]/g, (char) => ENTITIES[char] ?? "").replace(/^([^\S\n]*):(?=:)/gm, "$1&#58;").replaceAll("##[", "#&#35;[");
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
/** The same in an attribute, where line breaks would become blanks (§3.3.3). */
function attributeValue(text) {
	return textNode(text).replaceAll("\"", "&quot;").replaceAll("\n", "&#10;");
}
export { checkJunit };
