import { Dr as at, Gs as name, Ir as GitHubRefused, Ks as say, Or as idAt, Pr as textAt } from "./shared.js";
// src/adapters/github/refused.ts
/**
* What an error of the client means. Only its status, some headers and, to tell cases apart, GitHub's text are looked
* at.
*
* @param now milliseconds since 1970
* @throws the error itself where it comes from nothing that GitHub or the network did: that is a defect
*/
function refusedBy(error, task, now) {
	if (error instanceof GitHubRefused) return error;
	const ended = endOf(error);
	if (ended === void 0) throw error;
	return refused(ended, task, now);
}
/** An answer that is not what GitHub's API describes: something stood between, or it broke off. */
var BadAnswer = class extends Error {};
const NO_ANSWER = {
	status: void 0,
	headers: {},
	text: ""
};
function endOf(error) {
	if (!(error instanceof Error)) return void 0;
	if (error instanceof BadAnswer || error.name === "AbortError") return NO_ANSWER;
	if (error.name === "GraphqlResponseError") return {
		...NO_ANSWER,
		status: 200
	};
	if (error.name !== "HttpError") return void 0;
	const response = at(error, "response");
	if (response === void 0) return NO_ANSWER;
	const data = at(response, "data");
	const status = at(response, "status");
	return {
		status: typeof status === "number" ? status : void 0,
		headers: at(response, "headers") ?? {},
		text: typeof data === "string" ? data : JSON.stringify(data ?? "")
	};
}
function refused(ended, task, now) {
	const refusal = refusalOf(ended);
	const { status } = ended;
	const requestId = requestIdOf(ended);
	const retryAfter = refusal === "rate-limited" ? waitOf(ended, now) : void 0;
	const wait = Math.ceil((retryAfter ?? 0) / 1e3);
	const { said, hint } = TEXTS[refusal]({
		...task,
		answer: answerOf(status, requestId),
		wait
	});
	return new GitHubRefused({
		refusal,
		said,
		hint,
		status,
		requestId,
		retryAfter
	});
}
function refusalOf(ended) {
	const { status, text } = ended;
	switch (status) {
		case void 0: return "unavailable";
		case 401: return "unauthorized";
		case 403:
			if (isLimited(ended)) return "rate-limited";
			return /\blocked\b/i.test(text) ? "locked" : "forbidden";
		case 404:
		case 410: return "not-found";
		case 408: return "unavailable";
		case 429: return "rate-limited";
		default:
			if (status >= 500) return "unavailable";
			return status === 422 && /\btoo long\b/i.test(text) ? "too-long" : "rejected";
	}
}
/**
* Whether a 403 is a limit: it says when to come back, or that nothing remains (docs.github.com, "Rate limits for the
* REST API").
*/
function isLimited({ headers, text }) {
	if (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0") return true;
	return /secondary rate limit/i.test(text);
}
/** Milliseconds to wait: as told, else until the limit is reset, else the minute that GitHub asks for. */
function waitOf({ headers }, now) {
	const after = Number(headers["retry-after"] ?? NaN);
	if (Number.isFinite(after) && after >= 0) return after * 1e3;
	const reset = Number(headers["x-ratelimit-reset"] ?? NaN);
	if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)) return Math.max(0, reset * 1e3 - now);
	return 6e4;
}
function requestIdOf({ headers }) {
	const id = textAt(headers, "x-github-request-id");
	return id !== void 0 && /^[\w:.-]{1,80}$/.test(id) ? id : void 0;
}
function answerOf(status, requestId) {
	if (status === void 0) return say`no answer that could be used`;
	return requestId === void 0 ? say`status ${status}` : say`status ${status}, request ${name(requestId)}`;
}
const TEXTS = {
	"unauthorized": ({ doing, answer }) => ({
		said: say`GitHub does not accept the token, so Cairn cannot ${doing} (${answer})`,
		hint: say`the input github-token has to be a token that is still valid; left out, it is that of the job`
	}),
	"forbidden": ({ doing, needs, answer }) => ({
		said: say`the token may not ${doing} (${answer})`,
		hint: say`it needs ${needs}; a job that runs for a fork or for Dependabot may only read, whatever its workflow says`
	}),
	"not-found": ({ doing, needs, answer }) => ({
		said: say`GitHub does not find what it needs to ${doing} (${answer})`,
		hint: say`it is gone, or the token lacks ${needs}`
	}),
	"locked": ({ doing, answer }) => ({
		said: say`the conversation is locked, so Cairn cannot ${doing} (${answer})`,
		hint: void 0
	}),
	"too-long": ({ doing, answer }) => ({
		said: say`GitHub finds the text too long to ${doing} (${answer})`,
		hint: void 0
	}),
	"rejected": ({ doing, answer }) => ({
		said: say`GitHub does not take what it is sent to ${doing} (${answer})`,
		hint: void 0
	}),
	"rate-limited": ({ doing, answer, wait }) => ({
		said: say`GitHub limits how often it is asked and wants a pause of ${wait} s before Cairn may ${doing} (${answer})`,
		hint: say`run the job again later`
	}),
	"unavailable": ({ doing, answer }) => ({
		said: say`GitHub could not be asked to ${doing}: ${answer}`,
		hint: say`run the job again; githubstatus.com says whether GitHub has a problem`
	})
};
// src/adapters/github/answers.ts
/**
* What is needed of GitHub's answers. The client reports no error for an answer that breaks off in the middle: it hands
* on what came, as text. So nothing is believed to be there.
*
* Each throws `BadAnswer` where something is missing.
*/
const listIn = ({ data }, path) => {
	const list = path === void 0 ? data : at(data, path);
	return Array.isArray(list) ? list : missing();
};
function pullRequestIn(data) {
	return {
		number: idAt(data, "number") ?? missing(),
		isOpen: textAt(data, "state") === "open",
		head: textAt(data, "head.sha") ?? missing(),
		headRepository: idAt(data, "head.repo.id"),
		baseRepository: idAt(data, "base.repo.id") ?? missing()
	};
}
function commentIn(data) {
	const body = at(data, "body");
	return {
		id: idAt(data, "id") ?? missing(),
		author: textAt(data, "user.login"),
		body: typeof body === "string" ? body : ""
	};
}
/** `undefined` for one by an account that was deleted. */
function reviewIn(data) {
	const reviewer = textAt(data, "user.login");
	const state = textAt(data, "state") ?? missing();
	return reviewer === void 0 ? void 0 : {
		reviewer,
		state,
		commit: textAt(data, "commit_id")
	};
}
function loginIn(data, path = "login") {
	return textAt(data, path) ?? missing();
}
function artifactIn(data) {
	return {
		id: idAt(data, "id") ?? missing(),
		name: textAt(data, "name") ?? missing(),
		size: idAt(data, "size_in_bytes") ?? missing(),
		isExpired: at(data, "expired") === true
	};
}
function missing() {
	throw new BadAnswer("the answer lacks what the API describes");
}
export { pullRequestIn as a, refusedBy as c, loginIn as i, commentIn as n, reviewIn as o, listIn as r, BadAnswer as s, artifactIn as t };
