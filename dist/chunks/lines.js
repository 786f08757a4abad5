import { a as name, o as say, t as RULES } from "./rules.js";
// src/core/ports.ts
/** Largest file that is read, in bytes. */
const MAX_FILE_BYTES = 1e7;
/** Most nodes of a file, aliases counted as often as they are used. */
const MAX_NODES = 1e6;
// src/core/place.ts
const inFile = (file) => ({
	in: "file",
	file
});
const inVariable = (variable) => ({
	in: "variable",
	variable
});
const inEnvironment = (environment) => ({
	in: "environment",
	environment
});
/** `alias`: the use of an anchor through which this place was reached (DESIGN §1: the place is the anchor's). */
function inSpan(source, start, end, alias) {
	return alias === void 0 ? {
		in: "span",
		source,
		start,
		end
	} : {
		in: "span",
		source,
		start,
		end,
		alias
	};
}
function locate(place) {
	switch (place.in) {
		case "span": {
			const start = place.source.positionOf(place.start);
			const end = place.source.positionOf(place.end);
			return {
				file: place.source.path,
				line: start.line,
				column: start.column,
				endLine: end.line,
				endColumn: end.column
			};
		}
		case "file": return { file: place.file };
		case "variable": return { variable: place.variable };
		case "environment": return { environment: place.environment };
	}
}
/** `file:line:column`, as editors and terminals open it; what there is of it. */
function showLocation(at) {
	if (at.file !== void 0) return at.line === void 0 ? say`${name(at.file)}` : say`${name(at.file)}:${at.line}:${at.column ?? 1}`;
	if (at.variable !== void 0) return say`variable ${name(at.variable)}`;
	return say`environment ${name(at.environment ?? "")}`;
}
// src/core/finding.ts
/** A finding with the severity that its rule has by default. */
function finding(rule, place, message, more = {}) {
	return {
		rule,
		severity: RULES[rule].severity,
		related: [],
		...more,
		message,
		place
	};
}
/** What is said of the alias that led to a place. The mistake is at the anchor, once, however many aliases use it. */
const THROUGH_ALIAS = say`used through this alias`;
/** Works out lines and columns. Called when a unit of work closes, so that its texts can be dropped. */
function settle(found) {
	const related = found.related.map(({ message, place }) => ({
		message,
		location: locate(place)
	}));
	if (found.place.in === "span" && found.place.alias !== void 0) related.push({
		message: THROUGH_ALIAS,
		location: locate(found.place.alias)
	});
	return {
		rule: found.rule,
		severity: found.severity,
		message: found.message,
		location: locate(found.place),
		related,
		environments: found.environment === void 0 ? [] : [found.environment]
	};
}
// src/stages/parse/lines.ts
/** Helpers for formats that are read line by line. Lines end as in `Source`: `\n`, `\r\n` or a lone `\r`. */
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
/** The offset at which the line of `from` ends: that of its line break, or the end of the text. */
function lineEnd(text, from) {
	let at = from;
	while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
	return at;
}
/** The offset at which the line after the one that ends at `end` starts. */
function nextLine(text, end) {
	return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}
/** The first offset in `from`..`to` that is neither space nor tab; `to` where there is none. */
function skipBlanks(text, from, to) {
	let at = from;
	while (at < to && isBlank(text.charCodeAt(at))) at++;
	return at;
}
/** The offset after the last character in `from`..`to` that is neither space nor tab; `from` where there is none. */
function trimBlanks(text, from, to) {
	let at = to;
	while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
	return at;
}
function isBlank(code) {
	return code === SPACE || code === TAB;
}
function isBreak(code) {
	return code === LF || code === CR;
}
export { trimBlanks as a, settle as c, inSpan as d, inVariable as f, MAX_NODES as g, MAX_FILE_BYTES as h, skipBlanks as i, inEnvironment as l, showLocation as m, lineEnd as n, THROUGH_ALIAS as o, locate as p, nextLine as r, finding as s, isBlank as t, inFile as u };
