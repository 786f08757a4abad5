import { t as require__2020 } from "./2020.js";
import { Fr as handoff_default, Ks as say } from "./shared.js";
// src/adapters/handoff.ts
var import__2020 = require__2020();
/** The file in the artifact. */
const HANDOFF_FILE = "cairn-handoff.json";
/** Most bytes that are taken, packed or not. */
const MAX_HANDOFF_BYTES = 5e6;
/** The file that a check writes where it may not comment itself. */
function writeHandoff(head, { report, prefix }) {
	const handoff = {
		version: 1,
		head: {
			sha: head.sha,
			repository: head.repository
		},
		prefix,
		report
	};
	return `${JSON.stringify(handoff)}\n`;
}
/**
* Reads such a file. Whoever proposed the change may have written it: it must be of what the run was for, as GitHub
* tells, and of the report nothing is checked but that it is an object of bounded size and depth.
*
* @param head from the event, never from the file
*/
function readHandoff(bytes, head) {
	if (bytes.byteLength > 5e6) return { problem: say`the report of the check has more than ${MAX_HANDOFF_BYTES} bytes` };
	const data = parse(bytes);
	if (data === void 0) return { problem: say`the report of the check is no JSON` };
	if (depthOf(bytes) > 100) return { problem: say`the report of the check is nested deeper than ${100} levels` };
	if (!isHandoff(data)) return { problem: say`the report of the check is not what Cairn writes, or what another version of it writes` };
	if (data.head.sha !== head.sha || data.head.repository !== head.repository) return { problem: say`the report claims to be of another pull request than its run was for` };
	return {
		report: data.report,
		prefix: data.prefix ?? ""
	};
}
/** JSON is UTF-8 without a byte order mark (RFC 8259, 8.1). The parser's own words quote the text. */
function parse(bytes) {
	try {
		return JSON.parse(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes));
	} catch {
		return;
	}
}
/** How deep well-formed JSON is nested. */
function depthOf(json) {
	let depth = 0;
	let deepest = 0;
	let isString = false;
	for (let i = 0; i < json.length; i++) {
		const byte = json[i];
		if (isString) {
			if (byte === BACKSLASH) i++;
			else if (byte === QUOTE) isString = false;
		} else if (byte === QUOTE) isString = true;
		else if (byte === BRACE || byte === BRACKET) deepest = Math.max(deepest, ++depth);
		else if (byte === END_BRACE || byte === END_BRACKET) depth--;
	}
	return deepest;
}
const [BACKSLASH, QUOTE, BRACE, BRACKET, END_BRACE, END_BRACKET] = Buffer.from("\\\"{[}]");
let compiled;
function isHandoff(data) {
	const ajv = () => new import__2020.Ajv2020({
		strict: true,
		logger: false,
		messages: false,
		ownProperties: true
	});
	return (compiled ??= ajv().compile(handoff_default))(data);
}
export { writeHandoff as i, MAX_HANDOFF_BYTES as n, readHandoff as r, HANDOFF_FILE as t };
