import { Ao as trustRepository, Cr as workflowUrl, Ct as findingsText, Et as plain, Fo as isObjectId, Gi as parseTargetName, Gs as name, Ks as say, Lo as resolveCommit, Ot as findDirectory, Pr as textAt, Sr as runUrl, Vo as Collector, Ws as list, ar as countsText, bn as SUMMARY_BUDGET, br as linksOf, cr as notCheckedBy, dr as scopeText, et as beforeEnding, it as changedOutput, jo as hasCommit, ln as configurationRootAt, lr as plural, mn as writeReport, mt as jsonLine, nt as writeWanted, os as Failure, pn as reportPlace, pr as verdict, rs as repositoryOf, sn as sha256, tt as checkStep, vt as annotationsOf, xr as repositoryUrl, yt as failureText, zi as MANIFEST_FILE } from "./shared.js";
import { B as stoodAt, C as publishCommit, S as publishText, b as publishMarkdown, w as publishSettingsAt, z as relationOf } from "./publication.js";
import { t as createPrivateFile } from "./private-file.js";
import { t as VERSION } from "./version.js";
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { randomUUID } from "node:crypto";
// src/action/publishing-branch.ts
/** What starts a run whose commit is the branch's own, and no proposal. */
const EVENTS = [
	"push",
	"workflow_dispatch",
	"schedule"
];
/**
* Whatever else starts a run may bring what nobody has agreed to, or does so in the name of somebody else.
*
* @throws Failure (usage) where a run for such an event is to publish
*/
function refuseProposals({ name: event }) {
	if (EVENTS.includes(event)) return;
	const what = event === "" ? say`without an event nothing is published` : say`nothing is published on ${name(event)}`;
	const hint = say`publish on push, when a change is part of its branch; OWNER/cairn/check checks what is only proposed`;
	throw new Failure("usage", what, hint);
}
/**
* Why nothing of this run's branch or tag is published; `undefined` where it is. Only branches are: a tag may stand at
* any commit, and who may push one need not be who may push to the branch.
*
* @throws Failure (usage) where no branch is named and the event says no default one
*/
function whyUnpublished({ ref, branches, payload }) {
	if (!ref.startsWith(HEADS)) return say`checked, not published: ${name(ref)} is no branch`;
	const branch = ref.slice(HEADS.length);
	const published = branches.length > 0 ? branches : [defaultBranch(payload)];
	if (published.includes(branch)) return void 0;
	return say`checked, not published: ${list(published.map(name))} is published, not ${name(branch)} (input branches)`;
}
const HEADS = "refs/heads/";
function defaultBranch(payload) {
	const branch = textAt(payload, "repository.default_branch");
	if (branch !== void 0 && branch !== "") return branch;
	throw new Failure("usage", say`the event does not say which branch is the default one`, say`name what is published with the input branches`);
}
// src/action/rollback.ts
/**
* Going back is for a person to say, once: a workflow that says it on each push would do it for ever.
*
* @throws Failure (usage) where a run that nobody has started by hand is to go back
*/
function refuseRollback({ name: event }, rollbackTo) {
	if (rollbackTo === "" || event === "workflow_dispatch") return;
	throw new Failure("usage", say`nobody goes back on ${name(event)}`, say`the input rollback-to is for workflow_dispatch, where a person starts the run; leave it empty otherwise`);
}
/**
* The commit to go back to. Only what the branch stood at can be: whoever may start a run need not be who may approve
* what is on another one, and of what was merged nobody has approved each step.
*
* @param tip the commit of the run
* @throws Failure (usage) for any other commit
*/
function commitBefore(root, tip, rollbackTo) {
	const commit = resolveCommit(root, rollbackTo);
	const relation = relationOf(root, tip, commit);
	if (relation === "same" || relation === "ancestor" && stoodAt(root, tip, commit)) return commit;
	if (relation === "ancestor") throw new Failure("usage", say`${name(rollbackTo)} came to the branch of this run by a merge, and the branch never stood there`, say`name the merge, or a commit before it: git log --first-parent lists them`);
	const said = say`${name(rollbackTo)} is not part of the branch that this run is for`;
	const hint = relation === "unknown" ? say`set fetch-depth: 0 for actions/checkout` : say`name a commit before ${name(tip.slice(0, 12))}`;
	throw new Failure("usage", said, hint);
}
// src/action/sign-key.ts
const PRIVATE_KEY = /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\s\S]+\n-----END [A-Z ]*PRIVATE KEY-----$/;
/**
* Does something with a private key in a file, which ssh-keygen(1) asks for: only its owner can read it, and it is
* wiped in the end, also where a signal ends the run.
*
* @param key the key's text; empty for none
* @throws Failure (usage) where it is no key; what it is instead is not told
*/
async function withSignKey(key, variables, run) {
	if (key === "") return run(void 0);
	const text = key.replaceAll("\r\n", "\n").trim();
	if (!PRIVATE_KEY.test(text)) throw new Failure("usage", say`the input sign-key holds no private key`, say`it takes the file that ssh-keygen writes, with all of its lines, and no passphrase`);
	const file = createPrivateFile("sign-key", variables);
	const stop = beforeEnding(() => {
		file.wipe();
	});
	try {
		file.write(`${text}\n`);
		return await run(file.path);
	} finally {
		stop();
		file.wipe();
	}
}
// src/action/attestation.ts
/** So many subjects `actions/attest` takes at once. */
const MOST_SUBJECTS = 1024;
/**
* One attestation for all that a run has published. Where there are too many files, the manifests stand for them: each
* lists the digests of what it is of.
*
* @param statements each target's `provenance.json`
* @param archives files that hold a whole publication
* @returns `undefined` where nothing was published
*/
function attestationOf(statements, archives) {
	const read = statements.map((bytes) => JSON.parse(Buffer.from(bytes).toString("utf8")));
	const [first] = read;
	if (first === void 0) return void 0;
	const { buildDefinition } = first.predicate;
	const given = read.map(({ predicate }) => predicate.buildDefinition.externalParameters);
	const environments = [...new Set(given.flatMap((one) => one.environments))].sort();
	const { target, ...shared } = buildDefinition.externalParameters;
	const where = given.length === 1 ? { target } : { targets: given.map((one) => one.target) };
	const externalParameters = {
		...shared,
		environments,
		...where
	};
	const predicate = {
		...first.predicate,
		buildDefinition: {
			...buildDefinition,
			externalParameters
		}
	};
	return {
		checksums: checksumsOf([...archives, ...read.flatMap(({ subject }) => subject)]),
		predicate: `${JSON.stringify(predicate, null, 2)}\n`,
		predicateType: first.predicateType
	};
}
const isManifest = (path) => path === "manifest.json" || path.endsWith(`/manifest.json`);
function checksumsOf(subjects) {
	const all = linesOf(subjects);
	if (all.length <= MOST_SUBJECTS) return all.join("");
	const manifests = linesOf(subjects.filter(({ name }) => isManifest(name)));
	if (manifests.length <= MOST_SUBJECTS) return manifests.join("");
	return linesOf(subjects.filter(({ name }) => name === MANIFEST_FILE)).slice(0, MOST_SUBJECTS).join("");
}
/** Each once: several targets may have the same. */
function linesOf(subjects) {
	return [...new Set(subjects.map(({ name, digest }) => `${digest.sha256}  ${name}\n`))];
}
// src/action/tell-publication.ts
/** The verdict on what is published. Errors block it, so that no `fail-on` lets them pass. */
function judgedFor({ failOn }, findings = []) {
	return verdict(findings, failOn === "never" ? "error" : failOn);
}
/** Tells what was published, or why not: log, annotations, summary, files to attest, outputs, and whether it fails. */
async function tellPublication(runner, telling) {
	const { report, inputs, folder, ...places } = telling;
	const { check, outcomes } = report;
	const judged = judgedFor(inputs, check.findings);
	const refused = outcomes.filter(({ decision }) => decision.does === "refuse");
	log(runner, report, judged);
	const changed = changedOutput(changedIn(report));
	const advice = changed.warning === void 0 ? [] : [changed.warning];
	for (const message of advice) runner.annotate({
		level: "warning",
		title: "Cairn",
		message
	});
	const notices = lateText(outcomes);
	for (const message of notices) runner.annotate({
		level: "notice",
		title: "Cairn",
		message
	});
	for (const message of refused.slice(0, MOST_REFUSALS).map(refusalText)) runner.annotate({
		level: "error",
		title: "Cairn",
		message
	});
	const told = annotationsOf(inputs.annotations ? check.findings : [], judged, {
		prefix: places.prefix,
		warnings: advice.length,
		notices: notices.length
	});
	for (const annotation of told.annotations) runner.annotate(annotation);
	const summary = publishMarkdown(report, judged, {
		budget: SUMMARY_BUDGET,
		elsewhere: "the log has all",
		...places
	});
	if (inputs.summary && !await runner.summarize(summary)) runner.log("the job summary could not be written");
	const outputs = {
		"verdict": judged.passed && refused.length === 0 ? "pass" : "fail",
		"findings": String(check.findings.length),
		"errors": String(judged.counts.error),
		"warnings": String(judged.counts.warning),
		"changed-environments": changed.value,
		"base": "",
		"comment-url": "",
		"handoff": "",
		"report": "",
		"html": "",
		...await reportFiles(runner, telling, judged),
		...attestationFiles(runner, outcomes, folder)
	};
	for (const [output, value] of Object.entries(outputs)) runner.output(output, value);
	tellOutcomes(runner, report);
	if (!judged.passed) runner.fail(1, `${failureText(judged, told)}; nothing is published`);
	else if (refused.length > 0) runner.fail(1, say`not published to ${plural(refused.length, "target")} of ${outcomes.length}`);
}
/** GitHub shows ten errors of a step, and its own failure is one. */
const MOST_REFUSALS = 9;
/** Sets the outputs that say what became of the targets. */
function tellOutcomes(runner, of) {
	for (const [output, value] of Object.entries(outcomeOutputs(of))) runner.output(output, value);
}
function outcomeOutputs({ commit, outcomes, dryRun }) {
	const publications = outcomes.map(({ target, environments, decision }) => {
		const counts = decision.does !== "publish" ? {} : {
			added: decision.added.length,
			changed: decision.changed.length,
			removed: decision.removed.length
		};
		return {
			target,
			commit,
			does: decision.does,
			environments,
			...counts
		};
	});
	const whole = jsonLine(publications);
	const text = whole.length <= 4e5 ? whole : jsonLine(publications.map(({ environments: _, ...rest }) => rest));
	return {
		"published": String(!dryRun && outcomes.some(({ decision }) => decision.does === "publish")),
		"publications": text.length <= 4e5 ? text : ""
	};
}
function log(runner, report, judged) {
	const { check } = report;
	const { findings } = check;
	if (findings.length > 0) runner.logGroup(plural(findings.length, "finding"), findingsText(findings, plain).trimEnd());
	runner.log(`${judged.passed ? "passed" : "failed"}: ${countsText(judged)} (${scopeText(check)})`);
	for (const what of notCheckedBy(check)) runner.log(`not checked: ${what}`);
	runner.log(publishText(report, plain).trimEnd());
}
/** That a run came late is how it is meant to be; somebody may wonder all the same. */
function lateText(outcomes) {
	const late = outcomes.flatMap(({ target, decision }) => decision.does === "superseded" ? [{
		target,
		by: decision.by
	}] : []);
	if (late.length === 0) return [];
	const named = late.slice(0, MOST_REFUSALS).map(({ target, by }) => say`${name(target)} (${name(by.slice(0, 12))})`);
	const more = late.length - named.length;
	return [say`nothing to do where a newer commit has been published: ${list([...named, ...more > 0 ? [say`${more} more`] : []])}`];
}
function refusalText({ target, decision }) {
	return decision.does === "refuse" ? say`${name(target)}: ${decision.said}: ${decision.hint}` : say`${name(target)}`;
}
/** The environments of which a file was added, changed or removed somewhere. */
function changedIn({ outcomes }) {
	const names = /* @__PURE__ */ new Set();
	for (const { environments, decision } of outcomes) {
		if (decision.does !== "publish") continue;
		const paths = [
			...decision.added,
			...decision.changed,
			...decision.removed
		];
		for (const one of environments) if (paths.some((path) => path.startsWith(`${one}/`))) names.add(one);
	}
	return [...names].sort();
}
async function reportFiles(runner, { report: { check }, inputs, prefix }, judged) {
	return {
		sarif: await writeWanted(runner, inputs.sarif, async () => {
			return (await import("./sarif.js")).checkSarif(check, judged, {
				prefix,
				version: VERSION
			});
		}),
		junit: await writeWanted(runner, inputs.junit, async () => {
			return (await import("./junit.js")).checkJunit(check, judged, { prefix });
		})
	};
}
/** Files for `actions/attest`, in a folder of their own: another step of the job may publish, too. */
function attestationFiles(runner, outcomes, folder) {
	const statements = outcomes.flatMap(({ statement }) => statement === void 0 ? [] : [statement]);
	const archives = outcomes.flatMap(({ target, statement }) => {
		const named = statement === void 0 ? void 0 : parseTargetName(target);
		return named?.scheme === "archive" ? [resolve(folder, named.at)] : [];
	});
	const made = attestationOf(statements, archives.map((path) => ({
		name: basename(path),
		digest: { sha256: sha256(readFileSync(path)) }
	})));
	const to = join(runner.temporary ?? runner.workspace, `cairn-${randomUUID()}`);
	return {
		"subject-checksums": made === void 0 ? "" : writeReport(join(to, "checksums.txt"), made.checksums, runner),
		"subject-path": archives.join("\n"),
		"predicate-path": made === void 0 ? "" : writeReport(join(to, "predicate.json"), made.predicate, runner),
		"predicate-type": made?.predicateType ?? ""
	};
}
// src/action/publish-step.ts
/**
* Publishes the event's own commit, as Git has it: whatever a step before has done to the working tree is no part of
* it. Where a person who starts the run asks for it, an older one of the same branch takes its place. On a branch or
* tag that is not published the commit is only checked, and the run says why.
*
* @throws Failure (usage) on an event that may be a proposal, and where nothing says where to publish
*/
async function publishStep({ withoutTargets, ...step }) {
	const { runner, inputs, environment } = step;
	const { event, variables } = runner;
	refuseProposals(event);
	refuseRollback(event, inputs.rollbackTo);
	for (const path of [inputs.sarif, inputs.junit]) if (path !== "") reportPlace(path, runner);
	const { directory, top } = findDirectory(runner.workspace, inputs.directory);
	trustRepository(top, environment);
	const isCommit = isObjectId(event.sha);
	const isThere = isCommit && hasCommit(directory, event.sha);
	const root = isThere ? configurationRootAt(directory, event.sha) : void 0;
	const settings = root === void 0 ? void 0 : await publishSettingsAt(root, event.sha);
	const hasTargets = inputs.targets.length > 0 || settings !== void 0 && settings.targets.length > 0;
	if (root === void 0 || !hasTargets) {
		if ((withoutTargets === "refuse" || inputs.rollbackTo !== "") && settings?.isSound !== false) throw nowhere(event.sha, root);
		await checkInstead(step, isCommit && !isThere ? notInClone(event.sha) : void 0);
		return;
	}
	const { GITHUB_REF: ref = "" } = variables;
	const why = whyUnpublished({
		ref,
		branches: inputs.branches,
		payload: event.payload
	});
	if (why !== void 0 && inputs.rollbackTo !== "") throw notPublished(ref);
	if (why !== void 0) await checkInstead(step, why);
	else await publishAt({
		runner,
		inputs,
		root,
		directory
	});
}
async function checkInstead(step, notice) {
	if (notice !== void 0) step.runner.annotate({
		level: "notice",
		title: "Cairn",
		message: notice
	});
	await checkStep({
		...step,
		noticed: notice === void 0 ? 0 : 1
	});
	step.runner.output("published", "false");
}
function notPublished(ref) {
	return new Failure("usage", say`nobody goes back on ${name(ref)}, which is not published`, say`start the run on a branch that is published (input branches)`);
}
function notInClone(sha) {
	const commit = name(sha.slice(0, 12));
	return say`checked, not published: ${commit}, the commit of this push, is not in this clone; leave out ref of actions/checkout, and set fetch-depth: 0`;
}
function nowhere(sha, root) {
	if (root !== void 0) return new Failure("usage", say`there is nothing to publish to`, say`list targets under \`publish.targets\` of cairn.yaml, or name some with the input targets`);
	const said = say`${name(sha.slice(0, 12))}, the commit of this run, is not in this clone, or has no configuration`;
	return new Failure("usage", said, say`leave out ref of actions/checkout, and set fetch-depth: 0`);
}
async function publishAt({ runner, inputs, root, directory }) {
	const { event, variables } = runner;
	const done = [];
	const options = {
		...requestOf(inputs, variables),
		root,
		folder: directory,
		commit: inputs.rollbackTo === "" ? event.sha : commitBefore(root, event.sha, inputs.rollbackTo),
		targetsAt: event.sha,
		rollback: inputs.rollbackTo !== "",
		collector: new Collector(),
		now: /* @__PURE__ */ new Date(),
		done: (outcome) => done.push(outcome)
	};
	try {
		const result = await withSignKey(inputs.signKey, variables, (signKey) => {
			return publishCommit({
				...options,
				...signKey !== void 0 && { signKey }
			});
		});
		const links = linksOf(variables, { head: result.commit });
		const report = {
			...result,
			dryRun: inputs.dryRun
		};
		const { prefix } = repositoryOf(root);
		await tellPublication(runner, {
			report,
			inputs,
			folder: directory,
			prefix,
			...links && { links }
		});
	} catch (error) {
		tellOutcomes(runner, {
			commit: options.commit,
			outcomes: done,
			dryRun: inputs.dryRun
		});
		throw error;
	}
}
/** The job's own token is for the server that it runs on: a remote elsewhere is none of its business. */
function requestOf(inputs, variables) {
	const { targets, environments, token, dryRun } = inputs;
	const { GITHUB_SERVER_URL: server = "https://github.com" } = variables;
	return {
		targets,
		environments,
		dryRun,
		...token !== "" && {
			token,
			tokenServer: server
		},
		variables,
		told: {
			ref: variables["GITHUB_REF"] || null,
			actor: variables["GITHUB_ACTOR"] || null,
			run: runUrl(variables) ?? null,
			builder: workflowUrl(variables) ?? null
		},
		repository: repositoryUrl(variables) ?? null,
		blocking: judgedFor(inputs).fatal
	};
}
export { publishStep };
