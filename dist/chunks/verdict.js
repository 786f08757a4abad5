import { n as SEVERITIES, o as say } from "./rules.js";
import { styleText } from "node:util";
// src/report/style.ts
const plain = (_look, text) => text;
/** Colours whatever the stream is: whether there is a terminal was decided by the caller. */
const coloured = (look, text) => styleText(look, text, { validateStream: false });
const SEVERITY_LOOK = {
	error: "red",
	warning: "yellow",
	note: "cyan"
};
// src/report/verdict.ts
const FAIL_ON = [...SEVERITIES, "never"];
/** The one place that decides whether a run passed. */
function verdict(findings, failOn = "error") {
	const counts = {
		error: 0,
		warning: 0,
		note: 0
	};
	for (const { severity } of findings) counts[severity]++;
	const passed = (failOn === "never" ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)).every((severity) => counts[severity] === 0);
	return {
		passed,
		counts,
		exitCode: passed ? 0 : 1
	};
}
/** `2 errors, 1 warning`; `no findings` where there is none. */
function countsText({ counts }) {
	const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => plural(counts[severity], severity));
	return parts.length === 0 ? say`no findings` : parts.join(", ");
}
/** `1 document`, `2 documents`. */
function plural(count, noun) {
	return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/** `1,234,567`. Not by the locale machinery, which takes 10 ms to load. */
function grouped(count) {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
export { verdict as a, plain as c, plural as i, countsText as n, SEVERITY_LOOK as o, grouped as r, coloured as s, FAIL_ON as t };
