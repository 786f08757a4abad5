import { D as open, Gs as name, Hs as suggestion, Ks as say, Us as escapeControls, Vo as Collector, Vs as nearest, _r as span, gr as md, lr as plural, mr as code, os as Failure, vr as table } from "./shared.js";
import { r as readSecret } from "./world.js";
import { t as daysBetween } from "./status.js";
// src/report/secrets/plan.ts
/** A plan as data (`schemas/output/secrets-plan.json`): what the steps were made from is left out. */
function planJson({ steps, earlier, refused, unchanged }) {
	return {
		steps: steps.map(({ path, groups, threshold, added, removed, regrouped, dataKey, exposed }) => ({
			path,
			dataKey,
			added,
			removed,
			regrouped,
			groups,
			threshold,
			exposed
		})),
		earlier: earlier.map(({ path, removed, exposed }) => ({
			path,
			removed,
			exposed
		})),
		refused: refused.map(({ path, reason, problems }) => ({
			path,
			...reason === void 0 ? {} : { reason },
			problems: problems.map(({ kind }) => kind)
		})),
		unchanged
	};
}
/** One file a block: what changes of it, and what has to be changed elsewhere because of that. */
function planText({ steps, earlier, unchanged }, aliases, style) {
	const called = (recipient) => showRecipient(recipient, aliases);
	let text = "";
	for (const { path, added, removed, regrouped, dataKey, exposed } of steps) {
		text += `${style("bold", escapeControls(path))}${dataKey === "new" ? "  new data key" : ""}\n`;
		for (const recipient of added) text += style("green", `  + ${called(recipient)}`) + "\n";
		for (const recipient of removed) text += style("red", `  - ${called(recipient)}`) + "\n";
		if (regrouped && added.length + removed.length === 0) text += "  its key groups change\n";
		text += exposedText(exposed);
	}
	for (const { path, removed, exposed } of earlier) {
		text += `${style("bold", escapeControls(path))}  done already, since the last commit\n`;
		for (const recipient of removed) text += style("red", `  - ${called(recipient)}`) + "\n";
		text += exposedText(exposed);
	}
	if (steps.length === 0) text += `nothing is to be done${earlier.length === 0 ? "" : " to the files"}\n`;
	return unchanged.length === 0 ? text : `${text}${style("dim", `${plural(unchanged.length, "file")} as they should be`)}\n`;
}
function exposedText(exposed) {
	if (exposed.length === 0) return "";
	return `  change these where they come from, since who is removed has been able to read them:\n${exposed.map((pointer) => `    ${escapeControls(pointer)}\n`).join("")}`;
}
/** A row a file; what is refused is told on standard error, too. */
function planMarkdown({ steps, earlier, refused, unchanged }, aliases) {
	const called = (sign, recipients) => recipients.map((one) => `${sign} ${md(showRecipient(one, aliases))}`);
	const done = earlier.map(({ path, removed, exposed }) => [
		code(path),
		"done already, since the last commit",
		called("−", removed).join("<br>"),
		exposed.map((pointer) => code(pointer)).join("<br>")
	]);
	const rows = [...steps.map(({ path, added, removed, regrouped, dataKey, exposed }) => [
		code(path),
		dataKey === "new" ? "new" : "stays",
		[
			...called("+", added),
			...called("−", removed),
			...regrouped && added.length + removed.length === 0 ? ["its key groups change"] : []
		].join("<br>"),
		exposed.map((pointer) => code(pointer)).join("<br>")
	]), ...done];
	const shown = rows.length === 0 ? "Nothing is to be done.\n" : table([
		"File",
		"Data key",
		"Recipients",
		"To be changed where it comes from"
	], rows);
	const left = refused.map(({ path, reason, problems }) => {
		return `- ${span(path)} is left as it is: ${md(reason ?? problems.map(({ kind }) => kind).join(", "))}\n`;
	});
	const same = unchanged.length === 0 ? "" : `\n${plural(unchanged.length, "file")} as they should be.\n`;
	return `${shown}${left.length === 0 ? "" : `\n${left.join("")}`}${same}`;
}
/** A recipient as a person knows it: the name in `cairn.yaml` and the recipient, long ones cut in the middle. */
function showRecipient(recipient, aliases) {
	const alias = aliases.get(recipient);
	const text = escapeControls(recipient);
	const short = text.length <= LONGEST ? text : `${text.slice(0, 20)}…${text.slice(-8)}`;
	return alias === void 0 ? short : `${escapeControls(alias)} (${short})`;
}
/** Characters of a recipient that is shown whole: those of X25519 have 62, post-quantum ones 1,959. */
const LONGEST = 62;
// src/cli/secrets/selection.ts
/** The repository that files belong to; its findings are `cairn check`'s. */
function openQuietly(where, terminal) {
	const { directory } = where;
	return open(directory === void 0 ? {} : { directory }, terminal, new Collector());
}
/** What `cairn.yaml` calls recipients. */
function aliasesOf({ config }) {
	return new Map(Array.from(config.recipients, ([alias, { recipient }]) => [recipient, alias]));
}
/** Recipients by what they are called, or by themselves. */
function recipientsNamed(named, { config }) {
	return new Set(named.map((one) => {
		if (/^(?:age1[a-z0-9]{20}|ssh-)/.test(one)) return one;
		const known = config.recipients.get(one);
		if (known !== void 0) return known.recipient;
		throw new Failure("usage", say`cairn.yaml calls no recipient ${name(one)}${suggestion(nearest(one, config.recipients.keys()))}`);
	}));
}
/** The files that are as old as `cairn.yaml` allows at most. */
function dueFiles(files, { config }, today) {
	return files.filter((file) => {
		const read = readSecret(file);
		if (!read.ok) return true;
		return daysBetween(read.result.metadata.lastModifiedSeconds.slice(0, 10), today) >= config.secrets.maxAgeDays;
	});
}
export { planJson as a, showRecipient as c, recipientsNamed as i, dueFiles as n, planMarkdown as o, openQuietly as r, planText as s, aliasesOf as t };
