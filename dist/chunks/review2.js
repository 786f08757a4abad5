import { $n as placeUrl, An as routineText, Bn as riskyFirst, Cn as STATES, Dn as rowsToApply, Fn as OF_NO_DOCUMENT, Hn as wholeText, In as groupsText, Ln as recipientsOf, Nn as placeOf, On as comparisonText, Pn as ENCRYPTED_COLUMNS, Qo as showLocation, Rn as becauseOf, Sn as sentenceOf, Tn as isTouched, Un as originsOf, Us as escapeControls, Vn as sideOfEdit, Zn as mostSevere, ht as jsonText, jn as tailText, kn as countsText, lr as plural, or as grouped, qn as sameEdits, wn as TAKES_TEXT, zn as groupsOf } from "./shared.js";
// src/report/html/markup.ts
/**
* A piece of a page: markup of our own, with every text in it escaped. Only `html` makes one of texts, and `ours` of
* what is known to be markup already, so that nothing from a repository gets into a page as it is.
*/
var Html = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
/** Markup with parts in it: texts are escaped, in elements and in quoted attributes; nothing stands for `undefined`. */
function html(fixed, ...parts) {
	let text = fixed[0] ?? "";
	for (const [i, part] of parts.entries()) text += partText(part) + (fixed[i + 1] ?? "");
	return new Html(text);
}
/** What was put together of our own words and of texts that `escapeHtml` or `codeText` made. */
const ours = (text) => new Html(text);
function partText(part) {
	if (part === void 0) return "";
	if (typeof part === "string") return escapeHtml(part);
	if (typeof part === "number") return String(part);
	return part instanceof Html ? part.text : part.map(({ text }) => text).join("");
}
/** Pieces with something of our own between them. */
function joined(parts, between) {
	return new Html(parts.map(({ text }) => text).join(between));
}
/**
* Text as it is shown, wherever it stands: no markup, nothing that turns or hides text, one line. The two characters
* that XML lacks (1.0, §2.2) are told as such too, and a log of the page starts no workflow command.
*/
function escapeHtml(text) {
	return escapeControls(text).replace(MARKUP, (found) => ENTITIES[found] ?? `\\u${found.charCodeAt(0).toString(16)}`);
}
const MARKUP = /[&<>"'\ufffe\uffff]|##(?=\[)/g;
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"##": "#&#35;"
};
/** A name, a key or a value, as text. */
const codeText = (text) => text === "" ? "" : `<code>${escapeHtml(text)}</code>`;
/** The same as a piece. */
const code = (text) => new Html(codeText(text));
/** All of some names, one after the other. */
const codes = (all) => joined(all.map(code), ", ");
/** A table of rows, each as `row` makes it; nothing where there is none. */
function table({ head, rows }) {
	if (rows.length === 0) return html``;
	return html`<table>\n<thead><tr>${head.map((one) => {
		return typeof one === "string" ? html`<th scope="col">${one}</th>` : html`<th scope="col" class="count">${one.count}</th>`;
	})}</tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`;
}
/** A row of a table; counts are set apart, and none is nothing. */
function row(cells, id) {
	const all = cells.map((cell) => {
		return typeof cell === "number" ? html`<td class="count">${cell === 0 ? "" : cell}</td>` : html`<td>${cell}</td>`;
	});
	return id === void 0 ? html`<tr>${all}</tr>\n` : html`<tr id="${id}">${all}</tr>\n`;
}
/** What is opened by who wants to see it. */
function folded(summary, content) {
	return html`<details>\n<summary>${summary}</summary>\n${content}</details>\n`;
}
// src/report/html/place.ts
/** A place as `file:line`, linked to the commit that has it where that is known. */
function placeHtml(location, side, places) {
	const { file, line } = location;
	const shown = code(file === void 0 ? showLocation(location) : `${file}${line === void 0 ? "" : `:${line}`}`);
	const url = placeUrl(location, side, places);
	return url === void 0 ? shown : html`<a href="${url}">${shown}</a>`;
}
// src/report/html/changes.ts
/** So few changes are shown at once; more of them are folded. */
const MOST_OPEN = 10;
const MOST_NAMED$1 = 6;
function changeGroups({ changes, perEnvironment }) {
	const isGuarded = new Set(perEnvironment.filter((one) => one.protected).map(({ name }) => name));
	const groups = groupsOf(changes, isGuarded);
	const of = /* @__PURE__ */ new Map();
	for (const [i, { environments }] of groups.entries()) for (const name of environments) {
		const numbers = of.get(name);
		if (numbers === void 0) of.set(name, [i + 1]);
		else numbers.push(i + 1);
	}
	return {
		groups,
		of,
		isGuarded
	};
}
/** The address of a group on the page. */
const groupId = (number) => `changes-${number}`;
/** Old and new values, a fold for each environment or set of environments. */
function changesHtml({ changes }, all, places) {
	const isCosted = changes.some(({ reload }) => reload !== void 0);
	const content = all.groups.map((group, i) => {
		return html`<details id="${groupId(i + 1)}"${changes.length <= MOST_OPEN ? html` open="open"` : html``}>\n<summary>${summaryOf(group, all.isGuarded)}</summary>\n${groupTable(group, {
			isCosted,
			places
		})}</details>\n`;
	});
	return {
		id: "changes",
		title: "Changes",
		count: changes.length,
		content: joined(content, "")
	};
}
function summaryOf({ environments, changes }, isGuarded) {
	const ordered = [...environments].sort((a, b) => Number(isGuarded.has(b)) - Number(isGuarded.has(a)));
	const guarded = environments.filter((name) => isGuarded.has(name)).length;
	const mark = guarded === 0 ? "" : environments.length === 1 ? " (protected)" : ` (${guarded} of ${environments.length} protected)`;
	return html`${codes(ordered.slice(0, MOST_NAMED$1))}${ordered.length <= MOST_NAMED$1 ? "" : ` and ${ordered.length - MOST_NAMED$1} more`}${mark}: ${plural(changes.length, "change")}`;
}
function groupTable({ environments, changes }, look) {
	return html`${environments.length <= MOST_NAMED$1 ? html`` : html`<p>In ${codes(environments)}.</p>\n`}${table({
		head: [
			"Value",
			"Before",
			"After",
			"Set at",
			...look.isCosted ? ["Applied by"] : []
		],
		rows: riskyFirst(changes).map((change) => changeRow(change, look))
	})}`;
}
function changeRow(change, { isCosted, places }) {
	const { whole, before, after, reload } = change;
	const sides = whole === true ? ["", wholeHtml(change)] : [sideHtml(before), sideHtml(after)];
	const cost = reload === void 0 || whole === true ? "" : reload === "hot" ? "hot reload" : reload;
	return row([
		valueHtml(change),
		...sides,
		originHtml(change, places),
		...isCosted ? [cost] : []
	]);
}
function valueHtml({ document, pointer, beforePointer, whole, risky }) {
	const mark = risky === true ? html`<span class="risky">risky</span><br/>` : html``;
	if (whole === true) return html`${mark}${code(document)}`;
	const at = [beforePointer, pointer].flatMap((one) => one === void 0 ? [] : [one === "" ? html`its value` : code(one)]);
	return html`${mark}${code(document)}<br/>${joined(at, " → ")}`;
}
function wholeHtml(change) {
	const side = change.after ?? change.before;
	const what = ours(wholeText(change, codeText));
	return side?.value === void 0 ? what : folded(what, valueText(side.value));
}
/** A value in short; one that is longer than that as a whole behind it. */
function sideHtml(side) {
	if (side === void 0) return html`not there`;
	const { shown, value, byDefault } = side;
	const short = shown === "(secret)" || shown === "(not shown: named like a secret)" ? html`${shown}` : code(shown);
	const end = byDefault === true ? " (default)" : "";
	return value !== void 0 && shown.endsWith("…") ? html`${folded(short, valueText(value))}${end}` : html`${short}${end}`;
}
const valueText = (value) => html`<pre>${joined(jsonText(value).split("\n").map((line) => html`${line}`), "\n")}</pre>\n`;
function originHtml(change, places) {
	return joined(originsOf(change).map((origin) => originText(origin, places)), "<br/>");
}
function originText({ what, locations, side, targets }, places) {
	const through = targets === void 0 ? html`` : html`through ${codes(targets)} at `;
	return html`${what}${what === "" ? "" : " "}${through}${joined(locations.map((one) => placeHtml(one, side, places)), ", ")}`;
}
/** Edits that change nothing where somebody may think they do. */
function shadowedHtml({ shadowed }, places) {
	const rows = sameEdits(shadowed).flatMap((same) => same.slice(0, 1).map((edit) => {
		const { document, pointer } = edit;
		const what = pointer === "" ? code(document) : html`${code(document)}<br/>${code(pointer)}`;
		const why = becauseOf(same).map(({ environments, why, by }) => {
			const decides = joined(by.map((one) => html` ${placeHtml(one, "head", places)}`), ",");
			return html`no effect in ${codes(environments)}: ${why}${decides}`;
		});
		return row([
			what,
			placeHtml(edit.edit, sideOfEdit(edit), places),
			joined(why, "<br/>")
		]);
	}));
	const content = table({
		head: [
			"Edit",
			"At",
			"Why it changes nothing"
		],
		rows
	});
	return {
		id: "without-effect",
		title: "Edits without effect",
		count: rows.length,
		content
	};
}
// src/report/html/encrypted-files.ts
/** Who can open encrypted files now, or no more; of those that are no layers. */
function encryptedFilesHtml({ encryptedFiles }, places) {
	const rows = encryptedFiles.map((change) => {
		const groups = groupsText(change);
		return row([html`${placeHtml(placeOf(change), "head", places)}${groups === void 0 ? html`` : html`<br/>${groups}`}`, ...["added", "removed"].map((kind) => joined(recipientsOf(change, kind).map(code), "<br/>"))]);
	});
	const content = table({
		head: [...ENCRYPTED_COLUMNS],
		rows
	});
	return {
		id: "encrypted-files",
		title: OF_NO_DOCUMENT,
		count: rows.length,
		content
	};
}
// src/report/html/findings.ts
/** So many environments are named beside a finding; of more the names are folded. */
const MOST_NAMED = 12;
/** What somebody has to look at: what came with the change, dangers first among what is equally severe. */
function attentionHtml(report, places) {
	const fresh = mostSevere([...report.dangers, ...report.findings.filter(({ since }) => since !== "known")]);
	return {
		id: "attention",
		title: "Needs attention",
		count: fresh.length,
		content: listOf(fresh, {
			anchor: "finding",
			places
		})
	};
}
/** What the base has too. */
function knownHtml(report, places) {
	const known = mostSevere(report.findings.filter(({ since }) => since === "known"));
	const list = listOf(known, {
		anchor: "known",
		places
	});
	const content = folded(`${plural(known.length, "finding")} that the base has too`, list);
	return {
		id: "already-there",
		title: "Already there",
		count: known.length,
		content
	};
}
/** Dangers that somebody accepted before, and why. */
function silencedHtml({ silenced }, places) {
	const items = silenced.map(({ finding, reason, location, until }) => {
		const end = until === void 0 ? html`` : html` until ${code(until)}`;
		const by = placeHtml(location, "base", places);
		return html`<li>${findingHtml(finding, places)}<p class="dim">accepted${end} at ${by}: ${reason}</p></li>\n`;
	});
	return {
		id: "accepted",
		title: "Accepted",
		count: silenced.length,
		content: html`<ul class="findings">\n${items}</ul>\n`
	};
}
function listOf(findings, { anchor, places }) {
	return html`<ul class="findings">\n${findings.map((found, i) => {
		const { severity, related } = found;
		const others = related.map((one) => html`<li>${placeHtml(one, "head", places)} ${one.message}</li>\n`);
		const below = others.length === 0 ? html`` : html`\n<ul>\n${others}</ul>\n`;
		return html`<li id="${anchor}-${i + 1}" class="${severity}">${findingHtml(found, places)}${below}</li>\n`;
	})}</ul>\n`;
}
function findingHtml(found, places) {
	const { severity, rule, message, environments } = found;
	const isMany = environments.length > MOST_NAMED;
	const where = environments.length === 0 ? html`` : isMany ? html` in ${plural(environments.length, "environment")}` : html` in ${codes(environments)}`;
	const names = isMany ? folded(plural(environments.length, "environment"), html`<p>${codes(environments)}</p>\n`) : html``;
	return html`<strong>${severity}</strong> ${placeHtml(found, "head", places)} ${message} <span class="dim">(${code(rule)}${where})</span>${names}`;
}
// src/report/html/overview.ts
/** So many links to its changes a row has; of more the changes themselves name the environment. */
const MOST_LINKS = 12;
/** What happens to each environment, a row for each, with links to its changes. */
function environmentsHtml({ perEnvironment, base }, groups) {
	const touched = perEnvironment.filter(isTouched);
	const rest = perEnvironment.filter((one) => !isTouched(one)).map(({ name }) => name);
	const rows = touched.map((one, i) => {
		const { name, changed, risky, shadowed, failed } = one;
		return row([
			code(name),
			marksOf(one),
			changed,
			risky,
			shadowed,
			failed,
			linksOf(groups.of.get(name) ?? [])
		], `environment-${i + 1}`);
	});
	const counts = [
		"Changed",
		"Risky",
		"Shadowed",
		"Failed"
	].map((count) => ({ count }));
	const what = base === void 0 ? "Nothing is wrong in" : "Nothing changes in";
	const others = rest.length === 0 ? html`` : folded(`${what} ${plural(rest.length, "environment")}`, html`<p>${codes(rest)}</p>\n`);
	const content = html`${table({
		head: [
			"Environment",
			"Kind",
			...counts,
			"Changes"
		],
		rows
	})}${others}`;
	return {
		id: "environments",
		title: "Environments",
		count: perEnvironment.length,
		content
	};
}
function marksOf({ protected: isProtected, abstract, state, parents }) {
	const named = (all) => all.length === 0 ? html`nothing` : codes(all);
	return joined([
		...isProtected ? [html`<strong>protected</strong>`] : [],
		...abstract ? [html`abstract`] : [],
		...state === "added" ? [html`new`] : state === "removed" ? [html`gone`] : [],
		...parents === void 0 ? [] : [html`inherits from ${named(parents.after)} instead of ${named(parents.before)}`]
	], ", ");
}
function linksOf(numbers) {
	const links = numbers.slice(0, MOST_LINKS).map((number) => html`<a href="#${groupId(number)}">${number}</a>`);
	const more = numbers.length <= MOST_LINKS ? "" : ` and ${numbers.length - MOST_LINKS} more`;
	return html`${joined(links, " ")}${more}`;
}
/** Whose approval the change needs, and whose is missing. */
function demandsHtml({ access }, places) {
	const judge = access?.judgedBy === "head" ? "head" : "base";
	const rows = (access?.demands ?? []).flatMap((demand) => demand.roles.map((role) => {
		const rule = html`${demand.name === void 0 ? "" : `${demand.name} `}${placeHtml(demand.location, judge, places)}`;
		return row([
			code(role.role),
			codes([...role.teams, ...role.users]),
			stateOf(role),
			rule,
			valuesOf(demand)
		]);
	}));
	const note = judge === "head" ? html`<p>The base has no access.yaml: this change's own says who must look.</p>\n` : html``;
	return {
		id: "who-must-look",
		title: "Who must look",
		count: rows.length,
		content: html`${note}${table({
			head: [
				"Role",
				"Who may approve",
				"Approvals",
				"Asked for by",
				"Because of"
			],
			rows
		})}`
	};
}
function stateOf({ state, approvals, approvedBy, objectedBy, impossible, unknownTeams }) {
	const by = approvedBy.length === 0 ? html`` : html` by ${codes(approvedBy)}`;
	const against = objectedBy.length === 0 ? html`` : html`; ${codes(objectedBy)} asks for changes`;
	const few = impossible === true ? "; there are not enough people besides the author" : "";
	const unknown = unknownTeams.length === 0 ? html`` : html`; it is not known who is in ${codes(unknownTeams)}`;
	return html`<strong>${STATES[state].replaceAll("*", "")}</strong>: ${approvedBy.length} of ${approvals}${by}${against}${few}${unknown}`;
}
const MOST_VALUES = 3;
function valuesOf({ changes }) {
	const values = changes.map(({ document, pointer }) => `${document}${pointer === "" ? "" : `#${pointer}`}`);
	if (values.length <= MOST_VALUES) return codes(values);
	return folded(plural(values.length, "value"), html`${joined(values.map(code), "<br/>")}\n`);
}
/** What depends on what changes. */
function reachHtml({ reach }) {
	const rows = (reach?.reaches ?? []).filter(({ dependents }) => dependents.length > 0).map((one) => {
		const ways = one.dependents.map(({ document, way }) => {
			return way.length < 2 ? code(document) : html`${code(document)} through ${codes(way.slice(0, -1))}`;
		});
		return row([
			html`${codes(one.environments)}${one.protected ? " (protected)" : ""}`,
			codes(one.documents),
			joined(ways, "<br/>")
		]);
	});
	const content = table({
		head: [
			"In",
			"What changes",
			"What depends on it"
		],
		rows
	});
	return {
		id: "reach",
		title: "Reach",
		count: rows.length,
		content
	};
}
/** What has to be done with which documents. */
function applyingHtml(report) {
	const rows = rowsToApply(report).map(({ takes, documents, environments }) => {
		return row([
			TAKES_TEXT[takes],
			codes(documents),
			codes(environments)
		]);
	});
	return {
		id: "to-apply-it",
		title: "To apply it",
		count: rows.length,
		content: table({
			head: [
				"Takes",
				"Documents",
				"In"
			],
			rows
		})
	};
}
/** What the run does not tell, and why. */
function notCheckedHtml({ notChecked, undecided }, places) {
	const items = notChecked.map((what) => html`<li>${what}</li>\n`);
	const questions = undecided.map(({ message, location }) => html`<li>${placeHtml(location, "head", places)} ${message}</li>\n`);
	const list = (all) => all.length === 0 ? html`` : html`<ul>\n${all}</ul>\n`;
	const content = html`${list(items)}${questions.length === 0 ? html`` : folded("What a key would decide", list(questions))}`;
	return {
		id: "not-checked",
		title: "Not checked",
		count: items.length + questions.length,
		content
	};
}
// src/report/html/page.ts
/** The look of a page: of the system's own fonts, light or dark as the reader has it, and fit to be printed. */
const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --back: #fff; --soft: #f6f8fa;
  --link: #0969da; --error: #cf222e; --warning: #9a6700; --note: #59636e; --pass: #1a7f37; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --dim: #9198a1; --line: #3d444d; --back: #0d1117; --soft: #161b22;
    --link: #58a6ff; --error: #ff7b72; --warning: #d29922; --note: #9198a1; --pass: #3fb950; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; color: var(--text); background: var(--back);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { margin: 0 0 1rem; padding-left: .75rem; border-left: .4rem solid var(--pass); font-size: 1.4rem; line-height: 1.35; }
h1.look { border-color: var(--warning); }
h1.fail { border-color: var(--error); }
h2 { margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); font-size: 1.15rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
nav ul { margin: 1rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
code, pre { font: 0.9em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate; overflow-wrap: anywhere; }
code { padding: .1em .2em; border-radius: 4px; background: var(--soft); }
pre { margin: .5rem 0; padding: .75rem; overflow: auto; max-height: 40rem; background: var(--soft); white-space: pre-wrap; }
table { width: 100%; margin: .5rem 0; border-collapse: collapse; }
th, td { padding: .35rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top; unicode-bidi: isolate; }
th, td { min-width: 9ch; }
th:first-child, td:first-child { min-width: 26ch; }
.count, td:empty { min-width: 0; }
thead th { background: var(--soft); }
.count { text-align: right; white-space: nowrap; }
ul.findings { padding: 0; list-style: none; }
ul.findings > li { margin: .4rem 0; padding: .3rem .75rem; border-left: .25rem solid var(--note); unicode-bidi: isolate; }
ul.findings > li.error { border-color: var(--error); }
ul.findings > li.warning { border-color: var(--warning); }
ul.findings ul { margin: .2rem 0 0; padding-left: 1.25rem; color: var(--dim); }
details { margin: .5rem 0; }
summary { cursor: pointer; }
.risky { color: var(--error); font-weight: 600; }
.dim, footer { color: var(--dim); }
footer { margin-top: 2.5rem; font-size: .9em; }
:target { background: var(--soft); outline: 2px solid var(--link); }
@media (max-width: 40rem) { body { padding: .75rem; } table { font-size: .85em; } th, td { padding: .2rem .3rem; } th:first-child, td:first-child { min-width: 12ch; } }
@media print { details:not([open]) > summary { color: var(--dim); } body { max-width: none; } }
`;
/** Of `STYLE`: the page may have this style and no other (Content Security Policy 3, §6.7.3). A test compares them. */
const STYLE_HASH = "KanWUiIsq2zHxGuo5OX7EgMIybuQM5g1EoltxZR9v/U=";
/**
* A page that stands alone: it loads nothing, runs nothing, sends nothing and has no style but its own, whatever may
* have got into it. Well-formed as XML, too.
*/
function page({ title, body }) {
	return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${ours(`default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<meta name="robots" content="noindex"/>
<title>${title}</title>
<style>${ours(STYLE)}</style>
</head>
<body>
${body}</body>
</html>
`.text;
}
// src/report/html/section.ts
function sectionHtml({ id, title, content }) {
	return html`<section id="${id}">\n<h2>${title}</h2>\n${content}</section>\n`;
}
/** Links to the sections, with how much there is in each. */
function navigation(sections) {
	const items = sections.map(({ id, title, count }) => html`<li><a href="#${id}">${title}</a> <span class="dim">${grouped(count)}</span></li>\n`);
	return items.length === 0 ? html`` : html`<nav>\n<ul>\n${items}</ul>\n</nav>\n`;
}
// src/report/html/review.ts
const LOOK = {
	name: codeText,
	text: escapeHtml
};
/**
* A review as a page of HTML: one file that needs no other, with all that was found. What does not fit into a comment
* or a summary can be read there.
*/
function reviewHtml(report, places) {
	const groups = changeGroups(report);
	const sections = [
		environmentsHtml(report, groups),
		attentionHtml(report, places),
		demandsHtml(report, places),
		changesHtml(report, groups, places),
		shadowedHtml(report, places),
		encryptedFilesHtml(report, places),
		reachHtml(report),
		applyingHtml(report),
		silencedHtml(report, places),
		knownHtml(report, places),
		notCheckedHtml(report, places)
	].filter(({ count }) => count > 0);
	const body = html`<header>
${headHtml(report)}${navigation(sections)}</header>
<main>
${sections.map(sectionHtml)}</main>
<footer>
<p>${ours(tailText(report, LOOK))}</p>
</footer>
`;
	return page({
		title: sentenceOf(report),
		body
	});
}
/** The answer, and what it rests on. */
function headHtml(report) {
	const routine = report.routine === void 0 ? html`` : html`<p>${ours(routineText(report, LOOK))}</p>\n`;
	return html`<h1 class="${lookOf(report)}">${ours(sentenceOf(report, codeText))}</h1>
<p>${countsText(report)}</p>
<p>${ours(comparisonText(report, LOOK))}</p>
${routine}`;
}
/** How loud the answer is; it says the same in words. */
function lookOf({ verdict, dangers, counts }) {
	if (verdict === "fail") return "fail";
	return dangers.length + counts.warning > 0 ? "look" : "pass";
}
export { reviewHtml };
